"""What can go wrong with a project, in words for the log and a key for the person."""

from common.errors import KeruenError


class ProjectError(KeruenError):
    """Something about a project that cannot be done or is not there."""


def no_project(which: object) -> ProjectError:
    """It never was, was deleted, or is none of theirs to see: which of these is not told."""
    return ProjectError(f"no project {which}", "error-no-project")


class WrongValueError(ProjectError):
    """A field cannot become this; nothing was changed."""

    def __init__(self, field: str, log: str, key: str, **values: object) -> None:
        super().__init__(f"{field}: {log}", key, **values)
        self.field = field
