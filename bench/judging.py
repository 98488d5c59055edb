"""Judging with facts on one core, against plain keyword stems on the same items; its memory.

Items are the project's own labelled cases, each as often as it takes, with a number put in so that
nothing could be remembered from the time before.
"""

import asyncio
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.labelled import OWN, Labelled, read_own
from news.judging import StemJudge

ITEMS = 6_000
LEAD = 300
"""Letters of a lead, filled up with other cases': as a feed prints it."""
KEYWORDS = re.compile(r"инвест|завод|зауыт|фабрик|проект|жоба|производств|өндіріс|теплиц|жылыжай")
REGION = re.compile(r"туркестан|түркістан|turkistan|túrkistan")

_OF_ITSELF = """
from pathlib import Path
from news.judging import StemJudge
from bench.labelled import read_own
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
    began = time.perf_counter()
    for one in given:
        judge(*one)
    ours = ITEMS / (time.perf_counter() - began)
    began = time.perf_counter()
    kept = sum(_plainly(title, lead) for title, lead, _ in given)
    plain = ITEMS / (time.perf_counter() - began)
    return {
        "bench": "judging",
        "ratio": round(ours / plain, 3),
        "aim": "items_per_second >= 2000, memory_mb <= 150",
        "items_per_second": round(ours),
        "keywords_per_second": round(plain),
        "kept_by_keywords": kept,
        "memory_mb": _memory(),
        "items": ITEMS,
    }


def items(count: int) -> list[tuple[str, str, str | None]]:
    cases = read_own(OWN)
    return [_item(cases, number) for number in range(count)]


def _item(cases: list[Labelled], number: int) -> tuple[str, str, str | None]:
    case, lead, place = cases[number % len(cases)], "", number
    while len(lead) < LEAD:
        lead += cases[place % len(cases)].lead + " "
        place += len(cases) // 7
    return case.title, f"{lead[:LEAD]} {number}", case.language


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
