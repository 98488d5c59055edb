"""Watching an announcement on its way: a message of the bot's says how far it is.

The chat and the message stand with the announcement, so that a restart goes on with the same
message; telling.py edits it. One message a chat: a newer one takes the place of the last.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from accounts.actor import Actor
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Announcing, Watcher
from model.ids import AnnouncementId
from publishing.announcing.errors import UnknownAnnouncementError
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_watching import Seen

SPEED_SECONDS = 20
"""The speed is that of the last so many seconds."""
LEAST_SPEED_SECONDS = 2
"""In fewer nothing can be said of it."""

LISTED = frozenset(
    {
        AnnouncementState.SENDING,
        AnnouncementState.PAUSED,
        AnnouncementState.SCHEDULED,
        AnnouncementState.AWAITING,
    }
)


class ListUnderWay:
    """What is being sent or paused, and then what waits: for its moment the next first."""

    def __init__(self, database: Database, rights: AnnouncingRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor) -> list[Announcement]:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            found = await db.announcements.among(LISTED)
        return sorted(found, key=_order)


def _order(one: Announcement) -> tuple[bool, datetime]:
    return not one.state.is_under_way, one.starts_at or one.changed_at


class SeeProgress:
    """How far one announcement is, as the actor may see it."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Seen:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            announcement = await db.announcements.get(number)
            if announcement is None:
                raise UnknownAnnouncementError(number)
            held = await self._rights.held(db, actor.user_id)
            seen = await figures(db, announcement, self._clock.now())
        return replace(seen, may_stop=held >= Announcing.SEND)


class WatchProgress:
    """From now on a message tells how far it is; it takes the place of the chat's last one."""

    def __init__(self, database: Database, rights: AnnouncingRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(
        self, actor: Actor, seen: Seen, message_id: int, timezone: str, shown: Outgoing
    ) -> int | None:
        """`shown` is what the message reads. Returns which other one of the chat told it before."""
        watcher = Watcher(actor.chat_id, message_id, actor.language, timezone, mark(shown))
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            announcement = await db.announcements.get(seen.announcement.id, hold=True)
            if announcement is None:
                return None
            mine = [one for one in announcement.watchers if one.chat_id == actor.chat_id]
            watchers = tuple(one for one in announcement.watchers if one not in mine)
            if not seen.is_over:
                watchers = (*watchers, watcher)
            await db.announcements.save(replace(announcement, watchers=watchers))
        return next((one.message_id for one in mine if one.message_id not in (0, message_id)), None)


class LeaveProgress:
    """A message is going to say something else: it tells nothing of the announcement any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, actor: Actor, number: AnnouncementId, message_id: int) -> None:
        where = (actor.chat_id, message_id)
        async with self._database.reading() as db:
            announcement = await db.announcements.get(number)
        if announcement is None or not _told_in(announcement, where):
            return
        async with self._database.writing() as db:
            announcement = await db.announcements.get(number, hold=True)
            if announcement is not None:
                told = _told_in(announcement, where)
                left = tuple(one for one in announcement.watchers if one not in told)
                await db.announcements.save(replace(announcement, watchers=left))


def _told_in(announcement: Announcement, where: tuple[int, int]) -> list[Watcher]:
    return [one for one in announcement.watchers if (one.chat_id, one.message_id) == where]


async def figures(db: Transaction, announcement: Announcement, now: datetime) -> Seen:
    """How far an announcement is, with its speed since it was begun or resumed, or of late."""
    since = now - timedelta(seconds=SPEED_SECONDS)
    since = max(since, announcement.resumed_at or since)
    progress = await db.progress.of(announcement.id, now, since)
    seconds = (now - since).total_seconds()
    has_speed = seconds >= LEAST_SPEED_SECONDS
    return Seen(announcement, progress, now, progress.ended_lately / seconds if has_speed else None)


def mark(outgoing: Outgoing) -> str:
    """What a message reads, in short."""
    return sha256(outgoing.to_json().encode()).hexdigest()[:12]
