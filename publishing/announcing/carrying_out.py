"""Carrying out what was decided of an announcement that people have: edits, and taking back.

amended announcements | those behind whose message has come to rest | edit or delete, slice by slice

Like the feeder it keeps a few seconds' worth in the outbox, so that a later word finds little to
take back. A recipient is behind until its revision is the announcement's: whatever is under way is
looked at again when it has arrived.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from common.clock import Clock
from delivery.outgoing import Outgoing
from model.announcements import Amended, Announcement
from model.ids import AnnouncementId, BodyId, RecipientId, RowId
from model.outbox import OUT_OF_REACH, Action, NewRow, Priority, RowState
from model.people import ChatKind, Language
from publishing.announcing.amending import Messages, Step, each_message, step, to_edit
from publishing.announcing.bodies import Bodies, codes_of, said
from publishing.digests import BREATH, SLICE
from storage.amendments import KIND, Amendment, Had
from storage.database import Database
from storage.transaction import Transaction
from views.links import BotLinks

SECONDS_AHEAD = 3
EDITED_WITHIN = timedelta(days=30)
"""So long the numbers of messages are kept for sure: see publishing/pruning.py."""
DELETED_WITHIN = timedelta(hours=48)
"""Telegram's own limit."""
WITHDRAWN = "withdrawn"
"""Why rows were called off."""

_FIRST = (-1, RecipientId(0))


class AmendAnnouncements:
    """Each second; what a crash cuts short goes on with the next look."""

    def __init__(
        self, database: Database, clock: Clock, links: BotLinks, messages_per_second: int
    ) -> None:
        self._database = database
        self._clock = clock
        self._links = links
        self._ahead = messages_per_second * SECONDS_AHEAD

    async def __call__(self) -> int:
        """How many rows were enqueued."""
        async with self._database.reading() as db:
            numbers = await db.amendments.under_way()
        return sum([await self._amend(number) for number in numbers])

    async def _amend(self, number: AnnouncementId) -> int:
        enqueued, after, more = 0, _FIRST, True
        while more:
            async with self._database.writing() as db:
                one = await db.announcements.get(number, hold=True)
                if one is None or one.amending_since is None:
                    break
                room = min(self._ahead - len(await db.amendments.in_line()), SLICE)
                if room <= 0:
                    break
                behind = await db.amendments.behind(number, one.revision, after, room)
                if behind:
                    slice_ = _Slice(db, one, self._links, self._clock.now())
                    enqueued += await slice_.carry_out(behind)
                    after = (behind[-1].revision, behind[-1].id)
                elif not await db.amendments.is_under_way(number, one.revision):
                    await close(db, one, self._clock.now())
                more = bool(behind)
            await asyncio.sleep(BREATH)
        return enqueued


class _Slice:
    """Some recipients of an announcement that is held, in one transaction."""

    def __init__(self, db: Transaction, one: Announcement, links: BotLinks, now: datetime) -> None:
        self.db = db
        self.one = one
        self.links = links
        self.now = now
        self._said: dict[tuple[Language, bool], Messages] = {}
        self._bodies: dict[str, BodyId] = {}

    async def carry_out(self, behind: Sequence[Had]) -> int:
        """How many rows were enqueued."""
        is_withdrawal = self.one.withdrawn_at is not None
        oldest = self.now - (DELETED_WITHIN if is_withdrawal else EDITED_WITHIN)
        steps: dict[Step, list[Had]] = {each: [] for each in Step}
        for had in behind:
            is_in_time = had.ended_at is not None and had.ended_at > oldest
            taken = step(had, is_withdrawal=is_withdrawal, is_in_time=is_in_time)
            steps[taken].append(had)
        await self._note_beyond(steps[Step.NOTHING])
        settled = [*steps[Step.INSTEAD], *steps[Step.AMEND], *steps[Step.NOTHING]]
        await self.db.amendments.caught_up([had.id for had in settled], self.one.revision)
        await self._stop(steps[Step.STOP])
        if is_withdrawal:
            return await self._enqueue([self._deletion(had) for had in steps[Step.AMEND]])
        edits = await self._edits(steps[Step.AMEND])
        begun = [had for had in steps[Step.AMEND] if had.state is RowState.UNCERTAIN]
        await self._say_instead([*steps[Step.INSTEAD], *begun])
        return await self._enqueue(edits)

    async def _note_beyond(self, some: Sequence[Had]) -> None:
        """Those who have what changed, and where it cannot be reached, are counted."""
        last = self.one.amended[-1]
        have = [had for had in some if had.state is RowState.SENT or had.message_ids]
        if more := sum(had.language in last.languages for had in have):
            self.one = _with_last(self.one, replace(last, beyond=last.beyond + more))
            await self.db.announcements.save(self.one)

    async def _say_instead(self, some: Sequence[Had]) -> None:
        bodies = Bodies(self.links)
        await self.db.amendments.say_instead(
            {
                had.row_id: await bodies.of(
                    self.db, self.one, had.language, had.kind, self.now, had.thread_id
                )
                for had in some
                if had.kind is not None
            }
        )

    async def _stop(self, some: Sequence[Had]) -> None:
        """Of what may have arrived already it stays unknown."""
        if not some:
            return
        doubtful = {had.row_id for had in some if had.was_uncertain and not had.parts_sent}
        await self.db.progress.leave_in_doubt(doubtful, self.now)
        rest = [had.row_id for had in some if had.row_id not in doubtful]
        await self.db.outbox.cancel(rest, WITHDRAWN, self.now)

    def _deletion(self, had: Had) -> "_Edit":
        ids = tuple(each for each in had.message_ids if each != OUT_OF_REACH)
        row = self._row(had, 0, Action.DELETE, DELETED_WITHIN)
        return _Edit(had.id, 0, replace(row, message_ids=ids, priority=Priority.URGENT))

    async def _edits(self, some: Sequence[Had]) -> list["_Edit"]:
        """One for each message of theirs that should say something else."""
        made: dict[RecipientId, list[Amendment]] = {}
        for each in await self.db.amendments.of([had.id for had in some]):
            made.setdefault(each.recipient_id, []).append(each)
        ids = {had.body_id for had in some}
        ids |= {each.body_id for several in made.values() for each in several}
        kept = await self.db.amendments.bodies({each for each in ids if each is not None})
        read = {body: each_message(Outgoing.from_json(said)) for body, said in kept.items()}
        edits: list[_Edit] = []
        for had in some:
            if had.body_id is None or had.kind is None:
                continue
            are = await self._new(had.language, in_channel=had.kind is ChatKind.CHANNEL)
            since = _since(made.get(had.id, ()), read)
            for place in to_edit(had, read[had.body_id], are, since):
                body = await self._body(had, place, are[place])
                row = self._row(had, place, Action.EDIT, EDITED_WITHIN)
                number = had.message_ids[place]
                edits.append(_Edit(had.id, place, replace(row, body_id=body, message_id=number)))
        return edits

    async def _new(self, language: Language, *, in_channel: bool) -> Messages:
        if (kept := self._said.get((language, in_channel))) is not None:
            return kept
        codes = await codes_of(self.db, self.one) if in_channel else {}
        new = said(self.one, language, self.links, codes, in_channel=in_channel)
        self._said[language, in_channel] = messages = each_message(new)
        return messages

    async def _body(self, had: Had, place: int, message: Outgoing) -> BodyId:
        """Of one message; those of a chat of the same kind share it."""
        where = ":channel" if had.kind is ChatKind.CHANNEL else ""
        key = f"announcement:{self.one.id}:{self.one.revision}:{had.language}:{place}{where}"
        if key not in self._bodies:
            self._bodies[key] = await self.db.outbox.body(key, message.to_json(), self.now)
        return self._bodies[key]

    def _row(self, had: Had, place: int, action: Action, within: timedelta) -> NewRow:
        assert had.subscriber_id is not None
        assert had.chat_id is not None
        assert had.ended_at is not None
        return NewRow(
            subscriber_id=had.subscriber_id,
            chat_id=had.chat_id,
            body_id=None,
            unique_key=f"{KIND}:{had.id}:{self.one.revision}:{place}",
            kind=KIND,
            priority=Priority.URGENT if self.one.is_urgent else Priority.BROADCAST,
            not_before=self.now,
            expires_at=had.ended_at + within,
            action=action,
        )

    async def _enqueue(self, edits: Sequence["_Edit"]) -> int:
        ids = await self.db.outbox.enqueue([each.row for each in edits], self.now)
        rows = {
            RowId(row): (each.recipient_id, each.place)
            for row, each in zip(ids, edits, strict=True)
            if row is not None
        }
        await self.db.amendments.add(self.one.id, self.one.revision, rows)
        return len(rows)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A row for one message of a recipient's."""

    recipient_id: RecipientId
    place: int
    row: NewRow


def _since(made: Sequence[Amendment], read: dict[BodyId, Messages]) -> dict[int, Outgoing | None]:
    """What messages say by now that were edited; one under way or failed may say either."""
    return {
        each.position: read[each.body_id][0]
        if each.state is RowState.SENT and each.body_id is not None
        else None
        for each in made
    }


async def close(db: Transaction, one: Announcement, now: datetime) -> None:
    """The last edit, or the taking back, is over: what came of it is written down."""
    last = one.amended[-1]
    came = await db.amendments.came(one.id, last.revision, last.languages)
    ended = replace(last, ended_at=now, done=came.done, failed=came.failed)
    await db.announcements.save(_with_last(one, ended, amending_since=None))


def _with_last(one: Announcement, last: Amended, **changed: Any) -> Announcement:
    return replace(one, amended=(*one.amended[:-1], last), **changed)


async def begun(
    db: Transaction, one: Announcement, by: int, languages: Collection[Language], now: datetime
) -> Announcement:
    """It is edited, or taken back, from now on: everybody who has it is behind."""
    wanted = {*languages, *(one.amended[-1].languages if _was_replaced(one) else ())}
    amended = Amended(
        one.revision + 1,
        by,
        now,
        tuple(each for each in Language if each in wanted),
        is_withdrawal=one.withdrawn_at is not None,
        beyond=await db.amendments.out_of_sight(one.id, wanted),
    )
    return replace(
        one,
        revision=amended.revision,
        version=one.version + 1,
        changed_at=now,
        amending_since=now,
        amended=(*one.amended, amended),
    )


def _was_replaced(one: Announcement) -> bool:
    return bool(one.amended) and one.amended[-1].is_replaced


async def interrupt(db: Transaction, one: Announcement, now: datetime) -> Announcement:
    """An edit under way makes room for a later one: what waits of it is taken back.

    The later one is for those of its versions as well.
    """
    if one.amending_since is None:
        return one
    await db.outbox.take_back(await db.amendments.in_line(one.id))
    last = one.amended[-1]
    came = await db.amendments.came(one.id, last.revision, last.languages)
    ended = replace(last, ended_at=now, done=came.done, failed=came.failed, is_replaced=True)
    return _with_last(one, ended, amending_since=None)
