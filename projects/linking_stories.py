"""Stories are linked to the projects that they tell of; what they say otherwise is proposed.

what is new of projects | articles stored since | which projects they name | link, propose, begin a
candidate

Nothing of a project that readers see changes without a person: a link is evidence, a proposal
waits for the curator, a candidate is for officials only until one of them publishes it.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from accounts.rights import Acting
from common.clock import Clock
from model.ids import ArticleId, ChangeId, ProjectId, ProposalId, StoryId
from model.news import Article
from model.people import Role
from model.projects import Field, Project, Proposal, StoryLink
from news.names import name_key
from news.vocabulary import data
from projects.errors import WrongValueError
from projects.linking import Link, Linker
from projects.profiles import profile_of, profile_of_story
from projects.proposals import propose_from_story
from projects.proposing import (
    StoryFacts,
    candidate_of,
    facts_told,
    is_candidate,
    proposals_of,
)
from projects.recording import add
from storage.database import Database
from storage.transaction import Transaction

BATCH = 100
"""Articles of one run."""
LOADED_AT_ONCE = 50
"""Projects whose profiles are made before other tasks get their turn: some milliseconds."""
FRESH = timedelta(days=30)
"""Older stories are linked, but propose nothing and begin nothing: they tell of the past."""
LOOKED_BACK = 30
"""Stories that a new project is looked for in, by its investors' names."""
NEAR = 3.0
"""The score from which on a story is too likely to be of a known project to begin another."""

ITSELF = Acting(0, Role.ADMIN)
"""Who begins a candidate: no person."""

TellNews = Callable[[Transaction, Sequence[ProposalId], Sequence[ProjectId]], Awaitable[None]]
"""Tells whoever decides what a run has proposed and which candidates it began, all together."""

_ARTICLES, _PROJECTS = "linked_articles", "linked_projects"
_UNTOLD = "linked_untold"
"""What was proposed and begun and nobody was told of yet: two lists of ids."""


class LinkStories:
    """One run takes a batch of articles; a restart goes on where the last one ended."""

    def __init__(self, database: Database, clock: Clock, tell: TellNews) -> None:
        self._database = database
        self._clock = clock
        self._tell = tell
        self._linker = Linker()
        self._change = ChangeId(-1)
        """The newest entry of the history that the linker knows of; -1 before it knows any."""

    async def __call__(self) -> int:
        """How many articles were looked at; 0 once there are no new ones."""
        await self._learn()
        await self._look_back()
        async with self._database.reading() as db:
            cursor = ArticleId(int(await db.key_values.get(_ARTICLES) or 0))
            told = await db.articles.telling_after(cursor, BATCH)
            articles = await db.articles.of_stories({story for _, story in told})
        for story in dict.fromkeys(story for _, story in told):
            await self._examine(story, articles[story])
        async with self._database.reading() as db:
            is_untold = await db.key_values.get(_UNTOLD) is not None
        if told or is_untold:
            async with self._database.writing() as db:
                if told:
                    await db.key_values.set(_ARTICLES, str(told[-1][0]))
                await self._tell_all(db)
        return len(told)

    async def _tell_all(self, db: Transaction) -> None:
        """One run has much to say to the same people: they are told once, in its end."""
        proposals, candidates = await _untold(db)
        if proposals or candidates:
            await self._tell(db, proposals, candidates)
            await db.key_values.forget(_UNTOLD)

    async def _learn(self) -> None:
        """Make the linker know the projects as they are now."""
        async with self._database.reading() as db:
            newest = await db.projects.last_change_id()
            if newest == self._change:
                return
            if self._change < 0:
                last = ProjectId(0)
                while page := await db.projects.after(last, LOADED_AT_ONCE):
                    await self._know(page)
                    last = page[-1].id
            else:
                changed = await db.projects.changed_after(self._change)
                for start in range(0, len(changed), LOADED_AT_ONCE):
                    some = changed[start : start + LOADED_AT_ONCE]
                    await self._know(list((await db.projects.by_ids(some)).values()))
        self._change = newest

    async def _know(self, projects: Sequence[Project]) -> None:
        for one in projects:
            self._linker.know(one.id, None if one.deleted else profile_of(one))
        await asyncio.sleep(0)

    async def _look_back(self) -> None:
        """Look for projects that were added lately in the stories that were there before."""
        async with self._database.reading() as db:
            known = ProjectId(int(await db.key_values.get(_PROJECTS) or 0))
            added = await db.projects.after(known, LOADED_AT_ONCE)
            names = {f"company:{name_key(one.name)}" for each in added for one in each.investors}
            stories = await db.stories.with_keys(names, LOOKED_BACK * max(1, len(added)))
            articles = await db.articles.of_stories(stories)
        for story in stories:
            await self._examine(story, articles[story], begins=False)
        if added:
            async with self._database.writing() as db:
                await db.key_values.set(_PROJECTS, str(added[-1].id))

    async def _examine(
        self, story: StoryId, articles: Sequence[Article], *, begins: bool = True
    ) -> None:
        standing = [one for one in articles if one.withdrawn_at is None and one.kept]
        if not standing:
            return
        profile = profile_of_story(standing)
        links = self._linker.links(profile)
        is_near = any(one.score >= NEAR for one in self._linker.ranked(profile))
        await asyncio.sleep(0)
        told = facts_told(story, standing)
        is_fresh = standing[-1].told_at >= self._clock.now() - FRESH
        if links:
            await self._link(links, told, proposes=is_fresh)
        elif begins and is_fresh and not is_near and _begins_one(told, standing):
            await self._begin(told)

    async def _link(self, links: Sequence[Link], told: StoryFacts, *, proposes: bool) -> None:
        now = self._clock.now()
        async with self._database.writing() as db:
            projects = await db.projects.by_ids({one.project for one in links}, hold=True)
            standing = {one: project for one, project in projects.items() if not project.deleted}
            found = [one for one in links if one.project in standing]
            await db.project_stories.link([_link_of(one, told.story_id, now) for one in found])
            dismissed = {
                one.project_id
                for one in await db.project_stories.of_stories([told.story_id])
                if one.dismissed_at is not None
            }
            for one in found if proposes else ():
                if one.project not in dismissed:
                    await self._propose(db, standing[one.project], told, len(found) == 1, now)

    async def _propose(
        self, db: Transaction, project: Project, told: StoryFacts, is_alone: bool, now: datetime
    ) -> None:
        proposed = await db.proposals.of_stories(project.id)
        claimed = {claim.money for one in proposed for claim in one.changes.get(Field.CLAIMS, ())}
        made: list[Proposal] = []
        for changes in proposals_of(project, told, claimed, is_alone=is_alone):
            try:
                one = await propose_from_story(db, project, told.story_id, changes, told.why, now)
            except WrongValueError:  # a story can say anything
                continue
            if one is not None:
                made.append(one)
        await _remember(db, proposals=[one.id for one in made])

    async def _begin(self, told: StoryFacts) -> None:
        now = self._clock.now()
        async with self._database.writing() as db:
            await db.projects.take_turn()
            added = await add(db, candidate_of(told), told.why, ITSELF, now)
            link = Link(added.project.id, 0.0, ("candidate",))
            await db.project_stories.link([_link_of(link, told.story_id, now)])
            await _remember(db, candidates=[added.project.id])
        self._linker.know(added.project.id, profile_of(added.project))


async def _untold(db: Transaction) -> tuple[list[ProposalId], list[ProjectId]]:
    proposals, candidates = json.loads(await db.key_values.get(_UNTOLD) or "[[], []]")
    return [ProposalId(one) for one in proposals], [ProjectId(one) for one in candidates]


async def _remember(
    db: Transaction,
    proposals: Sequence[ProposalId] = (),
    candidates: Sequence[ProjectId] = (),
) -> None:
    """To be told in the end of the run; or by the next one, if this one does not get there."""
    if proposals or candidates:
        before = await _untold(db)
        await db.key_values.set(
            _UNTOLD, json.dumps([[*before[0], *proposals], [*before[1], *candidates]])
        )


def _link_of(link: Link, story: StoryId, now: datetime) -> StoryLink:
    return StoryLink(link.project, story, now, None, link.reasons, None)


def _begins_one(told: StoryFacts, articles: Sequence[Article]) -> bool:
    """Whether it tells of a memorandum in the home region."""
    return is_candidate(told) and any(one.region == data("region")["code"] for one in articles)
