"""The buttons under an announcement, and trying it out on oneself or a colleague."""

import re
from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.text import shorten
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.announcing_desk import LANGUAGES, AnnouncingDesk, number_of, words_of
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from model.announcements import Announcement
from model.ids import AnnouncementId, ProjectId
from model.people import Language
from model.projects import Project
from publishing.announcing.changes import (
    LONGEST_LABEL,
    checked_link,
    key_of,
    labelled,
    with_link,
    with_project,
    without_button,
)
from publishing.announcing.drafting import Change, ChangeDraft, OpenAnnouncement
from publishing.announcing.errors import WrongLinkError
from publishing.announcing.offering import OfferProjects
from publishing.announcing.picking import SeeColleagues
from publishing.announcing.testing import TryOut
from views import announcing_buttons as views
from views.callbacks import number, parse
from views.project_words import name_of
from views.texts import Texts

LINK, PROJECT, LABEL = "announce-link", "announce-project", "announce-label"
QUESTIONS = (LINK, PROJECT, LABEL)
_WORDS = Fits(F.text & ~F.text.startswith("/"))
_DASHES = re.compile(r"[\s\-–—:|]+$")


def router() -> Router:
    router = Router(name="announcing-buttons")
    _shown(router)
    _asked(router)
    _typed(router)
    _tried(router)
    return router


def _shown(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:buttons:")))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        found = await open_announcement(actor, number_of(query))
        await show_in_place(query, actor, answers, _buttons(found, actor))

    @router.callback_query(Fits(F.data.startswith("announce:unbutton:")))
    async def removed(
        query: CallbackQuery, actor: Actor, answers: Answers, change_draft: ChangeDraft
    ) -> None:
        words = _args(query, 3)
        change = without_button(_index(words[1]), words[2])
        draft = await change_draft(actor, number_of(query), change)
        await show_in_place(query, actor, answers, _buttons(draft, actor))

    @router.callback_query(Fits(F.data.startswith("announce:labels:")))
    async def labels(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        found, index = await open_announcement(actor, number_of(query)), _index(_args(query, 2)[1])
        if index >= len(found.buttons):
            raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, views.labels(found, index, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:project-is:")))
    async def picked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        offer_projects: OfferProjects,
    ) -> None:
        project = await offer_projects.one(actor, ProjectId(_index(_args(query, 2)[1])))
        change = with_project(*_named(project, actor), project.id)
        draft = await change_draft(actor, number_of(query), change)
        await show_in_place(query, actor, answers, _buttons(draft, actor))


def _asked(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^announce:(link|project):")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        found, press = await open_announcement(actor, number_of(query)), parse(query.data)
        question = LINK if press is not None and press.verb == "link" else PROJECT
        await announcing_desk.expect(actor, question, found.id)
        shown = views.ask(f"{question}-ask", found, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:label:")))
    async def label(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        _, index, language = _args(query, 3)
        found = await open_announcement(actor, number_of(query))
        if language not in LANGUAGES or _index(index) >= len(found.buttons):
            raise WrongChoiceError(f"{query.data!r}")
        await announcing_desk.expect(actor, LABEL, found.id, index, language)
        shown = views.ask(f"{LABEL}-ask", found, actor.language)
        await show_in_place(query, actor, answers, shown)


def _typed(router: Router) -> None:
    @router.message(_WORDS, _awaits(LINK))
    async def link(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        label, url = label_and_link(message.text or "")
        change = with_link(actor.language, label, url)
        await _done(actor, answers, change_draft, announcing_desk, LINK, change)

    @router.message(_WORDS, _awaits(LABEL))
    async def label(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        _, index, language = words_of(actor, LABEL)
        change = labelled(_index(index), LANGUAGES[language], message.text or "")
        await _done(actor, answers, change_draft, announcing_desk, LABEL, change)

    @router.message(_WORDS, _awaits(PROJECT))
    async def project(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
        open_announcement: OpenAnnouncement,
        offer_projects: OfferProjects,
    ) -> None:
        found = await offer_projects(actor, message.text or "")
        if len(found) == 1:
            change = with_project(*_named(found[0], actor), found[0].id)
            await _done(actor, answers, change_draft, announcing_desk, PROJECT, change)
            return
        draft = await open_announcement(actor, _awaited(actor, PROJECT))
        await say(actor, answers, views.which_project(draft, found, actor.language))


def _tried(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:test:")))
    async def offered(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        see_colleagues: SeeColleagues,
    ) -> None:
        draft = await open_announcement(actor, number_of(query))
        found = await see_colleagues(actor)
        shown = views.colleagues(draft, found, actor.user_id or 0, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:try:")))
    async def tried(query: CallbackQuery, actor: Actor, answers: Answers, try_out: TryOut) -> None:
        goes = await try_out(actor, number_of(query), _index(_args(query, 2)[1]))
        key = "announce-tried" if goes else "announce-tried-already"
        await answers.toast(query.id, Texts(actor.language).plain(key))


def label_and_link(typed: str) -> tuple[str, str]:
    """A label and the link after it, on one line or two; a link alone is called by its host."""
    *words, last = typed.split() or [""]
    if not last:
        raise WrongLinkError(typed)
    label = _DASHES.sub("", " ".join(words))
    return label or checked_link(last).split("/")[2], last


def _buttons(draft: Announcement, actor: Actor) -> Outgoing:
    return views.buttons(draft, [key_of(one) for one in draft.buttons], actor.language)


async def _done(
    actor: Actor,
    answers: Answers,
    change_draft: ChangeDraft,
    desk: AnnouncingDesk,
    question: str,
    change: Change,
) -> None:
    draft = await change_draft(actor, _awaited(actor, question), change)
    await desk.expect_nothing(actor)
    await say(actor, answers, _buttons(draft, actor))


def _named(project: Project, actor: Actor) -> tuple[Language, str]:
    """What a project's button is called until its author says otherwise."""
    return actor.language, shorten(name_of(project, actor.language), LONGEST_LABEL)


def _awaits(question: str) -> Callable[..., Awaitable[bool]]:
    async def is_awaited(message: Message, actor: Actor) -> bool:
        return bool(words_of(actor, question))

    return is_awaited


def _awaited(actor: Actor, question: str) -> AnnouncementId:
    words = words_of(actor, question)
    found = number(words[0]) if words else None
    if found is None:
        raise WrongChoiceError(question)
    return AnnouncementId(found)


def _args(query: CallbackQuery, count: int) -> tuple[str, ...]:
    press = parse(query.data)
    if press is None or len(press.args) != count:
        raise WrongChoiceError(f"{query.data!r}")
    return press.args


def _index(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(word)
    return found
