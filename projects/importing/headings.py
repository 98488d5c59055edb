"""Where the table begins, and what its columns are: by their headings, in any of the languages.

A heading is known exactly, or nearly: an ending, a typing slip, another order of the words. What
stands behind a comma or in brackets is its unit («Сумма, млрд тенге»).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from news.folding import fold
from projects.exporting.table import NAME_LANGUAGES, Column, words
from projects.importing.reading import Raw, Sheet

NEAR = 87
"""Of 100: how much alike a heading must be to one that is known."""
_LOOKED_AT = 40
"""Rows among which the headings are."""
_ENOUGH = 2
"""Columns that make a row one of headings."""
_LONGEST = 200
_NAMES = frozenset({Column.CODE, Column.NAME, *NAME_LANGUAGES})
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """Of one column of the file."""

    index: int
    """From 0."""
    text: str
    column: Column | None
    """None: it is passed over."""
    unit: str = ""
    """What stands beside the name: «млрд тенге»."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under the headings."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[int, tuple[Raw, ...]], ...]
    """Each with its number in the file, from 1."""


def find_table(sheets: Iterable[Sheet]) -> Table | None:
    """The table of projects among the sheets; None where no row looks like its headings."""
    found = [_table(sheet) for sheet in sheets]
    best = max(filter(None, found), key=_known, default=None)
    return best if best is not None and _is_a_table(best) else None


def _is_a_table(table: Table) -> bool:
    """A person can say what the other columns are, where the names are known."""
    return _known(table) >= _ENOUGH or any(one.column in _NAMES for one in table.headings)


def mapped(table: Table, chosen: Mapping[int, Column | None]) -> Table:
    """The table with these of its columns taken for what a person says they are."""
    headings = tuple(
        Heading(one.index, one.text, chosen[one.index], one.unit) if one.index in chosen else one
        for one in table.headings
    )
    return Table(headings, table.rows)


def _known(table: Table) -> int:
    return sum(one.column is not None for one in table.headings)


def _table(sheet: Sheet) -> Table | None:
    rows = _spread(sheet)
    best: tuple[int, int, tuple[Heading, ...]] | None = None
    for number in range(min(len(rows), _LOOKED_AT)):
        for height in (1, 2):
            headings = recognised(_stacked(rows[number : number + height]))
            known = sum(one.column is not None for one in headings)
            if best is None or known > best[0]:
                best = (known, number + height, headings)
    if best is None:
        return None
    below = [(number, row) for number, row in enumerate(_filled(sheet), 1) if number > best[1]]
    return Table(best[2], tuple(below))


def _spread(sheet: Sheet) -> list[list[Raw]]:
    """The first rows, each merged cell's text in all its places: so headings are laid out."""
    rows = [list(row) for row in sheet.rows[: _LOOKED_AT + 1]]
    for merge in sheet.merges:
        if merge.top >= len(rows) or merge.left >= len(rows[merge.top]):
            continue
        told = rows[merge.top][merge.left]
        for row in rows[merge.top : merge.bottom + 1]:
            row += [None] * (merge.right + 1 - len(row))
            row[merge.left : merge.right + 1] = [told] * (merge.right + 1 - merge.left)
    return rows


def _filled(sheet: Sheet) -> list[tuple[Raw, ...]]:
    """The rows, a cell merged downwards in each of its rows; one merged sideways is a title."""
    rows = [list(row) for row in sheet.rows]
    for merge in sheet.merges:
        if merge.top >= len(rows) or merge.left >= len(rows[merge.top]):
            continue
        for row in rows[merge.top + 1 : merge.bottom + 1]:
            row += [None] * (merge.left + 1 - len(row))
            row[merge.left] = rows[merge.top][merge.left]
    return [tuple(row) for row in rows]


def _stacked(rows: Sequence[Sequence[Raw]]) -> list[str]:
    """Headings of one row, or of two one above the other."""
    width = max(map(len, rows), default=0)
    stacks: list[str] = []
    for index in range(width):
        said = [row[index] for row in rows if index < len(row)]
        texts = list(dict.fromkeys(one for one in said if isinstance(one, str)))
        stacks.append(" ".join(texts)[:_LONGEST])
    return stacks


def recognised(texts: Sequence[str]) -> tuple[Heading, ...]:
    """What each heading names; of two that name the same, the one that is more like it."""
    taken: dict[Column, tuple[float, int]] = {}
    units: dict[int, str] = {}
    for index, text in enumerate(texts):
        for score, column, unit in _candidates(text):
            if column not in taken or score > taken[column][0]:
                taken[column] = (score, index)
                units[index] = unit
                break
    of = {index: column for column, (_, index) in taken.items()}
    return tuple(
        Heading(index, text, of.get(index), units.get(index, "") if index in of else "")
        for index, text in enumerate(texts)
    )


def _candidates(text: str) -> list[tuple[float, Column, str]]:
    """What it may name, the likeliest first."""
    best: dict[Column, tuple[float, str]] = {}
    for name, unit, handicap in _readings(text):
        for column, score in _alike(name).items():
            if score - handicap > best.get(column, (0.0, ""))[0]:
                best[column] = (score - handicap, unit)
    found = [(score, column, unit) for column, (score, unit) in best.items()]
    return sorted(found, key=lambda one: -one[0])


def _readings(text: str) -> list[tuple[str, str, float]]:
    """A heading as it stands, and without what may be its unit."""
    text = " ".join(text.split())
    readings = [(text, "", 0.0)]
    if found := _BRACKETS.search(text):
        readings.append((_BRACKETS.sub(" ", text), found[0][1:-1], 1.0))
    name, comma, unit = text.partition(",")
    if comma:
        readings.append((name, unit, 1.0))
    return readings


def _alike(name: str) -> dict[Column, float]:
    bare = _bare(name)
    if not bare:
        return {}
    known = _known_names()
    if bare in known:
        return {known[bare]: 100.0}
    found = process.extract(
        bare, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=5
    )
    alike: dict[Column, float] = {}
    for match, score, _ in found:
        if abs(len(match) - len(bare)) <= max(3, len(match) // 3):
            alike[known[match]] = max(alike.get(known[match], 0.0), score)
    return alike


@cache
def _known_names() -> dict[str, Column]:
    return {
        _bare(name): Column(one["key"])
        for one in words()["columns"]
        for name in (one["key"], *one["also"], *one["names"].values())
    }


def _bare(name: str) -> str:
    return " ".join(_NOT_A_WORD.sub(" ", fold(name).replace("№", "номер ")).split())
