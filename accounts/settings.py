"""Changing what a chat has chosen."""

from dataclasses import dataclass, replace
from datetime import time
from functools import cache
from typing import Literal
from zoneinfo import available_timezones

from accounts.actor import Actor
from accounts.digests import NextSlot, with_next_digest
from accounts.errors import UnknownChatError, WrongChoiceError
from accounts.rights import GroupAdmins, has_own_chat, require_own_chat
from common.clock import Clock
from model.people import EVERY_DAY, Grouping, Language, Schedule, Subscriber
from storage.database import Database

NEWS_LANGUAGES = frozenset(language.value for language in Language)


@dataclass(frozen=True, slots=True)
class Change:
    """The choices to be made; None leaves one as it is."""

    language: Language | None = None
    news_languages: frozenset[str] | None = None
    """Empty means all."""
    at: time | None = None
    days: frozenset[int] | None = None
    timezone: str | None = None
    tells_nothing_new: bool | None = None
    grouped_by: Grouping | Literal["none"] | None = None
    thread_id: int | None = None

    def __post_init__(self) -> None:
        if self.news_languages is not None and not self.news_languages <= NEWS_LANGUAGES:
            raise WrongChoiceError(f"news in {sorted(self.news_languages)}")
        if self.days is not None and not (self.days and self.days <= EVERY_DAY):
            raise WrongChoiceError(f"days {sorted(self.days)}")
        if self.timezone is not None and self.timezone not in _zones():
            raise WrongChoiceError(f"time zone {self.timezone!r}")

    def applied(self, before: Subscriber) -> Subscriber:
        """The subscriber with these choices; choosing all languages is choosing none."""
        schedule = Schedule(
            before.schedule.at if self.at is None else self.at,
            before.schedule.days if self.days is None else self.days,
            self.timezone or before.schedule.timezone,
        )
        choices = before.choices
        if self.news_languages is not None:
            chosen = self.news_languages if self.news_languages != NEWS_LANGUAGES else frozenset()
            choices = replace(choices, news_languages=chosen)
        if self.grouped_by is not None:
            by = None if self.grouped_by == "none" else self.grouped_by
            choices = replace(choices, grouped_by=by)
        tells = before.tells_nothing_new
        return replace(
            before,
            language=self.language or before.language,
            schedule=schedule,
            choices=choices,
            tells_nothing_new=tells if self.tells_nothing_new is None else self.tells_nothing_new,
            thread_id=before.thread_id if self.thread_id is None else self.thread_id,
        )


@cache
def _zones() -> frozenset[str]:
    return frozenset(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


class ChangeSettings:
    """Makes the choices; the time of the next digest follows at once."""

    def __init__(
        self, database: Database, clock: Clock, next_slot: NextSlot, group_admins: GroupAdmins
    ) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot
        self._group_admins = group_admins

    async def __call__(
        self, actor: Actor, change: Change, awaiting: str | None = None
    ) -> Subscriber:
        """`awaiting` is what may be typed next; nothing, where a button was pressed."""
        await require_own_chat(actor, self._group_admins)
        async with self._database.writing() as db:
            before = await db.subscribers.get(actor.chat_id, hold=True)
            if before is None:
                raise UnknownChatError(actor.chat_id)
            after = replace(change.applied(before), awaiting=awaiting)
            if after.schedule != before.schedule:
                # Otherwise it stays: a digest that is due this minute must not be jumped over.
                after = with_next_digest(after, self._clock.now(), self._next_slot)
            if after != before:
                await db.subscribers.save(after)
        return after


class ExpectAnswer:
    """Remembers the question whose answer will be typed, through restarts; None: no question."""

    def __init__(self, database: Database, group_admins: GroupAdmins) -> None:
        self._database = database
        self._group_admins = group_admins

    async def __call__(self, actor: Actor, question: str | None) -> None:
        if actor.subscriber is None:
            raise UnknownChatError(actor.chat_id)
        if actor.subscriber.awaiting == question:
            return
        if question is not None:
            await require_own_chat(actor, self._group_admins)
        elif not await has_own_chat(actor, self._group_admins):
            return  # whoever only looks takes no question away from the group's admin
        async with self._database.writing() as db:
            await db.subscribers.set_awaiting(actor.chat_id, question)
