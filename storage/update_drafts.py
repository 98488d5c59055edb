"""Queries over drafts of updates: one for each official."""

from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ProjectId, ProposalId
from model.updates import UpdateDraft
from storage.project_json import fields_json, fields_of
from storage.tables import UpdateDraftTable


class UpdateDrafts:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, user_id: int, *, hold: bool = False) -> UpdateDraft | None:
        query: Any = select(*UpdateDraftTable.__table__.columns)
        query = query.where(UpdateDraftTable.user_id == user_id)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        if row is None:
            return None
        return UpdateDraft(
            row.user_id,
            ProjectId(row.project_id),
            row.version,
            fields_of(row.base),
            fields_of(row.changes),
            row.at,
            row.reason,
            row.source,
            None if row.proposal_id is None else ProposalId(row.proposal_id),
            row.done,
        )

    async def put(self, draft: UpdateDraft) -> None:
        """In place of what was there."""
        await self.drop(draft.user_id)
        await self._session.execute(
            insert(UpdateDraftTable).values(
                user_id=draft.user_id,
                project_id=draft.project_id,
                version=draft.version,
                base=fields_json(draft.base),
                changes=fields_json(draft.changes),
                reason=draft.reason,
                source=draft.source,
                proposal_id=draft.proposal_id,
                at=draft.at,
                done=draft.done,
            )
        )

    async def drop(self, user_id: int) -> None:
        await self._session.execute(
            delete(UpdateDraftTable).where(UpdateDraftTable.user_id == user_id)
        )
