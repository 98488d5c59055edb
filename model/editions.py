"""Editions: what one digest holds, shared by every chat it is right for."""

from dataclasses import dataclass
from datetime import datetime

from model.ids import EditionId, StoryId
from model.people import Choices


@dataclass(frozen=True, slots=True)
class Edition:
    """A digest kept: the stories stored in (since, until], in order, that suit the choices.

    `previous_id` is the edition its chats had before; None for the first.
    """

    id: EditionId
    choices: Choices
    previous_id: EditionId | None
    since: datetime
    until: datetime
    story_ids: tuple[StoryId, ...]
