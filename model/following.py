"""What is told of followed projects."""

from dataclasses import dataclass
from datetime import datetime

from model.ids import ChangeId, RowId, SubscriberId
from model.projects import Change, Claim, Project, Why


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change told to a chat at once, or held until its quiet hours end."""

    subscriber_id: SubscriberId
    change_id: ChangeId
    at: datetime
    """When it is told."""
    row_id: RowId | None = None
    """None: held, there is no row yet."""
    counts: bool = True
    """Not where its row failed or was cancelled: it brought nothing."""


@dataclass(frozen=True, slots=True)
class ProjectNews:
    """What became of one project since it was last told of: in the public view, as one item."""

    project: Project
    is_new: bool
    """It came into the registry, or was opened to everyone: it is told as a whole."""
    changes: tuple[Change, ...]
    """One for each field that is otherwise than it was, old → new."""
    whys: tuple[Why, ...]
    """What that rests on, the newest first, each once."""
    claims: tuple[Claim, ...]
    """Those that the changes point to."""
    at: datetime
    """When the last of it was recorded."""
