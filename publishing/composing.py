"""Composing editions: what one run has read serves all its chats.

what the chat had last | the stories stored since | choose | keep

Their bodies are made by publishing/edition_bodies.py.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from model.editions import Candidate, Edition, NewEdition, Reader
from model.following import ProjectNews
from model.ids import ChangeId, EditionId, StoryId, SubscriberId
from model.people import Choices
from model.projects import Follow
from projects.followed import Period
from publishing.choosing import (
    choose,
    edition_key,
    first_since,
    grouped,
    had_since,
    ranked,
    since_after,
)
from publishing.followed import ChangeStock, Pending
from storage.transaction import Transaction

NONE: frozenset[StoryId] = frozenset()


@dataclass(frozen=True, slots=True)
class _Period:
    """What every chat of these choices may get that had the same editions before."""

    previous: Edition | None
    since: datetime
    had: frozenset[StoryId]
    fitting: tuple[StoryId, ...]
    """In order; all there are."""


class Composer:
    """The editions of one run. All of them end at the same moment, so that its slices share.

    It must not outlive a transaction that was rolled back: it remembers the ids that one made.
    """

    def __init__(self, until: datetime) -> None:
        self.until = until
        self._stock = _Stock(until)
        self._changes = ChangeStock(until)
        self._kept: dict[EditionId, Edition] = {}
        self._periods: dict[tuple[Choices, EditionId | datetime], _Period] = {}
        self._changed: dict[EditionId | datetime, Period] = {}
        self._made: dict[
            tuple[Choices, EditionId | datetime, frozenset[StoryId], tuple[ChangeId, ...]],
            Edition | None,
        ] = {}

    async def edition(
        self,
        db: Transaction,
        reader: Reader,
        previous: EditionId | None,
        alerted: frozenset[StoryId] = NONE,
        changes: tuple[ChangeId, ...] = (),
    ) -> Edition | None:
        """What the chat gets after what it had last, less what alerts have brought, kept;

        None where nothing is new. `changes` are those of what it follows.
        """
        begins = self._beginning(reader, previous)
        return await self.after(db, reader.choices, begins, alerted, changes)

    async def after(
        self,
        db: Transaction,
        choices: Choices,
        begins: EditionId | datetime,
        alerted: frozenset[StoryId] = NONE,
        changes: tuple[ChangeId, ...] = (),
    ) -> Edition | None:
        """The same for any choices, after an edition or since a moment."""
        known = (choices, begins, alerted, changes)
        if known not in self._made:
            plan = await self._plan(db, *known)
            self._made[known] = None if plan is None else await db.editions.keep(plan)
        return self._made[known]

    async def plan(
        self,
        db: Transaction,
        reader: Reader,
        previous: EditionId | None,
        alerted: frozenset[StoryId] = NONE,
        changes: tuple[ChangeId, ...] = (),
    ) -> NewEdition | None:
        """What the chat would get; nothing is kept."""
        begins = self._beginning(reader, previous)
        return await self._plan(db, reader.choices, begins, alerted, changes)

    async def know(self, db: Transaction, editions: Collection[EditionId]) -> None:
        """Read these editions at once, not one by one as they are met."""
        unknown = set(editions) - self._kept.keys()
        if unknown:
            self._kept |= await db.editions.among(unknown)

    async def alerted(
        self,
        db: Transaction,
        readers: Sequence[Reader],
        last_had: Mapping[SubscriberId, EditionId],
    ) -> dict[SubscriberId, frozenset[StoryId]]:
        """What alerts have brought to these chats since their periods began."""
        begins = [self._beginning(reader, last_had.get(reader.id)) for reader in readers]
        await self.know(db, [each for each in begins if not isinstance(each, datetime)])
        sinces = [
            each if isinstance(each, datetime) else since_after(self._kept[each]) for each in begins
        ]
        if not sinces:
            return {}
        return await db.alerts.had([reader.id for reader in readers], min(sinces))

    async def followed(
        self,
        db: Transaction,
        readers: Sequence[Reader],
        last_had: Mapping[SubscriberId, EditionId],
    ) -> Pending:
        """What changed in what these chats follow since their periods began."""
        follows = await db.follows.of_chats([reader.id for reader in readers])
        return await self.pending(db, readers, last_had, follows)

    async def pending(
        self,
        db: Transaction,
        readers: Sequence[Reader],
        last_had: Mapping[SubscriberId, EditionId],
        follows: Mapping[SubscriberId, Sequence[Follow]],
    ) -> Pending:
        """The same of these follows only."""
        if not follows:
            return {}
        begins = {
            reader.id: self._beginning(reader, last_had.get(reader.id))
            for reader in readers
            if reader.id in follows
        }
        await self.know(db, [each for each in begins.values() if not isinstance(each, datetime)])
        periods = {chat: await self._changes_after(db, each) for chat, each in begins.items()}
        return await self._changes.pending(db, follows, periods)

    async def news(self, db: Transaction, edition: Edition) -> tuple[ProjectNews, ...]:
        """What an edition of this run tells of projects."""
        return await self._changes.news(db, edition.change_ids)

    async def _changes_after(self, db: Transaction, begins: EditionId | datetime) -> Period:
        if begins not in self._changed:
            if isinstance(begins, datetime):
                period = Period(begins, None)
            else:
                chain = await self._chain(db, begins)
                had = frozenset(change for one in chain for change in one.change_ids)
                period = Period(since_after(chain[0]), chain[0].last_change_id, had)
            self._changed[begins] = period
        return self._changed[begins]

    def _beginning(self, reader: Reader, previous: EditionId | None) -> EditionId | datetime:
        return previous or first_since(reader.subscribed_at or self.until)

    async def _plan(
        self,
        db: Transaction,
        choices: Choices,
        begins: EditionId | datetime,
        alerted: frozenset[StoryId],
        changes: tuple[ChangeId, ...],
    ) -> NewEdition | None:
        period = await self._period(db, choices, begins)
        chosen = choose(period.fitting, alerted)
        if not chosen and not await self._changes.tells(db, changes):
            return None
        chosen = grouped(chosen, self._stock.read, choices.grouped_by)
        taken_off = alerted.intersection(period.fitting)
        return NewEdition(
            key=edition_key(
                choices, period.since, self.until, period.had, chosen, taken_off, changes
            ),
            choices=choices,
            previous_id=period.previous.id if period.previous else None,
            since=period.since,
            until=self.until,
            last_story_id=await self._stock.last_id(db),
            story_ids=chosen,
            last_change_id=await self._changes.last_id(db),
            change_ids=changes,
        )

    async def _period(
        self, db: Transaction, choices: Choices, begins: EditionId | datetime
    ) -> _Period:
        known = (choices, begins)
        if known not in self._periods:
            chain = [] if isinstance(begins, datetime) else await self._chain(db, begins)
            since = begins if isinstance(begins, datetime) else since_after(chain[0])
            stories = await self._stock.since(db, since, chain[0].last_story_id if chain else None)
            had = had_since(since, chain) & {story.id for story in stories}
            fitting = ranked(stories, choices, had, self.until)
            self._periods[known] = _Period(chain[0] if chain else None, since, had, fitting)
        return self._periods[known]

    async def _chain(self, db: Transaction, last: EditionId) -> list[Edition]:
        """The edition, and those before it that may share stories with the period after it."""
        chain = [await self._get(db, last)]
        since = since_after(chain[0])
        while (before := chain[-1].previous_id) is not None:
            edition = await self._get(db, before)
            if edition.until <= since:
                break
            chain.append(edition)
        return chain

    async def _get(self, db: Transaction, edition: EditionId) -> Edition:
        await self.know(db, [edition])
        return self._kept[edition]


class _Stock:
    """The stories of a run, read once as far back as anyone needs."""

    def __init__(self, until: datetime) -> None:
        self._until = until
        self._since: datetime | None = None
        self._after: StoryId | None = None
        self._stories: list[Candidate] = []
        self._last_id: StoryId | None = None

    @property
    def read(self) -> Sequence[Candidate]:
        """All that were read so far."""
        return self._stories

    async def since(
        self, db: Transaction, since: datetime, after: StoryId | None
    ) -> list[Candidate]:
        after = await self.last_id(db) if after is None else after
        if self._since is None or self._after is None or since < self._since or after < self._after:
            self._since = since if self._since is None else min(since, self._since)
            self._after = after if self._after is None else min(after, self._after)
            self._stories = await db.stories.stored_since(self._since, self._after, self._until)
        return [story for story in self._stories if story.stored_at > since or story.id > after]

    async def last_id(self, db: Transaction) -> StoryId:
        """The newest story of the run: read before any stories are, lest one fall between."""
        if self._last_id is None:
            self._last_id = await db.stories.last_id()
        return self._last_id
