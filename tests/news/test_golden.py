"""Golden feeds, sitemaps and pages: pairs of files that anyone can add, and whole corpora.

`name.xml` (or .json) and `name.expected.json`, which says what `keruen news parse` would: only
the fields that it names are compared. `name.headers.json` may give the Content-Type, and
`name.source.json` the kind of source and the rule of a page.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from model.news import PageRule, ParsedFeed, SourceKind
from news.parsing import Body, parse
from news.reporting import report

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden"
DATA = Path(__file__).parents[3] / "shared" / "data"
GROUPS = 4
SUFFIXES = {".xml", ".json", ".rdf", ".html"}


def feeds_of(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.glob("*")
        if file.suffix in SUFFIXES
        and not file.name.endswith((".expected.json", ".headers.json", ".source.json"))
    )


def read(file: Path) -> ParsedFeed:
    headers = file.with_suffix(".headers.json")
    content_type = (
        json.loads(headers.read_text("utf-8"))["Content-Type"] if headers.exists() else ""
    )
    url = "https://news.example/feed"
    body = Body(file.read_bytes(), content_type, url, "Asia/Almaty", NOW)
    source = file.with_suffix(".source.json")
    if source.exists():
        said = json.loads(source.read_text("utf-8"))
        rule = PageRule(**said["rule"]) if "rule" in said else None
        body = replace(body, kind=SourceKind(said["kind"]), rule=rule)
    return parse(body)


def assert_has(actual: Any, expected: Any, where: str) -> None:
    """What is expected is there; what is not spoken of may be anything."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_has(actual[key], value, f"{where}.{key}")
    elif isinstance(expected, list):
        assert len(actual) == len(expected), where
        for number, (one, other) in enumerate(zip(actual, expected, strict=True)):
            assert_has(one, other, f"{where}[{number}]")
    else:
        assert actual == expected, where


@pytest.mark.parametrize("file", feeds_of(GOLDEN), ids=lambda file: file.name)
def test_a_golden_feed_is_read_as_expected(file: Path) -> None:
    expected = json.loads(file.with_suffix(".expected.json").read_text("utf-8"))
    assert_has(report(file.name, read(file)), expected, file.name)


def test_there_are_golden_feeds() -> None:
    assert len(feeds_of(GOLDEN)) >= 5


@pytest.mark.parametrize("group", range(GROUPS))
@pytest.mark.parametrize("corpus", ["feeds", "feedparser-corpus"])
def test_every_file_of_a_corpus_gives_entries_or_a_reason(corpus: str, group: int) -> None:
    folder = DATA / corpus
    if not folder.exists():
        pytest.skip(f"the corpus {corpus} is not on this machine")
    files = sorted(file for file in folder.rglob("*") if file.is_file())[group::GROUPS]
    for file in files:
        feed = read(file)
        assert feed.entries or feed.reason, file
        json.dumps(report(str(file), feed), ensure_ascii=False).encode()
