"""Queries over roles: what people may do beyond a subscriber."""

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.people import Role
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

    async def all(self) -> dict[int, Role]:
        rows = await self._session.execute(select(RoleTable.user_id, RoleTable.role))
        return {user_id: Role(role) for user_id, role in rows}

    async def grant(self, user_id: int, role: Role, granted_by: int | None, now: datetime) -> None:
        """The role from now on, in place of any other."""
        await self.revoke(user_id)
        await self._session.execute(
            insert(RoleTable).values(
                user_id=user_id, role=role, granted_at=now, granted_by=granted_by
            )
        )

    async def revoke(self, user_id: int) -> None:
        await self._session.execute(delete(RoleTable).where(RoleTable.user_id == user_id))
