"""Nudges and reminders: curators are asked once a week, and told what is due.

whose morning is it | what is there to ask and to tell | what was told already | enqueue
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.outbox import NewRow, Priority
from model.people import Subscriber
from model.projects import Project
from projects.reminding import AHEAD, UNCHECKED, Due, dues_of, is_morning, is_nudged, week_of
from projects.rights import ProjectRights
from publishing.alerting import end_of_quiet
from publishing.telling import reachable
from storage.database import Database
from storage.transaction import Transaction
from views import nudges as views
from views.digest import Look

KIND = "nudge"
MOST_PROJECTS = 100
STALE = timedelta(hours=12)
"""An answer that is not sent by then is asked for another time."""


@dataclass(frozen=True, slots=True)
class _Message:
    """What a curator may be told, under the key by which it is told once."""

    to: Subscriber
    key: str
    say: Callable[[], Outgoing]


class SendNudges:
    """Asks and reminds those curators who have their morning.

    Only those who have pressed /start, can be reached, have not paused and have no quiet hours.
    """

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self) -> int:
        """How many messages were enqueued."""
        now = self._clock.now()
        async with self._database.reading() as db:
            messages = [
                message
                for curator in await self._awake(db, now)
                for message in await _messages(db, curator, now)
            ]
            told = await db.outbox.known([one.key for one in messages])
        new = [one for one in messages if one.key not in told]
        if not new:
            return 0
        async with self._database.writing() as db:
            rows = [await _row(db, one, now) for one in new]
            return sum(row is not None for row in await db.outbox.enqueue(rows, now))

    async def _awake(self, db: Transaction, now: datetime) -> list[Subscriber]:
        """Curators who are officials still, and can be told now."""
        officials = {one.user_id for one in await self._rights.officials(db)}
        curators = [one for one in await db.project_care.curators() if one in officials]
        return [one for one in await reachable(db, curators) if _may_be_told(one, now)]


class LeftToNudge:
    """Projects of a curator that are without a word for a week, the longest first."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor) -> Sequence[Project]:
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            before = self._clock.now() - UNCHECKED
            return await db.project_care.unchecked(standing.user_id or 0, before, MOST_PROJECTS)


def _may_be_told(one: Subscriber, now: datetime) -> bool:
    if one.is_paused(now) or not is_morning(now.astimezone(ZoneInfo(one.schedule.timezone))):
        return False
    return one.alerts is None or end_of_quiet(one.alerts, one.schedule.timezone, now) is None


async def _messages(db: Transaction, to: Subscriber, now: datetime) -> list[_Message]:
    local = now.astimezone(ZoneInfo(to.schedule.timezone))
    look = Look.of(to.language, to.schedule, to.kind, to.thread_id)
    today = local.date()
    found = []
    if is_nudged(local):
        left = await db.project_care.unchecked(to.chat_id, now - UNCHECKED, MOST_PROJECTS)
        if left:
            key = f"nudge:{to.id}:{week_of(local)}"
            found.append(_Message(to, key, lambda: views.nudge(left, now, look)))
    for project in await db.project_care.due(to.chat_id, today + timedelta(days=AHEAD)):
        dues = sorted(dues_of(project, today), key=lambda one: (one.what.last_day, one.step))
        for (day, step), together in groupby(dues, key=lambda one: (one.what.last_day, one.step)):
            key = f"due:{to.id}:{project.id}:{day}:{step}"
            found.append(_due(to, key, project, list(together), local, look))
    return found


def _due(
    to: Subscriber, key: str, project: Project, dues: list[Due], local: datetime, look: Look
) -> _Message:
    return _Message(to, key, lambda: views.due(project, dues, local.date(), look))


async def _row(db: Transaction, one: _Message, now: datetime) -> NewRow:
    return NewRow(
        subscriber_id=one.to.id,
        chat_id=one.to.chat_id,
        body_id=await db.outbox.body(one.key, one.say().to_json(), now),
        unique_key=one.key,
        kind=KIND,
        priority=Priority.NOTICE,
        not_before=now,
        expires_at=now + STALE,
    )
