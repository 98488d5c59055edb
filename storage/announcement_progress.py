"""Queries over announcements on their way: how far they are, what came back, what can be stopped.

A recipient's state, or its row's once there is one, says how far it is: see RecipientTable.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import AnnouncementState, Progress, RecipientState
from model.failures import failure_of
from model.ids import AnnouncementId, RecipientId, RowId
from model.outbox import Action, RowState
from model.people import Language
from storage.announcement_results import HAS_ROW, HOW_FAR, WITH_ROWS
from storage.claiming import IS_PENDING, MAY_HAVE_ARRIVED, OUTBOX
from storage.recipients import (
    IS_WAITING,
    KIND,
    RECIPIENTS,
    ROWS_OF_RECIPIENTS,
    WAITS_IN_LINE,
)
from storage.sharing import chunks
from storage.tables import AnnouncementTable

ANNOUNCEMENTS: Table = AnnouncementTable.metadata.tables["announcements"]

_UNDER_WAY = (AnnouncementState.SENDING.value, AnnouncementState.PAUSED.value)
_OVER = (AnnouncementState.SENT.value, AnnouncementState.CANCELLED.value)
_ENDED = (RowState.SENT.value, RowState.FAILED.value, RowState.UNCERTAIN.value)


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of one message of an announcement."""

    announcement_id: AnnouncementId
    language: Language
    """The version that was sent."""
    state: RowState
    """SENT, FAILED or UNCERTAIN."""
    error: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Stand:
    """What changes of an announcement while it is sent, and was told to those who watch it."""

    id: AnnouncementId
    state: AnnouncementState
    changed_at: datetime
    """By whatever: it was paused, or it has come to its end."""
    was_told: bool


class AnnouncementProgress:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, number: AnnouncementId, now: datetime, since: datetime) -> Progress:
        """How far it is; what ended since a moment is counted apart, for its speed.

        The dear half walks over all recipients and their rows: 0.1 s for 100,000.
        """
        waiting, asleep, wakes_at = await self._waiting(number, now)
        lately = case((OUTBOX.c.finished_at > since, 1), else_=0)
        tried = case((OUTBOX.c.error.is_not(None), 1), else_=0)
        error = case((HAS_ROW, OUTBOX.c.error), else_=RECIPIENTS.c.error)
        has_reason = HOW_FAR.element.in_([RowState.FAILED.value, RowState.CANCELLED.value])
        why = case((has_reason, error), else_=None).label("why")
        query = (
            select(
                HOW_FAR,
                why,
                func.count().label("chats"),
                func.sum(lately).label("lately"),
                func.sum(tried).label("tried"),
            )
            .select_from(WITH_ROWS)
            .where(RECIPIENTS.c.announcement_id == number, ~IS_WAITING)
            .group_by(HOW_FAR, why)
        )
        rows = (await self._session.execute(query)).all()
        counted, failed = _by_end((row.how_far, row.why, row.chats) for row in rows)
        return Progress(
            waiting=waiting,
            asleep=asleep,
            wakes_at=wakes_at,
            in_flight=counted["pending"] + counted["sending"],
            tried=sum(row.tried for row in rows if row.how_far == "pending"),
            ended_lately=sum(row.lately for row in rows),
            sent=counted["sent"],
            uncertain=counted["uncertain"],
            cancelled=counted["cancelled"],
            failed=failed,
        )

    async def _waiting(
        self, number: AnnouncementId, now: datetime
    ) -> tuple[int, int, datetime | None]:
        later = RECIPIENTS.c.not_before > now
        query = select(
            func.count(),
            func.coalesce(func.sum(case((later, 1), else_=0)), 0),
            func.min(case((later, RECIPIENTS.c.not_before), else_=None)),
        ).where(RECIPIENTS.c.announcement_id == number, IS_WAITING)
        waiting, asleep, wakes_at = (await self._session.execute(query)).one()
        return waiting, asleep, wakes_at

    async def to_be_told(self, ended_after: datetime) -> list[Stand]:
        """Those that are being sent or paused, and those that have ended of late."""
        ended = ANNOUNCEMENTS.c.state.in_(_OVER) & (ANNOUNCEMENTS.c.finished_at > ended_after)
        query = (
            select(
                ANNOUNCEMENTS.c.id,
                ANNOUNCEMENTS.c.state,
                ANNOUNCEMENTS.c.changed_at,
                ANNOUNCEMENTS.c.finished_at,
                ANNOUNCEMENTS.c.told_at,
            )
            .where(or_(ANNOUNCEMENTS.c.state.in_(_UNDER_WAY), ended))
            .order_by(ANNOUNCEMENTS.c.id)
        )
        return [
            Stand(
                AnnouncementId(row.id),
                AnnouncementState(row.state),
                max(row.changed_at, row.finished_at or row.changed_at),
                was_told=row.told_at is not None,
            )
            for row in await self._session.execute(query)
        ]

    async def begin_telling(self, number: AnnouncementId, at: datetime) -> bool:
        """Whether the caller is the first to tell of it."""
        never = ANNOUNCEMENTS.c.told_at.is_(None)
        return await self._tells(number, never, at)

    async def take_telling(self, number: AnnouncementId, before: datetime, now: datetime) -> bool:
        """Whether it is the caller's to tell how far it is: of several processes, one's.

        It was not told since `before`, or not since it was changed or ended: of a change nothing
        is told in its very moment.
        """
        told = ANNOUNCEMENTS.c.told_at
        changed = or_(told <= ANNOUNCEMENTS.c.changed_at, told <= ANNOUNCEMENTS.c.finished_at)
        return await self._tells(number, or_(told <= before, changed), now)

    async def _tells(
        self, number: AnnouncementId, which: ColumnElement[bool], now: datetime
    ) -> bool:
        told = await self._session.execute(
            update(ANNOUNCEMENTS).where(ANNOUNCEMENTS.c.id == number, which).values(told_at=now)
        )
        return bool(told.rowcount)  # type: ignore[attr-defined]

    async def ended(self, since: datetime, n: int) -> list[Ended]:
        """The last n messages of announcements that ended since a moment, the newest first."""
        newest = (
            select(OUTBOX.c.id, OUTBOX.c.state, OUTBOX.c.error, OUTBOX.c.finished_at)
            .where(
                OUTBOX.c.finished_at > since,
                OUTBOX.c.kind == KIND,
                OUTBOX.c.action == Action.SEND,
                OUTBOX.c.state.in_(_ENDED),
            )
            .order_by(OUTBOX.c.finished_at.desc())
            .limit(n)
            .subquery()
        )
        query = (
            select(newest, RECIPIENTS.c.announcement_id, RECIPIENTS.c.language)
            .join(RECIPIENTS, RECIPIENTS.c.row_id == newest.c.id)
            .order_by(newest.c.finished_at.desc(), newest.c.id.desc())
        )
        return [
            Ended(
                AnnouncementId(row.announcement_id),
                Language(row.language),
                RowState(row.state),
                row.error,
                row.finished_at,
            )
            for row in await self._session.execute(query)
        ]

    async def strays(self) -> list[AnnouncementId]:
        """Paused and cancelled ones with rows in the outbox that can still be held back.

        They were in flight when it was stopped, and came back.
        """
        is_paused = ANNOUNCEMENTS.c.state == AnnouncementState.PAUSED.value
        is_over = ANNOUNCEMENTS.c.state == AnnouncementState.CANCELLED.value
        held = (is_paused & ~MAY_HAVE_ARRIVED) | (is_over & (OUTBOX.c.parts_sent == 0))
        query = (
            select(RECIPIENTS.c.announcement_id)
            .distinct()
            .select_from(
                ROWS_OF_RECIPIENTS.join(
                    ANNOUNCEMENTS, ANNOUNCEMENTS.c.id == RECIPIENTS.c.announcement_id
                )
            )
            .where(WAITS_IN_LINE, held)
            .order_by(RECIPIENTS.c.announcement_id)
        )
        return [AnnouncementId(number) for number in await self._session.scalars(query)]

    async def in_line(self, number: AnnouncementId) -> dict[RowId, RecipientId]:
        """Its rows that wait in the outbox and of which nothing can have arrived, with whose.

        Their recipients are held: those come before rows (storage/transaction.py).
        """
        return await self._in_line(number, ~MAY_HAVE_ARRIVED)

    async def in_doubt(self, number: AnnouncementId) -> dict[RowId, RecipientId]:
        """Likewise those that wait to be sent once more: nobody knows whether they arrived."""
        return await self._in_line(number, OUTBOX.c.was_uncertain & (OUTBOX.c.parts_sent == 0))

    async def _in_line(
        self, number: AnnouncementId, which: ColumnElement[bool]
    ) -> dict[RowId, RecipientId]:
        # An expression, so that the few rows are walked and not all recipients.
        is_of_it = RECIPIENTS.c.announcement_id + 0 == number
        query = (
            select(OUTBOX.c.id, RECIPIENTS.c.id)
            .select_from(ROWS_OF_RECIPIENTS)
            .where(WAITS_IN_LINE, is_of_it, which)
            .order_by(RECIPIENTS.c.id)
            .with_for_update(of=RECIPIENTS)
        )
        found = await self._session.execute(query)
        return {RowId(row): RecipientId(recipient) for row, recipient in found}

    async def leave_in_doubt(self, rows: Collection[RowId], now: datetime) -> None:
        """They are not sent once more; it stays unknown whether they arrived."""
        for chunk in chunks(sorted(rows)):
            await self._session.execute(
                update(OUTBOX)
                .where(OUTBOX.c.id.in_(chunk), IS_PENDING)
                .values(state=RowState.UNCERTAIN, finished_at=now)
            )

    async def cancel_waiting(self, number: AnnouncementId) -> int:
        """Nobody whose turn has not come gets it; how many."""
        changed = await self._session.execute(
            update(RECIPIENTS)
            .where(RECIPIENTS.c.announcement_id == number, IS_WAITING)
            .values(state=RecipientState.CANCELLED.value)
        )
        return int(changed.rowcount)  # type: ignore[attr-defined]


def _by_end(
    rows: Iterable[tuple[str, str | None, int]],
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many chats are in each state, and of those that failed, by what was said.

    What was called off because its chat cannot be reached any more has failed too.
    """
    counted: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for how_far, why, chats in rows:
        is_lost = why is not None and failure_of(why).is_of_chat
        if how_far == RowState.FAILED or (how_far == RowState.CANCELLED and is_lost):
            failed[why or ""] += chats
        else:
            counted[how_far] += chats
    return counted, failed
