"""Hints: one a minute to a chat that says what the bot does not understand."""

from datetime import timedelta

from accounts.actor import Actor
from common.clock import Clock
from storage.database import Database

EVERY = timedelta(minutes=1)


class TakeHint:
    """Whether this chat may have a hint now. One that we keep nothing about always may:

    to remember that it had one would be to keep something about it.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, actor: Actor) -> bool:
        if actor.subscriber is None:
            return True
        async with self._database.writing() as db:
            return await db.subscribers.take_hint(actor.chat_id, self._clock.now(), EVERY)
