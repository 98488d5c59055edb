"""What changed in followed projects, as editions and messages of their own tell it.

what chats follow | the changes since their last editions | whose they are | less what was told
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from model.following import ProjectNews
from model.ids import ChangeId, ProjectId, SubscriberId
from model.projects import Change, Follow, Project
from projects.followed import Followed, Period, news_of
from storage.transaction import Transaction

Pending = dict[SubscriberId, tuple[ChangeId, ...]]


class ChangeStock:
    """The changes of a run, read once as far back as anyone needs."""

    def __init__(self, until: datetime) -> None:
        self._until = until
        self._since: datetime | None = None
        self._after: ChangeId | None = None
        self._followed = Followed((), {})
        self._changes: dict[ChangeId, Change] = {}
        self._projects: dict[ProjectId, Project] = {}
        self._last_id: ChangeId | None = None
        self._tells: dict[tuple[ChangeId, ...], bool] = {}

    async def last_id(self, db: Transaction) -> ChangeId:
        """The newest of the run: read before any changes are, lest one fall between."""
        if self._last_id is None:
            self._last_id = await db.projects.last_change_id()
        return self._last_id

    async def pending(
        self,
        db: Transaction,
        follows: Mapping[SubscriberId, Sequence[Follow]],
        periods: Mapping[SubscriberId, Period],
    ) -> Pending:
        """What each chat is to be told of; one for which nothing changed is left out."""
        if not follows:
            return {}
        asked = [periods[chat] for chat in follows]
        since = min(one.since for one in asked)
        await self._read(db, since, [one.after for one in asked if one.after is not None])
        had = await db.follows.had(follows.keys(), since)
        found = {
            chat: tuple(
                change
                for change in self._followed.of(of_chat, periods[chat])
                if change not in had.get(chat, ())
            )
            for chat, of_chat in follows.items()
        }
        return {chat: changes for chat, changes in found.items() if changes}

    async def tells(self, db: Transaction, changes: tuple[ChangeId, ...]) -> bool:
        """Whether these come to anything."""
        if changes not in self._tells:
            self._tells[changes] = bool(await self.news(db, changes))
        return self._tells[changes]

    async def news(self, db: Transaction, changes: Collection[ChangeId]) -> tuple[ProjectNews, ...]:
        """What these come to: of those that the run has read, without asking again."""
        if self._changes.keys() >= set(changes):
            return news_of([self._changes[one] for one in changes], self._projects)
        return await news_for(db, changes)

    async def _read(self, db: Transaction, since: datetime, afters: Collection[ChangeId]) -> None:
        after = min(afters, default=await self.last_id(db))
        since, after = min(since, self._since or since), min(after, self._after or after)
        if (since, after) == (self._since, self._after):
            return
        self._since, self._after = since, after
        changes = await db.projects.changes_since(since, after, self._until)
        projects = await db.projects.by_ids({one.project_id for one in changes})
        self._followed = Followed(changes, projects)
        self._changes = {one.id: one for one in changes}
        self._projects = projects


async def news_for(db: Transaction, changes: Collection[ChangeId]) -> tuple[ProjectNews, ...]:
    """What these changes come to, of projects as they stand now; those that are gone left out."""
    if not changes:
        return ()
    entries: list[Change] = await db.projects.changes_by_ids(changes)
    projects = await db.projects.by_ids({one.project_id for one in entries})
    return news_of(entries, projects)
