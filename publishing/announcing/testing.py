"""An announcement shown to its author or a colleague before anybody else gets it."""

from collections.abc import Iterator

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.announcements import Announcement, Announcing
from model.ids import AnnouncementId
from model.outbox import NewRow, Priority
from model.people import Language, Subscriber
from publishing.announcing.bodies import said
from publishing.announcing.errors import NothingSaidError, UnknownAnnouncementError
from publishing.announcing.picking import colleagues_in_reach
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_buttons import trial
from views.links import BotLinks

KIND = "announcement-test"


class TryOut:
    """A row to one colleague, after a line that says what it is; the author gets every version."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, links: BotLinks
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._links = links

    async def __call__(self, actor: Actor, number: AnnouncementId, user_id: int) -> bool:
        """Whether it goes: not twice within a minute as it stands now.

        WrongChoiceError for whoever is no colleague that can be written to.
        """
        now = self._clock.now()
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            one = await db.announcements.get(number)
            if one is None:
                raise UnknownAnnouncementError(number)
            to = await self._colleague(db, user_id)
            is_author = user_id == actor.user_id
            rows = [
                NewRow(
                    subscriber_id=to.id,
                    chat_id=to.chat_id,
                    body_id=await db.outbox.body(f"{key}:{to.language}", shown.to_json(), now),
                    unique_key=f"{key}:{to.id}:{now:%Y%m%d%H%M}",
                    kind=KIND,
                    priority=Priority.NOTICE,
                    not_before=now,
                )
                for key, shown in self._shown(one, to.language, every=is_author)
            ]
            return any(row is not None for row in await db.outbox.enqueue(rows, now))

    async def _colleague(self, db: Transaction, user_id: int) -> Subscriber:
        found = await colleagues_in_reach(db, self._rights.admin_ids)
        there = next((each for each, _ in found if each.chat_id == user_id), None)
        if there is None:
            raise WrongChoiceError(f"{user_id} is no colleague in reach")
        return there

    def _shown(
        self, one: Announcement, reads: Language, *, every: bool
    ) -> Iterator[tuple[str, Outgoing]]:
        version = one.version_for(reads)
        if version is None:
            raise NothingSaidError(one.id)
        for each in one.versions if every else (version,):
            key = f"{KIND}:{one.id}:{one.version}:{each}"
            yield key, trial(one, said(one, each, self._links), reads)
