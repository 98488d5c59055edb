"""Alerts: stories told to a chat at once, ahead of its digest."""

from dataclasses import dataclass
from datetime import datetime

from model.editions import Reader
from model.ids import RowId, StoryId, SubscriberId
from model.people import Alerts, Choices


@dataclass(frozen=True, slots=True)
class Wish:
    """What a chat wants to be told of at once; equal wishes are one object, many chats have one."""

    alerts: Alerts
    choices: Choices


@dataclass(frozen=True, slots=True)
class AlertReader:
    """A chat as an alert is made for it."""

    reader: Reader
    alerts: Alerts


@dataclass(frozen=True, slots=True)
class Alert:
    """A story told to a chat, or held until its quiet hours end."""

    subscriber_id: SubscriberId
    story_id: StoryId
    at: datetime
    """When it is told."""
    row_id: RowId | None = None
    """None: held, there is no row yet."""
    counts: bool = True
    """Not where its row failed or was cancelled: it brought nothing."""
