"""When an announcement goes: chosen in its draft, changed while it waits, begun when it is due.

due | may whoever let it go still send? | fix whom it is for, of a series a run of its own
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from accounts.actor import Actor
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing, Recurrence
from model.ids import AnnouncementId
from publishing.announcing.drafting import record, words_of
from publishing.announcing.errors import (
    AnnouncementChangedError,
    EmptyAudienceError,
    UnknownAnnouncementError,
)
from publishing.announcing.lapsing import as_draft, return_for_want_of_right, tell_its_people
from publishing.announcing.moments import check, next_run
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.sending import begin, plan_words
from storage.database import Database
from storage.transaction import Transaction
from views import announcing_sending as views

LATE = timedelta(minutes=2)
"""A start so much after its time is told as late."""


@dataclass(frozen=True, slots=True)
class Plan:
    """When it goes: at once (neither), at a moment, or again and again."""

    starts_at: datetime | None = None
    recurrence: Recurrence | None = None


class ChooseMoment:
    """Of a draft, which needs the right to write; of one that waits for its time, to send.

    It stays confirmed: whom it is for and what it says are as they were seen.
    """

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, plan: Plan) -> Announcement:
        """PastMomentError, FarMomentError; AnnouncementChangedError once it has begun."""
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            one = await db.announcements.get(number, hold=True)
            if one is None:
                raise UnknownAnnouncementError(number)
            changed = replace(_planned(one, plan, now), version=one.version + 1, changed_at=now)
            if one.state is AnnouncementState.DRAFT:
                await db.announcements.save(changed)
                return changed
            if one.state is not AnnouncementState.SCHEDULED or changed.starts_at is None:
                raise AnnouncementChangedError(number)
            await self._rights.require(db, actor, Announcing.SEND)
            await db.announcements.save(changed)
            before, after = plan_words(one), plan_words(changed)
            await record(db, self._clock, acting, "announcement.reschedule", changed, before, after)
            return changed


def _planned(one: Announcement, plan: Plan, now: datetime) -> Announcement:
    if plan.recurrence is not None:
        # The same day each month can be no channel's own moment: it goes with the rest.
        channels = dict.fromkeys(one.channels)
        first = next_run(plan.recurrence, now)
        return replace(one, starts_at=first, recurrence=plan.recurrence, channels=channels)
    if plan.starts_at is not None:
        check(one.id, plan.starts_at, now)
    return replace(one, starts_at=plan.starts_at, recurrence=None)


class StartDue:
    """Each second: what is due begins, the earliest first, each in a transaction of its own.

    After downtime it begins once, late, and whoever confirmed it is told so; of a series, all the
    runs that were missed are one.
    """

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self) -> int:
        """How many have begun."""
        now = self._clock.now()
        async with self._database.reading() as db:
            due = await db.announcements.due(now)
        begun = 0
        for number in due:
            begun += await self._start(number, now)
        return begun

    async def _start(self, number: AnnouncementId, now: datetime) -> bool:
        try:
            async with self._database.writing() as db:
                one = await db.announcements.get(number, hold=True)
                if one is None or not is_due(one, now):
                    return False  # another process was faster, or a person
                if (lost := await self._rights.lost(db, one)) is not None:
                    await return_for_want_of_right(db, self._clock, self._rights, one, lost)
                    return False
                await self._begin(db, one, now)
                return True
        except EmptyAudienceError:
            await self._pass_over(number, now)
            return False

    async def _begin(self, db: Transaction, one: Announcement, now: datetime) -> None:
        was_due_at, run = one.starts_at, one
        if one.recurrence is not None:
            await db.announcements.save(self._moved_on(one, one.recurrence, now))
            run = await db.announcements.add(run_of(one, now), words_of(one))
        begun, recipients = await begin(db, run, self._rights.admin_ids, now)
        late = timedelta(0) if was_due_at is None else now - was_due_at
        say = partial(views.began, recipients, late if late > LATE else None)
        # Whoever confirmed it is shown how far it is: see telling.py. Late, there is more to say.
        but = begun.confirmed_by if late <= LATE else None
        await tell_its_people(db, begun, "begun", say, now, but)

    async def _pass_over(self, number: AnnouncementId, now: datetime) -> None:
        """There is nobody to send it to: a series waits for its next run, else it is a draft."""
        async with self._database.writing() as db:
            one = await db.announcements.get(number, hold=True)
            if one is None or not is_due(one, now):
                return
            await tell_its_people(db, one, "nobody", views.for_nobody, now)
            if one.recurrence is not None:
                await db.announcements.save(self._moved_on(one, one.recurrence, now))
            else:
                await db.announcements.save(as_draft(one, now))

    @staticmethod
    def _moved_on(one: Announcement, recurrence: Recurrence, now: datetime) -> Announcement:
        starts_at = next_run(recurrence, now)
        return replace(one, starts_at=starts_at, version=one.version + 1)


def is_due(one: Announcement, now: datetime) -> bool:
    scheduled = one.state is AnnouncementState.SCHEDULED
    return scheduled and one.starts_at is not None and one.starts_at <= now


def run_of(series: Announcement, now: datetime) -> Announcement:
    """One run of a series: an announcement of its own, with its own recipients and report."""
    return replace(
        series,
        id=AnnouncementId(0),
        parent_id=series.id,
        recurrence=None,
        created_at=now,
        changed_at=now,
        watchers=(),
    )
