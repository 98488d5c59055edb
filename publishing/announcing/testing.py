"""An announcement shown to its author or a colleague before anybody else gets it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.announcements import Announcement, Announcing
from model.ids import AnnouncementId, SubscriberId
from model.outbox import NewRow, Priority, RowState
from model.people import Language, Subscriber
from publishing.announcing.bodies import said
from publishing.announcing.errors import NothingSaidError, UnknownAnnouncementError
from publishing.announcing.picking import colleagues_in_reach
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_trying import trial
from views.links import BotLinks

KIND = "announcement-test"


@dataclass(frozen=True, slots=True)
class Trials:
    """To whom a draft can be shown, and who has been shown it as it stands now."""

    draft: Announcement
    colleagues: Sequence[tuple[Subscriber, str | None]]
    """With their names, the author among them."""
    had: Mapping[SubscriberId, bool]
    """Whether it reached them, or is on its way."""


class SeeTrials:
    """For whoever may write."""

    def __init__(self, database: Database, rights: AnnouncingRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Trials:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = await db.announcements.get(number)
            if draft is None:
                raise UnknownAnnouncementError(number)
            found = await colleagues_in_reach(db, self._rights.admin_ids)
            had = await self._had(db, draft, [one.id for one, _ in found])
        return Trials(draft, found, had)

    async def _had(
        self, db: Transaction, draft: Announcement, people: Collection[SubscriberId]
    ) -> dict[SubscriberId, bool]:
        newest: dict[SubscriberId, dict[str, RowState]] = {}
        for person, key, state in await db.outbox.kept(KIND, people):
            if key.startswith(_key(draft)):
                newest.setdefault(person, {})[key.rpartition(":")[0]] = state
        return {one: _LOST.isdisjoint(states.values()) for one, states in newest.items()}


_LOST = frozenset({RowState.FAILED, RowState.CANCELLED})


class TryOut:
    """A row to one colleague, after a line that says what it is; the author gets every version."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, links: BotLinks
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._links = links

    async def __call__(
        self,
        actor: Actor,
        number: AnnouncementId,
        user_id: int,
        version: Language | None = None,
    ) -> bool:
        """Whether it goes: not twice within a minute as it stands now.

        `version`: this one, whatever they read. WrongChoiceError for whoever is no colleague that
        can be written to.
        """
        now = self._clock.now()
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            one = await db.announcements.get(number)
            if one is None:
                raise UnknownAnnouncementError(number)
            to = await self._colleague(db, user_id)
            versions = _versions(one, to.language, version, every=user_id == actor.user_id)
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
                for key, shown in self._shown(one, versions, to.language)
            ]
            return any(row is not None for row in await db.outbox.enqueue(rows, now))

    async def _colleague(self, db: Transaction, user_id: int) -> Subscriber:
        found = await colleagues_in_reach(db, self._rights.admin_ids)
        there = next((each for each, _ in found if each.chat_id == user_id), None)
        if there is None:
            raise WrongChoiceError(f"{user_id} is no colleague in reach")
        return there

    def _shown(
        self, one: Announcement, versions: Sequence[Language], reads: Language
    ) -> Iterator[tuple[str, Outgoing]]:
        for each in versions:
            shown = trial(one, each, said(one, each, self._links), reads)
            yield f"{_key(one)}{each}", shown


def _versions(
    one: Announcement, reads: Language, wanted: Language | None, *, every: bool
) -> Sequence[Language]:
    """NothingSaidError where there is none."""
    if wanted is not None:
        found = [wanted] if wanted in one.versions else []
    elif every:
        found = list(one.versions)
    else:
        found = [version for version in [one.version_for(reads)] if version is not None]
    if not found:
        raise NothingSaidError(one.id)
    return found


def _key(one: Announcement) -> str:
    """What the keys of all trials of a draft, as it stands now, begin with."""
    return f"{KIND}:{one.id}:{one.version}:"
