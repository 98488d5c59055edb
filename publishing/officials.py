"""Those who look after projects, and what they are told of them without having asked."""

from collections.abc import Callable, Sequence

from common.clock import Clock
from delivery.outgoing import Outgoing
from model.people import Subscriber
from model.projects import Project, Proposal
from projects.rights import ProjectRights, Standing, looks_after
from publishing.telling import reachable, tell
from storage.transaction import Transaction
from views.candidates import candidate_waits, story_proposes


class Officials:
    """Finds them and tells them, in the transaction that has something to tell.

    Whoever has not pressed /start, or has blocked the bot, is not written to.
    """

    def __init__(self, clock: Clock, rights: ProjectRights) -> None:
        self._clock = clock
        self._rights = rights

    async def heads(self, db: Transaction) -> list[Subscriber]:
        """Admins, and officials who look after everything."""
        return await self._those(db, lambda one: one.sees_everything)

    async def looking_after(self, db: Transaction, project: Project) -> list[Subscriber]:
        """All who may change it."""
        return await self._those(db, lambda one: looks_after(one, project))

    async def tell(
        self,
        db: Transaction,
        to: Sequence[Subscriber],
        unique: str,
        say: Callable[[Subscriber], Outgoing],
    ) -> int:
        """Under one key, once; how many are told."""
        return await tell(db, to, f"officials:{unique}", say, self._clock.now())

    async def of_proposals(
        self, db: Transaction, proposals: Sequence[Proposal], project: Project
    ) -> None:
        """A story says otherwise: its curator decides, or where there is none whoever may."""
        curator = () if project.curator is None else (project.curator,)
        to = await reachable(db, curator) or await self.looking_after(db, project)
        await self.tell(
            db,
            to,
            f"proposal:{proposals[0].id}",
            lambda one: story_proposes(proposals, project, one.language),
        )

    async def of_candidate(self, db: Transaction, project: Project) -> None:
        """A story began a project that nobody knew."""
        to = await self.looking_after(db, project)
        await self.tell(
            db, to, f"candidate:{project.id}", lambda one: candidate_waits(project, one.language)
        )

    async def _those(self, db: Transaction, wanted: Callable[[Standing], bool]) -> list[Subscriber]:
        standings = await self._rights.officials(db)
        return await reachable(db, [one.user_id or 0 for one in standings if wanted(one)])
