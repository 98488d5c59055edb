"""Choosing what is told at once, when not, and how often."""

from collections.abc import Callable
from dataclasses import replace

from accounts.actor import Actor
from accounts.errors import UnknownChatError, WrongChoiceError
from accounts.rights import GroupAdmins, require_own_chat
from common.clock import Clock
from model.people import Alerts, Subscriber
from storage.database import Database

AlertChange = Callable[[Alerts], Alerts]
"""One choice made differently; made twice, it is the same. ValueError for what cannot be chosen."""

UNWANTED = "alerts were turned off"


class ChangeAlerts:
    """Makes the choice. It counts from the next story on; turned off, nothing waits any more."""

    def __init__(self, database: Database, clock: Clock, group_admins: GroupAdmins) -> None:
        self._database = database
        self._clock = clock
        self._group_admins = group_admins

    async def __call__(self, actor: Actor, change: AlertChange) -> Subscriber:
        await require_own_chat(actor, self._group_admins)
        async with self._database.writing() as db:
            before = await db.subscribers.get(actor.chat_id, hold=True)
            if before is None:
                raise UnknownChatError(actor.chat_id)
            try:
                alerts = change(before.alerts or Alerts())
            except ValueError as error:
                raise WrongChoiceError(str(error)) from error
            after = replace(before, alerts=alerts)
            if after != before:
                await db.subscribers.save(after)
            if not alerts.is_on:
                await db.alerts.cancel_unsent(actor.chat_id, UNWANTED, self._clock.now())
        return after
