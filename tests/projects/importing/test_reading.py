"""Files as they come: what is read of them, and what is refused in a sentence."""

import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from model.news import Money, Stage
from model.partial_dates import PartialDate
from projects.exporting.table import Column
from projects.importing.measuring import MOST_COLUMNS
from projects.importing.reading import LARGEST, Refused, read_sheets
from projects.importing.rows import Understood, understand
from projects.importing.values import NOTHING, Row, Sum
from tests.projects.importing.books import bomb, book, crafted, lines, lying

PROJECTS = Path(__file__).parents[4] / "shared" / "data" / "projects.csv"


def read(content: bytes) -> Understood:
    understood = understand(content, {}, {1010: "Данияр"})
    assert isinstance(understood, Understood), understood
    return understood


def only(content: bytes) -> Row:
    (row,) = read(content).rows
    return row


@pytest.mark.parametrize(
    "content",
    [
        lines("Код;Название;Стадия", "A-1;Завод «Әсем»;строительство"),
        lines("Код,Название,Стадия", "A-1,Завод «Әсем»,строительство"),
        lines("Код\tНазвание\tСтадия", "A-1\tЗавод «Әсем»\tстроительство"),
        lines("Код;Название;Стадия", "A-1;Завод «Әсем»;строительство", encoding="utf-8-sig"),
        lines("Код;Название;Стадия", "A-1;Завод «Әсем»;строительство", encoding="utf-16"),
        lines("Код;Название;Стадия", "A-1;Завод «Әсем»;строительство", encoding="kz1048"),
        book(["Код", "Название", "Стадия"], ["A-1", "Завод «Әсем»", "строительство"]),
    ],
)
def test_one_table_in_many_dresses(content: bytes) -> None:
    assert only(content).values == {
        Column.CODE: "A-1",
        Column.NAME: "Завод «Әсем»",
        Column.STAGE: Stage.CONSTRUCTION,
    }


def test_russian_in_windows_1251() -> None:
    row = only(lines("Название;Инвестор", "Завод;ТОО «Юг»", encoding="cp1251"))
    assert row.values == {Column.NAME: "Завод", Column.INVESTORS: ("ТОО «Юг»",)}


def test_a_table_under_titles_with_merged_cells_and_totals() -> None:
    content = book(
        ["Перечень инвестиционных проектов на 2026 год"],
        [],
        ["№", "Наименование проекта", "Район", "Рабочие места", "", "Сумма, млрд тенге"],
        ["", "", "", "план", "факт", ""],
        [1, 2, 3, 4, 5, 6],
        ["Промышленность"],
        [1, "Завод", "Кентау", 100, 20, 3.5],
        [2, "Фабрика", "", 50, "", "1,25"],
        ["Итого", "", "", 150, 20, 4.75],
        then=lambda sheet: (
            sheet.merge_range(0, 0, 0, 5, "Перечень инвестиционных проектов на 2026 год"),
            sheet.merge_range(2, 3, 2, 4, "Рабочие места"),
            sheet.merge_range(6, 2, 7, 2, "Кентау"),
        ),
    )
    understood = read(content)
    assert [one.column for one in understood.headings] == [
        *(None, Column.NAME, Column.DISTRICTS, Column.JOBS_PLANNED, Column.JOBS_CREATED),
        Column.AMOUNT,
    ]
    assert [row.number for row in understood.rows] == [7, 8]
    first, second = understood.rows
    assert first.values[Column.AMOUNT] == Sum(Money(3_500_000_000, "KZT"), None)
    assert second.values[Column.AMOUNT] == Sum(Money(1_250_000_000, "KZT"), None)
    assert second.values[Column.DISTRICTS] == ("612000000",)
    assert (first.values[Column.JOBS_PLANNED], first.values[Column.JOBS_CREATED]) == (100, 20)


def test_a_formula_is_what_it_gave() -> None:
    content = book(
        ["Название", "Рабочие места"],
        ["Завод"],
        then=lambda sheet: sheet.write_formula(1, 1, "=40+2", None, 42),
    )
    assert only(content).values[Column.JOBS_PLANNED] == 42


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("12.03.2026", PartialDate(2026, 3, 12)),
        ("12.03.26", PartialDate(2026, 3, 12)),
        ("март 2026", PartialDate(2026, 3)),
        ("2026 ж.", PartialDate(2026)),
        ("2026-03-12T00:00:00", PartialDate(2026, 3, 12)),
        ("III квартал 2026", PartialDate(2026, 9)),
        ("2026 жылдың 3 тоқсаны", PartialDate(2026, 9)),
        ("2026年第三季度", PartialDate(2026, 9)),
        ("до конца 2026 года", PartialDate(2026)),
        ("2026 жылғы наурыз", PartialDate(2026, 3)),
        (46093, PartialDate(2026, 3, 12)),
        (2026, PartialDate(2026)),
    ],
)
def test_dates_of_every_kind(cell: Any, date: PartialDate) -> None:
    row = only(book(["Название", "Срок ввода"], ["Завод", cell]))
    assert row.values[Column.PLANNED_FINISH] == date


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        ("3 млрд тенге", Money(3_000_000_000, "KZT")),
        ("$1,1 млн", Money(1_100_000, "USD")),
        ("3\u00a0000\u00a0000", Money(3_000_000, "KZT")),
        ("3 000 000,00", Money(3_000_000, "KZT")),
        ("6亿美元", Money(600_000_000, "USD")),
        (3e9, Money(3_000_000_000, "KZT")),
    ],
)
def test_amounts_of_every_kind(cell: Any, money: Money) -> None:
    said = only(book(["Название", "Сумма"], ["Завод", cell])).values[Column.AMOUNT]
    assert isinstance(said, Sum)
    assert said.money == money


def test_what_cannot_be_read_is_told_cell_by_cell() -> None:
    row = only(
        book(
            ["Название", "Сумма", "Срок", "Отрасль", "Район", "Стадия", "Куратор", "Готовность"],
            ["Завод", "уточняется", "скоро", "космос", "Марс", "так себе", "Никто", 120],
        )
    )
    assert [(one.column, one.key) for one in row.troubles] == [
        (Column.AMOUNT, "import-wrong-amount"),
        (Column.PLANNED_FINISH, "import-wrong-date"),
        (Column.SECTORS, "import-wrong-sector"),
        (Column.DISTRICTS, "import-wrong-district"),
        (Column.STAGE, "import-wrong-stage"),
        (Column.CURATOR, "import-wrong-curator"),
        (Column.PHYSICAL, "import-wrong-percent"),
    ]


def test_a_dash_empties_and_an_empty_cell_says_nothing() -> None:
    row = only(book(["Название", "Мощность", "Срок", "Место"], ["Завод", "-", "нет", ""]))
    assert row.values == {
        Column.NAME: "Завод",
        Column.CAPACITY: NOTHING,
        Column.PLANNED_FINISH: NOTHING,
    }


def test_percents_that_are_parts_of_one() -> None:
    understood = read(book(["Название", "Готовность"], ["Завод", 0.35], ["Фабрика", 1]))
    assert [row.values[Column.PHYSICAL] for row in understood.rows] == [35, 100]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "error-import-empty"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "error-import-old"),
        (b"PK\x03\x04garbage", "error-import-unreadable"),
        (bytes(range(256)) * 40, "error-import-kind"),
        (b"%PDF-1.7 ...", "error-import-kind"),
        (b"<html><table></table></html>", "error-import-kind"),
        (bytes(LARGEST + 1), "error-file-large"),
        (bomb(70), "error-import-bomb"),
        (bomb(70, lies=True), "error-import-unreadable"),
        (book(["Раз", "Два"], [1, 2]), "error-import-no-table"),
        (book(), "error-import-empty"),
        (
            book(
                ["Код", "Название"], then=lambda sheet: sheet.write(1_048_575, 16_383, 1) and None
            ),
            "error-import-wide",
        ),
    ],
)
def test_a_file_that_is_not_read_says_why(content: bytes, key: str) -> None:
    refused = understand(content, {}, {})
    assert isinstance(refused, Refused)
    assert refused.key == key


FAR_ROW = '<row r="1048576">' + "<c><v>1</v></c>" * 100 + "</row>"
FAR_CELL = f'<row r="2"><c x="{"x" * 300}" r="XFD1048576"><v>1</v></c></row>'
LONG_TEXT = f"<si><t>{'x' * 32_000}</t></si>"
EVERYWHERE = "<row>" + '<c t="s"><v>2</v></c>' * 100 + "</row>"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(crafted(FAR_ROW), id="cells that say no place in a row far down"),
        pytest.param(crafted(FAR_CELL), id="a place behind something long"),
        pytest.param(crafted(EVERYWHERE * 100, LONG_TEXT), id="a long text in every cell"),
    ],
)
def test_a_few_bytes_do_not_fill_the_memory(content: bytes) -> None:
    refused = read_sheets(content)
    assert isinstance(refused, Refused)
    assert refused.key == "error-import-wide"


def test_a_part_is_unpacked_no_further_than_it_says() -> None:
    content = lying(200)
    tracemalloc.start()
    refused = read_sheets(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused == Refused("error-import-unreadable")
    assert peak < 20 * 2**20


def test_a_packer_that_cannot_be_stopped_is_not_used() -> None:
    refused = read_sheets(crafted("", packed=zipfile.ZIP_LZMA))
    assert refused == Refused("error-import-unreadable")


def test_a_cell_merged_beyond_the_table_makes_no_columns() -> None:
    merged = book(
        ["Код", "Название"],
        ["A-1", "Завод"],
        then=lambda sheet: sheet.merge_range("C1:XFD1", "Сумма") and None,
    )
    understood = understand(merged, {}, {})
    assert isinstance(understood, Understood)
    assert len(understood.headings) <= MOST_COLUMNS


def test_half_a_sign_is_left_out() -> None:
    """It can be written in a workbook, and said to nobody."""
    written = '<row r="2"><c t="inlineStr"><is><t>A-1</t></is></c>'
    written += '<c t="inlineStr"><is><t>Завод_xD800_ кабеля</t></is></c></row>'
    assert only(crafted(written)).values[Column.NAME] == "Завод кабеля"


def test_an_empty_row_far_down_takes_no_room() -> None:
    understood = understand(crafted('<row r="1048576" ht="15"/>'), {}, {})
    assert isinstance(understood, Understood)


def test_any_bytes_are_read_or_refused() -> None:
    whole = book(["Код", "Название"], ["A-1", "Завод"])
    for cut in range(0, len(whole), 97):
        read_sheets(whole[:cut])
        read_sheets(whole[:cut] + b"\xff" + whole[cut + 1 :])


@pytest.mark.skipif(not PROJECTS.exists(), reason="no shared/data/projects.csv beside the project")
def test_the_projects_that_were_gathered_are_read_whole() -> None:
    understood = read(PROJECTS.read_bytes())
    assert all(one.column is not None for one in understood.headings)
    assert len(understood.rows) == 67
    troubles = [one.printed for row in understood.rows for one in row.troubles]
    assert sorted(troubles) == ["multi", "multi", "presented", "unclear"]
