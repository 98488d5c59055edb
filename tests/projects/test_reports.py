"""Reports and pictures as files: typed cells, nothing from outside a formula, all letters."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from accounts.actor import OPERATOR, Actor
from accounts.rights import NotAllowedError, Rights
from model.ids import ProjectId
from model.news import Money, Stage
from model.overview import EVERY_PROJECT, Dimension, Selection
from model.partial_dates import PartialDate
from model.people import ChatKind, Language, Scope
from model.projects import Claim, Field, Filter
from projects.assembling import looking_cases
from projects.overview import SeeOverview
from projects.recording import RecordChanges
from projects.reporting import Format, Gathered, GatherReport, counted_by, tally_of
from publishing.pictures import draw_seen, picture_of, readable
from publishing.reports import write_report
from storage.database import Database
from tests.clocks import ManualClock
from tests.projects.makers import (
    ADMIN,
    KENTAU,
    OFFICIAL,
    SAIRAM,
    WHEN,
    WHY,
    actor,
    add,
    make_official,
    rights,
)  # fmt: skip

SINCE = date(2026, 11, 1)
ZONE = "Asia/Almaty"
LATER = WHEN + timedelta(days=1)
EVIL = '=cmd|"/c calc"!A1'


async def gathered(
    database: Database, by: Actor, which: Filter = EVERY_PROJECT, since: date = SINCE
) -> Gathered:
    return await GatherReport(database, ManualClock(LATER), rights(), ZONE)(by, which, since)


@pytest.fixture
async def town(database: Database) -> Database:
    await add(
        database, names={"ru": EVIL}, curator=OFFICIAL, notes="между нами", physical=45,
        planned_finish=PartialDate(2026, 6, 30),
    )  # fmt: skip
    dollars = (Claim(1, "7 млн долларов", Money(7_000_000, "USD"), PartialDate(2024)),)
    await add(database, claims=dollars, districts=(SAIRAM,), stage=Stage.CONSTRUCTION, notes="тсс")
    change = RecordChanges(database, ManualClock(WHEN + timedelta(hours=1)), rights())
    await change(OPERATOR, ProjectId(2), {Field.PHYSICAL: 12}, WHY, seen=1)
    await change(OPERATOR, ProjectId(2), {Field.NOTES: "тише"}, WHY, seen=2)
    return database


def book(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(content))


def cells(content: bytes, sheet: int = 0) -> list[dict[str, object]]:
    """The rows of a sheet by their headings."""
    head, *rows = book(content).get_sheet_by_index(sheet).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


async def test_cells_are_typed(town: Database) -> None:
    by = await make_official(town)
    first, second, total = cells(write_report(await gathered(town, by), Format.XLSX))
    assert first["Код"] == "TUR-001"
    assert first["Название"] == EVIL
    assert first["Завершение по плану"] == date(2026, 6, 30)
    assert first["Построено"] == 45
    assert first["Опоздание, дней"] == 147
    assert (first["Сумма, KZT"], first["Сумма, USD"]) == (3_000_000_000, "")
    assert (second["Сумма, KZT"], second["Сумма, USD"]) == ("", 7_000_000)
    assert second["Сумма на дату"] == date(2024, 12, 31)
    assert (total["Код"], total["Сумма, KZT"]) == ("Итого", 3_000_000_000)
    assert total["Рабочие места по плану"] == 240


async def test_nothing_from_outside_is_a_formula_or_a_link(town: Database) -> None:
    by = await make_official(town)
    content = write_report(await gathered(town, by), Format.XLSX)
    with ZipFile(BytesIO(content)) as file:
        sheets = [file.read(name).decode() for name in file.namelist() if "worksheets/" in name]
    formulas = [part.split("</f>")[0] for one in sheets for part in one.split("<f>")[1:]]
    assert formulas
    assert all(one.startswith("SUBTOTAL(109,") for one in formulas)
    assert not any("<hyperlink" in one for one in sheets)
    assert "<autoFilter" in sheets[0]
    assert "<pane" in sheets[0]


async def test_the_summary_counts_as_the_database_does(town: Database) -> None:
    by = await make_official(town)
    report = (await gathered(town, by)).read()
    async with town.reading() as db:
        assert tally_of(report.all) == await db.project_numbers.tally(Selection())
        for dimension in (Dimension.STAGE, Dimension.SECTOR, Dimension.DISTRICT):
            counted = await db.project_numbers.by(dimension, Selection())
            assert set(counted_by(dimension, report.all)) == set(counted)


async def test_changes_since_a_day(town: Database) -> None:
    by = await make_official(town)
    rows = cells(write_report(await gathered(town, by), Format.XLSX), 2)
    assert [(row["Что изменилось"], row["Стало"]) for row in rows] == [
        ("Заметки", "тише"),
        ("Построено", "12 %"),
    ]
    assert rows[0]["Почему"] == WHY.reason
    none = cells(write_report(await gathered(town, by, since=date(2026, 11, 24)), Format.XLSX), 2)
    assert len(none) == 1
    assert "нет" in str(none[0]["Название"])


async def test_what_is_internal_is_for_those_who_look_after_it(town: Database) -> None:
    by = await make_official(town, 1011, Scope(frozenset({KENTAU})))
    content = write_report(await gathered(town, by), Format.XLSX)
    first, second, _ = cells(content)
    assert (first["Куратор"], first["Заметки"]) == ("сотрудник № 1010", "между нами")
    assert (second["Куратор"], second["Заметки"]) == ("", "")
    changes = cells(content, 2)
    assert [row["Что изменилось"] for row in changes] == ["Построено"]
    assert changes[0]["Кто"] == ""
    assert "тише" not in str(cells(content, 2))


async def test_no_report_for_anyone_else(town: Database) -> None:
    await make_official(town)
    with pytest.raises(NotAllowedError):
        await gathered(town, actor(5))
    with pytest.raises(NotAllowedError):
        await gathered(town, actor(OFFICIAL, kind=ChatKind.SUPERGROUP))


async def test_a_filter_of_a_curator_reaches_no_further_than_the_reader(town: Database) -> None:
    by = await make_official(town, 1011, Scope(frozenset({SAIRAM})))
    assert (await gathered(town, by, Filter(curator=OFFICIAL))).projects == ()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("form", list(Format))
async def test_every_language_makes_every_file(
    town: Database, language: Language, form: Format
) -> None:
    by = replace(await make_official(town), language=language)
    content = write_report(await gathered(town, by), form)
    assert content.startswith(b"PK" if form is Format.XLSX else b"%PDF-")


@pytest.mark.parametrize("form", list(Format))
async def test_no_projects_make_a_file_too(database: Database, form: Format) -> None:
    by = await make_official(database)
    assert write_report(await gathered(database, by), form)


@pytest.mark.parametrize("language", list(Language))
async def test_every_picture_is_drawn_in_every_language(town: Database, language: Language) -> None:
    by = await make_official(town)
    cases = looking_cases(town, ManualClock(LATER), Rights(frozenset({ADMIN})), ZONE)
    overview = await cases["see_overview"](by, Filter())
    districts = await cases["break_down"](by, Dimension.DISTRICT, Filter())
    plans = await cases["see_plans"](by, Filter())
    for seen in (overview, districts, plans):
        png = draw_seen(seen, LATER.date(), language)
        assert png.startswith(b"\x89PNG")
        assert int.from_bytes(png[16:20]) == 1080


async def test_chinese_labels_are_english_without_a_font(
    town: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = await make_official(town)
    overview = await SeeOverview(town, ManualClock(LATER), rights(), ZONE)(by, Filter())
    monkeypatch.setattr("projects.reports.fonts.chinese_file", lambda: None)
    assert readable(Language.CHINESE) is Language.ENGLISH
    assert readable(Language.KAZAKH) is Language.KAZAKH
    assert picture_of(overview, LATER.date(), readable(Language.CHINESE)).title == (
        "Projects by stage"
    )
