"""Editors' words as examples: one for each article, the last word on each thing."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.ids import ArticleId
from model.news import Money
from model.review import Label, Verdict
from news.explaining import ExplainArticle
from news.judging import StemJudge
from news.labelled import ExportLabels, examples
from news.verdicts import with_amount, with_jobs
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.desk import DOUBTFUL, SURE, Desk

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def label(article: int, verdict: Verdict, said: dict[str, Any], hours: int = 0) -> Label:
    at = NOW + timedelta(hours=hours)
    judged = {"relevant": True, "language": "ru"}
    return Label(ArticleId(article), at, 9, verdict, f"title {hours}", "lead", judged, said)


def test_the_last_verdict_and_the_last_amendment_count() -> None:
    found = examples(
        [
            label(2, Verdict.KEEP, {"relevant": True}, 0),
            label(1, Verdict.AMEND, {"jobs": 3, "stage": "planned"}, 1),
            label(2, Verdict.DROP, {"relevant": False, "region": None}, 2),
            label(1, Verdict.AMEND, {"jobs": 4}, 3),
        ]
    )
    assert [(each["id"], each["title"], each["said"]) for each in found] == [
        (2, "title 2", {"relevant": False, "region": None}),
        (1, "title 3", {"jobs": 4}),
    ]
    assert found[0]["lang"] == "ru"
    assert examples([]) == []


async def test_an_example_is_what_explain_takes_and_says(database: Database) -> None:
    desk = Desk(database, ManualClock())
    await desk.prints(DOUBTFUL, SURE)
    await desk.keeps(1)
    await desk.says(with_amount(Money(7_000_000, "USD")), 2)
    await desk.says(with_jobs(300), 2)
    await desk.takes_back(await desk.drops(2))
    doubtful, sure = await ExportLabels(database)()
    assert (doubtful["title"], doubtful["lang"], doubtful["said"]) == (
        DOUBTFUL,
        "ru",
        {"relevant": True, "region": "610000000", "topic": "investment"},
    )
    assert sure["said"] == {"amount": {"value": 7_000_000, "currency": "USD"}, "jobs": 300}
    explain = ExplainArticle(StemJudge())
    for example in (doubtful, sure):
        said = explain(json.dumps(example).encode())
        assert said == {"id": example["id"], **example["judged"]}
        assert set(example["said"]) <= set(said)


async def test_many_labels_come_page_by_page(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("news.labelled.PAGE", 2)
    async with database.writing() as db:
        for number in range(5):
            await db.labels.add(label(number, Verdict.KEEP, {"relevant": True}))
    assert [each["id"] for each in await ExportLabels(database)()] == [0, 1, 2, 3, 4]


def test_the_command_needs_no_token(sqlite_url: str) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("KERUEN_")}
    environment = {**plain, "KERUEN_DATABASE_URL": sqlite_url, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "bot", "news", "labels"]
    before = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert before.stdout == b""
    _add(sqlite_url)
    after = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    (line,) = after.stdout.decode().splitlines()
    assert json.loads(line)["said"] == {"relevant": True}
    assert "Завод" in line


def _add(url: str) -> None:
    import asyncio

    async def add() -> None:
        database = Database(url)
        async with database.writing() as db:
            said = {"relevant": True}
            one = Label(ArticleId(1), NOW, 9, Verdict.KEEP, "Завод", "", {"relevant": True}, said)
            await db.labels.add(one)
        await database.close()

    asyncio.run(add())
