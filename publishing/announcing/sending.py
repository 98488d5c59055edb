"""An announcement is confirmed: it begins, waits for its time, or for a second person's word.

confirm | a second person agrees, where the rule wants one | fix whom it is for, once and for all
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from accounts.actor import Actor
from accounts.rights import Acting
from accounts.two_person import ANNOUNCEMENTS, TwoPersonRule
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing, Every
from model.channels import Channel
from model.ids import AnnouncementId
from publishing.announcing.audiences import SeeAudience
from publishing.announcing.drafting import record
from publishing.announcing.errors import (
    AnnouncementChangedError,
    EmptyAudienceError,
    NoSecondPersonError,
    NothingSaidError,
    PastMomentError,
    UnknownAnnouncementError,
)
from publishing.announcing.moments import next_run
from publishing.announcing.quiet import decent
from publishing.announcing.rights import AnnouncingRights
from publishing.telling import reachable, tell
from storage.audiences import chosen
from storage.database import Database
from storage.transaction import Transaction
from views import announcing_sending as views


class PrepareSending:
    """What will happen if an announcement is confirmed now, for whoever may write."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, see: SeeAudience
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._see = see

    async def __call__(self, actor: Actor, number: AnnouncementId) -> views.Prepared:
        """NothingSaidError where there is nothing to send yet."""
        now = self._clock.now()
        async with self._database.reading() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            one = await db.announcements.get(number)
            if one is None:
                raise UnknownAnnouncementError(number)
            if not one.versions:
                raise NothingSaidError(number)
            may_send = await self._rights.held(db, acting.user_id) is Announcing.SEND
            return views.Prepared(
                aimed=await self._see.of(db, actor, one),
                channels=tuple(await db.channels.all()),
                asleep=await self._asleep(db, one, now),
                may_send=may_send,
                needs_second=await TwoPersonRule.is_on(db, ANNOUNCEMENTS),
                may_agree=acting.user_id in await self._rights.second_people(db, one),
                may_stop=may_send or acting.user_id == one.author_id,
                now=now,
            )

    async def _asleep(self, db: Transaction, one: Announcement, now: datetime) -> int:
        if not one.heeds_quiet:
            return 0
        begins = max(now, one.starts_at or now)
        which = chosen(db.session, one.audience, self._rights.admin_ids, now)
        zones = await db.recipients.zones(which)
        return sum(n for zone, n in zones.items() if decent(zone, begins) > begins)


class ConfirmAnnouncement:
    """What was seen is what is sent: `seen` is the version whose count stood on the button."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> Announcement:
        """Confirmed already by the same press, it is what it became.

        AnnouncementChangedError where it was changed since, PastMomentError where its time is
        over, NoSecondPersonError where nobody could agree to it.
        """
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            draft = await db.announcements.get(number, hold=True)
            if draft is None:
                raise UnknownAnnouncementError(number)
            if _is_done(draft, acting, seen):
                return draft
            if draft.state is not AnnouncementState.DRAFT or draft.version != seen:
                raise AnnouncementChangedError(number)
            confirmed = replace(
                draft,
                confirmed_by=acting.user_id,
                approved_by=None,
                version=seen + 1,
                changed_at=now,
            )
            await self._check(db, confirmed, now)
            if await TwoPersonRule.is_on(db, ANNOUNCEMENTS):
                return await self._ask_second(db, acting, confirmed, now)
            after, recipients = await go(db, confirmed, self._rights.admin_ids, now)
            await record_going(db, self._clock, acting, after, recipients)
            return after

    async def _check(self, db: Transaction, one: Announcement, now: datetime) -> None:
        if one.is_correction:  # it is carried out, not sent: see correcting.py
            raise AnnouncementChangedError(one.id)
        if not one.versions:
            raise NothingSaidError(one.id)
        if one.starts_at is not None and one.starts_at <= now and one.recurrence is None:
            raise PastMomentError(one.id)
        which = chosen(db.session, one.audience, self._rights.admin_ids, now)
        if not one.channels and not await db.recipients.zones(which):
            raise EmptyAudienceError(one.id)

    async def _ask_second(
        self, db: Transaction, acting: Acting, confirmed: Announcement, now: datetime
    ) -> Announcement:
        seconds = await self._rights.second_people(db, confirmed)
        if not seconds:
            raise NoSecondPersonError(confirmed.id)
        awaiting = replace(confirmed, state=AnnouncementState.AWAITING)
        await db.announcements.save(awaiting)
        await tell(
            db,
            await reachable(db, sorted(seconds)),
            f"announcement:{awaiting.id}:{awaiting.version}:awaiting",
            lambda reader: views.second_asked(awaiting, reader.language),
            now,
        )
        await record(db, self._clock, acting, "announcement.ask", awaiting)
        return awaiting


def _is_done(one: Announcement, acting: Acting, seen: int) -> bool:
    """Whether the same press has come before."""
    is_theirs = one.confirmed_by == acting.user_id and one.version == seen + 1
    return is_theirs and one.state is not AnnouncementState.DRAFT


async def go(
    db: Transaction, confirmed: Announcement, admin_ids: frozenset[int], now: datetime
) -> tuple[Announcement, int]:
    """One that is held and needs nobody's word any more begins, or waits for its time.

    EmptyAudienceError where it would begin and reach nobody; how many it is for, 0 if it waits.
    """
    starts_at = confirmed.starts_at
    if confirmed.recurrence is not None:
        starts_at = next_run(confirmed.recurrence, now)
    if starts_at is None or starts_at <= now:
        return await begin(db, confirmed, admin_ids, now)
    scheduled = replace(confirmed, state=AnnouncementState.SCHEDULED, starts_at=starts_at)
    await db.announcements.save(scheduled)
    return scheduled, 0


async def begin(
    db: Transaction, announcement: Announcement, admin_ids: frozenset[int], now: datetime
) -> tuple[Announcement, int]:
    """Fix the recipients of an announcement that is held; it is being sent from now on."""
    if not announcement.versions:
        raise NothingSaidError(announcement.id)
    which = chosen(db.session, announcement.audience, admin_ids, now)
    mornings = {}
    if announcement.heeds_quiet:
        mornings = {zone: decent(zone, now) for zone in await db.recipients.zones(which)}
    recipients = await db.recipients.fix(announcement, which, mornings, now)
    recipients += await _fix_channels(db, announcement, await db.channels.all(), now)
    if recipients == 0:
        raise EmptyAudienceError(announcement.id)
    begun = replace(
        announcement,
        state=AnnouncementState.SENDING,
        started_at=now,
        resumed_at=now,
        changed_at=now,
    )
    await db.announcements.save(begun)
    return begun, recipients


async def _fix_channels(
    db: Transaction, announcement: Announcement, channels: Sequence[Channel], now: datetime
) -> int:
    """Those of the settings that it is posted in, each at its own time or a decent hour."""
    fixed = 0
    for channel in channels:
        number = channel.subscriber.id
        if number not in announcement.channels:
            continue
        at = announcement.channels[number]
        if at is None and announcement.heeds_quiet:
            at = decent(channel.subscriber.schedule.timezone, now)
        fixed += await db.recipients.fix_channel(announcement, number, max(now, at or now))
    return fixed


async def record_going(
    db: Transaction, clock: Clock, acting: Acting, after: Announcement, recipients: int
) -> None:
    """That somebody's word let it go: now, or at its time."""
    if after.state is AnnouncementState.SENDING:
        said: dict[str, object] = {"recipients": recipients}
        await record(db, clock, acting, "announcement.send", after, after=said)
        return
    await record(db, clock, acting, "announcement.schedule", after, after=plan_words(after))


def plan_words(one: Announcement) -> dict[str, object]:
    """When it goes, as the log keeps it."""
    said: dict[str, object] = {}
    if one.starts_at is not None:
        said["starts_at"] = f"{one.starts_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    if (series := one.recurrence) is not None:
        day = series.day + 1 if series.every is Every.WEEK else series.day
        said |= {"every": series.every.value, "day": str(day), "clock": f"{series.at:%H:%M}"}
        said["timezone"] = series.timezone
    return said
