"""Telling at once what changed in followed projects, to those who asked.

changed since the last look | chats that follow it at once, slice by slice | all they have not had
of these projects | quiet hours | so many a day | render, enqueue
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from common.clock import Clock
from model.editions import Reader
from model.following import ProjectNews, ToldChange
from model.ids import NO_CHANGE, BodyId, ChangeId, ProjectId, SubscriberId
from model.outbox import NewRow, Priority
from model.people import Alerts
from model.projects import Change, FollowKind
from projects.followed import Followed, news_of
from publishing.alerting import SOON, end_of_quiet
from publishing.alerts import TWO_DAYS
from publishing.choosing import OVERLAP
from publishing.composing import Composer
from publishing.digests import BREATH, SLICE
from publishing.edition_bodies import look_of
from storage.database import Database
from storage.editions import FOLLOWED
from storage.transaction import Transaction
from views.digest import Look
from views.following import news_message
from views.links import BotLinks

LOOKED_AT = "followed"
"""The key under which the last look is remembered."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: changes until a moment, and those of its last minutes, which the next

    look meets again (OVERLAP).
    """

    at: datetime
    last_id: ChangeId
    seen: frozenset[ChangeId] = frozenset()

    def to_json(self) -> str:
        return json.dumps([self.at.isoformat(), self.last_id, sorted(self.seen)])

    @classmethod
    def of_json(cls, kept: str) -> "Looked":
        at, last_id, seen = json.loads(kept)
        return cls(datetime.fromisoformat(at), ChangeId(last_id), frozenset(map(ChangeId, seen)))

    def after(self, met: Sequence[Change], now: datetime) -> "Looked":
        late = frozenset(one.id for one in met if one.at > now - OVERLAP)
        return Looked(now, max([self.last_id, *(one.id for one in met)]), late)


class SendProjectNews:
    """Enqueues a message for each project that changed, for every chat that follows it at once.

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
            kept = await db.key_values.get(LOOKED_AT)
            # The first look of all: what was there before is the digest's.
            last = await db.projects.last_change_id() if kept is None else NO_CHANGE
            look = Looked(now, last) if kept is None else Looked.of_json(kept)
            met = await db.projects.changes_since(look.at - OVERLAP, look.last_id, now)
            new = [one for one in met if one.id not in look.seen]
            projects = await db.projects.by_ids({one.project_id for one in new})
            chats = await db.follows.chats_at_once(_by_kind(Followed(new, projects).keys))
        changed = {one.project_id for one in new}
        enqueued = 0
        for start in range(0, len(chats), SLICE):
            async with self._database.writing() as db:
                await db.editions.take_turn()
                telling = _Telling(db, now, self._links)
                wanted = dict.fromkeys(chats[start : start + SLICE], changed)
                enqueued += await telling.tell(wanted)
            await asyncio.sleep(BREATH)
        if new or kept is None or look.at <= now - OVERLAP:
            async with self._database.writing() as db:
                await db.key_values.set(LOOKED_AT, look.after(met, now).to_json())
        return enqueued

    async def _tell_held(self, now: datetime) -> int:
        """What quiet hours held back: decided anew, for much may have happened since."""
        enqueued = 0
        while chats := await self._due_chats(now):
            async with self._database.writing() as db:
                await db.editions.take_turn()
                due = await db.follows.take_due(chats, now)
                held = {change for changes in due.values() for change in changes}
                of = {one.id: one.project_id for one in await db.projects.changes_by_ids(held)}
                wanted = {chat: {of[one] for one in changes} for chat, changes in due.items()}
                enqueued += await _Telling(db, now, self._links).tell(wanted)
            await asyncio.sleep(BREATH)
        return enqueued

    async def _due_chats(self, now: datetime) -> list[SubscriberId]:
        async with self._database.reading() as db:
            return await db.follows.due_chats(now, SLICE)


def _by_kind(keys: Iterable[tuple[FollowKind, str]]) -> dict[FollowKind, set[str]]:
    found: defaultdict[FollowKind, set[str]] = defaultdict(set)
    for kind, key in keys:
        found[kind].add(key)
    return found


Entries = Mapping[ChangeId, Change]


class _Telling:
    """Decides and enqueues for one slice of chats, in the turn of who makes editions."""

    def __init__(self, db: Transaction, now: datetime, links: BotLinks) -> None:
        self._db = db
        self._now = now
        self._links = links
        self._bodies: dict[tuple[tuple[ChangeId, ...], Look], BodyId] = {}

    async def tell(self, wanted: Mapping[SubscriberId, Collection[ProjectId]]) -> int:
        """How many are enqueued: to each chat at most one for each of these projects."""
        readers = await self._db.follows.readers(wanted.keys(), self._now)
        pending = await self._pending([reader for reader, _ in readers])
        ids = {change for changes in pending.values() for change in changes}
        entries = {one.id: one for one in await self._db.projects.changes_by_ids(ids)}
        projects = await self._db.projects.by_ids({one.project_id for one in entries.values()})
        told_lately = await self._told_lately(pending.keys())
        rows: list[NewRow] = []
        carried: list[tuple[ChangeId, ...]] = []
        held: list[ToldChange] = []
        for reader, alerts in readers:
            of_chat = [entries[one] for one in pending.get(reader.id, ())]
            of_chat = [one for one in of_chat if one.project_id in wanted[reader.id]]
            until = end_of_quiet(alerts, reader.schedule.timezone, self._now)
            if until is not None:
                held += _held(reader, of_chat, until)
                continue
            room = _room(reader, alerts, told_lately.get(reader.id, ()), self._now)
            for news in news_of(of_chat, projects)[:room]:
                changes = tuple(one.id for one in of_chat if one.project_id == news.project.id)
                rows.append(await self._row(reader, news, changes))
                carried.append(changes)
        await self._db.follows.enter(held)
        return await self._enqueue(rows, carried)

    async def _enqueue(
        self, rows: Sequence[NewRow], carried: Sequence[tuple[ChangeId, ...]]
    ) -> int:
        ids = await self._db.outbox.enqueue(rows, self._now)
        told = [
            ToldChange(row.subscriber_id, change, self._now, row_id)
            for row, changes, row_id in zip(rows, carried, ids, strict=True)
            if row_id is not None
            for change in changes
        ]
        await self._db.follows.enter(told)
        return sum(row_id is not None for row_id in ids)

    async def _pending(self, readers: Sequence[Reader]) -> dict[SubscriberId, list[ChangeId]]:
        """What of the follows at once these chats have not had, and is not under way to them."""
        db, ids = self._db, [reader.id for reader in readers]
        follows = {
            chat: at_once
            for chat, of_chat in (await db.follows.of_chats(ids)).items()
            if (at_once := [one for one in of_chat if one.at_once])
        }
        last_had = await db.editions.last_had(ids)
        pending = await Composer(self._now).pending(db, readers, last_had, follows)
        if not pending:
            return {}
        in_digests = await db.follows.in_digests(ids, self._now - TWO_DAYS)
        under_way: defaultdict[SubscriberId, set[ChangeId]] = defaultdict(set, in_digests)
        for one in await db.follows.told(pending.keys()):
            if one.row_id is not None and one.counts:
                under_way[one.subscriber_id].add(one.change_id)
        return {
            chat: [change for change in changes if change not in under_way[chat]]
            for chat, changes in pending.items()
        }

    async def _told_lately(
        self, chats: Collection[SubscriberId]
    ) -> dict[SubscriberId, list[ToldChange]]:
        found: defaultdict[SubscriberId, list[ToldChange]] = defaultdict(list)
        for one in await self._db.follows.told(chats, self._now - TWO_DAYS):
            found[one.subscriber_id].append(one)
        return found

    async def _row(
        self, reader: Reader, news: ProjectNews, changes: tuple[ChangeId, ...]
    ) -> NewRow:
        return NewRow(
            subscriber_id=reader.id,
            chat_id=reader.chat_id,
            body_id=await self._body(reader, news, changes),
            unique_key=f"followed:{reader.id}:{news.project.id}:{changes[-1]}",
            kind=FOLLOWED,
            priority=Priority.NOTICE,
            not_before=self._now,
        )

    async def _body(
        self, reader: Reader, news: ProjectNews, changes: tuple[ChangeId, ...]
    ) -> BodyId:
        look = look_of(reader)
        known = (changes, look)
        if known not in self._bodies:
            page = news_message(news, self._now, look, self._links).to_json()
            key = f"followed:{sha256(page.encode()).hexdigest()}"
            self._bodies[known] = await self._db.outbox.body(key, page, self._now)
        return self._bodies[known]


def _held(reader: Reader, changes: Sequence[Change], until: datetime) -> list[ToldChange]:
    """A digest that comes so soon after the quiet hours tells what came in them."""
    if reader.next_digest_at is not None and reader.next_digest_at <= until + SOON:
        return []
    return [ToldChange(reader.id, one.id, until) for one in changes]


def _room(reader: Reader, alerts: Alerts, told: Iterable[ToldChange], now: datetime) -> int:
    """How many more messages may come on the chat's day."""
    zone = ZoneInfo(reader.schedule.timezone)
    day = now.astimezone(zone).date()
    today = {
        one.row_id
        for one in told
        if one.counts and one.row_id is not None and one.at.astimezone(zone).date() == day
    }
    return max(0, alerts.most_a_day - len(today))
