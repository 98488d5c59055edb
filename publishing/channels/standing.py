"""Whether the bot may post in a channel: what Telegram tells of it, and what the admins are told.

told by an update, asked at the start, or found by a row that was refused | out of reach, or back |
the admins are told, once
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from accounts.digests import with_next_digest
from common.clock import Clock
from model.channels import Channel, Standing
from model.ids import ChatId, SubscriberId
from publishing.notices import NotifyAdmins
from publishing.slots import next_slot
from storage.database import Database
from storage.transaction import Transaction
from views.channels import back_notice, lost_notice

MAY_NOT_POST = "may not post"
"""The reason of a channel where the bot is an admin without the right to post."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the bot may do in a channel."""

    trouble: str | None = None
    """Why it cannot post; None: it may."""
    may_pin: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What a channel is called, and where it is discussed: see `Standing`."""

    username: str | None = None
    discussion: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What Telegram said of a channel. `place` is None where it said nothing of it."""

    rights: Rights
    place: Place | None = None


Look = Callable[[ChatId], Awaitable[Looked | None]]
"""Asks Telegram; None: it could not be asked."""


class HeedRights:
    """Keeps what is told of a channel of the settings, and tells the admins what has changed."""

    def __init__(self, database: Database, clock: Clock, notify: NotifyAdmins) -> None:
        self._database = database
        self._clock = clock
        self._notify = notify

    async def __call__(self, chat: int | str, looked: Looked) -> bool:
        """`chat`: its id, or its public name. Whether it is a channel of the settings."""
        now = self._clock.now()
        async with self._database.writing() as db:
            channel = await _of(db, chat)
            if channel is None:
                return False
            chat_id = channel.subscriber.chat_id
            if (trouble := looked.rights.trouble) is not None:
                await db.subscribers.mark_unreachable(chat_id, trouble, now)
            elif channel.subscriber.unreachable_at is not None:
                back = replace(channel.subscriber, unreachable_at=None, unreachable_reason=None)
                await db.subscribers.save(with_next_digest(back, now, next_slot))
            await db.channels.save(replace(channel, standing=_standing(channel, looked)))
            await self.tell(db, channel.subscriber.id, now)
            if trouble is not None:
                await db.outbox.cancel_for_chat(chat_id, trouble, now)
        return True

    async def found(self) -> int:
        """Tell of channels that a row was refused in, or that are back; how many are lost."""
        now = self._clock.now()
        async with self._database.reading() as db:
            channels = await db.channels.all()
        for one in channels:
            if is_untold(one):
                async with self._database.writing() as db:
                    await self.tell(db, one.subscriber.id, now)
        return sum(not one.can_be_posted_in for one in channels)

    async def tell(self, db: Transaction, number: SubscriberId, now: datetime) -> None:
        """In the transaction that remembers that it was told."""
        channel = await db.channels.get(number, hold=True)
        if channel is None or not is_untold(channel):
            return
        if channel.can_be_posted_in:
            say, lost_at = partial(back_notice, channel), None
        else:
            say, lost_at = partial(lost_notice, channel), now
        await db.channels.save(replace(channel, lost_at=lost_at))
        turn = "back" if lost_at is None else "lost"
        await self._notify.saying(db, f"channel-{turn}:{number}:{now.isoformat()}", say)


async def _of(db: Transaction, chat: int | str) -> Channel | None:
    known = await db.channels.named(chat) if isinstance(chat, str) else chat
    number = None if known is None else await db.channels.of_chat(known)
    return None if number is None else await db.channels.get(number, hold=True)


def is_untold(channel: Channel) -> bool:
    """Whether the admins believe otherwise than it is."""
    return channel.can_be_posted_in == (channel.lost_at is not None)


def _standing(channel: Channel, looked: Looked) -> Standing:
    standing = replace(channel.standing, may_pin=looked.rights.may_pin)
    if (place := looked.place) is not None:
        standing = replace(standing, username=place.username, discussion=place.discussion)
    return standing
