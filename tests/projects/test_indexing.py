"""What projects are found by follows them: changed, deleted, hidden, or indexed by older rules."""

import pytest

from model.people import Role
from model.projects import Field
from projects import indexing
from projects.asking import answer_of
from projects.finding import Answers
from projects.indexing import IndexProjects
from projects.recording import RecordChanges
from projects.rights import Standing
from storage.database import Database
from tests.clocks import ManualClock
from tests.projects.makers import WHEN, WHY, add, make_official, rights

STRANGER = Standing(1, Role.SUBSCRIBER)


async def kind(database: Database, words: str) -> Answers:
    async with database.reading() as db:
        return (await answer_of(db, STRANGER, words)).kind


async def test_a_project_is_found_as_it_is_now(database: Database) -> None:
    project, official = await add(database), await make_official(database)
    record = RecordChanges(database, ManualClock(WHEN), rights())
    assert await kind(database, "кабельный завод") is Answers.CLEAR

    names = {Field.NAMES: {"ru": "Пекарня"}, Field.SECTORS: ("food",)}
    await record(official, project.id, names, WHY, seen=1)

    assert await kind(database, "кабельный завод") is not Answers.CLEAR
    assert await kind(database, "пекарня") is Answers.CLEAR
    await record(official, project.id, {Field.PUBLISHED: False}, WHY, seen=2)
    assert await kind(database, "пекарня") is Answers.NOTHING
    async with database.reading() as db:
        assert await db.project_index.beginning("пекарн", 5) == [], "no word gives it away"


async def test_other_rules_index_everything_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add(database)
    async with database.writing() as db:
        await db.project_index.remove([1])
    monkeypatch.setattr(indexing, "RULES", indexing.RULES + 1)
    index = IndexProjects(database)
    assert await index() == 1
    assert await index() == 0
    assert await IndexProjects(database)() == 0, "a restart goes on where it was"
    assert await kind(database, "кабельный завод") is Answers.CLEAR
