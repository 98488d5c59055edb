"""The audit log: append-only."""

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from model.audit import Act
from storage.tables import AuditTable


class Audit:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def record(self, act: Act) -> None:
        await self._session.execute(
            insert(AuditTable).values(
                at=act.at,
                actor_id=act.actor_id,
                role=act.role,
                action=act.action,
                subject=act.subject,
                before=act.before,
                after=act.after,
            )
        )
