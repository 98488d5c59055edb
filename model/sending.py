"""An announcement before it is sent, with all that its sending depends on."""

from dataclasses import dataclass
from datetime import datetime

from model.announcements import Announcement
from model.audiences import Counted
from model.channels import Channel
from model.ids import SubscriberId


@dataclass(frozen=True, slots=True)
class Prepared:
    """As somebody sees it who may write."""

    announcement: Announcement
    counted: Counted
    channels: tuple[Channel, ...]
    """All of the settings."""
    asleep: int
    """Of those counted, for whom it will be night when it begins: they get it in the morning."""
    seconds: int
    """That the sending takes, if nothing else is sent."""
    per_second: int
    may_send: bool
    needs_second: bool
    """Of another person, for the rule is on."""
    may_agree: bool
    """Whether whoever looks could be the second person."""
    may_stop: bool
    """Take it from waiting: whoever may send, and who wrote it."""
    now: datetime

    @property
    def posted_in(self) -> tuple[Channel, ...]:
        """The channels that it is to be posted in and that are still there."""
        chosen = self.announcement.channels
        return tuple(one for one in self.channels if one.subscriber.id in chosen)

    @property
    def total(self) -> int:
        """Chats that would get it, channels among them."""
        return self.counted.total + sum(one.can_be_posted_in for one in self.posted_in)

    def time_of(self, channel: SubscriberId) -> datetime | None:
        """Of a channel, where it is not that of the rest."""
        return self.announcement.channels.get(channel)
