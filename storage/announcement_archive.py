"""Queries over what was announced: to one chat, and all of it."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import AnnouncementState
from model.archive import Told
from model.ids import AnnouncementId, SubscriberId
from model.outbox import RowState
from model.people import Language
from model.results import Reached
from storage.announcement_results import HOW_FAR, WITH_ROWS
from storage.recipients import RECIPIENTS
from storage.tables import AnnouncementTable

_HAS_IT = HOW_FAR.element.in_([RowState.SENT.value, RowState.UNCERTAIN.value])
"""What perhaps arrived was announced to them too."""


class AnnouncementArchive:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def told(
        self, chat: SubscriberId, needles: Sequence[str], n: int, skipping: int
    ) -> list[Told]:
        """What was announced to a chat and not taken back, the newest first.

        `needles`: patterns (LIKE) that its folded words must all fit.
        """
        query = (
            _told(chat)
            .where(*_fitting(needles))
            .order_by(AnnouncementTable.started_at.desc(), AnnouncementTable.id.desc())
            .offset(skipping)
            .limit(n)
        )
        return [_of_row(row) for row in await self._session.execute(query)]

    async def told_one(self, chat: SubscriberId, number: AnnouncementId) -> Told | None:
        """One of these."""
        query = _told(chat).where(AnnouncementTable.id == number)
        row = (await self._session.execute(query)).first()
        return None if row is None else _of_row(row)

    async def all(
        self,
        states: Collection[AnnouncementState],
        needles: Sequence[str],
        n: int,
        skipping: int,
        *,
        is_withdrawn: bool | None,
    ) -> list[AnnouncementId]:
        """All in these states, the newest first; taken back, or not, or either (None)."""
        is_correction = AnnouncementTable.plan["is_correction"].as_boolean()
        query = (
            select(AnnouncementTable.id)
            .where(
                AnnouncementTable.state.in_([state.value for state in states]),
                ~is_correction,
                *_fitting(needles),
            )
            .order_by(AnnouncementTable.id.desc())
            .offset(skipping)
            .limit(n)
        )
        if is_withdrawn is not None:
            withdrawn = AnnouncementTable.withdrawn_at.is_not(None)
            query = query.where(withdrawn if is_withdrawn else ~withdrawn)
        return [AnnouncementId(number) for number in await self._session.scalars(query)]

    async def reached(self, numbers: Collection[AnnouncementId]) -> dict[AnnouncementId, Reached]:
        """How many each is for, and has reached."""
        is_sent = HOW_FAR.element.in_([RowState.SENT.value])
        query = (
            select(
                RECIPIENTS.c.announcement_id,
                func.count().label("every"),
                func.sum(case((is_sent, 1), else_=0)).label("sent"),
            )
            .select_from(WITH_ROWS)
            .where(RECIPIENTS.c.announcement_id.in_(numbers))
            .group_by(RECIPIENTS.c.announcement_id)
        )
        return {
            AnnouncementId(row.announcement_id): Reached(row.every, row.sent)
            for row in await self._session.execute(query)
        }


def _told(chat: SubscriberId) -> Any:
    return (
        select(AnnouncementTable.id, RECIPIENTS.c.language, AnnouncementTable.started_at)
        .select_from(
            WITH_ROWS.join(AnnouncementTable, AnnouncementTable.id == RECIPIENTS.c.announcement_id)
        )
        .where(
            RECIPIENTS.c.subscriber_id == chat,
            AnnouncementTable.withdrawn_at.is_(None),
            _HAS_IT,
        )
    )


def _fitting(needles: Sequence[str]) -> list[ColumnElement[bool]]:
    return [AnnouncementTable.words.like(each) for each in needles]


def _of_row(row: Any) -> Told:
    return Told(AnnouncementId(row.id), Language(row.language), row.started_at)
