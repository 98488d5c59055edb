"""One project, as far as whoever asks may see it: its card, its history, its stories."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from accounts.actor import Actor
from model.ids import ProjectId, ProposalId, StoryId
from model.news import Story
from model.people import Language
from model.projects import INTERNAL, Change, Document, Field, Project
from projects.rights import ProjectRights, Standing, looks_after, seen
from storage.database import Database
from storage.transaction import Transaction

PAGE = 6
"""Entries of the history, or stories, of one page."""
LAST_PAGE = 10_000
"""Nobody turns so many; a forged number asks no more of the database."""
_OF_ONE_ACT = 12
"""Fields that changed together: as many are looked for."""


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """What is shown of a project, already without what they may not see."""

    project: Project
    is_internal: bool
    """Whether it is the internal view."""
    last: Change | None
    """The last entry of the history that they may see."""
    curator_name: str | None = None
    changed_by: str | None = None
    """Who made the last change; in the internal view only."""
    checked_by: str | None = None
    """Who said last that it is so; in the internal view only."""
    is_theirs: bool = False
    """Whether they look after it, also where it is the public view that is shown."""
    with_last: tuple[Change, ...] = ()
    """What else became otherwise in the same act."""
    proposals: tuple[ProposalId, ...] = ()
    """What waits for a decision, the oldest first; in the internal view only."""
    story: Story | None = None
    """The newest that tells of it."""
    story_count: int = 0


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Entries of the history, the newest first."""

    project: Project
    is_internal: bool
    changes: tuple[Change, ...]
    page: int
    has_older: bool
    people: dict[int, str]
    """Names of those who made the changes; none in the public view."""


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """Stories that tell of a project, the newest first."""

    project: Project
    stories: tuple[Story, ...]
    page: int
    has_older: bool
    is_internal: bool = False


class _Seeing:
    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights


class SeeProject(_Seeing):
    """The card of a project; None for one that is not there for them."""

    async def __call__(self, actor: Actor, project_id: ProjectId) -> ProjectCard | None:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            return await card_of(
                db, standing, await db.projects.get(project_id), language=actor.language
            )


class SeeHistory(_Seeing):
    """A page of the history of a project; None for one that is not there for them."""

    async def __call__(self, actor: Actor, project_id: ProjectId, page: int) -> HistoryPage | None:
        page = min(page, LAST_PAGE)
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            project = await db.projects.get(project_id)
            shown = seen(standing, project)
            if project is None or shown is None:
                return None
            is_internal = is_internal_for(standing, project)
            hidden = () if is_internal else INTERNAL
            found = await db.projects.history(project_id, PAGE + 1, page * PAGE, without=hidden)
            changes = found[:PAGE] if is_internal else public_changes(found[:PAGE])
            people = await names_of(db, changes) if is_internal else {}
        return HistoryPage(shown, is_internal, tuple(changes), page, len(found) > PAGE, people)


class SeeStories(_Seeing):
    """A page of the stories that tell of a project; None for one that is not there for them."""

    async def __call__(self, actor: Actor, project_id: ProjectId, page: int) -> StoriesPage | None:
        page = min(page, LAST_PAGE)
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            project = await db.projects.get(project_id)
            shown = seen(standing, project)
            if project is None or shown is None:
                return None
            ids = await db.project_stories.of_project(project_id, PAGE + 1, page * PAGE)
            stories = await db.stories.in_order(ids[:PAGE], (actor.language,))
        is_internal = is_internal_for(standing, project)
        return StoriesPage(shown, tuple(stories), page, len(ids) > PAGE, is_internal)

    async def one(self, actor: Actor, project_id: ProjectId, story: StoryId) -> StoriesPage | None:
        """A single one of them; None also where it does not tell of the project (any more)."""
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            shown = seen(standing, await db.projects.get(project_id))
            if shown is None or project_id not in await db.project_stories.of_story(story):
                return None
            stories = tuple(await db.stories.in_order([story], (actor.language,)))
        return StoriesPage(shown, stories, 0, False) if stories else None


async def projects_of(db: Transaction, standing: Standing, story: StoryId) -> tuple[Project, ...]:
    """The projects that a story tells of, as far as they may be seen."""
    ids = await db.project_stories.of_story(story)
    found = await db.projects.by_ids(ids)
    return tuple(one for one in (seen(standing, found.get(each)) for each in ids) if one)


async def card_of(
    db: Transaction,
    standing: Standing,
    project: Project | None,
    *,
    language: Language = Language.RUSSIAN,
) -> ProjectCard | None:
    """`language`: in which the newest story is told, where it is told in several."""
    shown = seen(standing, project)
    if project is None or shown is None:
        return None
    is_internal = is_internal_for(standing, project)
    hidden = () if is_internal else INTERNAL
    history = await db.projects.history(project.id, _OF_ONE_ACT, without=hidden)
    told = history if is_internal else public_changes(history)
    last = told[0] if told else None
    card = ProjectCard(
        shown,
        is_internal,
        last,
        is_theirs=looks_after(standing, project),
        with_last=tuple(one for one in told[1:] if last and one.act and one.act == last.act),
        story_count=await db.project_stories.count(project.id),
    )
    if card.story_count:
        newest = await db.project_stories.of_project(project.id, 1)
        card = replace(card, story=next(iter(await db.stories.in_order(newest, (language,))), None))
    if not is_internal:
        return card
    waiting = await db.proposals.waiting(project.id)
    changed_by = None if last is None else last.actor_id
    checked_by = await _checked_by(db, project, last)
    names = await db.roles.names((shown.curator, changed_by, checked_by))
    return replace(
        card,
        proposals=tuple(one.id for one in waiting),
        curator_name=names.get(shown.curator or 0),
        changed_by=names.get(changed_by or 0),
        checked_by=names.get(checked_by or 0),
    )


async def _checked_by(db: Transaction, project: Project, last: Change | None) -> int | None:
    """Who said last that it is so: by a change, or "nothing changed"."""
    if last is not None and last.at >= project.checked_at:
        return last.actor_id
    return await db.audit.last_actor(f"project:{project.id}", ("project.check",))


def is_internal_for(standing: Standing, project: Project) -> bool:
    """Whether it is the internal view that they are shown."""
    return standing.is_private and looks_after(standing, project)


def public_changes(changes: Sequence[Change]) -> list[Change]:
    """Entries as everyone may read them: of documents only those that are public."""
    told = [_public_change(one) for one in changes]
    return [one for one in told if one.field is not Field.DOCUMENTS or one.old != one.new]


def _public_change(change: Change) -> Change:
    if change.field is not Field.DOCUMENTS:
        return change
    return replace(change, old=_public(change.old), new=_public(change.new))


def _public(documents: Sequence[Document] | None) -> tuple[Document, ...]:
    return tuple(one for one in documents or () if one.is_public)


async def names_of(db: Transaction, changes: Collection[Change]) -> dict[int, str]:
    """Of whoever made or confirmed these changes, or is named in them as a curator."""
    ids = {one.actor_id for one in changes} | {one.confirmed_by for one in changes}
    for one in changes:
        if one.field is Field.CURATOR:
            ids |= {one.old, one.new}
    return await db.roles.names(ids)
