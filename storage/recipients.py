"""Queries over recipients: whom an announcement is for, and how far it got with each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    and_,
    case,
    cast,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import Announcement, AnnouncementState, RecipientState
from model.ids import AnnouncementId, ChatId, RecipientId, RowId, SubscriberId
from model.outbox import Priority, RowState
from model.people import ChatKind, Language
from storage.claiming import IS_PENDING, IS_SENDING, OUTBOX
from storage.sharing import chunks
from storage.tables import AnnouncementTable, RecipientTable, SubscriberTable
from storage.types import UtcDateTime

KIND = "announcement"
"""Of their rows of the outbox."""

FORGOTTEN = "asked to be forgotten"

# Core tables, not classes: these statements run over 100,000 rows.
RECIPIENTS: Table = RecipientTable.metadata.tables["recipients"]
CHATS: Table = SubscriberTable.metadata.tables["subscribers"]

# Written out, not a parameter: else it would not match the partial index.
IS_WAITING = RECIPIENTS.c.state == literal_column("'waiting'")
_IS_REACHABLE = CHATS.c.unreachable_at.is_(None)
ROWS_OF_RECIPIENTS = OUTBOX.join(RECIPIENTS, RECIPIENTS.c.row_id == OUTBOX.c.id)
# By its priority a row is found among those that wait without a look at 100,000 others.
WAITS_IN_LINE = and_(
    IS_PENDING,
    OUTBOX.c.priority.in_([Priority.BROADCAST, Priority.URGENT, Priority.REST]),
    OUTBOX.c.kind == KIND,
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A recipient whose turn has come."""

    id: RecipientId
    subscriber_id: SubscriberId | None
    chat_id: ChatId | None
    """None once the person asked to be forgotten."""
    kind: ChatKind | None
    language: Language
    """The version it gets."""
    timezone: str
    thread_id: int | None
    """The topic of a group that chose one."""
    unreachable: str | None
    """Why nothing reaches it any more."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A post of an announcement in a channel."""

    recipient_id: RecipientId
    subscriber_id: SubscriberId
    chat_id: ChatId
    message_id: int


class Recipients:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def zones(self, which: ColumnElement[bool]) -> dict[str, int]:
        """How many of the chats that a condition over subscribers chooses are in which time zone.

        Of those that can be reached: nobody else is fixed.
        """
        query = select(CHATS.c.timezone, func.count()).where(which, _IS_REACHABLE)
        found = await self._session.execute(query.group_by(CHATS.c.timezone))
        return {zone: int(chats) for zone, chats in found}

    async def fix(
        self,
        announcement: Announcement,
        which: ColumnElement[bool],
        moments: Mapping[str, datetime],
        now: datetime,
    ) -> int:
        """Who it is for from now on: in one statement, nobody twice. Returns how many.

        `which`: a condition over subscribers; `moments`: by time zone, not before when.
        """
        default = announcement.default_language
        assert default is not None
        versions = {one.value: one.value for one in announcement.versions}
        chosen = select(
            literal(announcement.id),
            CHATS.c.id,
            case(versions, value=CHATS.c.language, else_=default.value),
            CHATS.c.timezone,
            _moment(moments, now),
            literal(RecipientState.WAITING.value),
            literal(announcement.revision),
        ).where(which, _IS_REACHABLE)
        # In their order: each index then grows at its end, which is what takes the time.
        chosen = chosen.order_by(CHATS.c.id)
        columns = (
            "announcement_id", "subscriber_id", "language", "timezone", "not_before", "state",
            "revision",
        )  # fmt: skip
        fixed = await self._session.execute(insert(RECIPIENTS).from_select(columns, chosen))
        return int(fixed.rowcount)  # type: ignore[attr-defined]

    async def fix_channel(
        self, announcement: Announcement, channel: SubscriberId, not_before: datetime
    ) -> int:
        """A channel that it is posted in besides: 1, or 0 where it is out of reach."""
        which = (CHATS.c.id == channel) & (CHATS.c.kind == ChatKind.CHANNEL.value)
        return await self.fix(announcement, which, {}, not_before)

    async def in_line(self) -> dict[tuple[AnnouncementId, str], int]:
        """How many rows of each announcement wait in the outbox, by the chats' time zones."""
        query = (
            select(RECIPIENTS.c.announcement_id, RECIPIENTS.c.timezone, func.count())
            .select_from(ROWS_OF_RECIPIENTS)
            .where(WAITS_IN_LINE)
            .group_by(RECIPIENTS.c.announcement_id, RECIPIENTS.c.timezone)
        )
        found = await self._session.execute(query)
        return {(AnnouncementId(each), zone): count for each, zone, count in found}

    async def turns(self, number: AnnouncementId, now: datetime, most: int) -> int:
        """How many have their turn by now, counted no further than `most`."""
        some = (
            select(RECIPIENTS.c.id)
            .where(
                RECIPIENTS.c.announcement_id == number,
                IS_WAITING,
                RECIPIENTS.c.not_before <= now,
            )
            .limit(most)
        )
        return await self._session.scalar(select(func.count()).select_from(some.subquery())) or 0

    async def waiting(self, number: AnnouncementId, now: datetime, n: int) -> list[Waiting]:
        """Up to n whose turn has come; the announcement is held by whoever asks."""
        query = (
            select(
                RECIPIENTS.c.id,
                RECIPIENTS.c.subscriber_id,
                RECIPIENTS.c.language,
                RECIPIENTS.c.timezone,
                CHATS.c.chat_id,
                CHATS.c.kind,
                CHATS.c.thread_id,
                CHATS.c.unreachable_at,
                CHATS.c.unreachable_reason,
            )
            .select_from(RECIPIENTS.outerjoin(CHATS, CHATS.c.id == RECIPIENTS.c.subscriber_id))
            .where(
                RECIPIENTS.c.announcement_id == number,
                IS_WAITING,
                RECIPIENTS.c.not_before <= now,
            )
            # By the index alone: 100,000 that have one moment would be sorted for each slice.
            .order_by(RECIPIENTS.c.not_before)
            .limit(n)
        )
        return [
            Waiting(
                id=RecipientId(row.id),
                subscriber_id=_subscriber(row.subscriber_id),
                chat_id=None if row.chat_id is None else ChatId(row.chat_id),
                kind=None if row.kind is None else ChatKind(row.kind),
                language=Language(row.language),
                timezone=row.timezone,
                thread_id=row.thread_id,
                unreachable=None
                if row.unreachable_at is None
                else row.unreachable_reason or "unreachable",
            )
            for row in await self._session.execute(query)
        ]

    async def enqueued(
        self, number: AnnouncementId, which: Collection[RecipientId], revision: int
    ) -> None:
        """Their rows of the outbox, found by their keys, say the rest."""
        its_key = literal(row_key(number)) + cast(RECIPIENTS.c.id, String)
        its_row = select(OUTBOX.c.id).where(OUTBOX.c.unique_key == its_key).scalar_subquery()
        await self._session.execute(
            update(RECIPIENTS)
            .where(RECIPIENTS.c.id.in_(which))
            .values(state=RecipientState.ENQUEUED.value, row_id=its_row, revision=revision)
        )

    async def end(self, which: Collection[RecipientId], state: RecipientState, why: str) -> None:
        """They get nothing, and why."""
        await self._session.execute(
            update(RECIPIENTS)
            .where(RECIPIENTS.c.id.in_(which))
            .values(state=state.value, error=why)
        )

    async def sleep(
        self,
        number: AnnouncementId,
        timezone: str,
        until: datetime,
        but_for: Collection[SubscriberId],
    ) -> None:
        """Night has come in a time zone: whoever has not had it yet has it in the morning.

        `but_for`: channels that have a time of their own. The announcement is held.
        """
        its_own = RECIPIENTS.c.subscriber_id.in_(sorted(but_for))
        await self._session.execute(
            update(RECIPIENTS)
            .where(
                RECIPIENTS.c.announcement_id == number,
                IS_WAITING,
                RECIPIENTS.c.not_before < until,
                RECIPIENTS.c.timezone == timezone,
                or_(RECIPIENTS.c.subscriber_id.is_(None), ~its_own),
            )
            .values(not_before=until)
        )

    async def out_of_line(
        self,
        number: AnnouncementId,
        timezones: Collection[str],
        but_for: Collection[SubscriberId],
    ) -> dict[RowId, RecipientId]:
        """Its rows that wait in the outbox for chats in these zones; their recipients are held."""
        its_own = RECIPIENTS.c.subscriber_id.in_(sorted(but_for))
        query = (
            select(OUTBOX.c.id, RECIPIENTS.c.id)
            .select_from(ROWS_OF_RECIPIENTS)
            .where(
                WAITS_IN_LINE,
                RECIPIENTS.c.announcement_id == number,
                RECIPIENTS.c.timezone.in_(sorted(timezones)),
                or_(RECIPIENTS.c.subscriber_id.is_(None), ~its_own),
            )
            .order_by(RECIPIENTS.c.id)
            .with_for_update(of=RECIPIENTS)
        )
        found = await self._session.execute(query)
        return {RowId(row): RecipientId(recipient) for row, recipient in found}

    async def wait_again(self, which: Collection[RecipientId]) -> None:
        """Their rows were taken back: they wait for their turn again."""
        for chunk in chunks(sorted(which)):
            await self._session.execute(
                update(RECIPIENTS)
                .where(RECIPIENTS.c.id.in_(chunk))
                .values(state=RecipientState.WAITING.value, row_id=None)
            )

    async def any_left(self, number: AnnouncementId) -> bool:
        """Whether somebody's turn is to come, or a message is under way."""
        waiting = select(RECIPIENTS.c.id).where(RECIPIENTS.c.announcement_id == number, IS_WAITING)
        if await self._session.scalar(waiting.limit(1)) is not None:
            return True
        # Not all that it has sent is looked at, but whatever is under way: that is little.
        its_row = select(RECIPIENTS.c.id).select_from(ROWS_OF_RECIPIENTS)
        its_row = its_row.where(RECIPIENTS.c.announcement_id == number).limit(1)
        for under_way in (WAITS_IN_LINE, IS_SENDING & OUTBOX.c.lease_until.is_not(None)):
            if await self._session.scalar(its_row.where(under_way)) is not None:
                return True
        return False

    async def posts(
        self, number: AnnouncementId, channels: Collection[SubscriberId]
    ) -> list[Posted]:
        """Its posts that stand in these channels."""
        query = (
            select(
                RECIPIENTS.c.id, RECIPIENTS.c.subscriber_id, OUTBOX.c.chat_id, OUTBOX.c.message_ids
            )
            .select_from(ROWS_OF_RECIPIENTS)
            .where(
                RECIPIENTS.c.announcement_id == number,
                RECIPIENTS.c.subscriber_id.in_(sorted(channels)),
                OUTBOX.c.state == RowState.SENT.value,
            )
        )
        return [
            Posted(RecipientId(row.id), SubscriberId(row.subscriber_id), ChatId(row.chat_id), first)
            for row in await self._session.execute(query)
            for first in row.message_ids[:1]
        ]

    async def any_sending(self) -> bool:
        """Whether some announcement is being sent: asked before a write transaction is begun."""
        query = select(AnnouncementTable.id).where(
            AnnouncementTable.state == AnnouncementState.SENDING.value
        )
        return await self._session.scalar(query.limit(1)) is not None


def row_key(announcement: AnnouncementId, recipient: RecipientId | None = None) -> str:
    """The unique key of a recipient's row; without one, what all of an announcement begin with."""
    return f"{KIND}:{announcement}:{'' if recipient is None else recipient}"


def _moment(moments: Mapping[str, datetime], now: datetime) -> ColumnElement[Any]:
    later = {zone: literal(at, UtcDateTime) for zone, at in moments.items() if at > now}
    if not later:
        return literal(now, UtcDateTime)
    return case(later, value=CHATS.c.timezone, else_=literal(now, UtcDateTime))


def _subscriber(number: int | None) -> SubscriberId | None:
    return None if number is None else SubscriberId(number)
