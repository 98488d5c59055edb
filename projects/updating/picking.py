"""Which project to update: one's own first, or by what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.actor import Actor
from accounts.rights import NotAllowedError
from model.people import Scope
from model.projects import Project
from projects.asking import answer_of
from projects.errors import ProjectError
from projects.finding import Answers
from projects.proposals import waiting_for
from projects.rights import ProjectRights, Standing, looks_after
from projects.updating.drafting import may_change
from storage.database import Database
from storage.transaction import Transaction

PAGE = 8
MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Mine:
    """Projects that somebody looks after, a page of them."""

    projects: Sequence[Project]
    earlier: int | None = None
    """Where the page before begins."""
    later: int | None = None
    open: Project | None = None
    """Of which an update is begun and not confirmed."""
    waiting: int = 0
    """Proposals that wait for them."""


class ListMine:
    """A page of the projects that an official looks after, as curator first."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, start: int = 0) -> Mine:
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            user = standing.user_id or 0
            found = await db.project_care.of(user, _scope(standing), PAGE + 1, start)
            waiting = await waiting_for(db, standing)
            return Mine(
                found[:PAGE],
                max(0, start - PAGE) if start else None,
                start + PAGE if len(found) > PAGE else None,
                await self._open(db, by, user),
                sum(one.author_id != user for one, _ in waiting),
            )

    async def _open(self, db: Transaction, by: Actor, user_id: int) -> Project | None:
        draft = await db.update_drafts.get(user_id)
        if draft is None or not draft.is_open:
            return None
        try:
            project, _ = await may_change(db, self._rights, by, draft.project_id)
        except (ProjectError, NotAllowedError):
            return None
        return project


@dataclass(frozen=True, slots=True)
class Found:
    """Projects that typed words mean."""

    projects: Sequence[Project]
    is_clear: bool
    """Whether it is the one that is meant, and not merely near to it."""


class FindMine:
    """The projects that typed words mean, of those that an official looks after."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, words: str) -> Found:
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            answer = await answer_of(db, standing, words, by.language)
        mine = [one for one in answer.found if looks_after(standing, one)]
        is_clear = len(mine) == 1 and answer.kind is not Answers.NEAREST
        return Found(mine[:MOST_FOUND], is_clear)


def _scope(standing: Standing) -> Scope | None:
    return None if standing.sees_everything else standing.scope
