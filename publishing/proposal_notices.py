"""Proposals: whom they concern is told, in the transaction that made or decided them."""

from model.projects import Project, Proposal, ProposalState
from publishing.officials import Officials
from publishing.telling import reachable
from storage.transaction import Transaction
from views import proposals as views


class TellOfProposals:
    """An official's proposal is told to the curator; what became of it, to its author."""

    def __init__(self, officials: Officials) -> None:
        self._officials = officials

    async def __call__(self, db: Transaction, one: Proposal, project: Project) -> None:
        is_waiting = one.state is ProposalState.WAITING
        to = project.curator if is_waiting else one.author_id
        if to is None or one.author_id is None or (is_waiting and to == one.author_id):
            return
        people = await db.roles.names([one.author_id])
        await self._officials.tell(
            db,
            await reachable(db, [to]),
            f"proposal:{one.id}:{one.state}",
            lambda reader: views.told(one, project, people, reader.language),
        )
