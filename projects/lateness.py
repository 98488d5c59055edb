"""What should have come by now and has not: pure."""

from dataclasses import dataclass
from datetime import date

from model.overview import ACTIVE
from model.partial_dates import PartialDate
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

    milestone: Milestone | None
    """None: the whole project should be finished."""
    due: PartialDate
    days: int
    """Since its last day."""


def late(project: Project, today: date) -> list[Late]:
    """The longest overdue first; nothing of a project of which nothing is expected any more."""
    if project.stage not in ACTIVE or project.deleted:
        return []
    dues: list[tuple[Milestone | None, PartialDate]] = [
        (one, one.due) for one in project.milestones if one.met_on is None
    ]
    if project.planned_finish is not None and project.actual_finish is None:
        dues.append((None, project.planned_finish))
    found = [Late(what, due, (today - due.last).days) for what, due in dues if due.last < today]
    return sorted(found, key=lambda one: -one.days)


def next_milestone(project: Project) -> Milestone | None:
    """The first that is still to be met."""
    to_come = (one for one in project.milestones if one.met_on is None)
    return min(to_come, key=lambda one: one.due.last, default=None)
