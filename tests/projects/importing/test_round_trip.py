"""What is exported comes back unchanged, in every language and in both forms."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.partial_dates import PartialDate
from model.projects import Project
from projects.exporting.csv import write_csv
from projects.exporting.table import WRITTEN, Column, cells_of, headings
from projects.exporting.xlsx import write_xlsx
from projects.importing.difference import Registry, compare
from projects.importing.fields import Origin
from projects.importing.rows import Understood, understand
from tests.projects.any_project import CURATORS, projects
from tests.projects.makers import WHEN, project

ORIGIN = Origin("table.xlsx", PartialDate(2026, 11, 23))
Write = Callable[[list[Project], str], bytes]


def as_xlsx(given: list[Project], language: str) -> bytes:
    rows = [cells_of(one, language, CURATORS) for one in given]
    return write_xlsx(WRITTEN, headings(language), rows, "Projects")


def as_csv(given: list[Project], language: str) -> bytes:
    rows = [cells_of(one, language, CURATORS) for one in given]
    return write_csv(WRITTEN, headings(language), rows)


def read(content: bytes) -> Understood:
    understood = understand(content, {}, CURATORS)
    assert isinstance(understood, Understood)
    return understood


@given(
    write=st.sampled_from([as_xlsx, as_csv]),
    language=st.sampled_from(["kk", "ru", "en", "zh"]),
    given=st.lists(projects(), min_size=1, max_size=2, unique_by=lambda one: one.code.lower()),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_exported_comes_back_unchanged(
    write: Write, language: str, given: list[Project]
) -> None:
    understood = read(write(given, language))
    assert [one.column for one in understood.headings] == list(WRITTEN)
    registry = Registry(given)
    compared = [compare(row, registry, ORIGIN, WHEN) for row in understood.rows]
    assert [one.troubles for one in compared] == [()] * len(given)
    assert [one.changed and one.changed.new for one in compared] == [None] * len(given)
    assert all(one.is_unchanged for one in compared)


@pytest.mark.parametrize("write", [as_xlsx, as_csv])
def test_a_cell_that_was_changed_is_a_change(write: Write) -> None:
    known = project()
    understood = read(write([project(jobs_planned=200)], "ru"))
    (compared,) = [compare(row, Registry([known]), ORIGIN, WHEN) for row in understood.rows]
    assert compared.changed is not None
    assert compared.changed.new == {"jobs_planned": 200}
    assert understood.rows[0].values[Column.CODE] == known.code
