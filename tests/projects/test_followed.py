"""Which changes are whose, and what they come to."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from model.following import ProjectNews
from model.ids import ChangeId, FileId, ProjectId, SubscriberId
from model.news import Stage
from model.people import Role
from model.projects import (
    INTERNAL,
    Change,
    Document,
    DocumentKind,
    Field,
    Follow,
    FollowKind,
    Investor,
    Project,
    Why,
)
from projects.followed import Followed, Period, news_of
from tests.projects.makers import KENTAU, SAIRAM, WHEN, WHY, project

ALL = Period(WHEN - timedelta(days=1), None)
CURATOR = 1010


def change(number: int, field: Field, old: Any, new: Any, **more: Any) -> Change:
    values: dict[str, Any] = {
        "project_id": ProjectId(1),
        "at": WHEN,
        "why": WHY,
        "actor_id": 1010,
        "role": Role.OFFICIAL,
    }
    return Change(id=ChangeId(number), field=field, old=old, new=new, **(values | more))


def follow(kind: FollowKind, key: object, after: int = 0) -> Follow:
    return Follow(SubscriberId(1), kind, str(key), False, WHEN, ChangeId(after))


def told(*changes: Change, **fields: Any) -> ProjectNews | None:
    found = news_of(changes, {ProjectId(1): project(**fields)})
    return found[0] if found else None


STAGE = change(5, Field.STAGE, Stage.MEMORANDUM, Stage.CONSTRUCTION)


@pytest.mark.parametrize(
    ("follows", "is_told"),
    [
        (follow(FollowKind.PROJECT, 1), True),
        (follow(FollowKind.PROJECT, 2), False),
        (follow(FollowKind.DISTRICT, KENTAU), True),
        (follow(FollowKind.DISTRICT, SAIRAM), False),
        (follow(FollowKind.SECTOR, "electrical"), True),
        (follow(FollowKind.SECTOR, "textile"), False),
        (follow(FollowKind.COUNTRY, "CN"), True),
        (follow(FollowKind.COUNTRY, "TR"), False),
        (follow(FollowKind.CURATOR, CURATOR), True),
        (follow(FollowKind.CURATOR, 1), False),
        (follow(FollowKind.PROJECT, 1, after=4), True),
        (follow(FollowKind.PROJECT, 1, after=5), False),
    ],
)
def test_what_is_followed(follows: Follow, is_told: bool) -> None:
    followed = Followed([STAGE], {ProjectId(1): project(curator=CURATOR)})
    assert followed.of([follows], ALL) == ((5,) if is_told else ())


@pytest.mark.parametrize(
    ("moved", "follows"),
    [
        (change(6, Field.DISTRICTS, (SAIRAM,), (KENTAU,)), follow(FollowKind.DISTRICT, SAIRAM)),
        (change(6, Field.SECTORS, ("textile",), ()), follow(FollowKind.SECTOR, "textile")),
        (change(6, Field.INVESTORS, (Investor("A", "TR"),), ()), follow(FollowKind.COUNTRY, "TR")),
    ],
)
def test_who_followed_where_it_was_is_told_that_it_moved(moved: Change, follows: Follow) -> None:
    assert Followed([moved], {ProjectId(1): project()}).of([follows], ALL) == (6,)


@pytest.mark.parametrize(
    ("period", "is_told"),
    [
        (Period(WHEN - timedelta(minutes=1), ChangeId(9)), True),
        (Period(WHEN, ChangeId(9)), False),
        (Period(WHEN, ChangeId(4)), True),
        (Period(WHEN, None), False),
        (Period(WHEN - timedelta(minutes=1), None, frozenset({ChangeId(5)})), False),
    ],
)
def test_a_period_begins_after_a_moment_or_a_change(period: Period, is_told: bool) -> None:
    followed = Followed([STAGE], {ProjectId(1): project()})
    found = followed.of([follow(FollowKind.PROJECT, 1)], period)
    assert found == ((5,) if is_told else ())


def test_followed_twice_it_is_told_once() -> None:
    followed = Followed([STAGE], {ProjectId(1): project()})
    both = [follow(FollowKind.PROJECT, 1), follow(FollowKind.SECTOR, "electrical")]
    assert followed.of(both, ALL) == (5,)


@pytest.mark.parametrize("hidden", [{"published": False}, {"deleted": True}])
def test_what_not_everyone_may_see_is_nobodys(hidden: dict[str, bool]) -> None:
    one = follow(FollowKind.PROJECT, 1)
    assert Followed([STAGE], {ProjectId(1): project(**hidden)}).of([one], ALL) == ()
    note = change(6, Field.NOTES, None, "secret")
    assert Followed([note], {ProjectId(1): project()}).of([one], ALL) == ()


def test_changes_of_a_field_are_told_as_one() -> None:
    news = told(
        STAGE,
        change(6, Field.PHYSICAL, None, 10, why=Why("отчёт")),
        change(
            7,
            Field.STAGE,
            Stage.CONSTRUCTION,
            Stage.LAUNCHED,
            why=Why("акт"),
            at=WHEN + timedelta(hours=1),
        ),
    )
    assert news is not None
    assert [(one.field, one.old, one.new) for one in news.changes] == [
        (Field.STAGE, Stage.MEMORANDUM, Stage.LAUNCHED),
        (Field.PHYSICAL, None, 10),
    ]
    assert news.whys == (Why("акт"), Why("отчёт")), "why it is as it is now"
    assert news.at == WHEN + timedelta(hours=1)


def test_what_was_changed_back_is_not_told() -> None:
    back = change(6, Field.STAGE, Stage.CONSTRUCTION, Stage.MEMORANDUM, undoes=ChangeId(5))
    assert told(STAGE, back) is None


@pytest.mark.parametrize("field", sorted(INTERNAL - {Field.PUBLISHED}))
def test_what_is_internal_is_not_told(field: Field) -> None:
    assert told(change(5, field, None, "secret")) is None


def test_of_documents_only_open_ones_are_told() -> None:
    hidden = Document(FileId(1), DocumentKind.PHOTO, "a", None, WHEN)
    opened = replace(hidden, id=FileId(2), is_public=True)
    assert told(change(5, Field.DOCUMENTS, (), (hidden,))) is None
    news = told(change(5, Field.DOCUMENTS, (hidden,), (hidden, opened)))
    assert news is not None
    assert (news.changes[0].old, news.changes[0].new) == ((), (opened,))


@pytest.mark.parametrize("gone", [{"deleted": True}, {"published": False}])
def test_of_what_is_not_there_for_everyone_nothing_is_told(gone: dict[str, bool]) -> None:
    assert told(STAGE, **gone) is None


@pytest.mark.parametrize(
    "begins",
    [change(4, Field.CODE, None, "TUR-001"), change(4, Field.PUBLISHED, False, True)],
)
def test_a_new_project_is_told_as_a_whole(begins: Change) -> None:
    news = told(begins, STAGE, notes="secret", curator=CURATOR)
    assert news is not None
    assert (news.is_new, news.changes, news.whys) == (True, (), (WHY,))
    assert (news.project.notes, news.project.curator) == (None, None)


def test_amounts_that_were_current_are_known() -> None:
    news = told(change(5, Field.AMOUNT, 1, 2), amount=2)
    assert news is not None
    assert [one.id for one in news.claims] == [1, 2]
    assert [one.id for one in news.project.claims] == [2]


def test_the_last_changed_project_comes_first_and_unknown_ones_are_passed_over() -> None:
    projects = {ProjectId(n): replace(project(), id=ProjectId(n)) for n in (1, 2)}
    found: tuple[ProjectNews, ...] = news_of(
        [
            STAGE,
            replace(STAGE, id=ChangeId(8), project_id=ProjectId(2)),
            replace(STAGE, id=ChangeId(9), project_id=ProjectId(3)),
        ],
        projects,
    )
    shown: list[Project] = [one.project for one in found]
    assert [one.id for one in shown] == [2, 1]
