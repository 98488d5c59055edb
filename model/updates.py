"""Updates of projects that officials put together, and files that come with them."""

from dataclasses import dataclass
from datetime import datetime

from model.ids import FileId, ProjectId, ProposalId
from model.projects import Changes


@dataclass(frozen=True, slots=True)
class UpdateDraft:
    """What an official is about to say of a project. Everyone has one at most."""

    user_id: int
    project_id: ProjectId
    version: int
    """Of the project when it was begun."""
    base: Changes
    """What the fields were that are to change."""
    changes: Changes
    at: datetime
    reason: str | None = None
    source: str | None = None
    proposal_id: ProposalId | None = None
    """The proposal that it puts right."""
    done: str | None = None
    """What came of it, once it was confirmed: `act:NUMBER` or `proposal:NUMBER`.

    It stays until the next is begun, so that a press that comes twice is answered alike.
    """

    @property
    def is_open(self) -> bool:
        """Whether there is something in it that would be lost."""
        return self.done is None and bool(self.changes)


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file whose bytes are still to be fetched from Telegram."""

    id: FileId
    file_id: str
    failures: int
