"""How well reports of one event are joined and others kept apart, as counts.

    pairs beside the project, in unseen folds | events and series of the project's own

The own ones were written by someone who had not seen the rules; one half was learned from.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.fit_grouping import ROUNDS, Counts, cross_validate, examples, read
from bench.labelled import FRESH, PAIRS, ROOT, is_learned, rows_of
from news.grouper import Grouper
from news.signatures import signature

EVENTS = ROOT / "tests" / "news" / "grouping" / "fresh_events.jsonl"
BULLETINS = ROOT / "tests" / "news" / "grouping" / "fresh_bulletins.jsonl"

Row = Mapping[str, Any]


async def measure(_: str) -> dict[str, Any]:
    return await asyncio.to_thread(_measure)


def _measure() -> dict[str, Any]:
    return {
        "bench": "stories",
        "tgcontest, unseen folds": _unseen(PAIRS),
        "fresh events and series, learned from": joined(is_learned_from=True),
        "fresh events and series, only measured": joined(is_learned_from=False),
        "events of the fresh articles, learned from": joined_articles(),
    }


def _unseen(path: Path) -> dict[str, float] | str:
    if not path.exists():
        return f"not measured: there is no {path.name} beside the project"
    pairs, titles = read(path)
    known = examples(pairs, Counts(pairs, titles))
    cuts = [cross_validate(known, seed) for seed in range(ROUNDS)]
    means = (round(sum(column) / ROUNDS, 3) for column in zip(*cuts, strict=True))
    return dict(zip(("precision", "recall", "f1"), means, strict=True)) | {"pairs": len(pairs)}


def joined(*, is_learned_from: bool) -> dict[str, str | int]:
    """All of a half in time order, as `keruen news group` takes them."""
    rows = [
        row
        for path, key in ((EVENTS, "event"), (BULLETINS, "series"))
        for row in rows_of(path)
        if is_learned(row[key]) == is_learned_from
    ]
    rows.sort(key=lambda row: str(row["published"]))
    return _counted(rows, "event")


def joined_articles(path: Path = FRESH) -> dict[str, str | int]:
    """All of them in one stream, in Russian, Kazakh, English and Chinese, without dates."""
    return _counted(rows_of(path), "event_id")


def _counted(rows: Sequence[Row], key: str) -> dict[str, str | int]:
    stories = _stories(rows)
    pairs = [
        (_is_one_event(one, other, key), stories[one["id"]] == stories[other["id"]], one)
        for one, other in combinations(rows, 2)
    ]
    told = [are_joined for is_same, are_joined, _ in pairs if is_same]
    wrong = [one for is_same, are_joined, one in pairs if are_joined and not is_same]
    return {
        "items": len(rows),
        "pairs of one event joined": f"{sum(told)} of {len(told)}",
        "other pairs joined": len(wrong),
        "of them, issues of series": sum("series" in one for one in wrong),
    }


def _stories(rows: Sequence[Row]) -> dict[str, int]:
    grouper = Grouper()
    return {
        row["id"]: grouper.add(
            signature(
                row["title"] or "",
                row["lead"] or "",
                datetime.fromisoformat(row["published"]) if "published" in row else None,
                source=row.get("source"),
            )
        )
        for row in rows
    }


def _is_one_event(one: Row, other: Row, key: str) -> bool:
    return one.get(key) is not None and one[key] == other.get(key)


if __name__ == "__main__":
    print(json.dumps(_measure(), ensure_ascii=False, indent=1))
