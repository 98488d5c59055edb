"""A spreadsheet of 5,000 projects: added, then changed, undone; and the registry as files."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from accounts.actor import OPERATOR
from accounts.rights import Rights
from bench import stage
from common.clock import SystemClock
from common.worker import Worker
from model.news import Stage
from model.people import Language
from model.projects import Filter
from projects.exporting.exporting import ExportProjects, Format
from projects.exporting.table import WRITTEN, Cell, Column, headings, stage_name
from projects.exporting.xlsx import write_xlsx
from projects.importing.applying import Imports
from projects.importing.rows import understand
from projects.rights import ProjectRights

ROWS = 5_000
AIM_SECONDS = 20
_STAGES = tuple(Stage)


async def measure(_url: str) -> dict[str, Any]:
    async with stage.database() as database, Worker("reader", 60.0, understand) as worker:
        parts = (database, SystemClock(), ProjectRights(Rights(frozenset())))
        imports = Imports(*parts, worker.run)
        lags: list[float] = []
        async with _watched(lags):
            added = await _timed(imports, _table(0))
            changed = await _timed(imports, _table(1))
            began = time.perf_counter()
            await imports.undo(OPERATOR, changed["number"])
            undone = time.perf_counter() - began
        exports = {}
        for one in Format:
            began = time.perf_counter()
            await ExportProjects(*parts, worker.run)(OPERATOR, one, Filter(), Language.RUSSIAN)
            exports[one.value] = round(time.perf_counter() - began, 2)
    return {
        "bench": "importing",
        "rows": ROWS,
        "added": {name: value for name, value in added.items() if name != "number"},
        "changed": {name: value for name, value in changed.items() if name != "number"},
        "undone_s": round(undone, 2),
        "aim": f"each < {AIM_SECONDS} s",
        "longest_lag_ms": round(max(lags) * 1000),
        "export_s": exports,
    }


async def _timed(imports: Imports, content: bytes) -> dict[str, Any]:
    began = time.perf_counter()
    shown = await imports.take(OPERATOR, "план.xlsx", content)
    looked = time.perf_counter()
    await imports.apply(OPERATOR, shown.imported.id, shown.stamp)
    return {
        "number": shown.imported.id,
        "difference_s": round(looked - began, 2),
        "apply_s": round(time.perf_counter() - looked, 2),
    }


def _table(turn: int) -> bytes:
    """As an administration has it: a dozen columns, every row another project."""

    def row(number: int) -> dict[Column, Cell]:
        return {
            Column.CODE: f"P-{number:05}",
            Column.NAME_RU: f"Завод по переработке хлопка № {number}",
            Column.INVESTORS: f"ТОО «Инвестор {number % 700}»",
            Column.COUNTRIES: ("Китай", "Турция", "Казахстан")[number % 3],
            Column.SECTORS: ("Текстиль", "Туризм", "Энергетика")[number % 3],
            Column.DISTRICTS: ("город Кентау", "город Арыс", "Сауранский район")[number % 3],
            Column.AMOUNT: 1_000_000 * (number + 1),
            Column.CURRENCY: "KZT",
            Column.STAGE: stage_name(_STAGES[(number + turn) % 4], "ru"),
            Column.PLANNED_FINISH: f"{number % 12 + 1:02}.2027",
            Column.JOBS_PLANNED: number % 400 + turn,
            Column.NOTES: "Примечание к проекту, как его пишут в таблицах",
        }

    columns = [column for column in WRITTEN if column in row(0)]
    return write_xlsx(columns, headings("ru"), map(row, range(ROWS)), "Проекты")


@asynccontextmanager
async def _watched(lags: list[float]) -> AsyncIterator[None]:
    """How long the loop kept others waiting."""

    async def watch() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            lags.append(time.perf_counter() - began - 0.005)

    watching = asyncio.create_task(watch())
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
