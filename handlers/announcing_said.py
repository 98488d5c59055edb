"""What is to be announced comes in here: a message, or an album one message at a time."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup, escape

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.errors import KeruenError
from delivery.answers import Answers
from delivery.contents import MOST_IN_ALBUM, Forwarded
from delivery.outgoing import Outgoing
from handlers.announcing_awaited import SAY, Mode, Saying, Sent, Step
from handlers.announcing_content import REFUSED, content_of
from handlers.announcing_desk import AnnouncingDesk, language_of, number_of, shows_now, words_of
from handlers.filters import SAID, Fits
from handlers.showing import say, show_in_place
from model.announcements import AnnouncementState, Source
from publishing.announcing.drafting import OpenAnnouncement
from publishing.announcing.errors import (
    AnnouncementChangedError,
    CannotCarryError,
    PollNotSentError,
    TooLongError,
    UnknownAnnouncementError,
)
from publishing.announcing.saying import AddToAlbum, FollowEdit, SayVersion
from views import announcing_draft as views
from views.errors import sentence

QUESTION = SAY


def router() -> Router:
    router = Router(name="announcing-said")
    _asked(router)
    _answered(router)
    _along(router)
    _edited(router)
    return shows_now(router)


def _asked(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:say:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft, language = await open_announcement(actor, number_of(query)), language_of(query)
        if draft.state is not AnnouncementState.DRAFT:
            raise AnnouncementChangedError(draft.id)
        saying = Saying(draft.id, language, draft.stamp_of(language))
        await announcing_desk.expect(actor, SAY, *saying.words)
        await show_in_place(query, actor, answers, views.ask_words(draft, language, actor.language))


def _answered(router: Router) -> None:
    @router.message(_is(Step.ANSWER))
    async def answered(
        message: Message,
        actor: Actor,
        answers: Answers,
        say_version: SayVersion,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        saying, sent = _saying(actor), _sent(message)
        try:
            said = await _kept(message, content_of(message), saying, answers)
        except KeruenError as error:
            refused = saying.after(Mode.REFUSED, sent)
            await announcing_desk.expect(actor, SAY, *refused.words)
            await say(actor, answers, views.ask_again(saying.draft, error, actor.language))
            return
        source = Source(message.chat.id, (message.message_id,))
        kept = await say_version(actor, saying.draft, saying.language, said, source, saying.seen)
        taken = Saying(kept.draft.id, saying.language, saying.seen).after(Mode.TAKEN, sent)
        await announcing_desk.expect(actor, SAY, *taken.words)
        happened = views.happened(kept.instead_of, kept.draft, bool(sent.group), actor.language)
        gathering = saying.language if sent.group else None
        await say(
            actor,
            answers,
            await announcing_desk.draft(actor, kept.draft.id, happened, gathering),
        )


def _along(router: Router) -> None:
    @router.message(_is(Step.MORE))
    async def continued(
        message: Message,
        actor: Actor,
        answers: Answers,
        add_to_album: AddToAlbum,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        """The screen stands under the album's first message already: nothing is said of more."""
        saying, sent = _saying(actor), _sent(message)
        try:
            album = await add_to_album(
                actor,
                saying.draft,
                saying.language,
                content_of(message),
                message.message_id,
                saying.first,
            )
        except (AnnouncementChangedError, UnknownAnnouncementError) as error:
            await announcing_desk.expect(actor, SAY, *saying.after(Mode.SAID, sent).words)
            await say(actor, answers, await announcing_desk.now(actor, error))
            return
        except KeruenError as error:
            await announcing_desk.expect(actor, SAY, *saying.after(Mode.SAID, sent).words)
            happened = escape(sentence(error, actor.language))
            await say(actor, answers, await announcing_desk.draft(actor, saying.draft, happened))
            return
        if album.messages == MOST_IN_ALBUM:
            await announcing_desk.expect(actor, SAY, *saying.after(Mode.FULL, sent).words)

    @router.message(_is(Step.BEYOND))
    async def too_much(
        message: Message, actor: Actor, answers: Answers, announcing_desk: AnnouncingDesk
    ) -> None:
        """An album of eleven comes as one of ten and one more; a long text comes in pieces."""
        saying = _saying(actor)
        await announcing_desk.expect(actor, SAY, *saying.after(Mode.SAID, _sent(message)).words)
        happened = views.too_much(actor.language, is_album=saying.mode is Mode.FULL)
        await say(actor, answers, await announcing_desk.draft(actor, saying.draft, happened))

    @router.message(_is(Step.SILENT))
    async def silent(message: Message) -> None:
        """All of it was said when the first of these came."""


def _edited(router: Router) -> None:
    @router.edited_message(Fits(F.text | F.caption | F.photo | F.video | F.document | F.audio))
    async def edited(
        message: Message, actor: Actor, answers: Answers, follow_edit: FollowEdit
    ) -> None:
        """In the chat an author puts right what they wrote: so does the draft."""
        if not actor.is_private:
            return
        try:
            draft = await follow_edit(actor, message.message_id, lambda: content_of(message))
        except (CannotCarryError, TooLongError) as error:
            await say(actor, answers, Outgoing(escape(sentence(error, actor.language))))
            return
        if draft is not None:
            await say(actor, answers, views.edited(draft, actor.language))


async def _kept(message: Message, said: Outgoing, saying: Saying, answers: Answers) -> Outgoing:
    """A poll is put to its author once and forwarded from there: all votes count together."""
    if said.poll is None:
        return said
    sent = await answers.send(message.chat.id, said)
    if sent is None:
        raise PollNotSentError(saying.draft)
    # The question is kept for lists and searches: a forward shows nothing but what it forwards.
    forwarded = Forwarded(message.chat.id, (sent,), is_poll=True)
    return Outgoing(Markup(said.poll.question), forwarded=forwarded)


def _is(step: Step) -> Callable[[Message, Actor], Awaitable[bool]]:
    """Whether a message is that to the question that is open. A command is nothing to any."""

    async def is_so(message: Message, actor: Actor) -> bool:
        saying = Saying.read(words_of(actor, SAY))
        is_said = message.content_type in SAID | REFUSED
        if saying is None or not is_said or (message.text or "").startswith("/"):
            return False
        return saying.step(_sent(message)) is step

    return is_so


def _saying(actor: Actor) -> Saying:
    saying = Saying.read(words_of(actor, SAY))
    if saying is None:
        raise WrongChoiceError(SAY)
    return saying


def _sent(message: Message) -> Sent:
    return Sent(
        message.message_id,
        int(message.date.timestamp()),
        message.media_group_id or "",
        bool(message.photo or message.video or message.document or message.audio),
    )
