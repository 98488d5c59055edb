"""Labelled articles in one shape, whichever file they come from: what the judge should say of each.

`shared/data/articles-dev.jsonl` lies beside the project and has words of its own; the project's
own cases (`tests/news/*.jsonl`) name what they label as `keruen news explain` does.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
DEV = SHARED / "articles-dev.jsonl"
PAIRS = SHARED / "pairs-dev.tsv"
OWN = ROOT / "tests" / "news" / "judging_cases.jsonl"
FRESH = ROOT / "tests" / "news" / "fresh_articles.jsonl"
"""Written and labelled by someone who had not seen a rule of ours."""
THIRD = ROOT / "tests" / "news" / "third_articles.jsonl"
"""Likewise, by someone else and later: measured on, never learned from."""

HOME = "610000000"
ELSEWHERE = "elsewhere"
"""Some region that is not ours, or none: which one is not labelled."""

_UNITS = {
    "келес": "613900000",
    "тюлькубас": "616000000",
    "түркістан": "611000000",
    "туркестан": "611000000",
    "сауран": "615500000",
    "сайрам": "615200000",
    "жетісай": "613800000",
    "шардар": "616400000",
    "ордабас": "614600000",
}
"""Units as the development file writes them, by how they begin."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and its labels; None where a thing is not labelled."""

    id: str
    title: str
    lead: str
    language: str | None
    is_ours: bool
    """Relevant: the home region, and investment."""
    is_doubtful: bool = False
    """A reader could say otherwise: counted apart."""
    region: str | None = None
    topic: str | None = None
    sectors: frozenset[str] | None = None
    amount: tuple[int, str] | None = None
    says_amount: bool | None = None
    """Whether the text has one that is a project's; None where that is not labelled."""
    partners: frozenset[str] | None = None
    stage: str | None = None
    jobs: int | None = None
    districts: frozenset[str] | None = None


def read_dev(path: Path = DEV) -> list[Labelled]:
    return [_of_dev(row) for row in rows_of(path)]


def read_own(path: Path = OWN) -> list[Labelled]:
    return [_of_own(row, f"{path.stem} {number}") for number, row in enumerate(rows_of(path), 1)]


def read_fresh(path: Path = FRESH, *, is_learned_from: bool) -> list[Labelled]:
    """The half that rules were learned from first, or the one that was only measured on then."""
    return [_of_fresh(row) for row in rows_of(path) if is_learned(row["title"]) == is_learned_from]


def read_third(path: Path = THIRD) -> list[Labelled]:
    return [_of_fresh(row) for row in rows_of(path)]


def is_learned(name: str) -> bool:
    """To which half a title, an event or a series belongs: by chance, and always the same."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _of_dev(row: Mapping[str, Any]) -> Labelled:
    is_home = row["label_region"] == "turkistan"
    country = row["counterpart_country"]
    unit = (row["district"] or "").lower()
    amount = (row["amount_value"], row["amount_currency"]) if row["amount_in_text"] else None
    return Labelled(
        row["id"],
        row["title"] or "",
        row["lead"] or "",
        row["lang"],
        is_ours=is_home and row["label_topic"] == "investment",
        is_doubtful=row["borderline"],
        region=HOME if is_home else ELSEWHERE,
        topic=row["label_topic"],
        sectors=frozenset(row["sectors"]) - {"multi"},
        amount=amount,
        says_amount=bool(row["amount_in_text"]),
        partners=frozenset([country] if country and row["country_in_text"] else []),
        stage=row["stage"],
        jobs=row["jobs"],
        districts=frozenset(code for name, code in _UNITS.items() if unit.startswith(name)),
    )


def _of_own(row: Mapping[str, Any], name: str) -> Labelled:
    return Labelled(
        row.get("id", name),
        row["title"],
        row["lead"],
        row["lang"],
        is_ours=row["ours"],
        sectors=frozenset(row["sectors"]) if "sectors" in row else None,
        districts=frozenset(row["districts"]) if "districts" in row else None,
    )


def _of_fresh(row: Mapping[str, Any]) -> Labelled:
    is_home = row["label_region"] == "turkistan"
    value = row["amount_value"]
    return Labelled(
        row["id"],
        row["title"],
        row["lead"] or "",
        row["lang"],
        is_ours=is_home and row["label_topic"] == "investment",
        is_doubtful=row["borderline"],
        region=HOME if is_home else ELSEWHERE,
        topic=row["label_topic"],
        sectors=frozenset(row["sectors"]),
        amount=(value, row["amount_currency"]) if value else None,
        says_amount=bool(value),
        partners=frozenset(row["partner_countries"]),
        stage=row["stage"],
        jobs=row["jobs"],
        districts=frozenset(row["districts"]),
    )
