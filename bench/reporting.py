"""A report of 1,000 projects and a picture: how long they take, what the worker weighs, and how
late the event loop is meanwhile, which must stay free for people's presses.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from accounts.actor import OPERATOR, Actor
from accounts.rights import Rights
from bench import stage
from common.clock import SystemClock
from model.ids import ChatId, ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import ChatKind, Language, Role
from model.projects import Claim, Field, Filter, Investor, Milestone, Project, Why
from news.vocabulary import DISTRICTS, SECTORS
from projects.assembling import looking_cases
from projects.recording import RecordChanges
from projects.reporting import Format, GatherReport
from projects.rights import ProjectRights
from publishing.pictures import DrawChart
from publishing.reports import MakeReport
from publishing.worker import ReportWorker
from storage.database import Database

PROJECTS = 1_000
CHANGED = 100
ROUNDS = 5
LAG_AIM_MS = 20
TICK = 0.002
"""Seconds between looks at how late the loop is."""
ADMIN = 1
_ACTOR = Actor(ChatId(ADMIN), ChatKind.PRIVATE, ADMIN, Language.RUSSIAN, Role.ADMIN)
_ZONE = "Asia/Almaty"


async def measure(_url: str) -> dict[str, Any]:
    clock, rights = SystemClock(), Rights(frozenset({ADMIN}))
    async with stage.database() as database, ReportWorker(60.0) as worker:
        await _fill(database)
        looking = looking_cases(database, clock, rights, _ZONE)
        looks = (looking["see_overview"], looking["break_down"], looking["see_plans"])
        draw = DrawChart(clock, _ZONE, *looks, worker.run)
        gather = GatherReport(database, clock, ProjectRights(rights), _ZONE)
        make = MakeReport(gather, worker.run)
        since = clock.now().date() - timedelta(days=30)
        lags: list[tuple[float, float]] = []
        async with _watched(lags):
            first = await _seconds(_drawing(draw, "stages"))
            charts = [
                await _seconds(_drawing(draw, chart))
                for chart in ("stages", "districts", "plans")
                for _ in range(ROUNDS)
            ]
            after_charts = _memory(worker.pid)
            files = {
                form: [await _seconds(_making(make, form, since)) for _ in range(ROUNDS)]
                for form in Format
            }
        return {
            "bench": "reporting",
            "projects": PROJECTS,
            "chart_ms": round(statistics.median(charts) * 1000),
            "first_chart_ms": round(first * 1000),
            "xlsx_ms": round(statistics.median(files[Format.XLSX]) * 1000),
            "pdf_ms": round(statistics.median(files[Format.PDF]) * 1000),
            "worker_mb_after_charts": after_charts,
            "worker_mb": _memory(worker.pid),
            "loop_lag_max_ms": round(max(late for late, _ in lags) * 1000, 1),
            "loop_lag_p99_ms": _p99([late for late, _ in lags]),
            "loop_busy_max_ms": round(max(busy for _, busy in lags) * 1000, 1),
            "busy": "of that, processor time of all our threads: the lag on an idle machine",
            "aim": f"loop lag < {LAG_AIM_MS} ms",
        }


def _drawing(draw: DrawChart, chart: str) -> Callable[[], Awaitable[object]]:
    async def drawn() -> bytes:
        return await draw(await draw.look(_ACTOR, chart, Filter()), _ACTOR.language)

    return drawn


def _making(make: MakeReport, form: Format, since: date) -> Callable[[], Awaitable[object]]:
    return lambda: make(_ACTOR, form, Filter(), since)


async def _seconds(act: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await act()
    return time.perf_counter() - began


@asynccontextmanager
async def _watched(lags: list[tuple[float, float]]) -> AsyncIterator[None]:
    """By how much each sleep of the loop was overslept, and the processor time it cost us."""

    async def watch() -> None:
        while True:
            began, busy = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            late = time.perf_counter() - began - TICK
            lags.append((late, min(late, time.process_time() - busy)))

    watching = asyncio.create_task(watch())
    try:
        yield
    finally:
        watching.cancel()


def _p99(lags: list[float]) -> float:
    return round(statistics.quantiles(lags, n=100)[98] * 1000, 1)


def _memory(pid: int | None) -> int:
    """What a process holds, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024)
    return 0


async def _fill(database: Database) -> None:
    """Projects as full as real ones, and some history."""
    now = datetime.now(UTC)
    async with database.writing() as db:
        ids = await db.projects.add([_project(number, now) for number in range(1, PROJECTS + 1)])
    change = RecordChanges(database, SystemClock(), ProjectRights(Rights(frozenset({ADMIN}))))
    for number in ids[:CHANGED]:
        await change(OPERATOR, number, {Field.PHYSICAL: 7}, Why("по итогам объезда"), seen=1)


def _project(number: int, now: datetime) -> Project:
    money = Money(number * 10_000_000, "USD" if number % 4 == 0 else "KZT")
    return Project(
        id=ProjectId(0),
        code=f"TUR-{number:04}",
        names={
            "ru": f"Завод номер {number} по выпуску кабельной продукции",
            "kk": f"№ {number} кабель өнімдерін шығаратын зауыт",
        },
        investors=(Investor(f"ТОО «Инвестор {number}»", "CN" if number % 3 == 0 else None),),
        sectors=(SECTORS[number % len(SECTORS)],),
        districts=(DISTRICTS[number % len(DISTRICTS)],),
        claims=(Claim(1, f"{number} млн", money, PartialDate(2025, 6), "https://example.kz/1"),),
        amount=1,
        jobs_planned=number % 400,
        capacity="10 млн м кабеля в год",
        stage=list(Stage)[number % len(Stage)],
        planned_start=PartialDate(2025, 1),
        planned_finish=PartialDate(2026, 1 + number % 12),
        actual_start=PartialDate(2025, 3, 1 + number % 28),
        milestones=(
            Milestone(1, "Фундамент", PartialDate(2025, 9), PartialDate(2025, 10, 1)),
            Milestone(2, "Монтаж оборудования", PartialDate(2026, 5)),
        ),
        created_at=now - timedelta(days=90),
        changed_at=now - timedelta(days=number % 60),
        checked_at=now - timedelta(days=number % 60),
    )
