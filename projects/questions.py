"""Questions that the registry could not answer: kept, told to the admins, closed by a person.

A question is told by whoever asked it, with a press; so those who look after the registry see
which projects people miss in it, and who would know of them.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from accounts.actor import Actor
from accounts.rights import NotAllowedError
from common.clock import Clock
from model.audit import Act
from model.ids import SearchId
from model.people import Role
from model.search import Told
from projects.rights import ProjectRights, Standing
from storage.database import Database
from storage.transaction import Transaction

MOST_A_DAY = 5
"""Questions that one person tells."""
SHOWN = 8
DAY = timedelta(days=1)

TellAdmins = Callable[[Transaction, str, datetime], Awaitable[None]]
"""Tells the admins that these words were asked for in vain, once a day for the same words."""


class Telling(Enum):
    DONE = auto()
    ENOUGH = auto()
    """They have told as many today as one person may."""
    GONE = auto()
    """The question is too old, or another chat's."""


class TellRegistry:
    """A question goes to those who look after the registry; pressed twice, it goes once."""

    def __init__(self, database: Database, clock: Clock, tell: TellAdmins) -> None:
        self._database = database
        self._clock = clock
        self._tell = tell

    async def __call__(self, actor: Actor, search: SearchId) -> Telling:
        now = self._clock.now()
        async with self._database.writing() as db:
            asker = await db.subscribers.get(actor.chat_id, hold=True)
            kept = await db.searches.get(search)
            if asker is None or kept is None or kept.subscriber_id != asker.id:
                return Telling.GONE
            if not actor.is_private:
                return Telling.GONE
            if kept.told_at is not None and kept.told_at > now - DAY:
                return Telling.DONE
            if await db.searches.count_told(now - DAY, asker.id) >= MOST_A_DAY:
                return Telling.ENOUGH
            await db.searches.tell(search, now)
            await self._tell(db, kept.words, now)
        return Telling.DONE


@dataclass(frozen=True, slots=True)
class Questions:
    """The latest open ones, and how many there are in all."""

    told: tuple[Told, ...]
    count: int


class SeeQuestions:
    """For those who look after the whole registry, in their private chat."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor) -> Questions:
        async with self._database.reading() as db:
            await _keeper(db, self._rights, actor)
            return Questions(tuple(await db.searches.told(SHOWN)), await db.searches.count_told())

    async def count(self, actor: Actor) -> int:
        """How many are open; 0 for whom they are not for."""
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            return await db.searches.count_told() if _keeps(standing) else 0


class CloseQuestion:
    """Somebody has seen to it: the same words are no open question any more, whoever asked."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, search: SearchId) -> None:
        now = self._clock.now()
        async with self._database.writing() as db:
            standing = await _keeper(db, self._rights, actor)
            kept = await db.searches.get(search)
            if kept is None or not await db.searches.answer(search):
                return  # closed before
            await db.audit.record(
                Act(
                    now,
                    standing.user_id or 0,
                    standing.role,
                    "question.close",
                    f"search:{search}",
                    {"words": kept.words},
                    None,
                )
            )


async def _keeper(db: Transaction, rights: ProjectRights, actor: Actor) -> Standing:
    standing = await rights.official(db, actor)
    if not _keeps(standing):
        raise NotAllowedError(actor, Role.ADMIN.value)
    return standing


def _keeps(standing: Standing) -> bool:
    return standing.is_private and standing.sees_everything
