"""An announcement that goes wrong stops itself, before everybody is served what nobody gets.

look at what came back last | decide | pause, take back, tell the admins: in one transaction

Some people have blocked the bot: that is normal, so a share of failures needs a base. A message
that Telegram itself refuses again and again is wrong for everyone who reads that version. When
Telegram does not answer, nothing fails: rows wait, and the sending goes on when it is back.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from common.clock import Clock
from model.announcements import Announcement, AnnouncementState
from model.failures import Failure, failure_of
from model.ids import AnnouncementId
from model.outbox import RowState
from model.people import Language
from publishing.announcing.drafting import record
from publishing.announcing.lapsing import BY_ITSELF
from publishing.announcing.stopping import pause
from publishing.notices import NotifyAdmins
from storage.announcement_progress import Ended
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_watching import stopped_itself

REFUSED_IN_A_ROW = 10
"""Of one version: Telegram does not take it, and will not take it from the others either."""
FAILED_IN_A_ROW = 40
"""Whatever the reasons: nobody gets it."""
LAST = 200
"""Messages that a share is taken of."""
BASE = 100
"""Fewer say nothing about a share."""
MOST_FAILED = 0.5
WINDOW = 500
"""Messages of all announcements that are looked at."""

WHY_REFUSED = "watch-why-refused"
WHY_NOBODY = "watch-why-nobody"
WHY_MANY = "watch-why-many"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why an announcement is to be paused."""

    reason: str
    """The key of a sentence."""
    detail: str
    """What Telegram said."""
    version: Language | None = None
    """The one it says it of, where it is one."""


def verdict(ended: Sequence[Ended]) -> Verdict | None:
    """Whether it should stop, by what became of its messages, the newest first. Pure.

    Uncertain ones count neither way: that is trouble on the way, not with the message.
    """
    known = [one for one in ended if one.state is not RowState.UNCERTAIN]
    for language in dict.fromkeys(one.language for one in known):
        refused = _refused([one for one in known if one.language is language])
        if len(refused) >= REFUSED_IN_A_ROW:
            return Verdict(WHY_REFUSED, _words(refused), language)
    in_a_row = list(takewhile(_has_failed, known))
    if len(in_a_row) >= FAILED_IN_A_ROW:
        return Verdict(WHY_NOBODY, _words(in_a_row))
    last = known[:LAST]
    failed = [one for one in last if _has_failed(one)]
    if len(last) >= BASE and len(failed) > MOST_FAILED * len(last):
        return Verdict(WHY_MANY, _words(failed))
    return None


def _refused(of_version: Sequence[Ended]) -> list[Ended]:
    """The newest that Telegram refused, up to one that arrived.

    That a chat cannot be reached says nothing about what was sent to it.
    """
    about_it = [one for one in of_version if _kind(one) is None or _kind(one) is Failure.REFUSED]
    return list(takewhile(_has_failed, about_it))


def _kind(one: Ended) -> Failure | None:
    return failure_of(one.error or "") if _has_failed(one) else None


def _has_failed(one: Ended) -> bool:
    return one.state is RowState.FAILED


def _words(failed: Sequence[Ended]) -> str:
    """What was said most often."""
    return Counter(one.error or "" for one in failed).most_common(1)[0][0]


class GuardAnnouncements:
    """Each second: whatever goes wrong is paused, and the admins are told why, once."""

    def __init__(self, database: Database, clock: Clock, notify: NotifyAdmins) -> None:
        self._database = database
        self._clock = clock
        self._notify = notify

    async def __call__(self) -> int:
        """How many were paused."""
        async with self._database.reading() as db:
            sending = await db.announcements.among({AnnouncementState.SENDING})
            wrong = await _wrong(db, sending)
        return sum([await self._pause(number) for number in wrong])

    async def _pause(self, number: AnnouncementId) -> bool:
        async with self._database.writing() as db:
            sending = await db.announcements.get(number, hold=True)
            if sending is None or sending.state is not AnnouncementState.SENDING:
                return False
            why = (await _wrong(db, [sending])).get(number)
            if why is None:
                return False
            paused = await pause(db, sending, self._clock.now(), _reason(sending, why), why.detail)
            after = {"said": why.detail}
            await record(db, self._clock, BY_ITSELF, "announcement.pause", paused, after=after)
            await self._notify.saying(
                db,
                f"announcement:{number}:{paused.version}",
                lambda language: stopped_itself(paused, language),
                also=[who for who in (paused.confirmed_by, paused.approved_by) if who is not None],
            )
            return True


async def _wrong(db: Transaction, sending: Sequence[Announcement]) -> dict[AnnouncementId, Verdict]:
    """Those that should stop: errors count since each was begun or resumed."""
    since = {one.id: one.resumed_at for one in sending if one.resumed_at is not None}
    if not since:
        return {}
    ended = await db.progress.ended(min(since.values()), WINDOW)
    verdicts = {
        number: verdict([one for one in ended if one.announcement_id == number and one.at > at])
        for number, at in since.items()
    }
    return {number: why for number, why in verdicts.items() if why is not None}


def _reason(announcement: Announcement, why: Verdict) -> str:
    """Which version it is about is said where there are several."""
    if why.version is None or len(announcement.versions) == 1:
        return why.reason
    return f"{why.reason}:{why.version}"
