"""Queries over what became of announcements: how far they got, chat by chat."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import RecipientState
from model.failures import failure_of
from model.ids import AnnouncementId, RecipientId, RowId, SubscriberId
from model.outbox import RowState
from model.people import Language
from model.results import Figures, Outcome, Reached
from storage.claiming import OUTBOX
from storage.presses import Presses
from storage.recipients import CHATS, RECIPIENTS

HAS_ROW = RECIPIENTS.c.state == RecipientState.ENQUEUED.value
WITH_ROWS = RECIPIENTS.outerjoin(OUTBOX, OUTBOX.c.id == RECIPIENTS.c.row_id)
WITH_CHATS = WITH_ROWS.outerjoin(CHATS, CHATS.c.id == RECIPIENTS.c.subscriber_id)

# Once a row is dropped, the recipient says what it said last.
HOW_FAR = case((HAS_ROW, OUTBOX.c.state), else_=RECIPIENTS.c.state).label("how_far")
WHY = case((HAS_ROW, OUTBOX.c.error), else_=RECIPIENTS.c.error)
PARTS = case((HAS_ROW, OUTBOX.c.parts_sent), else_=RECIPIENTS.c.parts_sent)
ENDED_AT = case((HAS_ROW, OUTBOX.c.finished_at), else_=RECIPIENTS.c.ended_at).label("ended_at")

UNDER_WAY = frozenset({RowState.PENDING.value, RowState.SENDING.value})
MISSED = frozenset({RowState.FAILED.value, RowState.CANCELLED.value})

IS_PART = and_(PARTS > 0, HOW_FAR.element.in_(sorted(MISSED | {RowState.UNCERTAIN.value})))


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement that a chat was meant to get."""

    announcement_id: AnnouncementId
    language: Language
    state: str
    """How far it got with the chat: a RecipientState or a RowState."""


class AnnouncementResults:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_chat(self, subscriber_id: SubscriberId) -> list[Announced]:
        """All that was ever meant for a chat, the first one first."""
        query = (
            select(RECIPIENTS.c.announcement_id, RECIPIENTS.c.language, HOW_FAR)
            .select_from(WITH_ROWS)
            .where(RECIPIENTS.c.subscriber_id == subscriber_id)
            .order_by(RECIPIENTS.c.announcement_id)
        )
        return [
            Announced(AnnouncementId(number), Language(language), state)
            for number, language, state in await self._session.execute(query)
        ]

    async def figures(self, number: AnnouncementId) -> Figures:
        """A walk over all recipients and their rows."""
        state = HOW_FAR.element
        is_called_off = state.in_([RowState.CANCELLED.value])
        why = case((is_called_off, func.coalesce(WHY, "")), else_=None).label("why")
        lost = state.in_([RowState.SENT.value]) & CHATS.c.unreachable_at.is_not(None)
        query = (
            select(
                RECIPIENTS.c.language,
                HOW_FAR,
                why,
                func.count().label("chats"),
                func.sum(case((IS_PART, 1), else_=0)).label("partly"),
                func.sum(case((lost, 1), else_=0)).label("lost"),
            )
            .select_from(WITH_CHATS)
            .where(RECIPIENTS.c.announcement_id == number)
            .group_by(RECIPIENTS.c.language, HOW_FAR, why)
        )
        rows = (await self._session.execute(query)).all()
        return _figures(rows, await Presses(self._session).counts(number))

    async def outcomes(self, number: AnnouncementId, after: RecipientId, n: int) -> list[Outcome]:
        """The next n chats after one, in the order in which they were fixed."""
        query = (
            select(
                RECIPIENTS.c.id,
                CHATS.c.chat_id,
                CHATS.c.kind,
                CHATS.c.title,
                RECIPIENTS.c.language,
                HOW_FAR,
                WHY,
                IS_PART,
                ENDED_AT,
            )
            .select_from(WITH_CHATS)
            .where(RECIPIENTS.c.announcement_id == number, RECIPIENTS.c.id > after)
            .order_by(RECIPIENTS.c.id)
            .limit(n)
        )
        return [Outcome(*row) for row in await self._session.execute(query)]

    async def had(self, number: AnnouncementId) -> set[SubscriberId]:
        """Whom it reached, or perhaps reached, or is about to."""
        has_it = HOW_FAR.element.not_in(sorted(MISSED))
        query = (
            select(RECIPIENTS.c.subscriber_id)
            .select_from(WITH_ROWS)
            .where(
                RECIPIENTS.c.announcement_id == number,
                RECIPIENTS.c.subscriber_id.is_not(None),
                has_it,
            )
        )
        return {SubscriberId(each) for each in await self._session.scalars(query)}

    async def in_doubt(self, number: AnnouncementId) -> list[RowId]:
        """Rows of which nobody knows whether they arrived, and which can be sent again."""
        query = (
            select(OUTBOX.c.id)
            .select_from(WITH_ROWS)
            .where(
                RECIPIENTS.c.announcement_id == number,
                HAS_ROW,
                OUTBOX.c.state == RowState.UNCERTAIN.value,
            )
            .order_by(OUTBOX.c.id)
        )
        return [RowId(row_id) for row_id in await self._session.scalars(query)]


def _figures(rows: Sequence[Row[Any]], presses: Mapping[int, int]) -> Figures:
    every: Counter[Language] = Counter()
    sent: Counter[Language] = Counter()
    called_off: Counter[str] = Counter()
    for row in rows:
        language = Language(row.language)
        every[language] += row.chats
        if row.how_far == RowState.SENT.value:
            sent[language] += row.chats
        # Those whose chat was lost to another message stand among what failed.
        if row.why is not None and not failure_of(row.why).is_of_chat:
            called_off[row.why] += row.chats
    return Figures(
        languages={one: Reached(every[one], sent[one]) for one in Language if every[one]},
        called_off=called_off,
        partly=sum(row.partly for row in rows),
        blocked_since=sum(row.lost for row in rows),
        presses=presses,
    )
