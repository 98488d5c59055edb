"""/report: chosen by buttons, made in a worker, and what is said when it cannot be."""

import asyncio
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from common.worker import WorkFailed
from tests.handlers.test_overview import official, some_projects
from tests.handlers.town import Person, Town
from views.callbacks import LIMIT_BYTES

FORGED = [
    "report:menu:30",
    "report:menu:31:-",
    "report:menu:20261399:-",
    "report:menu:20990101:-",
    "report:menu:30:x",
    "report:make:docx:30:-",
    "report:make:xlsx:30:gnothing",
    "report:by:q:0:30:-",
]


@pytest.fixture
async def person(town: Town) -> Person:
    made = await official(town)
    await some_projects(town)
    await made.says("/report")
    return made


async def test_a_table_of_all_projects(town: Town, person: Person) -> None:
    assert "все проекты. Проектов: 2" in person.screen.text
    assert "24 октября 2026" in person.screen.text
    await person.presses("XLSX")
    (name, content), *_ = town.telegram.files
    assert name == "keruen-2026-11-23.xlsx"
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.sheet_names == ["Проекты", "Итоги", "Изменения"]
    assert "Отчёт готов" in person.screen.text


async def test_a_paper_of_a_district_for_a_week(town: Town, person: Person) -> None:
    await person.presses("За неделю")
    await person.presses("Районы")
    await person.presses("Сайрам")
    assert "Проектов: 1" in person.screen.text
    assert "16 ноября 2026" in person.screen.text
    assert "✓ За неделю" in person.screen.labels
    await person.presses("PDF")
    assert town.telegram.files[-1][1].startswith(b"%PDF-")
    await person.presses("Все проекты")
    assert "Проектов: 2" in person.screen.text


async def test_since_a_day_that_was_typed(person: Person) -> None:
    for typed in ("/report 01.10.2026", "/report 2026-10-01"):
        await person.says(typed)
        assert "1 октября 2026" in person.screen.text
    await person.presses("Стадии")
    await person.presses("Меморандум")
    assert "1 октября 2026" in person.screen.text
    assert max(len(data.encode()) for row in person.screen.rows for _, data in row) <= LIMIT_BYTES


async def test_a_report_that_fails_is_said_and_leaves_the_buttons(
    town: Town, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(function: Callable[..., Any], *arguments: Any) -> WorkFailed:
        return WorkFailed("the reporter died")

    monkeypatch.setattr(town.cases["make_report"], "_run", fails)
    await person.presses("XLSX")
    assert "Собрать отчёт не получилось" in person.screen.text
    assert "📊 Таблица XLSX" in person.screen.labels
    assert town.telegram.files == []


async def test_a_report_that_takes_too_long_is_given_up(
    town: Town, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hangs(function: Callable[..., Any], *arguments: Any) -> bytes:
        await asyncio.sleep(60)
        return b""

    monkeypatch.setattr("handlers.reports.MAKE_SECONDS", 0.05)
    monkeypatch.setattr(town.cases["make_report"], "_run", hangs)
    await person.presses("PDF")
    assert "Собрать отчёт не получилось" in person.screen.text


async def test_not_for_subscribers_nor_in_a_group(town: Town, person: Person) -> None:
    stranger = town.person(77)
    await stranger.says("/report")
    assert "только сотрудникам" in stranger.screen.text
    await stranger.presses_data("report:make:xlsx:30:-")
    await person.at(-1001234567890).presses_data("report:make:xlsx:30:-", person.screen)
    assert town.telegram.toasts[-2:] == ["Это доступно только сотрудникам."] * 2
    assert town.telegram.files == []


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_is_a_sentence(town: Town, person: Person, data: str) -> None:
    await person.presses_data(data)
    assert "больше не действует" in town.telegram.toasts[-1]
