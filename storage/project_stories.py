"""Queries over the stories that tell of projects."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ProjectId, StoryId
from model.projects import StoryLink
from storage.sharing import chunks, insert_new
from storage.stories import stands
from storage.tables import ProjectStoryTable, StoryTable


class ProjectStories:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def link(self, links: Sequence[StoryLink]) -> None:
        """Those that are there already stay as they are: what a person dismissed stays so."""
        statement = insert_new(self._session, ProjectStoryTable, "project_id", "story_id")
        for chunk in chunks(links):
            await self._session.execute(statement, [_values(one) for one in chunk])

    async def put(self, link: StoryLink) -> None:
        """A person's word, in place of what was there. Both must be there."""
        await self._session.execute(
            delete(ProjectStoryTable).where(*_is(link.project_id, link.story_id))
        )
        await self._session.execute(insert(ProjectStoryTable).values(_values(link)))

    async def dismiss(self, project: ProjectId, story: StoryId, now: datetime) -> bool:
        """Whether it was linked until now; from now on it is not linked again by itself."""
        dismissed = await self._session.execute(
            update(ProjectStoryTable)
            .where(*_is(project, story), _is_linked())
            .values(dismissed_at=now)
            .returning(ProjectStoryTable.story_id)
        )
        return dismissed.first() is not None

    async def get(self, project: ProjectId, story: StoryId) -> StoryLink | None:
        """Also one that was dismissed."""
        row = (await self._session.execute(_LINKS.where(*_is(project, story)))).first()
        return None if row is None else _link(row)

    async def of_project(
        self, project: ProjectId, limit: int | None = None, start: int = 0
    ) -> list[StoryId]:
        """The stories that tell of it and stand, the newest first."""
        query = (
            select(ProjectStoryTable.story_id)
            .where(ProjectStoryTable.project_id == project, *_stand())
            .order_by(ProjectStoryTable.story_id.desc())
            .limit(limit)
            .offset(start)
        )
        return [StoryId(one) for one in await self._session.scalars(query)]

    async def count(self, project: ProjectId) -> int:
        """How many `of_project` gives in all."""
        query = (
            select(func.count())
            .select_from(ProjectStoryTable)
            .where(ProjectStoryTable.project_id == project, *_stand())
        )
        return await self._session.scalar(query) or 0

    async def of_story(self, story: StoryId) -> list[ProjectId]:
        """The projects that it tells of, in order of their ids, whoever may see them."""
        query = (
            select(ProjectStoryTable.project_id)
            .where(ProjectStoryTable.story_id == story, _is_linked())
            .order_by(ProjectStoryTable.project_id)
        )
        return [ProjectId(one) for one in await self._session.scalars(query)]

    async def of_stories(self, stories: Collection[StoryId]) -> list[StoryLink]:
        """All links of these stories, also those that were dismissed."""
        found: list[StoryLink] = []
        for chunk in chunks(sorted(stories)):
            query = _LINKS.where(ProjectStoryTable.story_id.in_(chunk)).order_by(
                ProjectStoryTable.story_id, ProjectStoryTable.project_id
            )
            found += [_link(row) for row in await self._session.execute(query)]
        return found


_LINKS: Select[Any] = select(*ProjectStoryTable.__table__.columns)


def _is(project: ProjectId, story: StoryId) -> tuple[ColumnElement[bool], ...]:
    return (ProjectStoryTable.project_id == project, ProjectStoryTable.story_id == story)


def _is_linked() -> ColumnElement[bool]:
    return ProjectStoryTable.dismissed_at.is_(None)


def _stand() -> Iterable[ColumnElement[bool]]:
    """Linked to stories that can be shown and that their outlets have not taken down."""
    standing = select(StoryTable.id).where(
        StoryTable.id == ProjectStoryTable.story_id,
        StoryTable.lead_article_id.is_not(None),
        stands(),
    )
    return (_is_linked(), standing.exists())


def _values(one: StoryLink) -> dict[str, Any]:
    return {
        "project_id": one.project_id,
        "story_id": one.story_id,
        "linked_at": one.linked_at,
        "linked_by": one.linked_by,
        "reasons": list(one.reasons),
        "dismissed_at": one.dismissed_at,
    }


def _link(row: Row[Any]) -> StoryLink:
    return StoryLink(
        ProjectId(row.project_id),
        StoryId(row.story_id),
        row.linked_at,
        row.linked_by,
        tuple(row.reasons),
        row.dismissed_at,
    )
