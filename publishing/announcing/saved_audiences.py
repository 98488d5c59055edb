"""Audiences under a name, to be used again: all who may write announcements share them."""

from accounts.actor import Actor
from accounts.rights import Acting
from common.clock import Clock
from common.errors import KeruenError
from model.announcements import Announcing
from model.audiences import SavedAudience, audience_json
from model.audit import Act
from model.ids import AnnouncementId, AudienceId
from projects.rights import ProjectRights
from publishing.announcing.audiences import draft_held, names_in, save
from publishing.announcing.errors import UnknownAnnouncementError
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction
from views.saved_audiences import Saved

MOST_SAVED = 40
LONGEST_NAME = 40
"""Signs."""


class SavedAudienceError(KeruenError):
    """An audience that cannot be saved so, or is not there; the key says why."""

    def __init__(self, what: object, key: str, most: int = 0) -> None:
        super().__init__(f"a saved audience, {what!r}: {key}", key, most=most)


class _Saved:
    """What the use cases share."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, projects: ProjectRights
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._projects = projects

    async def _record(
        self, db: Transaction, acting: Acting, action: str, audience: SavedAudience
    ) -> None:
        told = {"name": audience.name, "audience": audience_json(audience.audience)}
        is_new = action == "audience.save"
        await db.audit.record(
            Act(
                at=self._clock.now(),
                actor_id=acting.user_id,
                role=acting.role,
                action=action,
                subject=f"audience:{audience.id}",
                before=None if is_new else told,
                after=told if is_new else None,
            )
        )


class ListAudiences(_Saved):
    async def __call__(self, actor: Actor) -> Saved:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            saved = await db.saved_audiences.all()
            standing = await self._projects.standing(db, actor)
            return Saved(saved, await names_in(db, [one.audience for one in saved], standing))

    async def one(self, actor: Actor, which: AudienceId) -> SavedAudience:
        """SavedAudienceError once it was dropped."""
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            saved = await db.saved_audiences.get(which)
        if saved is None:
            raise SavedAudienceError(which, "error-audience-gone")
        return saved


class SaveAudience(_Saved):
    """The audience of an announcement, under a name that no other has: SavedAudienceError."""

    async def __call__(self, actor: Actor, number: AnnouncementId, typed: str) -> SavedAudience:
        name = " ".join(typed.split())
        if not 0 < len(name) <= LONGEST_NAME:
            raise SavedAudienceError(name, "error-audience-name-long", LONGEST_NAME)
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            announcement = await db.announcements.get(number)
            if announcement is None:
                raise UnknownAnnouncementError(number)
            if await db.saved_audiences.count() >= MOST_SAVED:
                raise SavedAudienceError(name, "error-audience-saved-full", MOST_SAVED)
            audience = announcement.audience
            added = await db.saved_audiences.add(name, audience, acting.user_id, now)
            if added is None:
                raise SavedAudienceError(name, "error-audience-name-taken")
            saved = SavedAudience(added, name, audience, acting.user_id, now)
            await self._record(db, acting, "audience.save", saved)
        return saved


class UseAudience(_Saved):
    """A draft is for a saved audience, in place of any other."""

    async def __call__(self, actor: Actor, number: AnnouncementId, which: AudienceId) -> None:
        """SavedAudienceError once it was dropped. What it asks for may be gone: nobody is found."""
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = await draft_held(db, number)
            saved = await db.saved_audiences.get(which)
            if saved is None:
                raise SavedAudienceError(which, "error-audience-gone")
            await save(db, draft, saved.audience, self._clock)


class DropAudience(_Saved):
    """It is saved no longer; drafts that it was used in keep what they have."""

    async def __call__(self, actor: Actor, which: AudienceId) -> None:
        """Dropped already, nothing happens: a press that comes twice acts once."""
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            saved = await db.saved_audiences.get(which)
            if saved is not None:
                await db.saved_audiences.remove(which)
                await self._record(db, acting, "audience.drop", saved)
