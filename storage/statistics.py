"""Numbers over the outbox, for `/stats`."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.outbox import RowState
from storage.tables import OutboxTable


class Statistics:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def finished(self, since: datetime, until: datetime) -> dict[RowState, int]:
        """How the rows ended that ended in [since, until)."""
        query = (
            select(OutboxTable.state, func.count())
            .where(OutboxTable.finished_at >= since, OutboxTable.finished_at < until)
            .group_by(OutboxTable.state)
        )
        return {RowState(state): count for state, count in await self._session.execute(query)}
