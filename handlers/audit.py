"""/audit: admins search the log and take it with them, in their private chat."""

import asyncio
import re
from dataclasses import replace
from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.auditing import AuditChoices, FindAuditedProject, SearchAudit
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits, awaited
from handlers.showing import look_of, say, show_in_place, today_of
from model.people import Schedule
from views import audit as views
from views import groups as group_views
from views.audit_files import audit_file
from views.audit_filters import Wanted, packed, sought, unpacked
from views.callbacks import Press, number, parse
from views.links import BotLinks
from views.texts import Texts

QUESTIONS = ("audit-project", "audit-days")
"""What is typed; what was looked for so far stands behind a colon."""
FILE_NAME = "keruen-audit"
_LARGEST_START = 10**6
_DAY = re.compile(r"(?<!\d)(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?!\d)")


def router() -> Router:
    router = Router(name="audit")
    _looked_at(router)
    _narrowed(router)
    return router


def _looked_at(router: Router) -> None:
    @router.message(Command("audit"))
    async def audit(
        message: Message,
        actor: Actor,
        answers: Answers,
        search_audit: SearchAudit,
        audit_choices: AuditChoices,
        schedule: Schedule,
        links: BotLinks,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        zone = look_of(actor, schedule).timezone
        await say(
            actor, answers, await _page(actor, Wanted(), 0, zone, search_audit, audit_choices)
        )

    @router.callback_query(Fits(F.data.startswith("audit:list:")))
    async def listed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        search_audit: SearchAudit,
        audit_choices: AuditChoices,
        schedule: Schedule,
    ) -> None:
        wanted, start = _wanted(query, actor, "list")
        zone = look_of(actor, schedule).timezone
        shown = await _page(actor, wanted, _start(start), zone, search_audit, audit_choices)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("audit:file:")))
    async def taken(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        search_audit: SearchAudit,
        audit_choices: AuditChoices,
        schedule: Schedule,
    ) -> None:
        wanted, kind = _wanted(query, actor, "file")
        if kind not in ("xlsx", "csv"):
            raise WrongChoiceError(f"{query.data!r}")
        zone, choices = look_of(actor, schedule).timezone, await audit_choices(actor)
        found = await search_audit(actor, sought(wanted, choices.actions, zone))
        # Not in the loop: ten thousand entries are seconds of work.
        content = await asyncio.to_thread(audit_file, kind, found, zone, actor.language)
        caption, name = views.caption(found, actor.language), f"{FILE_NAME}.{kind}"
        was_sent = await answers.send_file(actor.chat_id, name, content, caption) is not None
        said = "" if was_sent else Texts(actor.language).plain("audit-file-failed")
        await answers.toast(query.id, said, alert=not was_sent)


def _narrowed(router: Router) -> None:
    @router.callback_query(
        Fits(F.data.startswith("audit:person:") | F.data.startswith("audit:action:"))
    )
    async def chosen_from(
        query: CallbackQuery, actor: Actor, answers: Answers, audit_choices: AuditChoices
    ) -> None:
        is_person = (query.data or "").startswith("audit:person:")
        wanted, start = _wanted(query, actor, "person" if is_person else "action")
        choose = views.choose_person if is_person else views.choose_action
        shown = choose(await audit_choices(actor), wanted, _start(start), actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(
        Fits(F.data.startswith("audit:project:") | F.data.startswith("audit:days:"))
    )
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        audit_choices: AuditChoices,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        kind = "project" if (query.data or "").startswith("audit:project:") else "days"
        wanted, _ = _wanted(query, actor, kind)
        await audit_choices(actor)  # refuses whoever is no admin, before anything is asked
        known = replace(actor, subscriber=await welcome(actor))
        await expect_answer(known, f"audit-{kind}:{packed(wanted)}")
        if kind == "project":
            shown = views.ask_project(wanted, actor.language)
        else:
            today = today_of(actor, schedule, clock.now())
            shown = views.choose_days(wanted, today, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def typed(
        message: Message,
        actor: Actor,
        answers: Answers,
        search_audit: SearchAudit,
        audit_choices: AuditChoices,
        find_audited_project: FindAuditedProject,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        project_asked, days_asked = (awaited(actor, one) for one in QUESTIONS)
        wanted = unpacked(project_asked or days_asked or "") or Wanted()
        words, zone = message.text or "", look_of(actor, schedule).timezone
        if project_asked is not None:
            project = await find_audited_project(actor, words.strip())
            if project is None:
                shown = views.ask_project(wanted, actor.language, unknown=words)
                await say(actor, answers, shown)
                return
            wanted = replace(wanted, project=project.id)
        else:
            await audit_choices(actor)  # the right, before what was typed is looked at
            days = days_of(words)
            if days is None:
                today = today_of(actor, schedule, clock.now())
                await say(
                    actor, answers, views.choose_days(wanted, today, actor.language, wrong=True)
                )
                return
            wanted = replace(wanted, since=days[0], until=days[1])
        await say(actor, answers, await _page(actor, wanted, 0, zone, search_audit, audit_choices))


async def _page(
    actor: Actor,
    wanted: Wanted,
    start: int,
    timezone: str,
    search_audit: SearchAudit,
    audit_choices: AuditChoices,
) -> Outgoing:
    actions = (await audit_choices(actor)).actions
    found = await search_audit(actor, sought(wanted, actions, timezone), views.PAGE, start)
    return views.log(found, wanted, actions, start, timezone, actor.language)


def days_of(words: str) -> tuple[date, date] | None:
    """One day, or the first and the last of two that were typed, the earlier first; else None."""
    try:
        days = [
            date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
            for day, month, year, iso_year, iso_month, iso_day in _DAY.findall(words)
        ]
    except ValueError:
        return None
    if len(days) not in (1, 2) or not all(1900 <= day.year < 2200 for day in days):
        return None
    return min(days), max(days)


def _wanted(query: CallbackQuery, actor: Actor, verb: str) -> tuple[Wanted, str]:
    """What a button looks for, and its last word."""
    if actor.is_private:
        match parse(query.data):
            case Press("audit", said, (word, *rest)) if said == verb and len(rest) <= 1:
                if (wanted := unpacked(word)) is not None:
                    return wanted, rest[0] if rest else ""
    raise WrongChoiceError(f"{query.data!r}")


def _start(word: str) -> int:
    return min(number(word) or 0, _LARGEST_START)


async def _is_awaited(message: Message, actor: Actor) -> bool:
    """Whether this may be what an admin was asked for."""
    return any(awaited(actor, one) is not None for one in QUESTIONS)
