"""Queries over recipients: whom an announcement is for, and how far it got with each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Table,
    bindparam,
    case,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import Announcement, AnnouncementState, RecipientState
from model.ids import AnnouncementId, ChatId, RecipientId, RowId, SubscriberId
from model.outbox import Priority, RowState
from model.people import ChatKind, Language
from storage.claiming import IS_PENDING, OUTBOX
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
    unreachable: str | None
    """Why nothing reaches it any more."""


class Recipients:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def zones(self, which: ColumnElement[bool]) -> list[str]:
        """The time zones of the chats that a condition over subscribers chooses."""
        query = select(CHATS.c.timezone).where(which).distinct()
        return list(await self._session.scalars(query))

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
        ).where(which, CHATS.c.unreachable_at.is_(None))
        columns = (
            "announcement_id", "subscriber_id", "language", "timezone", "not_before", "state",
            "revision",
        )  # fmt: skip
        fixed = await self._session.execute(insert(RECIPIENTS).from_select(columns, chosen))
        return int(fixed.rowcount)  # type: ignore[attr-defined]

    async def count(self, which: ColumnElement[bool]) -> int:
        """How many would be fixed now."""
        query = select(func.count()).select_from(CHATS)
        query = query.where(which, CHATS.c.unreachable_at.is_(None))
        return await self._session.scalar(query) or 0

    async def queued(self) -> dict[AnnouncementId, int]:
        """How many rows of each announcement wait in the outbox."""
        query = (
            select(RECIPIENTS.c.announcement_id, func.count())
            .select_from(OUTBOX.join(RECIPIENTS, RECIPIENTS.c.row_id == OUTBOX.c.id))
            .where(
                IS_PENDING,
                OUTBOX.c.priority.in_([Priority.BROADCAST, Priority.URGENT]),
                OUTBOX.c.kind == KIND,
            )
            .group_by(RECIPIENTS.c.announcement_id)
        )
        return {AnnouncementId(each): count for each, count in await self._session.execute(query)}

    async def waiting(self, number: AnnouncementId, now: datetime, n: int) -> list[Waiting]:
        """Up to n whose turn has come; the announcement is held by whoever asks."""
        query = (
            select(
                RECIPIENTS.c.id,
                RECIPIENTS.c.subscriber_id,
                RECIPIENTS.c.language,
                CHATS.c.chat_id,
                CHATS.c.kind,
                CHATS.c.unreachable_at,
                CHATS.c.unreachable_reason,
            )
            .select_from(RECIPIENTS.outerjoin(CHATS, CHATS.c.id == RECIPIENTS.c.subscriber_id))
            .where(
                RECIPIENTS.c.announcement_id == number,
                IS_WAITING,
                RECIPIENTS.c.not_before <= now,
            )
            .order_by(RECIPIENTS.c.not_before, RECIPIENTS.c.id)
            .limit(n)
        )
        return [
            Waiting(
                id=RecipientId(row.id),
                subscriber_id=_subscriber(row.subscriber_id),
                chat_id=None if row.chat_id is None else ChatId(row.chat_id),
                kind=None if row.kind is None else ChatKind(row.kind),
                language=Language(row.language),
                unreachable=None
                if row.unreachable_at is None
                else row.unreachable_reason or "unreachable",
            )
            for row in await self._session.execute(query)
        ]

    async def enqueued(self, rows: Mapping[RecipientId, RowId], revision: int) -> None:
        """Their rows of the outbox say the rest."""
        if not rows:
            return
        await self._session.execute(
            update(RECIPIENTS)
            .where(RECIPIENTS.c.id == bindparam("of_recipient"))
            .values(
                state=RecipientState.ENQUEUED.value,
                row_id=bindparam("its_row"),
                revision=revision,
            ),
            [{"of_recipient": each, "its_row": row} for each, row in rows.items()],
        )

    async def end(self, which: Collection[RecipientId], state: RecipientState, why: str) -> None:
        """They get nothing, and why."""
        await self._session.execute(
            update(RECIPIENTS)
            .where(RECIPIENTS.c.id.in_(which))
            .values(state=state.value, error=why)
        )

    async def any_left(self, number: AnnouncementId) -> bool:
        """Whether somebody's turn is to come, or a message is under way."""
        is_left = IS_WAITING | OUTBOX.c.state.in_([RowState.PENDING, RowState.SENDING])
        query = (
            select(RECIPIENTS.c.id)
            .select_from(RECIPIENTS.outerjoin(OUTBOX, OUTBOX.c.id == RECIPIENTS.c.row_id))
            .where(RECIPIENTS.c.announcement_id == number, is_left)
            .limit(1)
        )
        return await self._session.scalar(query) is not None

    async def any_sending(self) -> bool:
        """Whether some announcement is being sent: asked before a write transaction is begun."""
        query = select(AnnouncementTable.id).where(
            AnnouncementTable.state == AnnouncementState.SENDING.value
        )
        return await self._session.scalar(query.limit(1)) is not None


def _moment(moments: Mapping[str, datetime], now: datetime) -> ColumnElement[Any]:
    later = {zone: literal(at, UtcDateTime) for zone, at in moments.items() if at > now}
    if not later:
        return literal(now, UtcDateTime)
    return case(later, value=CHATS.c.timezone, else_=literal(now, UtcDateTime))


def _subscriber(number: int | None) -> SubscriberId | None:
    return None if number is None else SubscriberId(number)
