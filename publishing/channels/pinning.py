"""Pinning a channel's digest: a row that follows the digest's once that has its message."""

from datetime import timedelta

from common.clock import Clock
from model.channels import Channel
from model.outbox import Action, NewRow, Priority
from storage.channels import pin_key
from storage.database import Database

FRESH = timedelta(hours=6)
"""Of a digest that arrived longer ago nobody expects that it jumps to the top."""

KIND = "pin"


class PinDigests:
    """Asks for a pin of the last digest of each channel that wants it; once for each digest."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self) -> int:
        """How many pins were enqueued."""
        now = self._clock.now()
        found: list[NewRow] = []
        async with self._database.reading() as db:
            for one in await db.channels.all():
                sent = await db.channels.unpinned(one, now - FRESH) if _pins(one) else None
                if sent is None:
                    continue
                row, message = sent
                found.append(
                    NewRow(
                        subscriber_id=one.subscriber.id,
                        chat_id=one.subscriber.chat_id,
                        body_id=None,
                        unique_key=pin_key(row),
                        kind=KIND,
                        priority=Priority.DIGEST,
                        not_before=now,
                        expires_at=now + FRESH,
                        action=Action.PIN,
                        message_id=message,
                    )
                )
        if not found:
            return 0
        async with self._database.writing() as db:
            return sum(row is not None for row in await db.outbox.enqueue(found, now))


def _pins(one: Channel) -> bool:
    return one.posting.pins_digest and one.standing.may_pin and one.can_be_posted_in
