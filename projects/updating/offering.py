"""What the screens of an update offer: who may be curator, which stories tell of the project."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.actor import Actor
from model.ids import ProjectId
from model.news import Story
from projects.rights import ProjectRights
from storage.database import Database

MOST_STORIES = 4
MOST_PEOPLE = 30


@dataclass(frozen=True, slots=True)
class Offered:
    people: Sequence[tuple[int, str]]
    """Officials and admins that have a name, by user id."""
    stories: Sequence[Story]
    """The newest first."""


class SeeOffered:
    """For officials only."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, project: ProjectId) -> Offered:
        async with self._database.reading() as db:
            await self._rights.official(db, by)
            named = list((await db.roles.names()).items())
            ids = await db.project_stories.of_project(project, MOST_STORIES)
            stories = await db.stories.in_order(ids, (by.language,))
        return Offered(named[:MOST_PEOPLE], stories)
