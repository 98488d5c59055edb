"""Stories linked to projects: by itself, by a person, dismissed, taken down."""

import pytest
from sqlalchemy import update

from model.ids import ProjectId, StoryId
from model.news import Mark
from model.projects import StoryLink
from storage.database import Database
from storage.tables import StoryTable
from tests.clocks import ManualClock
from tests.projects.makers import OFFICIAL, WHEN, add
from tests.publishing.stage import Stage


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database, ManualClock(WHEN))


async def told_of(database: Database, project: ProjectId) -> list[StoryId]:
    async with database.reading() as db:
        found = await db.project_stories.of_project(project)
        assert await db.project_stories.count(project) == len(found)
        assert await db.project_stories.of_project(project, 1, 1) == found[1:2]
    return found


async def test_the_newest_story_comes_first(database: Database, stage: Stage) -> None:
    one, other = await add(database), await add(database)
    first, second, _ = [await stage.story() for _ in range(3)]

    async with database.writing() as db:
        links = [StoryLink(one.id, story, WHEN, reasons=("company",)) for story in (first, second)]
        await db.project_stories.link([*links, StoryLink(other.id, second, WHEN)])

    assert await told_of(database, one.id) == [second, first]
    async with database.reading() as db:
        assert await db.project_stories.of_story(second) == [one.id, other.id]
        assert await db.project_stories.get(one.id, first) == links[0]
        assert len(await db.project_stories.of_stories([first, second])) == 3


async def test_what_was_dismissed_is_not_linked_by_itself(database: Database, stage: Stage) -> None:
    project, story = await add(database), await stage.story()
    by_itself = StoryLink(project.id, story, WHEN, reasons=("place",))

    async with database.writing() as db:
        await db.project_stories.link([by_itself])
        assert await db.project_stories.dismiss(project.id, story, WHEN)
        assert not await db.project_stories.dismiss(project.id, story, WHEN)
        await db.project_stories.link([by_itself])
    assert await told_of(database, project.id) == []
    async with database.reading() as db:
        assert await db.project_stories.of_story(story) == []
        (kept,) = await db.project_stories.of_stories([story])
    assert kept.dismissed_at == WHEN

    async with database.writing() as db:
        await db.project_stories.put(StoryLink(project.id, story, WHEN, linked_by=OFFICIAL))
    assert await told_of(database, project.id) == [story]


async def test_a_story_that_was_taken_down_tells_of_nothing(
    database: Database, stage: Stage
) -> None:
    project = await add(database)
    stories = [await stage.story() for _ in range(3)]
    async with database.writing() as db:
        await db.project_stories.link([StoryLink(project.id, one, WHEN) for one in stories])
        withdrawn = update(StoryTable).where(StoryTable.id == stories[0])
        await db.session.execute(withdrawn.values(mark=Mark.WITHDRAWN.value))
        bare = update(StoryTable).where(StoryTable.id == stories[1])
        await db.session.execute(bare.values(lead_article_id=None))

    assert await told_of(database, project.id) == [stories[2]]
