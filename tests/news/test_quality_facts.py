"""How many facts of the labelled articles are read right, as counts; the floors are the aims.

The labelled file stands beside the project; without it this is skipped.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.news import FactKind, Stage, main_fact, money_of
from news.facts import read_facts

LABELLED = Path(__file__).parents[3] / "shared" / "data" / "articles-dev.jsonl"
DONE = frozenset({Stage.MEMORANDUM, Stage.CONSTRUCTION, Stage.LAUNCHED})

Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    if not LABELLED.exists():
        pytest.skip("no shared/data/articles-dev.jsonl beside the project")
    with LABELLED.open(encoding="utf-8") as lines:
        return [{**row, "title": row["title"] or ""} for row in map(json.loads, lines)]


def main_value(row: Row, kind: FactKind) -> str | None:
    fact = main_fact(read_facts(row["title"], row["lead"], row["lang"]), kind)
    return None if fact is None else fact.value


def share(told: str, verdicts: Iterator[bool]) -> float:
    results = list(verdicts)
    assert results, told
    print(f"{told}: {sum(results)} of {len(results)}")  # noqa: T201 - a measurement is to be seen
    return sum(results) / len(results)


def test_main_amounts(rows: list[Row]) -> None:
    def verdicts() -> Iterator[bool]:
        for row in rows:
            money = money_of(read_facts(row["title"], row["lead"], row["lang"]))
            if row["amount_in_text"]:
                expected = (row["amount_value"], row["amount_currency"])
                yield money is not None and (money.value, money.currency) == expected

    assert share("main amounts", verdicts()) >= 0.92


def test_no_amount_is_invented(rows: list[Row]) -> None:
    invented = [
        row["id"]
        for row in rows
        if not row["amount_in_text"] and main_value(row, FactKind.AMOUNT) is not None
    ]
    assert invented == []


def test_partner_countries(rows: list[Row]) -> None:
    def verdicts() -> Iterator[bool]:
        for row in rows:
            facts = read_facts(row["title"], row["lead"], row["lang"])
            found = {fact.value for fact in facts if fact.kind is FactKind.COUNTRY}
            if row["country_in_text"]:
                yield found == {row["counterpart_country"]}
            elif found - {row["counterpart_country"]}:
                yield False

    assert share("partner countries", verdicts()) >= 0.9


def test_stages(rows: list[Row]) -> None:
    def verdicts() -> Iterator[bool]:
        for row in rows:
            if row["stage"] in DONE:
                yield main_value(row, FactKind.STAGE) == row["stage"]

    assert share("stages", verdicts()) >= 0.85


def test_jobs(rows: list[Row]) -> None:
    def is_printed(row: Row) -> bool:
        text = re.sub(r"(?<=\d)\s(?=\d)", "", f"{row['title']} {row['lead']}")
        jobs = str(row["jobs"])
        in_words = re.search(r"тысяч|сотн|мың", text) is not None
        return jobs in text or in_words

    def verdicts() -> Iterator[bool]:
        for row in rows:
            value = main_value(row, FactKind.JOBS)
            if row["jobs"] is not None and (is_printed(row) or value is not None):
                yield value == str(row["jobs"])
            elif value is not None:
                yield False

    assert share("jobs", verdicts()) >= 0.9
