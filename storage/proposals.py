"""Queries over proposals: changes that wait for a person."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ProjectId, ProposalId, StoryId
from model.projects import Proposal, ProposalState, Why
from storage.project_json import fields_json, fields_of
from storage.tables import ProposalTable

_IS_WAITING = ProposalTable.state == ProposalState.WAITING.value


class Proposals:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, proposal: Proposal) -> ProposalId:
        """A new row; the id of the given one does not count."""
        added = await self._session.execute(
            insert(ProposalTable).values(_values(proposal)).returning(ProposalTable.id)
        )
        return ProposalId(added.scalar_one())

    async def get(self, number: ProposalId, *, hold: bool = False) -> Proposal | None:
        """`hold`: nobody else decides it until the transaction ends; its project is held first."""
        query = _PROPOSALS.where(ProposalTable.id == number)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        return None if row is None else _proposal(row)

    async def waiting(self, project: ProjectId | None = None) -> list[Proposal]:
        """Of one project or of all, the oldest first."""
        query = _PROPOSALS.where(_IS_WAITING)
        if project is not None:
            query = query.where(ProposalTable.project_id == project)
        rows = await self._session.execute(query.order_by(ProposalTable.id))
        return [_proposal(row) for row in rows]

    async def count_waiting(self, project: ProjectId) -> int:
        query = select(func.count()).select_from(ProposalTable)
        query = query.where(_IS_WAITING, ProposalTable.project_id == project)
        return await self._session.scalar(query) or 0

    async def of_stories(self, project: ProjectId) -> list[Proposal]:
        """All that stories ever proposed for it, whatever became of them."""
        query = _PROPOSALS.where(
            ProposalTable.project_id == project, ProposalTable.author_id.is_(None)
        )
        return [_proposal(row) for row in await self._session.execute(query)]

    async def decide(
        self,
        number: ProposalId,
        state: ProposalState,
        by: int,
        at: datetime,
        word: str | None = None,
    ) -> None:
        await self._session.execute(
            update(ProposalTable)
            .where(ProposalTable.id == number)
            .values(state=state.value, decided_by=by, decided_at=at, word=word)
        )


_PROPOSALS: Select[Any] = select(*ProposalTable.__table__.columns)


def _values(one: Proposal) -> dict[str, Any]:
    return {
        "project_id": one.project_id,
        "changes": fields_json(one.changes),
        "base": fields_json(one.base),
        "reason": one.why.reason,
        "source": one.why.source,
        "author_id": one.author_id,
        "story_id": one.story_id,
        "version": one.version,
        "state": one.state.value,
        "created_at": one.created_at,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at,
        "word": one.word,
    }


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        id=ProposalId(row.id),
        project_id=ProjectId(row.project_id),
        changes=fields_of(row.changes),
        why=Why(row.reason, row.source),
        author_id=row.author_id,
        story_id=None if row.story_id is None else StoryId(row.story_id),
        version=row.version,
        base=fields_of(row.base),
        state=ProposalState(row.state),
        created_at=row.created_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        word=row.word,
    )
