"""Which project to update: one's own first, or by what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.actor import Actor
from accounts.rights import NotAllowedError
from model.ids import ProjectId
from model.people import Scope
from model.projects import Project
from news.folding import fold
from projects.errors import ProjectError
from projects.proposals import waiting_for
from projects.rights import ProjectRights, Standing, looks_after
from projects.updating.drafting import may_change
from storage.database import Database
from storage.transaction import Transaction

PAGE = 8
MOST_LOOKED_THROUGH = 2000
MOST_FOUND = 8
SHORTEST = 3
"""Letters of a word that is looked for."""


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


class FindMine:
    """The projects that typed words mean, of those that an official looks after."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, words: str) -> list[Project]:
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            exact = await db.projects.with_code(words.strip())
            if exact is not None and not exact.deleted and looks_after(standing, exact):
                return [exact]
            mine = await db.project_care.of(
                standing.user_id or 0, _scope(standing), MOST_LOOKED_THROUGH
            )
        return _matching(mine, words)


def _scope(standing: Standing) -> Scope | None:
    return None if standing.sees_everything else standing.scope


def _matching(projects: Sequence[Project], words: str) -> list[Project]:
    """Those that have the most of the words, in any of their endings."""
    wanted = [_stem(one) for one in fold(words).split() if len(one) >= SHORTEST]
    scored: dict[ProjectId, int] = {}
    for one in projects:
        told = [*one.names.values(), *(each.name for each in one.investors), one.place or ""]
        known = fold(" ".join([one.code, *told]))
        scored[one.id] = sum(stem in known for stem in wanted)
    best = max(scored.values(), default=0)
    if not best:
        return []
    return [one for one in projects if scored[one.id] == best][:MOST_FOUND]


def _stem(word: str) -> str:
    return word[:-2] if len(word) > SHORTEST + 2 else word
