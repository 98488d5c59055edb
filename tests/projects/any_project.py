"""Any project there could be, for property tests."""

from datetime import UTC, date, datetime
from typing import TypeVar

from hypothesis import strategies as st

from model.ids import ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.projects import (
    Blocker,
    Claim,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Project,
    Suspension,
)
from news.vocabulary import DISTRICTS, SECTORS
from projects.zones import ZONES

Some = TypeVar("Some")

CURATORS = {1010: "Данияр", 1011: None, 1012: "Айгерим (отдел)"}
_LETTERS = "abzABZабвАЯёәғқңөұүһі中文0129 .,;:-—«»\"'\\/()№%$&<>=+@_x"


def words(longest: int = 30) -> st.SearchStrategy[str]:
    """What people write, the awkward signs included; without spaces at the ends or doubled."""
    return (
        st.text(st.sampled_from(_LETTERS), min_size=1, max_size=longest)
        .map(lambda text: " ".join(text.split()))
        .filter(bool)
    )


def dates() -> st.SearchStrategy[PartialDate]:
    days = st.dates(date(1991, 1, 1), date(2098, 12, 31))
    return st.tuples(days, st.integers(1, 3)).map(
        lambda told: PartialDate(
            *(told[0].year, told[0].month, told[0].day)[: told[1]],
        )
    )


def _maybe(strategy: st.SearchStrategy[Some]) -> st.SearchStrategy[Some | None]:
    return st.none() | strategy


moneys = st.builds(
    Money, st.integers(1, 10**17), st.sampled_from(["KZT", "USD", "EUR", "CNY", "CHF", "KRW"])
)
investors = st.builds(Investor, words(), st.sampled_from([None, "CN", "KZ", "TR", "KR", "GB"]))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    claims = tuple(
        Claim(number, *told)
        for number, told in enumerate(
            draw(
                st.lists(
                    st.tuples(words(), _maybe(moneys), _maybe(dates()), _maybe(words())),
                    max_size=3,
                )
            ),
            1,
        )
    )
    numbered = st.lists(st.tuples(words(), dates(), _maybe(dates())), max_size=3)
    told = datetime(2026, 11, 23, 4, tzinfo=UTC)
    return Project(
        id=ProjectId(draw(st.integers(1, 10**6))),
        code=draw(st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9-]{0,20}[A-Za-z0-9])?", fullmatch=True)),
        names=draw(
            st.dictionaries(
                st.sampled_from(["kk", "ru", "en", "zh"]), words(), min_size=1, max_size=4
            )
        ),
        investors=tuple(draw(st.lists(investors, max_size=3, unique_by=lambda one: one.name))),
        sectors=tuple(draw(st.lists(st.sampled_from(SECTORS), max_size=3, unique=True))),
        districts=tuple(draw(st.lists(st.sampled_from(DISTRICTS), max_size=3, unique=True))),
        zone=draw(_maybe(st.sampled_from(ZONES))),
        place=draw(_maybe(words())),
        point=draw(
            _maybe(
                st.builds(
                    Point,
                    st.floats(-90, 90).map(lambda one: round(one, 6)),
                    st.floats(-180, 180).map(lambda one: round(one, 6)),
                )
            )
        ),
        claims=claims,
        amount=draw(st.sampled_from([None, *(one.id for one in claims)])),
        jobs_planned=draw(_maybe(st.integers(0, 9_999_999))),
        jobs_created=draw(_maybe(st.integers(0, 9_999_999))),
        capacity=draw(_maybe(words())),
        memorandum=draw(
            _maybe(
                st.one_of(
                    st.builds(Memorandum, words(), st.none()),
                    st.builds(Memorandum, st.none(), dates()),
                    st.builds(Memorandum, words(), dates()),
                )
            )
        ),
        curator=draw(_maybe(st.sampled_from(sorted(CURATORS)))),
        stage=draw(st.sampled_from(Stage)),
        lapsed=draw(st.booleans()),
        suspension=draw(_maybe(st.builds(Suspension, words(), dates()))),
        planned_start=draw(_maybe(dates())),
        planned_finish=draw(_maybe(dates())),
        actual_start=draw(_maybe(dates())),
        actual_finish=draw(_maybe(dates())),
        milestones=tuple(Milestone(number, *one) for number, one in enumerate(draw(numbered), 1)),
        physical=draw(_maybe(st.integers(0, 100))),
        financial=draw(_maybe(st.integers(0, 100))),
        blockers=tuple(Blocker(number, *one) for number, one in enumerate(draw(numbered), 1)),
        notes=draw(_maybe(words(80))),
        published=draw(st.booleans()),
        version=draw(st.integers(1, 50)),
        created_at=told,
        changed_at=told,
        checked_at=told,
    )
