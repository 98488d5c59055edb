"""Which project somebody means who types words for a button."""

from accounts.actor import Actor
from model.announcements import Announcing
from model.ids import ProjectId
from model.projects import Project
from projects.asking import answer_of
from projects.errors import no_project
from projects.rights import ProjectRights, in_public
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database


class OfferProjects:
    """Projects as everyone may see them: whoever presses the button is anyone."""

    def __init__(
        self, database: Database, rights: AnnouncingRights, projects: ProjectRights
    ) -> None:
        self._database = database
        self._rights = rights
        self._projects = projects

    async def __call__(self, actor: Actor, typed: str) -> list[Project]:
        """One where the words are clear, several they may mean, or none."""
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            standing = in_public(await self._projects.standing(db, actor))
            answer = await answer_of(db, standing, typed, actor.language)
        return list(answer.projects) if answer.card is None else [answer.card.project]

    async def one(self, actor: Actor, number: ProjectId) -> Project:
        """UnknownProjectError for one that nobody or not everybody may see."""
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            found = (await db.projects.by_ids({number})).get(number)
        if found is None or found.deleted or not found.published:
            raise no_project(number)
        return found
