"""What an edit of an announcement comes to: which messages change, and whether they can. Pure.

Telegram edits a message; it adds none and takes none away, and not every kind becomes another.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

from common.errors import KeruenError
from delivery.contents import MediaKind
from delivery.outgoing import Outgoing
from model.announcements import Announcement
from model.ids import AnnouncementId
from model.outbox import OUT_OF_REACH, RowState
from model.people import Language
from publishing.announcing.bodies import said
from storage.amendments import Had
from views.links import BotLinks

_SEEN = frozenset({MediaKind.PHOTO, MediaKind.VIDEO})
_FILES = frozenset({*_SEEN, MediaKind.ANIMATION, MediaKind.AUDIO, MediaKind.DOCUMENT})
"""Any of these can be put in the place of another."""

Messages = tuple[Outgoing, ...]
"""What an announcement becomes in a chat, message by message."""


class CannotAmendError(KeruenError):
    """It cannot be made to say this where it was sent: the reason is one of the four below."""

    NOTHING = "nothing"
    """It says the same."""
    VERSIONS = "versions"
    """It was sent in other languages."""
    SHAPE = "shape"
    """It was more messages, or fewer."""
    KIND = "kind"
    """A message of this kind cannot become one of that kind."""

    def __init__(self, number: AnnouncementId, reason: str) -> None:
        super().__init__(f"announcement {number}: other {reason}", f"error-amend-{reason}")
        self.reason = reason


class Step(Enum):
    """What is to be done for a recipient who is behind."""

    LATER = auto()
    """It is under way: what it comes to is seen then."""
    INSTEAD = auto()
    """Nothing of it has arrived: should it go (once more), it says what is said now."""
    STOP = auto()
    """Whatever of it waits does not go any more."""
    AMEND = auto()
    """It has arrived, and can be reached."""
    NOTHING = auto()
    """There is nothing that could be done."""


def changes(
    original: Announcement, corrected: Announcement, links: BotLinks
) -> dict[Language, frozenset[int]]:
    """By version, the messages that become otherwise, counted from 0; those that stay left out.

    CannotAmendError where one cannot.
    """
    if original.versions.keys() != corrected.versions.keys():
        raise CannotAmendError(original.id, CannotAmendError.VERSIONS)
    # As they read under one number: a button names its announcement.
    corrected = replace(corrected, id=original.id)
    found: dict[Language, frozenset[int]] = {}
    for language in original.versions:
        old, new = said(original, language, links), said(corrected, language, links)
        were, are = each_message(old), each_message(new)
        if len(were) != len(are):
            raise CannotAmendError(original.id, CannotAmendError.SHAPE)
        others = frozenset(each for each in range(len(are)) if were[each] != are[each])
        if not all(_can_become(were[each], are[each], each < len(old.album)) for each in others):
            raise CannotAmendError(original.id, CannotAmendError.KIND)
        if others:
            found[language] = others
    if not found:
        raise CannotAmendError(original.id, CannotAmendError.NOTHING)
    return found


def step(had: Had, *, is_withdrawal: bool, is_in_time: bool) -> Step:
    """`is_in_time`: it arrived lately enough."""
    if had.state is RowState.SENDING:
        return Step.LATER
    if had.state is RowState.PENDING:
        if is_withdrawal:
            return Step.STOP
        return Step.LATER if had.parts_sent else Step.INSTEAD
    if had.state is not RowState.SENT and not had.message_ids:
        in_doubt = had.state is RowState.UNCERTAIN and not is_withdrawal
        return Step.INSTEAD if in_doubt else Step.NOTHING
    is_reached = (
        had.is_there and is_in_time and any(each != OUT_OF_REACH for each in had.message_ids)
    )
    return Step.AMEND if is_reached else Step.NOTHING


def to_edit(
    had: Had, were: Messages, are: Messages, since: Mapping[int, Outgoing | None]
) -> list[int]:
    """The messages of a recipient that do not say what they should, counted from 0.

    `since`: of those that were edited after they were sent, what they say by now; None where that
    is not sure.
    """
    return [
        each
        for each in range(min(len(had.message_ids), len(were), len(are)))
        if had.message_ids[each] != OUT_OF_REACH
        and are[each].can_be_edited
        and since.get(each, were[each]) != are[each]
    ]


def each_message(outgoing: Outgoing) -> Messages:
    """All that it becomes, with what follows it, each as a body of its own is read back."""
    places = range(sum(part.messages for part in outgoing.parts))
    return tuple(
        Outgoing.from_json(replace(outgoing.message_at(each), thread_id=None).to_json())
        for each in places
    )


def _can_become(was: Outgoing, is_to_be: Outgoing, is_in_album: bool) -> bool:
    if not (was.can_be_edited and is_to_be.can_be_edited):
        return False
    if was.media is None or is_to_be.media is None:
        return was.media is is_to_be.media
    kinds = {was.media.kind, is_to_be.media.kind}
    if MediaKind.VOICE in kinds:  # its words change, its file never
        return was.media == is_to_be.media
    if is_in_album:  # which stays one of photos and videos, or of files of one kind
        return kinds <= _SEEN or len(kinds) == 1
    return kinds <= _FILES
