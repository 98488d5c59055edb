"""What readers have of what editors decide: kept it comes, dropped it goes, joined it is one."""

from datetime import timedelta

import pytest

from accounts.actor import Actor
from accounts.rights import Rights
from model.ids import ArticleId, ChatId, StoryId
from model.outbox import Action, RowState
from model.people import ChatKind, Language
from news.assembling import review_cases
from news.reviewing import Decided
from news.verdicts import Because, drop, stamp_of
from publishing.asking import ReadEdition
from publishing.corrections import SendCorrections
from storage.tables import OutboxTable
from tests.publishing.stage import LINKS, Stage

EDITOR = Actor(ChatId(9), ChatKind.PRIVATE, 9, Language.RUSSIAN)
KENTAU, SAURAN = "Завод в Кентау", "Теплица в Сауране"


class Editor:
    """Works on the articles that tell the stage's stories, one article each."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.cases = review_cases(stage.database, stage.clock, Rights(frozenset({9})))

    async def drops(self, story: StoryId) -> None:
        article, stamp = await self._shown(story)
        await self.cases["say_of_article"](EDITOR, article, stamp, drop, Because.TOPIC)

    async def joins(self, story: StoryId, other: StoryId) -> Decided:
        article, stamp = await self._shown(story)
        decided: Decided = await self.cases["join_stories"](EDITOR, article, stamp, other)
        return decided

    async def takes_back(self, decided: Decided) -> None:
        await self.cases["take_back"](EDITOR, decided.act)

    async def _shown(self, story: StoryId) -> tuple[ArticleId, str]:
        async with self.stage.database.reading() as db:
            (article,) = (await db.articles.of_stories([story]))[story]
        return article.id, stamp_of(article)


@pytest.fixture
def editor(stage: Stage) -> Editor:
    return Editor(stage)


async def had(stage: Stage, *titles: str) -> list[StoryId]:
    """Stories that chat 1 had in one digest."""
    at = stage.clock.now() - timedelta(hours=1)
    stories = [await stage.story(title, at=at) for title in titles]
    await stage.subscriber(1)
    await stage.tick()
    await stage.settle(RowState.SENT)
    stage.clock.advance(600)
    return stories


async def edited(stage: Stage) -> list[str]:
    """What messages were edited to since the last look."""
    await SendCorrections(stage.database, stage.clock, LINKS)()
    rows = await stage.rows()
    async with stage.database.reading() as db:
        found = []
        for row in rows:
            kept = await db.session.get(OutboxTable, row.id)
            if kept is not None and kept.action == Action.EDIT and row.state == RowState.PENDING:
                found.append(row.text)
    await stage.settle(RowState.SENT)
    return found


async def test_what_is_dropped_vanishes_from_digests(stage: Stage, editor: Editor) -> None:
    first, second = await had(stage, KENTAU, SAURAN)
    await editor.drops(first)
    (text,) = await edited(stage)
    assert KENTAU not in text
    assert SAURAN in text
    stage.clock.advance(600)
    await editor.drops(second)
    assert await edited(stage) == []  # an empty digest tells nobody anything


async def test_two_stories_of_one_event_are_told_once(stage: Stage, editor: Editor) -> None:
    first, second = await had(stage, KENTAU, SAURAN)
    before = await stage.editions()
    decided = await editor.joins(second, first)
    assert await stage.editions() == [(first,)]
    (text,) = await edited(stage)
    assert (KENTAU in text, SAURAN in text) == (True, False)
    async with stage.database.reading() as db:
        (edition,) = await db.editions.holding([first], stage.clock.now() - timedelta(days=1))
    found = await ReadEdition(stage.database)(EDITOR, edition)
    assert found is not None
    assert [story.id for story in found.stories] == [first]
    stage.clock.advance(600)
    await editor.takes_back(decided)
    assert await stage.editions() == before
    (text,) = await edited(stage)
    assert KENTAU in text
    assert SAURAN in text


async def test_who_had_the_younger_story_has_had_the_older(stage: Stage, editor: Editor) -> None:
    older = await stage.story(KENTAU, at=stage.clock.now() - timedelta(days=3))
    (younger,) = await had(stage, SAURAN)
    assert await stage.editions() == [(younger,)]
    await editor.joins(older, younger)
    assert await stage.editions() == [(older,)]
    (text,) = await edited(stage)
    assert KENTAU in text
    stage.clock.advance(24 * 3600)
    await stage.tick()
    assert len(await stage.told(1)) == 2  # the digest and its edit
