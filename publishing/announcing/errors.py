"""What can go wrong with an announcement, in words for the log and a key for the person."""

from common.errors import KeruenError
from model.ids import AnnouncementId


class UnknownAnnouncementError(KeruenError):
    """A draft that was deleted meanwhile, or a forged number."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"no announcement {number}", "error-announcement-gone")
        self.number = number


class AnnouncementChangedError(KeruenError):
    """It was changed, sent or stopped since the pressed button was shown."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is otherwise now", "error-announcement-changed")
        self.number = number


class NothingSaidError(KeruenError):
    """There is no version in any language yet."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} says nothing", "error-announcement-empty")


class EmptyAudienceError(KeruenError):
    """Nobody would get it."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is for nobody", "error-announcement-nobody")


class CannotCarryError(KeruenError):
    """Something that cannot be announced: a game, an invoice, a closed poll …"""

    def __init__(self, kind: str) -> None:
        key = kind if kind in _TOLD_APART else "kind"
        super().__init__(f"{kind} cannot be announced", f"error-announcement-{key}")


_TOLD_APART = frozenset({"poll-closed", "quiz", "album", "protected"})


class TooLongError(KeruenError):
    """A text or a caption longer than a bot may send; counted in UTF-16 units."""

    def __init__(self, units: int, most: int) -> None:
        super().__init__(
            f"{units} units, {most} may be sent",
            "error-announcement-long",
            over=units - most,
            most=most,
        )


class AlbumFullError(KeruenError):
    """More files than Telegram takes as one album."""

    def __init__(self, most: int) -> None:
        super().__init__(f"an album of {most} takes no more", "error-announcement-full", most=most)


class WrongLinkError(KeruenError):
    """A link that Telegram would refuse under a button, or that leads nowhere."""

    def __init__(self, url: str) -> None:
        super().__init__(f"no link for a button: {url!r}", "error-announcement-link")


class WrongLabelError(KeruenError):
    """A label that no button has room for."""

    def __init__(self, label: str) -> None:
        super().__init__(f"no label for a button: {label!r}", "error-announcement-label")


class TooManyButtonsError(KeruenError):
    """More buttons than an announcement has room for."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} has its buttons", "error-announcement-buttons")


class PollNotSentError(KeruenError):
    """The poll could not be put to its author just now."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"poll of {number} was not sent", "error-announcement-poll")


class NobodyInDoubtError(KeruenError):
    """Of everybody it is known by now whether they got it."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"nobody of announcement {number} is in doubt", "error-nobody-in-doubt")


class NotOverError(KeruenError):
    """It is still being sent: who misses it is not settled."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is not over", "error-not-over")


class WithdrawnError(KeruenError):
    """It was taken back: nobody is to get it any more."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is withdrawn", "error-already-withdrawn")


class PastMomentError(KeruenError):
    """Its time is over: nothing is sent into the past."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} for a past moment", "error-announcement-past")


class FarMomentError(KeruenError):
    """Its time is so far off that it is a slip in the year."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} for a far moment", "error-announcement-far")


class NoSecondPersonError(KeruenError):
    """A second person has to agree, and there is none who may."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(
            f"nobody else may send announcement {number}", "error-announcement-no-second"
        )


class OwnAnnouncementError(KeruenError):
    """Whoever wrote or confirmed it is no second person."""

    def __init__(self, number: AnnouncementId) -> None:
        super().__init__(f"announcement {number} is their own", "error-announcement-own")
