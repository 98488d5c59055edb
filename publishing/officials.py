"""Those who look after projects, and what they are told of them without having asked."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from hashlib import sha256

from common.clock import Clock
from delivery.outgoing import Outgoing
from model.ids import ProjectId, ProposalId
from model.people import Subscriber
from model.projects import Project
from projects.rights import ProjectRights, Standing, looks_after
from publishing.telling import reachable, tell
from storage.transaction import Transaction
from views.candidates import Proposed, news_waits


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

    async def of_news(
        self, db: Transaction, proposals: Sequence[ProposalId], candidates: Sequence[ProjectId]
    ) -> None:
        """What stories say otherwise, and projects that they began: one message for each person.

        A curator decides of a project; where there is none that can be written to, whoever may.
        """
        news = await _news(db, proposals, candidates)
        people: dict[int, Subscriber] = {}
        told: dict[int, list[Proposed]] = defaultdict(list)
        for one in news:
            project = one.project
            curator = () if project.curator is None else (project.curator,)
            for to in await reachable(db, curator) or await self.looking_after(db, project):
                people[to.id] = to
                told[to.id].append(one)
        for reader, some in told.items():
            unique = f"news:{_digest(some)}"
            await self.tell(db, [people[reader]], unique, _saying(some))

    async def _those(self, db: Transaction, wanted: Callable[[Standing], bool]) -> list[Subscriber]:
        standings = await self._rights.officials(db)
        return await reachable(db, [one.user_id or 0 for one in standings if wanted(one)])


async def _news(
    db: Transaction, proposals: Sequence[ProposalId], candidates: Sequence[ProjectId]
) -> list[Proposed]:
    """By project, those that are there still."""
    found = [one for each in proposals if (one := await db.proposals.get(each)) is not None]
    wanted = dict.fromkeys([*(one.project_id for one in found), *candidates])
    projects = await db.projects.by_ids(set(wanted))
    return [
        Proposed(projects[each], tuple(one for one in found if one.project_id == each))
        for each in wanted
        if each in projects and not projects[each].deleted
    ]


def _digest(some: Sequence[Proposed]) -> str:
    """The same for the same news: people who are told the same share one text."""
    ids = [(one.project.id, *(each.id for each in one.proposals)) for one in some]
    return sha256(repr(ids).encode()).hexdigest()[:24]


def _saying(some: Sequence[Proposed]) -> Callable[[Subscriber], Outgoing]:
    return lambda reader: news_waits(some, reader.language)
