"""What people are told without having asked: each who can be written to, under one key, once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from delivery.outgoing import Outgoing
from model.outbox import NewRow, Priority
from model.people import Subscriber
from storage.transaction import Transaction


async def reachable(db: Transaction, users: Iterable[int]) -> list[Subscriber]:
    """Those of these people, in their order, who have pressed /start and not blocked the bot."""
    known = [await db.subscribers.get(user) for user in users]
    return [one for one in known if one is not None and one.unreachable_at is None]


async def tell(
    db: Transaction,
    to: Sequence[Subscriber],
    unique: str,
    say: Callable[[Subscriber], Outgoing],
    now: datetime,
) -> int:
    """A row for each of them, in the transaction that has something to tell; how many are told.

    What is said to those who read the same language is the same.
    """
    rows = [
        NewRow(
            subscriber_id=one.id,
            chat_id=one.chat_id,
            body_id=await db.outbox.body(f"{unique}:{one.language}", say(one).to_json(), now),
            unique_key=f"{unique}:{one.id}",
            kind="notice",
            priority=Priority.NOTICE,
            not_before=now,
        )
        for one in to
    ]
    return sum(row is not None for row in await db.outbox.enqueue(rows, now))
