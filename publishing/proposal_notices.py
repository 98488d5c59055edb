"""Proposals: whom they concern is told, in the transaction that made or decided them."""

from model.people import Subscriber
from model.projects import Project, Proposal, ProposalState
from publishing.officials import Officials
from publishing.telling import reachable
from storage.transaction import Transaction
from views import proposals as views


class TellOfProposals:
    """An official's proposal is told to whoever may confirm it; what became of it, to its author.

    That is the curator; or, where there is none or the curator proposes, all who look after it.
    """

    def __init__(self, officials: Officials) -> None:
        self._officials = officials

    async def __call__(self, db: Transaction, one: Proposal, project: Project) -> None:
        if one.author_id is None:
            return
        if one.state is ProposalState.WAITING:
            to = await self._confirming(db, one.author_id, project)
        else:
            to = await reachable(db, [one.author_id])
        people = await db.roles.names([one.author_id])
        await self._officials.tell(
            db,
            to,
            f"proposal:{one.id}:{one.state}",
            lambda reader: views.told(one, project, people, reader.language),
        )

    async def _confirming(self, db: Transaction, author: int, project: Project) -> list[Subscriber]:
        """Never the author."""
        one = project.curator
        curator = () if one is None or one == author else (one,)
        to = await reachable(db, curator)
        to = to or await self._officials.looking_after(db, project)
        return [reader for reader in to if reader.chat_id != author]
