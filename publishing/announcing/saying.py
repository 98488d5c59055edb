"""What is said in a language, as it comes from an author: one message, or an album of them.

hold the draft | is the version still the one that was seen? | save it; or else in a new draft

Nobody's words are lost in silence: what was written while somebody else changed, sent or deleted
the draft becomes a draft of its own, and nothing of the other's is overwritten.
"""

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass, replace

from accounts.actor import Actor
from common.clock import Clock
from delivery.contents import MOST_IN_ALBUM, AlbumItem, make_an_album
from delivery.outgoing import Outgoing
from model.announcements import Announcement, Announcing, Source
from model.ids import AnnouncementId, ChatId
from model.people import Language
from publishing.announcing.changes import saying
from publishing.announcing.drafting import (
    CHANGEABLE,
    NOT_SENT,
    blank,
    copied,
    record_change,
    words_of,
)
from publishing.announcing.errors import (
    AlbumFullError,
    AnnouncementChangedError,
    CannotCarryError,
    UnknownAnnouncementError,
)
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Said:
    """The draft that says it now."""

    draft: Announcement
    instead_of: AnnouncementId | None = None
    """The draft that it was meant for and that became another meanwhile: `draft` is a new one."""


class SayVersion:
    """A version of a draft is what its author has just sent; `seen` is its stamp when asked for."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(
        self,
        actor: Actor,
        number: AnnouncementId,
        language: Language,
        said: Outgoing,
        source: Source,
        seen: str,
    ) -> Said:
        now = self._clock.now()
        change = saying(language, said, source)
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            draft = await db.announcements.get(number, hold=True)
            if draft is not None and _is_as_seen(draft, language, seen):
                return Said(await record_change(db, draft, change(draft), now))
            if draft is not None and draft.sources.get(language) == source:
                return Said(draft)  # an update that came twice
            old = (
                blank(acting.user_id, now) if draft is None else copied(draft, acting.user_id, now)
            )
            anew = change(old)
            return Said(await db.announcements.add(anew, words_of(anew)), instead_of=number)


class AddToAlbum:
    """One more message of an album whose message `first` was taken already."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(
        self,
        actor: Actor,
        number: AnnouncementId,
        language: Language,
        item: Outgoing,
        message_id: int,
        first: int,
    ) -> Outgoing:
        """The album so far. AlbumFullError, and AnnouncementChangedError where it is gone."""
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = await db.announcements.get(number, hold=True)
            if draft is None:
                raise UnknownAnnouncementError(number)
            source = draft.sources.get(language)
            is_there = source is not None and first in source.message_ids
            if draft.state not in CHANGEABLE or source is None or not is_there:
                raise AnnouncementChangedError(number)
            so_far = Outgoing.from_json(draft.versions[language])
            album, source = joined(so_far, source, item, message_id)
            change = saying(language, album, source)
            await record_change(db, draft, change(draft), self._clock.now())
            return album


class FollowEdit:
    """An author edits a message in the chat: the draft that was taken from it says so too."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(
        self, actor: Actor, message_id: int, edited: Callable[[], Outgoing]
    ) -> Announcement | None:
        """The announcement, if one was taken from the message and is not sent yet.

        Confirmed already, it stays as it is: see its state. `edited` is asked only where it counts.
        """
        async with self._database.reading() as db:
            if await self._rights.held(db, actor.user_id) < Announcing.WRITE:
                return None
            found = _taken_from(await db.announcements.among(NOT_SENT), actor.chat_id, message_id)
        if found is None or found[0].state not in CHANGEABLE:
            return None if found is None else found[0]
        said = edited()
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = await db.announcements.get(found[0].id, hold=True)
            there = _taken_from([] if draft is None else [draft], actor.chat_id, message_id)
            if there is None or there[0].state not in CHANGEABLE:
                return None if there is None else there[0]
            draft, language = there
            source = draft.sources[language]
            so_far = Outgoing.from_json(draft.versions[language])
            at = source.message_ids.index(message_id)
            change = saying(language, with_item(so_far, at, said), source)
            return await record_change(db, draft, change(draft), self._clock.now())


def joined(
    album: Outgoing, source: Source, item: Outgoing, message_id: int
) -> tuple[Outgoing, Source]:
    """The album with one more message, in the order of their ids; AlbumFullError. Pure."""
    if message_id in source.message_ids:
        return album, source  # an update that came twice
    if len(source.message_ids) >= MOST_IN_ALBUM:
        raise AlbumFullError(MOST_IN_ALBUM)
    at = bisect(source.message_ids, message_id)
    ids = (*source.message_ids[:at], message_id, *source.message_ids[at:])
    grown = replace(source, message_ids=ids)
    if album.forwarded is not None:
        words = album.text or item.text
        return replace(
            album, text=words, forwarded=replace(album.forwarded, message_ids=ids)
        ), grown
    items = album.album or (_item(album),)
    items = (*items[:at], _item(item), *items[at:])
    if not make_an_album([one.media.kind for one in items]):
        raise CannotCarryError("album")
    return Outgoing(album=items), grown


def with_item(album: Outgoing, at: int, edited: Outgoing) -> Outgoing:
    """What is said, with one of its messages edited. Pure."""
    if not album.album:
        return edited
    items = (*album.album[:at], _item(edited), *album.album[at + 1 :])
    if not make_an_album([one.media.kind for one in items]):
        raise CannotCarryError("album")
    return replace(album, album=items)


def _item(outgoing: Outgoing) -> AlbumItem:
    if outgoing.media is None:
        raise CannotCarryError("album")
    return AlbumItem(outgoing.media, outgoing.text, outgoing.entities)


def _is_as_seen(draft: Announcement, language: Language, seen: str) -> bool:
    return draft.state in CHANGEABLE and draft.stamp_of(language) == seen


def _taken_from(
    drafts: list[Announcement], chat_id: ChatId, message_id: int
) -> tuple[Announcement, Language] | None:
    """The newest of them that was taken from a message, and its version."""
    return next(
        (
            (one, language)
            for one in drafts
            for language, source in one.sources.items()
            if source.chat_id == chat_id and message_id in source.message_ids
        ),
        None,
    )
