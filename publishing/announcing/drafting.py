"""Drafts of announcements: begun, changed, copied, deleted. Whoever may write sees them all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from accounts.actor import Actor
from accounts.rights import Acting
from common.clock import Clock
from common.text import shorten
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Announcing
from model.audit import Act
from model.ids import AnnouncementId
from publishing.announcing.errors import AnnouncementChangedError, UnknownAnnouncementError
from publishing.announcing.finding import found_by
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction

Change = Callable[[Announcement], Announcement]
"""What becomes of a draft: pure."""

LOGGED = 200
"""UTF-16 units of a version of a deleted draft, in the audit log."""

TWICE = timedelta(seconds=30)
"""How long a second press is the same press."""

CHANGEABLE = frozenset({AnnouncementState.DRAFT})
NOT_SENT = frozenset(
    {AnnouncementState.DRAFT, AnnouncementState.AWAITING, AnnouncementState.SCHEDULED}
)


class ListDrafts:
    """What is written and not sent yet, the newest first."""

    def __init__(self, database: Database, rights: AnnouncingRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor) -> list[Announcement]:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            return await db.announcements.among(NOT_SENT)


class OpenAnnouncement:
    """One announcement, whatever its state, for whoever may write."""

    def __init__(self, database: Database, rights: AnnouncingRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            return _there(number, await db.announcements.get(number))


class BeginDraft:
    """An empty draft of the actor's own: the one they left untouched, if there is one."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor) -> Announcement:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            for one in await db.announcements.among(CHANGEABLE):
                is_own = one.author_id == acting.user_id
                if is_own and one.version == 0 and one.parent_id is None:
                    return one
            return await db.announcements.add(blank(acting.user_id, now))


class ChangeDraft:
    """A change of a draft that is not confirmed yet; every change has the next version."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, change: Change) -> Announcement:
        """AnnouncementChangedError where it is no draft any more."""
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = _there(number, await db.announcements.get(number, hold=True))
            if draft.state not in CHANGEABLE:
                raise AnnouncementChangedError(number)
            return await record_change(db, draft, change(draft), self._clock.now())


class CopyAnnouncement:
    """A new draft that says the same to the same, whatever became of the old one.

    Pressed twice in a row, it is one.
    """

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            old = _there(number, await db.announcements.get(number))
            for one in await db.announcements.among(CHANGEABLE):
                just_now = one.version == 0 and now - one.created_at < TWICE
                if just_now and copied(old, acting.user_id, one.created_at) == replace(
                    one, id=AnnouncementId(0)
                ):
                    return one
            copy = copied(old, acting.user_id, now)
            return await db.announcements.add(copy, words_of(copy))


class DeleteDraft:
    """A draft that was never sent is gone, with a trace in the log."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> None:
        """Deleted already, nothing happens: a press that comes twice acts once.

        AnnouncementChangedError where it is not the version that was asked about.
        """
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            draft = await db.announcements.get(number, hold=True)
            if draft is None:
                return
            if draft.state not in CHANGEABLE or draft.version != seen:
                raise AnnouncementChangedError(number)
            await db.announcements.delete(number)
            said = {one: Outgoing.from_json(kept).text for one, kept in draft.versions.items()}
            before = {one.value: shorten(words, LOGGED) for one, words in said.items() if words}
            await record(db, self._clock, acting, "announcement.delete", draft, before=before)


def blank(author_id: int, now: datetime) -> Announcement:
    """A draft that says nothing yet. Pure."""
    return Announcement(AnnouncementId(0), author_id, AnnouncementState.DRAFT, now, now)


def copied(old: Announcement, author_id: int, now: datetime) -> Announcement:
    """A draft that says the same to the same; what its author says again edits it. Pure."""
    return Announcement(
        AnnouncementId(0),
        author_id,
        AnnouncementState.DRAFT,
        now,
        now,
        versions=old.versions,
        fallback=old.fallback,
        buttons=old.buttons,
        audience=old.audience,
        is_urgent=old.is_urgent,
        heeds_quiet=old.heeds_quiet,
        channels=dict.fromkeys(old.channels),
        pins=old.pins,
        parent_id=old.id,
    )


async def record_change(
    db: Transaction, draft: Announcement, changed: Announcement, now: datetime
) -> Announcement:
    """Saves what became of a draft that is held, as its next version."""
    if changed == draft:
        return draft
    changed = replace(changed, version=draft.version + 1, changed_at=now)
    await db.announcements.save(changed, words_of(changed))
    return changed


def words_of(announcement: Announcement) -> str:
    """What it is found by: the words of all its versions and buttons."""
    texts: list[str] = []
    for version in announcement.versions.values():
        said = Outgoing.from_json(version)
        texts += [said.text, *(item.text for item in said.album)]
        texts += [] if said.place is None or said.place.title is None else [said.place.title]
    texts += [label for button in announcement.buttons for label in button.labels.values()]
    return found_by(texts)


async def record(
    db: Transaction,
    clock: Clock,
    acting: Acting,
    action: str,
    announcement: Announcement,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """The act in the audit log; its subject is the announcement's number."""
    await db.audit.record(
        Act(
            at=clock.now(),
            actor_id=acting.user_id,
            role=acting.role,
            action=action,
            subject=f"announcement:{announcement.id}",
            before=None if before is None else dict(before),
            after=None if after is None else dict(after),
        )
    )


def _there(number: AnnouncementId, found: Announcement | None) -> Announcement:
    if found is None:
        raise UnknownAnnouncementError(number)
    return found
