"""Queries over invitations. Of a link's token only a hash is ever here."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import InviteId, ProjectId
from model.invites import Invite
from model.people import Role, Scope
from storage.tables import InviteTable


class Invites:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def begin(self, role: Role, created_by: int, now: datetime) -> Invite:
        """A draft, for everywhere until districts are chosen."""
        added = await self._session.execute(
            insert(InviteTable)
            .values(
                role=role,
                districts=[],
                projects=[],
                created_by=created_by,
                created_at=now,
                expires_at=now,
            )
            .returning(InviteTable)
        )
        return _invite(added.scalar_one())

    async def get(self, invite_id: InviteId, *, hold: bool = False) -> Invite | None:
        return await self._one(select(InviteTable).where(InviteTable.id == invite_id), hold)

    async def by_hash(self, token_hash: str, *, hold: bool = False) -> Invite | None:
        return await self._one(
            select(InviteTable).where(InviteTable.token_hash == token_hash), hold
        )

    async def open(self, now: datetime) -> list[Invite]:
        """Those whose link works still, the newest first."""
        rows = await self._session.scalars(
            select(InviteTable)
            .where(
                InviteTable.expires_at > now,
                InviteTable.token_hash.is_not(None),
                InviteTable.used_at.is_(None),
                InviteTable.revoked_at.is_(None),
            )
            .order_by(InviteTable.id.desc())
        )
        return [_invite(row) for row in rows]

    async def set_districts(self, invite_id: InviteId, districts: Collection[str]) -> None:
        await self._change(invite_id, districts=sorted(districts))

    async def issue(self, invite_id: InviteId, token_hash: str, expires_at: datetime) -> None:
        """Its link from now on; one that it had no longer works."""
        await self._change(invite_id, token_hash=token_hash, expires_at=expires_at)

    async def use(self, invite_id: InviteId, user_id: int, now: datetime) -> None:
        await self._change(invite_id, used_by=user_id, used_at=now)

    async def revoke(self, invite_id: InviteId, now: datetime) -> None:
        await self._change(invite_id, revoked_at=now)

    async def drop_drafts(self, created_by: int, before: datetime) -> None:
        """Drafts that somebody began before a moment and left."""
        await self._session.execute(
            delete(InviteTable).where(
                InviteTable.created_by == created_by,
                InviteTable.token_hash.is_(None),
                InviteTable.created_at < before,
            )
        )

    async def _one(self, query: Select[InviteTable], hold: bool) -> Invite | None:
        if hold:
            query = query.with_for_update()
        row = await self._session.scalar(query.execution_options(populate_existing=True))
        return None if row is None else _invite(row)

    async def _change(self, invite_id: InviteId, **values: Any) -> None:
        await self._session.execute(
            update(InviteTable).where(InviteTable.id == invite_id).values(**values)
        )


def _invite(row: InviteTable) -> Invite:
    return Invite(
        id=InviteId(row.id),
        role=Role(row.role),
        scope=Scope(frozenset(row.districts), frozenset(ProjectId(one) for one in row.projects)),
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        has_link=row.token_hash is not None,
        used_by=row.used_by,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )
