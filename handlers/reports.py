"""/report: officials take a file to a meeting, from their private chat."""

import asyncio

import structlog
from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.showing import say, show_in_place, show_later, today_of
from model.overview import Dimension
from model.people import Schedule
from model.projects import Filter
from projects.overview import BreakDown, SeeOverview
from projects.reporting import Format
from publishing.reports import MakeReport, NoReportError
from views import groups as group_views
from views import report as views
from views.callbacks import Press, number, parse
from views.links import BotLinks
from views.selections import filter_of

log = structlog.get_logger(__name__)

MAKE_SECONDS = 9.0
"""A press is handled in ten seconds at most: what takes longer is told to be too much."""


def router() -> Router:
    router = Router(name="reports")

    @router.message(Command("report"))
    async def report(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        see_overview: SeeOverview,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        today = today_of(actor, schedule, clock.now())
        typed = views.since_typed((command.args or "").strip(), today)
        since = typed or views.since_of(views.USUAL, today)
        assert since is not None  # the usual one is a period
        seen = await see_overview(actor, Filter())
        await say(actor, answers, views.menu(seen, since, actor.language))

    @router.callback_query(Fits(F.data.startswith("report:make:")))
    async def made(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_overview: SeeOverview,
        make_report: MakeReport,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        match parse(query.data):
            case Press("report", "make", (form, day, word)) if form in set(Format):
                which, since = _asked(query, day, word, actor, schedule, clock)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        seen = await see_overview(actor, which)
        await show_in_place(query, actor, answers, views.making(actor.language))
        # The press is answered by now: whatever comes of it is said on the screen.
        try:
            async with asyncio.timeout(MAKE_SECONDS):
                file = await make_report(actor, Format(form), which, since.day)
        except (NoReportError, TimeoutError) as error:
            log.warning("a report was not made", error=str(error) or "too slow")
            said = views.failed(actor.language)
        else:
            caption = views.caption(Format(form), file.projects, since, seen, actor.language)
            sent = await answers.send_file(actor.chat_id, file.name, file.content, caption)
            said = (views.made if sent is not None else views.failed)(actor.language)
        shown = views.menu(seen, since, actor.language, said)
        await show_later(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("report:")))
    async def chosen(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_overview: SeeOverview,
        break_down: BreakDown,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        match parse(query.data):
            case Press("report", "menu", (day, word)):
                which, since = _asked(query, day, word, actor, schedule, clock)
                shown = views.menu(await see_overview(actor, which), since, actor.language)
            case Press("report", "by", (by, page, day, word)) if by in set(Dimension):
                which, since = _asked(query, day, word, actor, schedule, clock)
                found = await break_down(actor, Dimension(by), which)
                shown = views.breakdown(found, number(page) or 0, since, actor.language)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)

    return router


def _asked(
    query: CallbackQuery, day: str, word: str, actor: Actor, schedule: Schedule, clock: Clock
) -> tuple[Filter, views.Since]:
    today = today_of(actor, schedule, clock.now())
    which, since = filter_of(word), views.since_of(day, today)
    if which is None or since is None:
        raise WrongChoiceError(f"{query.data!r}")
    return which, since
