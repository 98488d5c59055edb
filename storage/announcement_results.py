"""Queries over what became of announcements: how far they got, chat by chat."""

from dataclasses import dataclass

from sqlalchemy import case, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import RecipientState
from model.ids import AnnouncementId, SubscriberId
from model.people import Language
from storage.claiming import OUTBOX
from storage.recipients import RECIPIENTS

HAS_ROW = RECIPIENTS.c.state == RecipientState.ENQUEUED.value
WITH_ROWS = RECIPIENTS.outerjoin(OUTBOX, OUTBOX.c.id == RECIPIENTS.c.row_id)

HOW_FAR = case((HAS_ROW, OUTBOX.c.state), else_=RECIPIENTS.c.state).label("how_far")
"""A state of its row, or the recipient's own where it has none."""


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
