"""The audit log: append-only."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.audit import Act, Entry, Sought
from model.people import Role
from storage.tables import AuditTable, ProjectChangeTable


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
        return None if row is None else _act(row)

    async def last_actor(self, subject: str, actions: Collection[str]) -> int | None:
        """Who did one of these to the subject last; None where nobody ever did."""
        query = (
            select(AuditTable.actor_id)
            .where(AuditTable.subject == subject, AuditTable.action.in_(actions))
            .order_by(AuditTable.id.desc())
            .limit(1)
        )
        return await self._session.scalar(query)

    async def found(self, sought: Sought, limit: int, start: int = 0) -> list[Entry]:
        """The newest first."""
        rows = await self._session.scalars(
            select(AuditTable)
            .where(*_conditions(sought))
            .order_by(AuditTable.id.desc())
            .limit(limit)
            .offset(start)
        )
        return [Entry(row.id, _act(row)) for row in rows]

    async def count(self, sought: Sought) -> int:
        query = select(func.count()).select_from(AuditTable).where(*_conditions(sought))
        return await self._session.scalar(query) or 0

    async def actors(self) -> list[int]:
        """Everybody who ever did something, whoever did most first."""
        query = select(AuditTable.actor_id).group_by(AuditTable.actor_id)
        query = query.order_by(func.count().desc(), AuditTable.actor_id)
        return list(await self._session.scalars(query))

    async def actions(self) -> list[str]:
        """What was ever done, in order of its name."""
        query = select(AuditTable.action).distinct().order_by(AuditTable.action)
        return list(await self._session.scalars(query))


def _act(row: AuditTable) -> Act:
    role = Role(row.role)
    return Act(row.at, row.actor_id, role, row.action, row.subject, row.before, row.after)


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if sought.person is not None:
        person = str(sought.person)
        wanted.append(or_(AuditTable.actor_id == sought.person, AuditTable.subject == person))
    if sought.project is not None:
        # An act on many projects, an import, names them in their history only.
        acts = select(ProjectChangeTable.act).where(
            ProjectChangeTable.project_id == sought.project, ProjectChangeTable.act.is_not(None)
        )
        named = AuditTable.subject == f"project:{sought.project}"
        wanted.append(or_(named, AuditTable.id.in_(acts)))
    if sought.since is not None:
        wanted.append(AuditTable.at >= sought.since)
    if sought.until is not None:
        wanted.append(AuditTable.at < sought.until)
    if sought.action is not None:
        wanted.append(AuditTable.action == sought.action)
    return wanted
