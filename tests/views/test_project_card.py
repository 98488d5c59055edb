"""Cards and pages of projects: whatever they hold, they can be sent and read."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from delivery.outgoing import Outgoing
from model.ids import ChangeId, FileId, ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Language, Role
from model.projects import (
    Blocker,
    Change,
    Claim,
    Document,
    DocumentKind,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Project,
    Suspension,
    Why,
)
from projects.lateness import delay_of, next_milestone
from projects.seeing import HistoryPage, ProjectCard
from tests.projects.makers import WHEN, project
from tests.tdlib import parse_html
from views import project_pages as pages
from views.digest import Look
from views.links import BotLinks
from views.project_card import project_card

LONG = "<b>&«длинное слово» " * 300
DAY = PartialDate(2026, 9, 23)
LINKS = BotLinks("keruen_bot")
_numbers = count(1)


def look(language: Language) -> Look:
    return Look(language, "Asia/Almaty")


def everything_long() -> Project:
    """Everything said, and at length."""
    claims = tuple(
        Claim(number, LONG, Money(3_000_000_000, "KZT"), DAY, LONG) for number in range(1, 40)
    )
    return project(
        names=dict.fromkeys(Language, LONG) | {"tr": LONG[:-9]},
        investors=(Investor(LONG, "CN"),) * 20,
        sectors=("textile", "agro", "it", "water", "food"),
        zone="turan",
        place=LONG,
        point=Point(43.3, 68.27),
        claims=claims,
        amount=3,
        jobs_planned=9_999_999,
        jobs_created=0,
        capacity=LONG,
        memorandum=Memorandum(LONG, DAY),
        curator=1,
        suspension=Suspension(LONG, DAY),
        lapsed=True,
        planned_start=DAY,
        planned_finish=DAY,
        actual_start=DAY,
        milestones=tuple(Milestone(number, LONG, DAY) for number in range(1, 60)),
        physical=100,
        financial=100,
        blockers=tuple(Blocker(number, LONG, DAY) for number in range(1, 60)),
        documents=tuple(
            Document(FileId(number), DocumentKind.PHOTO, LONG, None, WHEN)
            for number in range(1, 60)
        ),
        notes=LONG,
        published=False,
    )


def changes(of: Project, **more: Any) -> tuple[Change, ...]:
    """One of every field."""
    return tuple(
        Change(
            ChangeId(next(_numbers)),
            ProjectId(1),
            WHEN + timedelta(days=1),
            field,
            getattr(of, field.value),
            getattr(of, field.value),
            Why(LONG, f"https://{'x' * 60}.example.kz/" + "y" * 900),
            1,
            Role.OFFICIAL,
            **more,
        )
        for field in Field
    )


def check(outgoing: Outgoing) -> str:
    text = parse_html(outgoing.text).text
    assert 0 < len(text) <= 4096
    assert len(outgoing.text.encode()) <= 30_000
    assert all(button.label.strip() for row in outgoing.buttons for button in row)
    assert sum(len(row) for row in outgoing.buttons) <= 100
    return text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("act", [None, 7])
def test_whatever_they_hold_they_can_be_sent(language: Language, act: int | None) -> None:
    whole = everything_long()
    last, *others = changes(whole, act=act, confirmed_by=2)
    card = ProjectCard(whole, True, last, LONG[:60], LONG[:60], LONG[:60], True, tuple(others))
    where, long_way = look(language), ("projects", "list", "stextile.d612.gco.cCN.zturan", "12")
    check(project_card(card, WHEN, where, LINKS, long_way))
    for start in range(0, len(others), 6):
        page = HistoryPage(whole, True, tuple(others[start : start + 6]), 3, True, {1: LONG[:60]})
        check(pages.history(page, WHEN, where, long_way))
    check(pages.amounts(whole, where, long_way))
    check(pages.milestones(whole, WHEN, where, long_way))
    check(pages.documents(whole, 1, WHEN, where, long_way))


@pytest.mark.parametrize("language", list(Language))
def test_of_a_project_of_which_nothing_is_known_nothing_is_said(language: Language) -> None:
    bare = Project(
        ProjectId(1), "TUR-001", {"ru": "Завод"}, created_at=WHEN, changed_at=WHEN, checked_at=WHEN
    )
    text = check(project_card(ProjectCard(bare, False, None), WHEN, look(language), LINKS))
    assert len(text.splitlines()) == 6, text
    check(pages.history(HistoryPage(bare, False, (), 0, False, {}), WHEN, look(language)))
    for empty in (
        pages.amounts(bare, look(language)),
        pages.milestones(bare, WHEN, look(language)),
    ):
        check(empty)
    check(pages.documents(bare, 0, WHEN, look(language)))


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("planned", "actual", "stage", "days"),
    [
        (None, None, Stage.CONSTRUCTION, None),
        ("2026-11-20", None, Stage.CONSTRUCTION, 3),
        ("2026-11-23", None, Stage.CONSTRUCTION, None),
        ("2026-11", None, Stage.CONSTRUCTION, None),
        ("2025", None, Stage.CONSTRUCTION, 327),
        ("2025", None, Stage.LAUNCHED, None),
        ("2025", None, Stage.STOPPED, None),
        ("2026-06", "2026-06-10", Stage.LAUNCHED, 0),
        ("2026-06-30", "2026-06", Stage.LAUNCHED, 0),
        ("2026-06-30", "2026-06-25", Stage.LAUNCHED, -5),
        ("2026-06", "2026-05-20", Stage.LAUNCHED, -12),
        ("2026-06", "2026-07-10", Stage.LAUNCHED, 10),
        ("2026", "2027", Stage.LAUNCHED, 1),
    ],
)
def test_the_delay_is_what_is_certain(
    planned: str | None, actual: str | None, stage: Stage, days: int | None
) -> None:
    dates = {
        "planned_finish": None if planned is None else PartialDate.parse(planned),
        "actual_finish": None if actual is None else PartialDate.parse(actual),
    }
    assert delay_of(project(stage=stage, **dates), TODAY) == days


def test_the_next_milestone_is_the_one_due_first() -> None:
    met = Milestone(1, "Проект", PartialDate(2026, 1), DAY)
    base, roof = Milestone(2, "Фундамент", PartialDate(2027)), Milestone(3, "Кровля", DAY)
    waiting = project(milestones=(met, base, roof))
    assert next_milestone(waiting) == roof
    assert next_milestone(replace(waiting, stage=Stage.STOPPED)) is None
    assert next_milestone(project(milestones=(met,))) is None
