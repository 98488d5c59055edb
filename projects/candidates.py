"""Candidates: projects that a story began, until an official says what becomes of each.

Published, it is a project like any other. Known already, its stories go to the project that it
is; otherwise it is dismissed. Either way it keeps its history.
"""

from dataclasses import dataclass, replace

from accounts.actor import Actor
from common.clock import Clock
from model.ids import ProjectId, StoryId
from model.projects import Field, Filter, Project, StoryLink, Why
from projects.changing import changed
from projects.errors import no_project
from projects.linking import Linker
from projects.profiles import profile_of, profile_of_story
from projects.recording import Outcome, write
from projects.rights import ProjectRights, looks_after
from storage.database import Database
from storage.transaction import Transaction

MOST_NEAR = 5
MOST_COMPARED = 300
"""Projects of the same sectors and districts among which the nearest are looked for."""


@dataclass(frozen=True, slots=True)
class CandidateCard:
    project: Project
    stories: tuple[StoryId, ...]
    near: tuple[Project, ...]
    """Projects that it may be, the likeliest first."""


class SeeCandidate:
    """A candidate and what it may be; ProjectError where there is none for this official."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, number: ProjectId) -> CandidateCard:
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            project = await db.projects.get(number)
            if project is None or not _is_candidate(project) or not looks_after(standing, project):
                raise no_project(f"{number} among the candidates")
            stories = await db.project_stories.of_project(number)
            near = await _near(db, project, stories)
        return CandidateCard(project, tuple(stories), near)


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of it. `known` is the project that the candidate turned out to be."""

    outcome: Outcome
    project: Project
    known: Project | None = None


class SettleCandidate:
    """What becomes of a candidate; MEANWHILE where it is not what was shown (`seen`)."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def publish(self, by: Actor, number: ProjectId, seen: int) -> Settled:
        """Everyone sees it from now on."""
        async with self._database.writing() as db:
            return await self._settle(db, by, number, seen, Field.PUBLISHED)

    async def dismiss(self, by: Actor, number: ProjectId, seen: int) -> Settled:
        async with self._database.writing() as db:
            return await self._settle(db, by, number, seen, Field.DELETED)

    async def merge(self, by: Actor, number: ProjectId, seen: int, known: ProjectId) -> Settled:
        """It is a project that is known: its stories are evidence of that one."""
        now = self._clock.now()
        async with self._database.writing() as db:
            stories = await db.project_stories.of_project(number)
            other = await db.projects.get(known)
            if other is None or other.deleted or not other.published:
                raise no_project(known)
            settled = await self._settle(db, by, number, seen, Field.DELETED, other)
            if settled.outcome is Outcome.DONE:
                for story in stories:
                    await db.project_stories.put(StoryLink(known, story, now, by.user_id))
        return settled

    async def _settle(
        self,
        db: Transaction,
        by: Actor,
        number: ProjectId,
        seen: int,
        field: Field,
        known: Project | None = None,
    ) -> Settled:
        """A press that comes again finds it settled: that is what was wanted."""
        now = self._clock.now()
        project = await db.projects.get(number, hold=True)
        if project is None:
            raise no_project(number)
        if not _is_candidate(project):
            await self._rights.acting(db, by, replace(project, deleted=False))
            return Settled(Outcome.SAME, project, known)
        acting = await self._rights.acting(db, by, project)
        if project.version != seen:
            return Settled(Outcome.MEANWHILE, project, known)
        begun = await db.projects.history(number, 1)
        reason = f"= {known.code}" if known is not None else begun[0].why.reason
        why = Why(reason, begun[0].why.source)
        recorded = await write(db, changed(project, {field: True}, now), why, acting, now)
        return Settled(recorded.outcome, recorded.project, known)


def _is_candidate(project: Project) -> bool:
    return not project.published and not project.deleted


async def _near(db: Transaction, one: Project, stories: list[StoryId]) -> tuple[Project, ...]:
    """Projects that its stories fit the best, among those of its sectors and districts."""
    asked = [Filter(sector=code) for code in one.sectors]
    asked += [Filter(district=code) for code in one.districts]
    found = {
        each.id: each for which in asked for each in await db.projects.listed(which, MOST_COMPARED)
    }
    known = Linker()
    for each in found.values():
        known.know(each.id, profile_of(each))
    articles = await db.articles.of_stories(stories)
    ranked = known.ranked(profile_of_story([each for story in stories for each in articles[story]]))
    return tuple(found[link.project] for link in ranked[:MOST_NEAR])
