"""An announcement that does not go after all: it is a draft again, and people are told why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from accounts.rights import Acting
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState
from model.people import Language, Role
from publishing.announcing.drafting import record
from publishing.announcing.rights import AnnouncingRights
from publishing.telling import reachable, tell
from storage.transaction import Transaction
from views import announcing_sending as views

BY_ITSELF = Acting(0, Role.ADMIN)
"""In the audit log: no person did it."""

Say = Callable[[Announcement, Language], Outgoing]


def as_draft(one: Announcement, now: datetime) -> Announcement:
    """With all that was chosen, and nobody's word for it any more."""
    return replace(
        one,
        state=AnnouncementState.DRAFT,
        confirmed_by=None,
        approved_by=None,
        version=one.version + 1,
        changed_at=now,
    )


async def return_for_want_of_right(
    db: Transaction, clock: Clock, rights: AnnouncingRights, one: Announcement, lost: int
) -> Announcement:
    """Whoever let it go may send no more: all who may are told, and nothing is sent."""
    draft = as_draft(one, clock.now())
    await db.announcements.save(draft)
    await record(db, clock, BY_ITSELF, "announcement.lapse", draft, after={"user": str(lost)})
    names = await db.roles.names([lost])
    await tell(
        db,
        await reachable(db, sorted(await rights.senders(db))),
        f"announcement:{draft.id}:{draft.version}:lapsed",
        lambda reader: views.lapsed(draft, lost, names.get(lost), reader.language),
        clock.now(),
    )
    return draft


async def tell_its_people(
    db: Transaction, one: Announcement, what: str, say: Say, now: datetime, but: int | None = None
) -> None:
    """Whoever wrote it and whoever confirmed it; not the one who does it."""
    people = {one.author_id, one.confirmed_by} - {None, but}
    await tell(
        db,
        await reachable(db, sorted(each for each in people if each is not None)),
        f"announcement:{one.id}:{one.version}:{what}",
        lambda reader: say(one, reader.language),
        now,
    )
