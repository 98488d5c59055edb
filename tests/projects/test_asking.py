"""Which project is meant: four languages, and a registry that knows Russian names only."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from model.people import Role
from projects.asking import Answer, answer_of
from projects.finding import Answers
from projects.rights import Standing
from storage.database import Database
from tests.projects.registry import fill

STRANGER = Standing(1, Role.SUBSCRIBER)
KINDS = {
    "clear": {Answers.CLEAR},
    "several": {Answers.SEVERAL},
    "none": {Answers.NEAREST, Answers.NOTHING},
    "ask": {Answers.NO_QUESTION},
}


def table(name: str) -> list[tuple[str, str, frozenset[str]]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    asked = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(question, kind, frozenset(codes.split())) for question, kind, codes in asked]


@pytest.fixture(scope="module")
def registry_url(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A registry that every question of this module is asked."""
    file = tmp_path_factory.mktemp("asking") / "keruen.db"
    shutil.copy(migrated_sqlite, file)
    url = f"sqlite+aiosqlite:///{file}"

    async def make() -> None:
        database = Database(url)
        await fill(database)
        await database.close()

    asyncio.run(make())
    return url


@pytest.fixture
async def registry(registry_url: str) -> AsyncIterator[Database]:
    database = Database(registry_url)
    yield database
    await database.close()


def is_right(answer: Answer, kind: str, codes: frozenset[str]) -> bool:
    if answer.kind not in KINDS[kind]:
        return False
    if answer.card is not None:
        return {answer.card.project.code} == codes
    return codes <= {one.code for one in answer.projects}


async def ask(database: Database, question: str, standing: Standing = STRANGER) -> Answer:
    async with database.reading() as db:
        return await answer_of(db, standing, question)


@pytest.mark.parametrize(("question", "kind", "codes"), table("questions.tsv"))
async def test_what_is_meant(
    registry: Database, question: str, kind: str, codes: frozenset[str]
) -> None:
    answer = await ask(registry, question)
    assert is_right(answer, kind, codes), told(answer)


def told(answer: Answer) -> str:
    if answer.card is not None:
        return f"{answer.kind.name}: {answer.card.project.code}"
    return f"{answer.kind.name}: {[one.code for one in answer.projects]} {answer.corrected}"


async def test_questions_that_nothing_was_fitted_to(registry: Database) -> None:
    """As many as docs/quality.md says, and those mended since."""
    asked = table("questions_fresh.tsv")
    right = [is_right(await ask(registry, words), kind, codes) for words, kind, codes in asked]
    assert sum(right) >= len(asked) - 2
