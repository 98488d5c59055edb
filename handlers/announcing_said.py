"""What is to be announced comes in here: a message, or an album one message at a time."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from delivery.contents import Forwarded
from delivery.outgoing import Outgoing
from handlers.announcing_content import REFUSED, content_of, with_more
from handlers.announcing_desk import (
    LANGUAGES,
    SAY,
    AnnouncingDesk,
    language_of,
    number_of,
    words_of,
)
from handlers.filters import SAID, Fits
from handlers.showing import say, show_in_place
from model.ids import AnnouncementId
from model.people import Language
from publishing.announcing.changes import saying
from publishing.announcing.drafting import ChangeDraft, OpenAnnouncement
from publishing.announcing.errors import AlbumFullError, PollNotSentError
from views import announcing as views
from views.callbacks import number
from views.texts import Texts

QUESTION = SAY


def router() -> Router:
    router = Router(name="announcing-said")

    @router.callback_query(Fits(F.data.startswith("announce:say:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await open_announcement(actor, number_of(query))
        language = language_of(query) or actor.language
        await announcing_desk.expect(actor, SAY, draft.id, language)
        shown = views.ask_words(draft, language, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.message(_continues_album)
    async def continued(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        open_announcement: OpenAnnouncement,
    ) -> None:
        """The screen stands under the album's first message already: nothing is said of more."""
        which, language = _asked(actor)
        draft = await open_announcement(actor, which)
        if (so_far := draft.versions.get(language)) is None:
            return  # taken away meanwhile
        album = with_more(Outgoing.from_json(so_far), message)
        if album is None:
            raise AlbumFullError(which)
        await change_draft(actor, which, saying(language, album))

    @router.message(_answers)
    async def answered(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        which, language = _asked(actor)
        said = await _kept(message, content_of(message), which, answers)
        await change_draft(actor, which, saying(language, said))
        happened = None
        if message.media_group_id is None:
            await announcing_desk.expect_nothing(actor)
        else:
            await announcing_desk.expect(actor, SAY, which, language, message.media_group_id)
            happened = Texts(actor.language)("announce-album-comes")
        await say(actor, answers, await announcing_desk.draft(actor, which, happened))

    @router.message(_is_too_much)
    async def too_much(message: Message, actor: Actor) -> None:
        """An album of eleven comes as one of ten and one more."""
        raise AlbumFullError(_asked(actor)[0])

    return router


async def _kept(
    message: Message, said: Outgoing, which: AnnouncementId, answers: Answers
) -> Outgoing:
    """A poll is put to its author once and forwarded from there: all votes count together."""
    if said.poll is None:
        return said
    sent = await answers.send(message.chat.id, said)
    if sent is None:
        raise PollNotSentError(which)
    # The question is kept for lists and searches: a forward shows nothing but what it forwards.
    return Outgoing(Markup(said.poll.question), forwarded=Forwarded(message.chat.id, (sent,)))


async def _answers(message: Message, actor: Actor) -> bool:
    """The answer to the question; a command is one to nothing."""
    return _is_said(message) and len(words_of(actor, SAY)) == 2


async def _continues_album(message: Message, actor: Actor) -> bool:
    words = words_of(actor, SAY)
    return len(words) == 3 and words[2] == message.media_group_id


async def _is_too_much(message: Message, actor: Actor) -> bool:
    is_file = bool(message.photo or message.video or message.document or message.audio)
    return is_file and len(words_of(actor, SAY)) == 3


def _is_said(message: Message) -> bool:
    is_said = message.content_type in SAID | REFUSED
    return is_said and not (message.text or "").startswith("/")


def _asked(actor: Actor) -> tuple[AnnouncementId, Language]:
    words = words_of(actor, SAY)
    found, language = number(words[0]), LANGUAGES.get(words[1]) if len(words) > 1 else None
    if found is None or language is None:
        raise WrongChoiceError(SAY)
    return AnnouncementId(found), language
