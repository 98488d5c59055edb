"""The audit log: append-only."""

from collections.abc import Collection

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.audit import Act
from model.people import Role
from storage.tables import AuditTable


class Audit:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def record(self, act: Act) -> int:
        """The act's number."""
        added = await self._session.execute(
            insert(AuditTable)
            .values(
                at=act.at,
                actor_id=act.actor_id,
                role=act.role,
                action=act.action,
                subject=act.subject,
                before=act.before,
                after=act.after,
            )
            .returning(AuditTable.id)
        )
        return int(added.scalar_one())

    async def get(self, number: int) -> Act | None:
        row = await self._session.get(AuditTable, number)
        if row is None:
            return None
        role = Role(row.role)
        return Act(row.at, row.actor_id, role, row.action, row.subject, row.before, row.after)

    async def last_actor(self, subject: str, actions: Collection[str]) -> int | None:
        """Who did one of these to the subject last; None where nobody ever did."""
        query = (
            select(AuditTable.actor_id)
            .where(AuditTable.subject == subject, AuditTable.action.in_(actions))
            .order_by(AuditTable.id.desc())
            .limit(1)
        )
        return await self._session.scalar(query)
