"""When a curator is asked and reminded: pure.

A nudge comes once a week, a reminder when a due day comes near, comes, and has passed. Both come in
the morning where the curator lives, at no other time of day.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from model.expected import Expected, expected
from model.projects import Project

UNCHECKED = timedelta(days=7)
"""Without a word for so long, a project is asked about."""
MORNING = range(9, 12)
"""Hours of the curator's clock. One that was missed is made up for the next working day."""
AHEAD = 7
LATEST = 14
"""Days after which nobody is reminded any more: by then it is on the list of what is overdue."""


@dataclass(frozen=True, slots=True)
class Due:
    """How near it is."""

    what: Expected
    step: int
    """Days from the due day at which this is told: 7, 1, 0, -1 or -7."""


def is_morning(local: datetime) -> bool:
    return local.hour in MORNING


def is_nudged(local: datetime) -> bool:
    """On the first morning of a working week that is not missed."""
    return is_morning(local) and local.weekday() < 5


def week_of(local: datetime) -> str:
    year, week, _ = local.isocalendar()
    return f"{year}-{week:02}"


def dues_of(project: Project, today: date) -> list[Due]:
    """What is to be told of a project today, or was to be and perhaps was not."""
    return [
        Due(one, step)
        for one in expected(project)
        if (step := step_of((one.last_day - today).days)) is not None
    ]


def step_of(left: int) -> int | None:
    """The step that has come with so many days left; None: too early, or long past."""
    if left > AHEAD or left < -LATEST:
        return None
    if left > 1:
        return 7
    if left >= 0:
        return left
    return -1 if left > -7 else -7
