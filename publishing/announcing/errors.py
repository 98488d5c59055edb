"""What can go wrong with an announcement, in words for the log and a key for the person."""

from common.errors import KeruenError
from model.ids import AnnouncementId


class UnknownAnnouncementError(KeruenError):
    """A draft that was deleted meanwhile, or a forged number."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"no announcement {number}", "error-announcement-gone")


class AnnouncementChangedError(KeruenError):
    """It was changed, sent or stopped since the pressed button was shown."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is otherwise now", "error-announcement-changed")


class NothingSaidError(KeruenError):
    """There is no version in any language yet."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} says nothing", "error-announcement-empty")


class EmptyAudienceError(KeruenError):
    """Nobody would get it."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is for nobody", "error-announcement-nobody")
