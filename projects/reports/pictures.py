"""What a picture shows, in words and numbers: views say it, drawing.py draws it."""

from dataclasses import dataclass
from datetime import date

Period = tuple[date, date]
"""From the first day to the last."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart."""

    label: str
    length: float
    """Compared with the longest of its group."""
    said: str
    """The number in words, beside the label."""
    note: str = ""
    """Small, beneath the bar."""
    is_quiet: bool = False
    """Out of the run of things: drawn in grey."""


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars of one measure: a currency has its own, as nothing is converted."""

    bars: tuple[Bar, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    title: str
    subtitle: str
    groups: tuple[BarGroup, ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A project on a timeline: when it was to be built, and when it was or is."""

    label: str
    planned: Period | None
    actual: Period | None
    said: str
    """How it keeps to its plan, in words."""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    title: str
    subtitle: str
    planned: str
    """What the lighter bars are called."""
    actual: str
    late: str
    today: date
    today_said: str
    runs: tuple[Run, ...]
    foot: str = ""


Picture = BarChart | Timeline
