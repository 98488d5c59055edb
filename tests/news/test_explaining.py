"""`keruen news explain`: one line out for each line in, whatever it is."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from model.news import Fact, FactKind, Judgement
from news.explaining import ExplainArticle
from news.judging import stem_judge

EXPLAIN = ExplainArticle(stem_judge())
FIELDS = [
    "id",
    "region",
    "relevant",
    "score",
    "topic",
    "sectors",
    "districts",
    "amount",
    "partner_countries",
    "stage",
    "jobs",
    "language",
    "reasons",
]


def line(**article: object) -> bytes:
    return json.dumps(article, ensure_ascii=False).encode()


def run(given: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bot", "news", "explain", *options]
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=60)


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(each) for each in done.stdout.decode().splitlines()]


def test_an_article_is_explained() -> None:
    answer = EXPLAIN(line(id="a1", title="В Кентау запустили завод", lead="", lang="ru"))
    assert list(answer) == FIELDS
    assert answer["id"] == "a1"
    assert (answer["region"], answer["districts"]) == ("610000000", ["612000000"])
    assert (answer["relevant"], answer["topic"]) == (True, "investment")
    assert (answer["sectors"], answer["language"]) == (["industry"], "ru")
    assert "place: кентау" in answer["reasons"]


def test_facts_are_shown_in_the_words_of_the_contract() -> None:
    def fact(kind: FactKind, value: str, unit: str | None = None, *, is_main: bool = True) -> Fact:
        return Fact(kind, value, "x", 0, 1, unit, is_main=is_main)

    facts = (
        fact(FactKind.AMOUNT, "500", "USD", is_main=False),
        fact(FactKind.AMOUNT, "3000000000", "KZT"),
        fact(FactKind.COUNTRY, "CN"),
        fact(FactKind.COUNTRY, "TR", is_main=False),
        fact(FactKind.COUNTRY, "CN", is_main=False),
        fact(FactKind.STAGE, "launched"),
        fact(FactKind.JOBS, "120"),
    )

    def judge(title: str, lead: str, language: str | None) -> Judgement:
        return replace(Judgement(kept=True, score=0.9), facts=facts)

    answer = ExplainArticle(judge, with_facts=True)(line(id=1, title="x"))
    assert answer["amount"] == {"value": 3_000_000_000, "currency": "KZT"}
    assert answer["partner_countries"] == ["CN", "TR"]
    assert (answer["stage"], answer["jobs"]) == ("launched", 120)
    assert [each["kind"] for each in answer["facts"]][:2] == ["amount", "amount"]
    assert "facts" not in ExplainArticle(judge)(line(id=1, title="x"))


def test_what_is_wrong_with_a_line_is_its_answer() -> None:
    assert EXPLAIN(b"\n") == {"error": "not JSON"}
    assert EXPLAIN(b"{") == {"error": "not JSON"}
    assert EXPLAIN(b'{"id": NaN, "title": "a"}') == {"error": "not JSON"}
    assert EXPLAIN(b'{"id": 1e999, "title": "a"}') == {"error": "not JSON"}
    assert EXPLAIN(b"[" * 100_000) == {"error": "not JSON"}
    assert EXPLAIN(b"[1]") == {"error": "not a JSON object"}
    assert EXPLAIN(line(id=7)) == {"id": 7, "error": "neither title nor lead"}
    assert EXPLAIN(line(id=8, title=5)) == {"id": 8, "error": "title is not a text"}
    assert EXPLAIN(line(id=8, title="x", lang=1)) == {"id": 8, "error": "lang is not a text"}
    assert EXPLAIN(b'{"id":9,"title":"\xff"}') == {"id": 9, "error": "not UTF-8"}


def test_title_or_lead_is_enough() -> None:
    assert EXPLAIN(line(id=1, title=None, lead="Завод в Кентау"))["region"] == "610000000"
    assert EXPLAIN(line(title="Завод в Кентау"))["id"] is None
    assert EXPLAIN(b"\xef\xbb\xbf" + line(id=1, title=""))["relevant"] is False


def test_the_command_answers_every_line_in_order() -> None:
    good = line(id="x", title="Завод в Кентау")
    surrogate = b'{"id":"\\ud800","title":"\\ud800"}'
    done = run(b"\n".join([good, b"{", b"", b'{"id":2,"title":"\xff"}', surrogate, good]))
    assert (done.returncode, done.stderr) == (0, b"")
    found = answers(done)
    assert [each.get("id") for each in found] == ["x", None, None, 2, "\ud800", "x"]
    assert ["error" in each for each in found] == [False, True, True, True, False, False]


def test_the_command_reads_a_file(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(line(id=1, title="Завод в Кентау") + b"\n")
    found = answers(run(b"", str(file), "--facts"))
    assert [each["id"] for each in found] == [1]
    assert isinstance(found[0]["facts"], list)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = run(b"", str(tmp_path / "missing"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1
    assert "cannot be read" in done.stderr.decode()


def test_a_thousand_articles_come_through_a_pipe() -> None:
    lead = "Предприниматель вложил 1,2 млрд тенге, создано 45 рабочих мест. " * 5
    done = run(b"\n".join(line(id=n, title=f"Завод {n} в Кентау", lead=lead) for n in range(1000)))
    assert [answer["id"] for answer in answers(done)] == list(range(1000))
