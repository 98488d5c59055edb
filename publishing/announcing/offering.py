"""Which project somebody means who types words for a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.actor import Actor
from model.announcements import Announcing
from model.ids import ProjectId
from model.projects import Project
from projects.asking import answer_of
from projects.errors import no_project
from projects.rights import ProjectRights, in_public
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Offered:
    projects: Sequence[Project]
    """The one that is meant, several that may be, or none."""
    is_clear: bool


class OfferProjects:
    """Projects as everyone may see them: whoever presses the button is anyone."""

    def __init__(
        self, database: Database, rights: AnnouncingRights, projects: ProjectRights
    ) -> None:
        self._database = database
        self._rights = rights
        self._projects = projects

    async def __call__(self, actor: Actor, typed: str) -> Offered:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            standing = in_public(await self._projects.standing(db, actor))
            answer = await answer_of(db, standing, typed, actor.language)
        return Offered(answer.found, is_clear=answer.card is not None)

    async def one(self, actor: Actor, number: ProjectId) -> Project:
        """UnknownProjectError for one that nobody or not everybody may see."""
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            found = (await db.projects.by_ids({number})).get(number)
        if found is None or found.deleted or not found.published:
            raise no_project(number)
        return found
