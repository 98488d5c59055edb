"""Putting right what readers have had: a story corrected or withdrawn is edited where it stands.

stories marked since the last look | editions that hold them | messages of these | render anew |
enqueue an edit of each, slice by slice
"""

import asyncio
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from common.clock import Clock
from model.editions import Edition, SentEdition
from model.ids import BodyId, EditionId, RowId, StoryId
from model.outbox import Action, NewRow, Priority
from publishing.composing import stories_for
from publishing.digests import BREATH, SLICE
from storage.database import Database
from storage.transaction import Transaction
from views.digest import Look, digest
from views.links import BotLinks

KEPT = timedelta(days=30)
"""How long a message of ours is put right."""

OVERLAP = timedelta(minutes=10)
"""A look begins this long before the last one's end: on PostgreSQL a story marked earlier may be
committed later. What was enqueued before is there already under its key."""

LOOKED_AT = "corrections"
"""The key under which the last look is remembered."""


class SendCorrections:
    """Enqueues the edits of every message that shows a story marked since the last look.

    A crash between two slices begins the look anew; a row's edit is enqueued once.
    """

    def __init__(self, database: Database, clock: Clock, links: BotLinks) -> None:
        self._database = database
        self._clock = clock
        self._links = links

    async def __call__(self) -> int:
        """How many edits were enqueued."""
        now = self._clock.now()
        async with self._database.reading() as db:
            looked = await db.key_values.get(LOOKED_AT)
            since = datetime.fromisoformat(looked) - OVERLAP if looked else now - KEPT
            marked = await db.stories.marked_since(since)
        if not marked:
            return 0
        stories = dict(marked)
        async with self._database.reading() as db:
            editions = await db.editions.holding(stories, now - KEPT)
        enqueued = await self._edit(editions, stories, now)
        async with self._database.writing() as db:
            await db.key_values.set(LOOKED_AT, now.isoformat())
        return enqueued

    async def _edit(
        self,
        editions: Mapping[EditionId, Edition],
        marked: Mapping[StoryId, datetime],
        now: datetime,
    ) -> int:
        enqueued, after, more = 0, RowId(0), bool(editions)
        bodies = _Bodies(self._links, editions, marked)
        while more:
            async with self._database.writing() as db:
                found = await db.editions.messages(editions.keys(), now - KEPT, after, SLICE)
                rows = [row for one in found if (row := await _edited(db, bodies, one, now))]
                enqueued += sum(row is not None for row in await db.outbox.enqueue(rows, now))
            more = len(found) == SLICE
            after = found[-1].row_id if found else after
            await asyncio.sleep(BREATH)
        return enqueued


async def _edited(
    db: Transaction, bodies: "_Bodies", sent: SentEdition, now: datetime
) -> NewRow | None:
    """The edit of a message; None for one that does not show what was put right."""
    body = await bodies.of(db, sent, now)
    if body is None or sent.message_id is None:
        return None
    marked_at = bodies.marked_at(sent.edition_id)
    return NewRow(
        subscriber_id=sent.subscriber_id,
        chat_id=sent.chat_id,
        body_id=body,
        unique_key=f"edit:{sent.row_id}:{marked_at.isoformat()}",
        kind="correction",
        priority=Priority.BROADCAST,
        not_before=now,
        expires_at=now + KEPT,
        action=Action.EDIT,
        message_id=sent.message_id,
    )


class _Bodies:
    """What the messages of some editions should say now, each rendered once for each look."""

    def __init__(
        self,
        links: BotLinks,
        editions: Mapping[EditionId, Edition],
        marked: Mapping[StoryId, datetime],
    ) -> None:
        self._links = links
        self._editions = editions
        self._marked = marked
        self._ids: dict[str, BodyId | None] = {}

    def marked_at(self, edition: EditionId) -> datetime:
        """When the last of its marked stories was marked."""
        return max(_among(self._marked, self._editions[edition].story_ids))

    async def of(self, db: Transaction, sent: SentEdition, now: datetime) -> BodyId | None:
        """None where the message says it all already: the story stands behind "more"."""
        if sent.body_key not in self._ids:
            edition = self._editions[sent.edition_id]
            look = Look.of_key(sent.body_key.partition(f"{sent.edition_id}:")[2])
            stories = await stories_for(db, edition.story_ids, look.language, edition.choices)
            if not stories:  # an editor dropped them all: an empty digest tells nobody anything
                self._ids[sent.body_key] = None
                return None
            page = digest(edition.id, edition.until, stories, look, self._links).to_json()
            key = f"{sent.body_key}:{self.marked_at(edition.id).isoformat()}"
            # What was said otherwise since may have to say again what it said first.
            same = page == sent.outgoing and not await db.outbox.has_body_after(sent.body_key)
            self._ids[sent.body_key] = None if same else await db.outbox.body(key, page, now)
        return self._ids[sent.body_key]


def _among(marked: Mapping[StoryId, datetime], stories: Collection[StoryId]) -> list[datetime]:
    return [marked[story] for story in stories if story in marked]
