"""Judging with facts, in seconds of one core, against plain keyword stems; the memory it takes.

Items are the project's own labelled cases, each as often as it takes, with a number put in so that
nothing could be remembered from the time before; the lead is filled up from other cases.
"""

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.labelled import OWN, Labelled, read_own
from news.judging import Judge, StemJudge

ITEMS = 6_000
LEAD, LONG_LEAD = 120, 320
"""Letters: with its title as long as the labelled articles, 180 letters, and twice that."""
KEYWORDS = re.compile(r"инвест|завод|зауыт|фабрик|проект|жоба|производств|өндіріс|теплиц|жылыжай")
REGION = re.compile(r"туркестан|түркістан|turkistan|túrkistan")

_OF_ITSELF = """
from pathlib import Path
from news.judging import StemJudge
import bench.judging
judge = StemJudge()
for one in bench.judging.items(2_000):
    judge(*one)
print(Path("/proc/self/status").read_text())
"""


async def measure(_: str) -> dict[str, Any]:
    return await asyncio.to_thread(_measure)


def _measure() -> dict[str, Any]:
    judge = StemJudge()
    for one in items(200):
        judge(*one)
    given = items(ITEMS)
    ours = _pace(judge, given)
    began = time.process_time()
    kept = sum(_plainly(title, lead) for title, lead, _ in given)
    plain = ITEMS / (time.process_time() - began)
    return {
        "bench": "judging",
        "ratio": round(ours / plain, 3),
        "aim": "items_per_second >= 2000, memory_mb <= 150",
        "items_per_second": round(ours),
        "long_items_per_second": round(_pace(judge, items(ITEMS, LONG_LEAD))),
        "keywords_per_second": round(plain),
        "kept_by_keywords": kept,
        "memory_mb": _memory(),
        "items": ITEMS,
    }


def _pace(judge: Judge, given: Sequence[tuple[str, str, str | None]]) -> float:
    began = time.process_time()
    for one in given:
        judge(*one)
    return len(given) / (time.process_time() - began)


def items(count: int, letters: int = LEAD) -> list[tuple[str, str, str | None]]:
    cases = read_own(OWN)
    return [_item(cases, number, letters) for number in range(count)]


def _item(cases: list[Labelled], number: int, letters: int) -> tuple[str, str, str | None]:
    case, lead, place = cases[number % len(cases)], "", number
    while len(lead) < letters:
        lead += cases[place % len(cases)].lead + " "
        place += len(cases) // 7
    return case.title, f"{lead[:letters]} {number}", case.language


def _plainly(title: str, lead: str) -> bool:
    text = f"{title} {lead}".lower()
    return KEYWORDS.search(text) is not None and REGION.search(text) is not None


def _memory() -> int | None:
    """The most that a process which only judges takes, in MB; None where it is not told."""
    if not Path("/proc/self/status").exists():
        return None
    told = subprocess.run(
        [sys.executable, "-c", _OF_ITSELF],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
        env=os.environ,
    ).stdout
    return int(re.findall(r"VmHWM:\s+(\d+)", told)[0]) // 1024
