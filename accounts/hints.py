"""Hints: one an hour to a chat that says what the bot does not understand."""

from datetime import timedelta

from accounts.actor import Actor
from accounts.subscribing import Welcome
from common.clock import Clock
from storage.database import Database

EVERY = timedelta(hours=1)


class TakeHint:
    """Whether this chat may have a hint now."""

    def __init__(self, database: Database, clock: Clock, welcome: Welcome) -> None:
        self._database = database
        self._clock = clock
        self._welcome = welcome

    async def __call__(self, actor: Actor) -> bool:
        await self._welcome(actor)
        async with self._database.writing() as db:
            return await db.subscribers.take_hint(actor.chat_id, self._clock.now(), EVERY)
