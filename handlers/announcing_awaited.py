"""What an author is expected to send, and what becomes of what comes along with it. Pure.

A message of an album is an update of its own; a text too long for one message is sent as several,
and so are forwarded posts. Telegram tells how many there will be in no case: what belongs together
is known by the album's number, or by coming at once.

`awaiting` holds it all (`announce-say:DRAFT:LANGUAGE:SEEN:MODE:GROUP:FIRST:AT`), so that it is the
same after a restart and on another device.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from model.ids import AnnouncementId
from model.people import Language
from views.callbacks import number

SAY = "announce-say"
LANGUAGES = {one.value: one for one in Language}
AT_ONCE = 3
"""Seconds: a person does not read the screen and write the next message any faster."""


class Mode(StrEnum):
    """The values stand in the database: they never change."""

    WAITS = ""
    """For the answer."""
    REFUSED = "no"
    """What came cannot be carried, which was said; an answer is still awaited."""
    TAKEN = "took"
    """A message, or the first ones of an album."""
    FULL = "full"
    """As many as an album holds."""
    SAID = "over"
    """That more came than was taken."""


class Step(Enum):
    """What a message is to the question."""

    ANSWER = "answer"
    MORE = "more"
    """The album's next."""
    BEYOND = "beyond"
    """It came along with what was taken, and is not: that is to be said."""
    SILENT = "silent"
    """Likewise, and it was said."""
    ELSE = "else"
    """It has nothing to do with it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Of a message what tells what it belongs to."""

    message_id: int
    at: int
    """Unix seconds, by Telegram."""
    group: str = ""
    """The album's number."""
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """The question for a version of a draft, and how far its answer has come."""

    draft: AnnouncementId
    language: Language
    seen: str
    """The version's stamp when it was asked for."""
    mode: Mode = Mode.WAITS
    group: str = ""
    first: int = 0
    """The message that was taken first."""
    at: int = 0

    @classmethod
    def read(cls, words: Sequence[str]) -> "Saying | None":
        """None for what is no such question."""
        if len(words) not in (3, 7):
            return None
        draft, language = number(words[0]), LANGUAGES.get(words[1])
        if draft is None or language is None:
            return None
        found = cls(AnnouncementId(draft), language, words[2])
        if len(words) == 3:
            return found
        mode, group, first, at = words[3:]
        return replace(
            found,
            mode=Mode(mode) if mode in set(Mode) else Mode.SAID,
            group=group,
            first=number(first) or 0,
            at=number(at) or 0,
        )

    @property
    def words(self) -> tuple[object, ...]:
        """As `read` takes them."""
        asked = (self.draft, self.language, self.seen)
        if self.mode is Mode.WAITS:
            return asked
        return (*asked, self.mode, self.group, self.first, self.at)

    def after(self, mode: Mode, sent: Sent) -> "Saying":
        """What is expected once a message was dealt with."""
        first = self.first if mode in (Mode.FULL, Mode.SAID) else sent.message_id
        return replace(self, mode=mode, group=sent.group, first=first, at=sent.at)

    def step(self, sent: Sent) -> Step:
        along = sent.at - self.at <= AT_ONCE
        is_same_album = bool(self.group) and sent.group == self.group
        if self.mode is Mode.WAITS:
            return Step.ANSWER
        if sent.message_id == self.first:
            return Step.SILENT  # an update that came twice
        if self.mode is Mode.REFUSED:
            return Step.SILENT if is_same_album else Step.ANSWER
        if self.mode is Mode.SAID:
            return Step.SILENT if is_same_album or along else Step.ELSE
        if self.mode is Mode.TAKEN and is_same_album:
            return Step.MORE
        is_too_much = self.mode is Mode.FULL and (is_same_album or sent.is_file)
        return Step.BEYOND if is_too_much or along else Step.ELSE
