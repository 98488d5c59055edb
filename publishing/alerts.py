"""Telling new stories at once to those who asked.

new since the last look | wishes they fit | chats of these, slice by slice: decide, render, enqueue
"""

import asyncio
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from common.clock import Clock
from model.alerts import Alert, AlertReader, Wish
from model.editions import Candidate
from model.ids import BodyId, StoryId, SubscriberId
from model.outbox import NewRow, Priority
from publishing.alert_bodies import AlertBodies, AlertBody
from publishing.alerting import FRESH, Matcher, Reason, decide
from publishing.choosing import OVERLAP
from publishing.digests import BREATH, SLICE
from storage.database import Database
from storage.editions import ALERT
from storage.transaction import Transaction
from views.links import BotLinks

LOOKED_AT = "alerts"
"""The key under which the last look is remembered."""

TWO_DAYS = timedelta(days=2)
"""No chat's day, wherever it lives, reaches further back."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: stories stored until a moment, and by name those of its last minutes,

    which the next look meets again (OVERLAP).
    """

    at: datetime
    last_id: StoryId
    seen: frozenset[tuple[StoryId, datetime]] = frozenset()

    def to_json(self) -> str:
        seen = [[story, at.isoformat()] for story, at in sorted(self.seen)]
        return json.dumps([self.at.isoformat(), self.last_id, seen])

    @classmethod
    def of_json(cls, kept: str) -> "Looked":
        at, last_id, seen = json.loads(kept)
        named = frozenset((StoryId(story), datetime.fromisoformat(when)) for story, when in seen)
        return cls(datetime.fromisoformat(at), StoryId(last_id), named)

    def after(self, stories: Collection[Candidate], now: datetime) -> "Looked":
        seen = self.seen | {(one.id, one.stored_at) for one in stories}
        return Looked(
            now,
            max([self.last_id, *(one.id for one in stories)]),
            frozenset(one for one in seen if one[1] > now - OVERLAP),
        )


class SendAlerts:
    """Enqueues an alert of each new story for every chat that wants to be told of it at once.

    A crash between two slices begins the look anew: what a chat was told of is known.
    """

    def __init__(self, database: Database, clock: Clock, links: BotLinks) -> None:
        self._database = database
        self._clock = clock
        self._links = links

    async def __call__(self) -> int:
        """How many were enqueued."""
        now = self._clock.now()
        return await self._tell_new(now) + await self._tell_held(now)

    async def _tell_new(self, now: datetime) -> int:
        async with self._database.reading() as db:
            look = await _last_look(db, now)
            stored = await db.stories.stored_since(look.at - OVERLAP, look.last_id, now)
            new = [one for one in stored if (one.id, one.stored_at) not in look.seen]
            if not new:
                return 0
            fresh = [one for one in new if one.stored_at > now - FRESH]
            telling = _Telling(now, fresh, AlertBodies(self._links, now))
            wishes = await db.alerts.wishes(now) if fresh else []
        chats = sorted(chat for chat, wish in wishes if telling.matcher.fitting(wish))
        enqueued = 0
        for start in range(0, len(chats), SLICE):
            async with self._database.writing() as db:
                await db.editions.take_turn()
                enqueued += await telling.tell(db, chats[start : start + SLICE])
            await asyncio.sleep(BREATH)
        async with self._database.writing() as db:
            await db.key_values.set(LOOKED_AT, look.after(new, now).to_json())
        return enqueued

    async def _tell_held(self, now: datetime) -> int:
        """What quiet hours held back: decided anew, for much may have happened since."""
        enqueued = 0
        bodies = AlertBodies(self._links, now)
        while chats := await self._due_chats(now):
            async with self._database.writing() as db:
                await db.editions.take_turn()
                due = await db.alerts.take_due(chats, now)
                stories = await db.alerts.stories({one.story_id for one in due})
                telling = _Telling(now, stories.values(), bodies)
                only = {(one.subscriber_id, one.story_id) for one in due}
                enqueued += await telling.tell(db, chats, only)
            await asyncio.sleep(BREATH)
        return enqueued

    async def _due_chats(self, now: datetime) -> list[SubscriberId]:
        async with self._database.reading() as db:
            return await db.alerts.due_chats(now, SLICE)


async def _last_look(db: Transaction, now: datetime) -> Looked:
    kept = await db.key_values.get(LOOKED_AT)
    if kept is None:  # the first of all: what was there before is the digest's
        return Looked(now - OVERLAP, await db.stories.last_id())
    return Looked.of_json(kept)


Pairs = Collection[tuple[SubscriberId, StoryId]]


class _Telling:
    """Decides and enqueues for slices of chats."""

    def __init__(self, now: datetime, stories: Collection[Candidate], bodies: AlertBodies) -> None:
        self._now = now
        self._stories = {one.id: one for one in stories}
        self._bodies = bodies
        self.matcher = Matcher(stories)

    async def tell(
        self, db: Transaction, chats: Sequence[SubscriberId], only: Pairs | None = None
    ) -> int:
        """How many are enqueued, in the turn of who makes editions.

        `only`: not whatever fits, but of these pairs what fits.
        """
        readers = await db.alerts.readers(chats, self._now)
        fitting = {one.reader.id: self._fitting(one, only) for one in readers}
        known, in_digests = await self._past(db, fitting)
        rows: list[NewRow] = []
        told: list[Alert] = []
        held: list[Alert] = []
        for one in readers:
            decided = decide(
                fitting[one.reader.id],
                one.alerts,
                one.reader.schedule.timezone,
                one.reader.next_digest_at,
                known.get(one.reader.id, ()),
                in_digests.get(one.reader.id, ()),
                self._now,
            )
            for story in decided.now:
                why = fitting[one.reader.id][story]
                body = await self._bodies.of(db, AlertBody.for_reader(story, one, why))
                if body is not None:
                    rows.append(_row(one, story, body, self._now))
                    told.append(Alert(one.reader.id, story, self._now))
            if decided.until is not None:
                held += [Alert(one.reader.id, story, decided.until) for story in decided.held]
        ids = await db.outbox.enqueue(rows, self._now)
        entered = [
            replace(alert, row_id=row)
            for alert, row in zip(told, ids, strict=True)
            if row is not None
        ]
        await db.alerts.enter(entered + held)
        return len(entered)

    def _fitting(self, one: AlertReader, only: Pairs | None) -> dict[StoryId, Reason]:
        fitting = self.matcher.fitting(Wish(one.alerts, one.reader.choices))
        if only is None:
            return fitting
        return {story: why for story, why in fitting.items() if (one.reader.id, story) in only}

    async def _past(
        self, db: Transaction, fitting: Mapping[SubscriberId, Collection[StoryId]]
    ) -> tuple[dict[SubscriberId, list[Alert]], dict[SubscriberId, set[StoryId]]]:
        """What these chats were told at once, and what digests brought them, as far as it counts

        for the stories that fit.
        """
        stories = {story for each in fitting.values() for story in each}
        if not stories:
            return {}, {}
        known: dict[SubscriberId, list[Alert]] = {}
        for one in await db.alerts.known(fitting.keys(), self._now - TWO_DAYS, stories):
            known.setdefault(one.subscriber_id, []).append(one)
        since = min(self._stories[story].stored_at for story in stories)
        return known, await db.alerts.in_digests(fitting.keys(), since)


def _row(one: AlertReader, story: StoryId, body: BodyId, now: datetime) -> NewRow:
    return NewRow(
        subscriber_id=one.reader.id,
        chat_id=one.reader.chat_id,
        body_id=body,
        unique_key=f"alert:{one.reader.id}:{story}",
        kind=ALERT,
        priority=Priority.NOTICE,
        not_before=now,
    )
