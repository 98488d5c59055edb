"""What should have come by now and has not: pure."""

from dataclasses import dataclass
from datetime import date

from model.expected import ACTIVE, Expected, expected
from model.news import Stage
from model.projects import Milestone, Project

STALLED_DAYS = 30
"""Nobody has said for so long that a project stands as it stands: it has stalled."""
HEAD_DAYS = 14
"""The curator hears of it on the first day and the seventh; what is still so after as many days
more is told to the heads."""
STALLED_HEAD_DAYS = STALLED_DAYS + 7
"""Likewise of a project that stalled."""


@dataclass(frozen=True, slots=True)
class Late:
    """Something planned whose day has passed."""

    what: Expected
    days: int
    """Since its last day."""


def late(project: Project, today: date) -> list[Late]:
    """The longest overdue first; nothing of a project of which nothing is expected any more."""
    found = [Late(one, (today - one.last_day).days) for one in expected(project)]
    return sorted((one for one in found if one.days > 0), key=lambda one: -one.days)


def next_milestone(project: Project) -> Milestone | None:
    """The one that is due first of those that were not met; None where nothing is waited for."""
    if project.stage not in ACTIVE and project.stage is not Stage.LAUNCHED:
        return None
    waiting = [one for one in project.milestones if one.met_on is None]
    return min(waiting, key=lambda one: one.due.last, default=None)


def delay_of(project: Project, today: date) -> int | None:
    """Days by which it is, or was, later than planned; negative: earlier; None: nothing to say.

    As long as it is not finished, only days that have passed count. Of dates that name a month or
    a year it is what is certain: finished within the month that was planned is finished in time.
    """
    planned, actual = project.planned_finish, project.actual_finish
    if planned is None:
        return None
    if actual is None:
        late = (today - planned.last).days
        return late if late > 0 and project.stage in ACTIVE else None
    if actual.first > planned.last:
        return (actual.first - planned.last).days
    return min(0, (actual.last - planned.first).days)
