"""Recognizing who is asking: the chat's row, the person's role, the language to answer in."""

from dataclasses import dataclass

from accounts.actor import Actor
from accounts.languages import client_language
from accounts.rights import Rights
from common.clock import Clock
from model.ids import ChatId
from model.people import ChatKind, Language
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Sender:
    """What an update tells of where it comes from."""

    chat_id: int
    kind: ChatKind
    user_id: int | None
    language_code: str | None = None
    thread_id: int | None = None
    speaks_as_chat: bool = False
    title: str | None = None


class Recognize:
    """One read per update."""

    def __init__(self, database: Database, rights: Rights, default_language: Language) -> None:
        self._database = database
        self._rights = rights
        self._default_language = default_language

    async def __call__(self, sender: Sender) -> Actor:
        async with self._database.reading() as db:
            subscriber, held = await db.subscribers.with_role(sender.chat_id, sender.user_id)
        role = self._rights.given(sender.user_id, held)
        if subscriber is not None:
            language = subscriber.language
        else:
            language = client_language(sender.language_code, self._default_language)
        return Actor(
            chat_id=ChatId(sender.chat_id),
            kind=sender.kind,
            user_id=sender.user_id,
            language=language,
            role=role,
            subscriber=subscriber,
            thread_id=sender.thread_id,
            speaks_as_chat=sender.speaks_as_chat,
            title=sender.title,
        )


class NoteSeen:
    """On which day a chat last spoke or pressed: announcements can be for those who did of late.

    Asked after every update and written once a day, when the answer is out.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, actor: Actor) -> None:
        """A newcomer was seen when their row was made."""
        now = self._clock.now()
        if actor.subscriber is None or actor.subscriber.was_seen_today(now):
            return
        async with self._database.writing() as db:
            await db.subscribers.see(actor.chat_id, now)
