"""Queries over roles: what people may do beyond a subscriber."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import Announcing
from model.ids import ProjectId
from model.people import EVERYTHING, Office, Role, Scope
from storage.sharing import Turn, take_turn
from storage.tables import RoleTable


class Roles:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def take_turn(self) -> None:
        """One giver or taker of roles at a time, until the transaction ends.

        Two admins who each end the other's role at once must not leave nobody.
        """
        await take_turn(self._session, Turn.ROLES)

    async def get(self, user_id: int) -> Role | None:
        role = await self._session.scalar(
            select(RoleTable.role).where(RoleTable.user_id == user_id)
        )
        return None if role is None else Role(role)

    async def announcing(self, user_id: int) -> tuple[Role | None, Announcing | None]:
        """The role, and what was said of the person's right to announce: None, if nothing."""
        query = select(RoleTable.role, RoleTable.announcing).where(RoleTable.user_id == user_id)
        row = (await self._session.execute(query)).first()
        if row is None:
            return None, None
        said = None if row.announcing is None else Announcing(row.announcing)
        return Role(row.role), said

    async def office(self, user_id: int, *, hold: bool = False) -> Office | None:
        """The role with how far it reaches; `hold`: nobody else changes it meanwhile."""
        query = _OFFICES.where(RoleTable.user_id == user_id)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        return None if row is None else _office(row)

    async def offices(self) -> list[Office]:
        """All of them, the oldest first."""
        rows = await self._session.execute(_OFFICES.order_by(RoleTable.granted_at))
        return [_office(row) for row in rows]

    async def names(self, user_ids: Collection[int | None] | None = None) -> dict[int, str]:
        """What these people, or all who have a role, are called; without a name: left out."""
        query = select(RoleTable.user_id, RoleTable.name).where(RoleTable.name.is_not(None))
        if user_ids is not None:
            query = query.where(RoleTable.user_id.in_(set(user_ids) - {None}))
        rows = await self._session.execute(query.order_by(RoleTable.granted_at))
        return {user_id: name for user_id, name in rows if name}

    async def all(self) -> dict[int, Role]:
        rows = await self._session.execute(select(RoleTable.user_id, RoleTable.role))
        return {user_id: Role(role) for user_id, role in rows}

    async def grant(
        self,
        user_id: int,
        role: Role,
        granted_by: int | None,
        now: datetime,
        *,
        name: str | None = None,
        scope: Scope = EVERYTHING,
        announcing: int | None = None,
    ) -> None:
        """The role from now on, in place of any other and of all that was said of the person."""
        await self.revoke(user_id)
        await self._session.execute(
            insert(RoleTable).values(
                user_id=user_id,
                role=role,
                granted_at=now,
                granted_by=granted_by,
                name=name,
                districts=sorted(scope.districts),
                projects=sorted(scope.projects),
                announcing=announcing,
            )
        )

    async def let_announce(self, user_id: int, announcing: Announcing | None) -> None:
        """What somebody who has a role may do with announcements; None: what the role may."""
        await self._session.execute(
            update(RoleTable).where(RoleTable.user_id == user_id).values(announcing=announcing)
        )

    async def revoke(self, user_id: int) -> None:
        await self._session.execute(delete(RoleTable).where(RoleTable.user_id == user_id))


_OFFICES: Any = select(
    RoleTable.user_id,
    RoleTable.role,
    RoleTable.name,
    RoleTable.districts,
    RoleTable.projects,
    RoleTable.granted_at,
    RoleTable.granted_by,
    RoleTable.announcing,
)


def _office(row: Row[Any]) -> Office:
    scope = Scope(frozenset(row.districts), frozenset(map(ProjectId, row.projects)))
    return Office(
        row.user_id,
        Role(row.role),
        row.name,
        scope,
        row.granted_at,
        row.granted_by,
        row.announcing,
    )
