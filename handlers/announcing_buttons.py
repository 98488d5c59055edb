"""The buttons under an announcement: links, and projects that everyone may see."""

import re
from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.announcing_awaited import LANGUAGES
from handlers.announcing_desk import AnnouncingDesk, args_of, number_of, shows_now, words_of
from handlers.filters import SAID, Fits
from handlers.showing import say, show_in_place
from model.announcements import Announcement, AnnouncementState
from model.ids import AnnouncementId, ProjectId
from publishing.announcing import changes
from publishing.announcing.drafting import Change, ChangeDraft, OpenAnnouncement
from publishing.announcing.errors import AnnouncementChangedError, WrongLinkError
from publishing.announcing.offering import OfferProjects
from views import announcing_buttons as views
from views.callbacks import number, parse

LINK, PROJECT, LABEL = "announce-link", "announce-project", "announce-label"
QUESTIONS = (LINK, PROJECT, LABEL)
_WORDS = Fits(F.text & ~F.text.startswith("/"))
_DASHES = re.compile(r"[\s\-–—:|→]+$")


def router() -> Router:
    router = Router(name="announcing-buttons")
    _shown(router)
    _changed(router)
    _asked(router)
    _typed(router)
    _others(router)
    return shows_now(router)


def _shown(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:buttons:")))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        draft = await _draft(query, actor, open_announcement)
        await show_in_place(query, actor, answers, views.buttons(draft, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:button:")))
    async def one(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        draft = await _draft(query, actor, open_announcement)
        button = changes.button_of(draft, args_of(query, 2)[1])
        await show_in_place(query, actor, answers, views.card(draft, button, actor.language))


def _changed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:unbutton:")))
    async def removed(
        query: CallbackQuery, actor: Actor, answers: Answers, change_draft: ChangeDraft
    ) -> None:
        change = changes.without_button(args_of(query, 2)[1])
        draft = await change_draft(actor, number_of(query), change)
        await show_in_place(query, actor, answers, views.buttons(draft, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:place:")))
    async def placed(
        query: CallbackQuery, actor: Actor, answers: Answers, change_draft: ChangeDraft
    ) -> None:
        _, key, at, *_ = args_of(query, 3)
        draft = await change_draft(actor, number_of(query), changes.placed(key, _number(at)))
        await show_in_place(query, actor, answers, views.buttons(draft, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:project-is:")))
    async def picked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        offer_projects: OfferProjects,
    ) -> None:
        project = await offer_projects.one(actor, ProjectId(_number(args_of(query, 2)[1])))
        change = changes.with_project(views.labels_of(project), project.id)
        draft = await change_draft(actor, number_of(query), change)
        await show_in_place(query, actor, answers, views.buttons(draft, actor.language))


def _asked(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^announce:(link|project):")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        """`announce:link:DRAFT:BUTTON` is for another link of a button that is there."""
        draft, press = await _draft(query, actor, open_announcement), parse(query.data)
        question = LINK if press is not None and press.verb == "link" else PROJECT
        about = [changes.button_of(draft, key).key for key in args_of(query, 1)[1:2]]
        await announcing_desk.expect(actor, question, draft.id, *about)
        await show_in_place(
            query, actor, answers, views.ask(question, draft, about, actor.language)
        )

    @router.callback_query(Fits(F.data.startswith("announce:label:")))
    async def label(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await _draft(query, actor, open_announcement)
        _, key, language, *_ = args_of(query, 3)
        changes.button_of(draft, key)
        if language not in LANGUAGES:
            raise WrongChoiceError(f"{query.data!r}")
        await announcing_desk.expect(actor, LABEL, draft.id, key, language)
        shown = views.ask(LABEL, draft, [key, language], actor.language)
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
        label, url = label_and_link(message)
        _, *key = words_of(actor, LINK)
        change = (
            changes.relinked(key[0], url) if key else changes.with_link(actor.language, label, url)
        )
        await _done(actor, answers, change_draft, announcing_desk, LINK, change)

    @router.message(_WORDS, _awaits(LABEL))
    async def label(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        _, key, language = words_of(actor, LABEL)
        change = changes.relabelled(key, LANGUAGES[language], message.text or "")
        await _done(actor, answers, change_draft, announcing_desk, LABEL, change)

    @router.message(_WORDS, _awaits(PROJECT))
    async def described(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
        open_announcement: OpenAnnouncement,
        offer_projects: OfferProjects,
    ) -> None:
        found = await offer_projects(actor, message.text or "")
        if found.is_clear:
            (project,) = found.projects
            change = changes.with_project(views.labels_of(project), project.id)
            await _done(actor, answers, change_draft, announcing_desk, PROJECT, change)
            return
        draft = await open_announcement(actor, _awaited(actor, PROJECT))
        await say(actor, answers, views.which_project(draft, found.projects, actor.language))


def _others(router: Router) -> None:
    @router.message(_is_no_words)
    async def no_words(
        message: Message, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        """A picture, a voice message: what is awaited is asked once more."""
        question = next(each for each in QUESTIONS if words_of(actor, each))
        draft = await open_announcement(actor, _awaited(actor, question))
        about = words_of(actor, question)[1:]
        await say(actor, answers, views.ask(question, draft, about, actor.language))


def label_and_link(message: Message) -> tuple[str, str]:
    """A label and the link after it, on one line or two, or words that are a link themselves.

    A link alone is called by its host; WrongLinkError.
    """
    typed = message.text or ""
    for entity in message.entities or ():
        if entity.type == "text_link" and entity.url:
            return typed, entity.url
    *words, last = typed.split() or [""]
    if not last:
        raise WrongLinkError(typed)
    label = _DASHES.sub("", " ".join(words))
    return label or changes.checked_link(last).split("/")[2], last


async def _draft(
    query: CallbackQuery, actor: Actor, open_announcement: OpenAnnouncement
) -> Announcement:
    """AnnouncementChangedError where it is a draft no more."""
    found = await open_announcement(actor, number_of(query))
    if found.state is not AnnouncementState.DRAFT:
        raise AnnouncementChangedError(found.id)
    return found


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
    await say(actor, answers, views.buttons(draft, actor.language))


def _awaits(question: str) -> Callable[[Message, Actor], Awaitable[bool]]:
    async def is_awaited(message: Message, actor: Actor) -> bool:
        return bool(words_of(actor, question))

    return is_awaited


async def _is_no_words(message: Message, actor: Actor) -> bool:
    is_said = message.content_type in SAID and not message.text
    return is_said and any(words_of(actor, each) for each in QUESTIONS)


def _awaited(actor: Actor, question: str) -> AnnouncementId:
    words = words_of(actor, question)
    return AnnouncementId(_number(words[0] if words else ""))


def _number(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(word)
    return found
