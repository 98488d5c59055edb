"""A draft with what its author should know before it is sent."""

from accounts.actor import Actor
from model.announcements import Announcement
from model.ids import AnnouncementId, ProjectId
from publishing.announcing.audiences import SeeAudience
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_draft import SeenDraft


class SeeDraft:
    """For whoever may write; UnknownAnnouncementError."""

    def __init__(self, database: Database, see_audience: SeeAudience) -> None:
        self._database = database
        self._see_audience = see_audience

    async def __call__(self, actor: Actor, number: AnnouncementId) -> SeenDraft:
        aimed = await self._see_audience(actor, number)
        async with self._database.reading() as db:
            return SeenDraft(aimed, await shut_projects(db, aimed.announcement))


async def shut_projects(db: Transaction, announcement: Announcement) -> frozenset[ProjectId]:
    """Projects that a button shows and not everyone may see: hidden or deleted meanwhile."""
    wanted = {one.project_id for one in announcement.buttons if one.project_id is not None}
    there = await db.projects.by_ids(wanted)
    public = {each for each, one in there.items() if one.published and not one.deleted}
    return frozenset(wanted - public)
