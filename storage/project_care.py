"""Queries over who looks after which projects, and what is due there."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.expected import ACTIVE
from model.ids import ProjectId
from model.people import Scope
from model.projects import KeyKind, Project
from storage.project_rows import PROJECTS, project_of
from storage.tables import ProjectKeyTable, ProjectTable


class ProjectCare:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(
        self, user_id: int, scope: Scope | None, limit: int, start: int = 0
    ) -> list[Project]:
        """Projects that somebody looks after: as curator first, the longest unchecked first.

        `scope` None: all there are. Candidates are among them.
        """
        is_curator = ProjectTable.curator_id == user_id
        query = PROJECTS.where(ProjectTable.is_deleted.is_(False))
        if scope is not None:
            query = query.where(or_(is_curator, _within(scope)))
        query = query.order_by(
            case((is_curator, 0), else_=1), ProjectTable.checked_at, ProjectTable.id
        )
        rows = await self._session.execute(query.limit(limit).offset(start))
        return [project_of(row) for row in rows]

    async def curators(self) -> list[int]:
        """Everyone who is curator of a project."""
        query = select(ProjectTable.curator_id).where(
            ProjectTable.curator_id.is_not(None), ProjectTable.is_deleted.is_(False)
        )
        found = await self._session.scalars(query.distinct().order_by(ProjectTable.curator_id))
        return [one for one in found if one is not None]

    async def unchecked(self, curator: int, before: datetime, limit: int) -> list[Project]:
        """Published projects under way of a curator of which nobody has said anything since."""
        query = PROJECTS.where(
            ProjectTable.curator_id == curator,
            ProjectTable.is_deleted.is_(False),
            ProjectTable.is_published.is_(True),
            ProjectTable.stage.in_(sorted(ACTIVE)),
            ProjectTable.checked_at <= before,
        ).order_by(ProjectTable.checked_at, ProjectTable.id)
        return [project_of(row) for row in await self._session.execute(query.limit(limit))]

    async def due(self, curator: int, until: date) -> list[Project]:
        """Published projects of a curator of which something is due by then, or was before."""
        query = PROJECTS.where(
            ProjectTable.curator_id == curator,
            ProjectTable.is_published.is_(True),
            ProjectTable.due_on <= until,
        )
        rows = await self._session.execute(query.order_by(ProjectTable.id))
        return [project_of(row) for row in rows]


def _within(scope: Scope) -> ColumnElement[bool]:
    keyed = select(ProjectKeyTable.project_id).where(
        ProjectKeyTable.kind == KeyKind.DISTRICT.value,
        ProjectKeyTable.key.in_(sorted(scope.districts)),
    )
    ids: Collection[ProjectId] = sorted(scope.projects)
    return or_(ProjectTable.id.in_(keyed), ProjectTable.id.in_(ids))
