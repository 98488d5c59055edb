"""Those who look after projects, and what they are told of them without having asked."""

from collections.abc import Callable, Sequence

from accounts.rights import Rights
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.ids import SubscriberId
from model.outbox import NewRow, Priority
from model.people import Scope, Subscriber
from model.projects import Project, Proposal
from projects.rights import Standing, looks_after
from storage.transaction import Transaction
from views.candidates import candidate_waits, story_proposes


class Officials:
    """Finds them and tells them, in the transaction that has something to tell.

    Whoever has not pressed /start, or has blocked the bot, is not written to.
    """

    def __init__(self, clock: Clock, rights: Rights, admin_ids: frozenset[int]) -> None:
        self._clock = clock
        self._rights = rights
        self._admin_ids = admin_ids

    async def looking_after(self, db: Transaction, project: Project) -> list[Subscriber]:
        """All who may change it; in order of their chats."""
        offices = {one.user_id: one for one in await db.roles.offices()}
        found: list[Subscriber] = []
        for user_id in sorted(self._admin_ids | offices.keys()):
            office = offices.get(user_id)
            role = self._rights.given(user_id, None if office is None else office.role)
            scope = Scope() if office is None else office.scope
            if looks_after(Standing(user_id, role, scope), project):
                found += await self.reachable(db, [user_id])
        return found

    async def reachable(self, db: Transaction, users: Sequence[int]) -> list[Subscriber]:
        """Those of these people who can be written to."""
        known = [await db.subscribers.get(user) for user in users]
        return [one for one in known if one is not None and one.unreachable_at is None]

    async def tell(
        self,
        db: Transaction,
        to: Sequence[Subscriber],
        unique: str,
        say: Callable[[Subscriber], Outgoing],
    ) -> int:
        """A row for each of them under one key, once; how many are told.

        What is said to those who read the same language is the same.
        """
        now = self._clock.now()
        rows: list[NewRow] = []
        for one in to:
            key = f"officials:{unique}:{one.language}"
            body = await db.outbox.body(key, say(one).to_json(), now)
            rows.append(
                NewRow(
                    subscriber_id=SubscriberId(one.id),
                    chat_id=one.chat_id,
                    body_id=body,
                    unique_key=f"officials:{unique}:{one.id}",
                    kind="notice",
                    priority=Priority.NOTICE,
                    not_before=now,
                )
            )
        return sum(row is not None for row in await db.outbox.enqueue(rows, now))

    async def of_proposals(
        self, db: Transaction, proposals: Sequence[Proposal], project: Project
    ) -> None:
        """A story says otherwise: its curator decides, or where there is none whoever may."""
        curator = () if project.curator is None else (project.curator,)
        to = await self.reachable(db, curator) or await self.looking_after(db, project)
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
