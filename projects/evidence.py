"""A story that tells of something else is taken off a project: an official's word."""

from accounts.actor import Actor
from common.clock import Clock
from model.audit import Act
from model.ids import ProjectId, StoryId
from model.projects import Project
from projects.recording import held, subject_of
from projects.rights import ProjectRights
from storage.database import Database


class UnlinkStory:
    """From now on it is not linked again by itself. Taken off twice, it is taken off once."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor, project_id: ProjectId, story: StoryId) -> Project:
        now = self._clock.now()
        async with self._database.writing() as db:
            project = await held(db, project_id)
            acting = await self._rights.acting(db, by, project)
            if await db.project_stories.dismiss(project_id, story, now):
                subject = subject_of(project)
                before = {"story": story}
                await db.audit.record(
                    Act(now, acting.user_id, acting.role, "project.unlink", subject, before, None)
                )
        return project
