"""What is still to happen in a project, and by when."""

from dataclasses import dataclass
from datetime import date

from model.news import Stage
from model.partial_dates import PartialDate
from model.projects import Milestone, Project

ACTIVE = frozenset(
    {Stage.PLANNED, Stage.MEMORANDUM, Stage.PREPARATION, Stage.CONSTRUCTION, Stage.COMMISSIONING}
)
"""Stages in which something is still to happen."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Something planned that has not come yet."""

    milestone: Milestone | None
    """None: the whole project is to be finished."""
    due: PartialDate

    @property
    def last_day(self) -> date:
        return self.due.last


def expected(project: Project) -> list[Expected]:
    """Its milestones, then its finish; nothing where nothing is expected any more."""
    if project.stage not in ACTIVE or project.deleted:
        return []
    found = [Expected(one, one.due) for one in project.milestones if one.met_on is None]
    if project.planned_finish is not None and project.actual_finish is None:
        found.append(Expected(None, project.planned_finish))
    return found
