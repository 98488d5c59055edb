"""Stories linked to projects, proposals made of them, candidates begun, as the news come."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from model.ids import ProjectId, ProposalId, StoryId
from model.news import Stage
from model.projects import Field, Filter, Investor, Project, Proposal
from projects.linking_stories import LinkStories
from storage.database import Database
from storage.transaction import Transaction
from tests.clocks import ManualClock
from tests.news.desk import Desk
from tests.projects.makers import WHEN, add

CABLE = (
    "Henan Cable запустила завод кабельной продукции в городе Кентау Туркестанской области: "
    "создано 150 рабочих мест"
)
SIGNED = (
    "Подписан меморандум о строительстве завода удобрений в Кентау Туркестанской области "
    "за 20 млн долларов, инвестор – компания «Hubei Fertilizer»"
)


@dataclass
class Told:
    proposals: list[Proposal] = field(default_factory=list)
    candidates: list[Project] = field(default_factory=list)
    times: int = 0

    async def of_news(
        self, db: Transaction, proposals: Sequence[ProposalId], candidates: Sequence[ProjectId]
    ) -> None:
        self.times += 1
        self.proposals += [one for each in proposals if (one := await db.proposals.get(each))]
        self.candidates += (await db.projects.by_ids(candidates)).values()


class Newsroom:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = ManualClock(WHEN)
        self.desk = Desk(database, self.clock)
        self.told = Told()
        self.restart()

    def restart(self) -> None:
        self.link_stories = LinkStories(self.database, self.clock, self.told.of_news)

    async def prints(self, *titles: str) -> None:
        await self.desk.prints(*titles)
        await self.link_stories()

    async def linked(self) -> list[tuple[ProjectId, StoryId]]:
        async with self.database.reading() as db:
            links = await db.project_stories.of_stories(list(map(StoryId, range(1, 20))))
        return [(one.project_id, one.story_id) for one in links]

    async def candidates(self) -> list[Project]:
        async with self.database.reading() as db:
            return await db.projects.listed(Filter(unpublished=True))


async def test_a_story_is_linked_and_what_differs_is_proposed(database: Database) -> None:
    project, room = await add(database), Newsroom(database)

    await room.prints(CABLE)

    assert await room.linked() == [(project.id, 1)]
    proposed = [one.changes for one in room.told.proposals]
    assert proposed == [{Field.STAGE: Stage.LAUNCHED}, {Field.JOBS_CREATED: 150}]
    assert room.told.proposals[0].why.source == "https://ru.example/1"
    async with database.reading() as db:
        assert await db.projects.get(project.id) == project  # nothing changes without a person


async def test_all_that_one_run_found_is_told_together(database: Database) -> None:
    await add(database)
    room = Newsroom(database)

    await room.prints(CABLE, SIGNED)
    await room.link_stories()

    assert (len(room.told.proposals), len(room.told.candidates), room.told.times) == (2, 1, 1)


async def test_what_a_run_that_ended_early_found_is_told_by_the_next(database: Database) -> None:
    await add(database)
    room = Newsroom(database)

    async def fail(*_: object) -> None:
        raise RuntimeError

    room.link_stories = LinkStories(database, room.clock, fail)
    with pytest.raises(RuntimeError):
        await room.prints(CABLE)
    room.restart()
    await room.link_stories()

    assert len(room.told.proposals) == 2


async def test_looked_at_again_nothing_is_proposed_twice(database: Database) -> None:
    await add(database)
    room = Newsroom(database)
    await room.prints(CABLE)
    async with database.writing() as db:
        await db.key_values.forget("linked_articles")
    room.restart()

    await room.link_stories()

    assert len(room.told.proposals) == 2
    assert len(await room.linked()) == 1


async def test_a_restart_goes_on_where_it_was(database: Database) -> None:
    room = Newsroom(database)
    await room.prints(CABLE)
    room.restart()

    assert await room.link_stories() == 0


async def test_a_link_that_a_person_dismissed_stays_dismissed(database: Database) -> None:
    project, room = await add(database), Newsroom(database)
    await room.prints(CABLE)
    async with database.writing() as db:
        await db.project_stories.dismiss(project.id, StoryId(1), room.clock.now())
        await db.key_values.forget("linked_articles")
    room.told.proposals.clear()

    await room.link_stories()

    async with database.reading() as db:
        assert await db.project_stories.of_project(project.id) == []
    assert room.told.proposals == []


async def test_a_project_added_later_finds_the_stories_of_its_company(database: Database) -> None:
    room = Newsroom(database)
    await room.prints(CABLE.replace("Henan Cable", "Компания «Henan Cable»"))
    assert await room.linked() == []

    project = await add(database)
    await room.link_stories()

    assert await room.linked() == [(project.id, 1)]


async def test_a_deleted_project_is_linked_no_more(database: Database) -> None:
    await add(database, deleted=True)
    room = Newsroom(database)

    await room.prints(CABLE)

    assert await room.linked() == []


async def test_a_memorandum_of_nothing_known_begins_one_candidate(database: Database) -> None:
    room = Newsroom(database)

    await room.prints(SIGNED)
    await room.prints(
        "«Hubei Fertilizer»: завод удобрений за 20 млн долларов в Кентау Туркестанской области "
        "начнут строить весной, меморандум подписан"
    )

    (candidate,) = await room.candidates()
    assert not candidate.published
    assert candidate.investors == (Investor("Hubei Fertilizer", "CN"),)
    assert [one.id for one in room.told.candidates] == [candidate.id]
    assert {project for project, _ in await room.linked()} == {candidate.id}


async def test_a_crash_behind_a_candidate_begins_no_other(database: Database) -> None:
    room = Newsroom(database)
    await room.prints(SIGNED)
    async with database.writing() as db:
        await db.key_values.forget("linked_articles")
    room.restart()

    await room.link_stories()

    assert len(await room.candidates()) == 1


async def test_old_news_are_evidence_and_propose_nothing(database: Database) -> None:
    project, room = await add(database), Newsroom(database)
    await room.desk.prints(CABLE, SIGNED)
    room.clock.advance(timedelta(days=60).total_seconds())

    await room.link_stories()

    assert await room.linked() == [(project.id, 1)]
    assert room.told == Told()
