"""What officials look at when they look at many projects at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from model.news import Money
from model.people import Scope
from model.projects import Filter

EVERY_PROJECT = Filter()


class Dimension(StrEnum):
    """By what projects are counted. The values stand in buttons: they never change."""

    STAGE = "g"
    SECTOR = "s"
    DISTRICT = "d"
    COUNTRY = "c"
    CURATOR = "o"
    ZONE = "z"


FIELDS: Mapping[Dimension, str] = {
    Dimension.STAGE: "stage",
    Dimension.SECTOR: "sector",
    Dimension.DISTRICT: "district",
    Dimension.COUNTRY: "country",
    Dimension.CURATOR: "curator",
    Dimension.ZONE: "zone",
}
"""Of a filter, by which it asks for a value of each."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Only what this official looks after (projects/rights.py)."""

    user_id: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class Selection:
    """Some projects: a filter, and what has or has not become of them. None asks nothing."""

    which: Filter = EVERY_PROJECT
    whose: Whose | None = None
    moved_since: datetime | None = None
    """Something that is public has changed since, besides that they were entered."""
    entered_since: datetime | None = None
    unconfirmed_since: datetime | None = None
    """Still to be done, not suspended, and nobody has said since that it is so."""
    overdue_on: date | None = None
    """By this day something planned should have come and has not."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Some projects in numbers. Sums are per currency: nothing is converted."""

    projects: int = 0
    sums: tuple[Money, ...] = ()
    """In the order of what is most often used for money here: by how many projects have it."""
    jobs_planned: int = 0
    jobs_created: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """One value of a dimension; None are the projects that have none."""

    key: str | None
    tally: Tally
