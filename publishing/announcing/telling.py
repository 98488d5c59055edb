"""Telling those who watch announcements how far they are: messages edited as the sending goes on.

what is to be told | figures | what each reads | whose turn it is | edit | note what came of it

Of several processes one tells at a time. Edits go through the limiter like answers, and there are
so few of them that answers notice nothing. What reads the same is not edited.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from common.clock import Clock
from delivery.answers import Answers, Edited
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Announcing, Watcher
from model.ids import AnnouncementId
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.watching import figures, mark
from storage.announcement_progress import Stand
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_watching import Seen, progress

LEAST_SECONDS = 3.0
"""Between two edits of one message."""
MOST_SECONDS = 15.0
COSTS = 20.0
"""So many times as long as counting took, nothing is counted again."""
SLACK = 0.8
"""Of the time between two edits: a look that comes a little early takes its turn all the same."""
SETTLES = timedelta(seconds=1)
"""After a change: whoever made it is shown what came of it by the answer to their press."""
SHOWS_ITSELF = timedelta(seconds=3)
"""After the beginning: whoever pressed the button has a message by then."""
GOES_ON = timedelta(days=7)
"""So long after the end the last edit is tried."""


@dataclass(frozen=True, slots=True)
class _Look:
    stand: Stand
    """How it stood."""
    next_at: float
    """When to look again although it stands as it did, by the monotonic clock."""


class TellProgress:
    """Each second: those who watch what is being sent are told how far it is, when it is time."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, answers: Answers
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._answers = answers
        self._looks: dict[AnnouncementId, _Look] = {}
        self._telling = False

    async def __call__(self) -> int:
        """How many messages were edited or sent. While one look waits for Telegram, 0."""
        if self._telling:
            return 0
        self._telling = True
        try:
            return await self._tell_all()
        finally:
            self._telling = False

    async def _tell_all(self) -> int:
        async with self._database.reading() as db:
            stands = await db.progress.to_be_told(self._clock.now() - GOES_ON)
        self._looks = {one.id: self._looks[one.id] for one in stands if one.id in self._looks}
        return sum([await self._look(stand) for stand in stands if self._is_due(stand)])

    def _is_due(self, stand: Stand) -> bool:
        if self._clock.now() - stand.changed_at < SETTLES:
            return False
        look = self._looks.get(stand.id)
        if look is None or look.stand != stand:
            return True
        return self._clock.monotonic() >= look.next_at

    async def _look(self, stand: Stand) -> int:
        now, began = self._clock.now(), self._clock.monotonic()
        if not stand.was_told:
            await self._invite(stand.id, now)
        async with self._database.reading() as db:
            announcement = await db.announcements.get(stand.id)
            if announcement is None or not announcement.watchers:
                pause = float("inf") if stand.state.is_over else LEAST_SECONDS
                self._looks[stand.id] = _Look(stand, began + pause)
                return 0
            seen = await figures(db, announcement, now)
            said = {one: await self._said(db, one, seen) for one in announcement.watchers}
        pause = seconds_between(announcement, now, self._clock.monotonic() - began)
        self._looks[stand.id] = _Look(stand, began + pause)
        return await self._tell(seen, said, timedelta(seconds=pause * SLACK))

    async def _invite(self, number: AnnouncementId, now: datetime) -> None:
        """Whoever said that it may go watches it: who pressed no button now is sent a message."""
        async with self._database.writing() as db:
            announcement = await db.announcements.get(number, hold=True)
            if announcement is None:
                return
            if not await db.progress.begin_telling(number, announcement.started_at or now):
                return
            chats = {one.chat_id for one in announcement.watchers}
            watchers = list(announcement.watchers)
            for user in {announcement.confirmed_by, announcement.approved_by} - chats:
                person = None if user is None else await db.subscribers.get(user)
                if person is not None and person.unreachable_at is None:
                    zone = person.schedule.timezone
                    watchers.append(Watcher(person.chat_id, 0, person.language, zone))
            await db.announcements.save(replace(announcement, watchers=tuple(watchers)))

    async def _said(self, db: Transaction, watcher: Watcher, seen: Seen) -> Outgoing | None:
        """What the message should read; None where its reader lost the right to know."""
        held = await self._rights.held(db, watcher.chat_id)
        if held < Announcing.WRITE:
            return None
        theirs = replace(seen, may_stop=held >= Announcing.SEND)
        return progress(theirs, watcher.timezone, watcher.language)

    async def _tell(
        self, seen: Seen, said: Mapping[Watcher, Outgoing | None], pause: timedelta
    ) -> int:
        """Edit what reads otherwise by now, if it is this process's turn."""
        new = {
            watcher: outgoing
            for watcher, outgoing in said.items()
            if outgoing is not None and mark(outgoing) != watcher.shown and _has_come(watcher, seen)
        }
        if new and not await self._takes_turn(seen, pause):
            return 0
        told = await asyncio.gather(*(self._show(*each) for each in new.items()))
        after = {one: None if outgoing is None else one for one, outgoing in said.items()}
        after |= dict(zip(new, told, strict=True))
        if seen.is_over:  # whoever reads so needs no edit any more
            after = {one: _unless_shown(now, said[one]) for one, now in after.items()}
        await self._note(seen.announcement.id, after)
        return len(new)

    async def _takes_turn(self, seen: Seen, pause: timedelta) -> bool:
        async with self._database.writing() as db:
            return await db.progress.take_telling(seen.announcement.id, seen.now - pause, seen.now)

    async def _show(self, watcher: Watcher, outgoing: Outgoing) -> Watcher | None:
        """The watcher as it is from now on; None where there is nothing to edit any more."""
        shown = replace(watcher, shown=mark(outgoing))
        if not watcher.message_id:
            sent = await self._answers.send(watcher.chat_id, outgoing)
            return watcher if sent is None else replace(shown, message_id=sent)
        match await self._answers.rewrite(watcher.chat_id, watcher.message_id, outgoing):
            case Edited.DONE:
                return shown
            case Edited.NEVER:
                return None
            case Edited.NOT_NOW:
                return watcher

    async def _note(self, number: AnnouncementId, after: Mapping[Watcher, Watcher | None]) -> None:
        """Who watches it from now on; who came or went meanwhile is left as they are."""
        if all(before == now for before, now in after.items()):
            return
        async with self._database.writing() as db:
            announcement = await db.announcements.get(number, hold=True)
            if announcement is not None:
                stay = (after.get(one, one) for one in announcement.watchers)
                watchers = tuple(one for one in stay if one is not None)
                await db.announcements.save(replace(announcement, watchers=watchers))


def seconds_between(announcement: Announcement, now: datetime, cost: float) -> float:
    """How long the messages of those who watch stay as they are; `cost`: seconds of counting.

    What takes an hour is not told by the second, and all of them are one edit a second at most.
    """
    if announcement.state is AnnouncementState.PAUSED:
        return MOST_SECONDS
    minutes = (now - (announcement.started_at or now)).total_seconds() / 60
    by_length = min(max(minutes, LEAST_SECONDS), MOST_SECONDS)
    return max(by_length, COSTS * cost, float(len(announcement.watchers)))


def _has_come(watcher: Watcher, seen: Seen) -> bool:
    """Who pressed the button has a message within a moment; only others are sent one."""
    begun = seen.announcement.started_at or seen.now
    return bool(watcher.message_id) or seen.now - begun >= SHOWS_ITSELF


def _unless_shown(watcher: Watcher | None, said: Outgoing | None) -> Watcher | None:
    is_shown = watcher is not None and said is not None and watcher.shown == mark(said)
    return None if is_shown else watcher
