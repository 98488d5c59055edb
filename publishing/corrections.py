"""Putting right what readers have had: a story corrected or withdrawn is edited where it stands.

stories marked since the last look, and messages that arrived since with what was true before |
the messages that show them | render anew | enqueue an edit of each, slice by slice
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from common.clock import Clock
from delivery.outgoing import Outgoing
from model.editions import Edition, SentNews
from model.ids import BodyId, EditionId, RowId, StoryId
from model.outbox import Action, NewRow, Priority
from news.reviewing import CORRECTED_FOR
from publishing.alert_bodies import AlertBody
from publishing.channels.bodies import PREFIX, StoryPost
from publishing.choosing import OVERLAP
from publishing.digests import BREATH, SLICE
from publishing.followed import news_for
from publishing.stories import stories_for
from storage.database import Database
from storage.sharing import chunks
from storage.transaction import Transaction
from views.digest import Look, digest
from views.links import BotLinks

LOOKED_AT = "corrections"
"""The key under which the last look is remembered."""

Messages = Callable[[Transaction, RowId], Awaitable[list[SentNews]]]
"""A slice of messages, those after a row."""


class SendCorrections:
    """Enqueues the edits of every message that shows a story otherwise than it is told now.

    A crash between two slices begins the look anew; a row's edit is enqueued once.
    """

    def __init__(self, database: Database, clock: Clock, links: BotLinks) -> None:
        self._database = database
        self._clock = clock
        self._links = links

    async def __call__(self) -> int:
        """How many edits were enqueued."""
        now = self._clock.now()
        oldest = now - CORRECTED_FOR
        async with self._database.reading() as db:
            looked = await db.key_values.get(LOOKED_AT)
            marked = dict(await db.stories.marked_since(oldest))
            if not marked:
                return 0
            since = datetime.fromisoformat(looked) - OVERLAP if looked else oldest
            lately = {story for story, at in marked.items() if at > since}
            held = await db.editions.holding(lately, oldest) if lately else {}
            arrived = await db.editions.among(await db.sent_news.editions(since))
        bodies = _Bodies(self._links, held | arrived, marked)
        late = [id_ for id_, edition in arrived.items() if bodies.shows_marked(edition.story_ids)]
        enqueued = 0
        for messages in (
            *(_digests(some, oldest) for some in chunks(sorted(held))),
            *(_digests(some, since) for some in chunks(sorted(late))),
            *(_alerts(some, oldest) for some in chunks(sorted(lately))),
            *(_alerts(some, since) for some in chunks(sorted(marked))),
        ):
            enqueued += await self._edit(messages, bodies, now)
        async with self._database.writing() as db:
            await db.key_values.set(LOOKED_AT, now.isoformat())
        return enqueued

    async def _edit(self, messages: Messages, bodies: "_Bodies", now: datetime) -> int:
        enqueued, after, more = 0, RowId(0), True
        while more:
            async with self._database.reading() as db:
                found = await messages(db, after)
                await bodies.read(db, found)
            if not found:
                break
            async with self._database.writing() as db:
                edited = await db.sent_news.edited(found)
                current = [
                    replace(one, outgoing=edited.get(one.row_id, one.outgoing)) for one in found
                ]
                rows = [row for one in current if (row := await _edited(db, bodies, one, now))]
                enqueued += sum(row is not None for row in await db.outbox.enqueue(rows, now))
            more = len(found) == SLICE
            after = found[-1].row_id
            await asyncio.sleep(BREATH)
        return enqueued


def _digests(editions: Sequence[EditionId], since: datetime) -> Messages:
    return lambda db, after: db.sent_news.digests(editions, since, after, SLICE)


def _alerts(stories: Sequence[StoryId], since: datetime) -> Messages:
    return lambda db, after: db.sent_news.alerts(stories, since, after, SLICE)


async def _edited(
    db: Transaction, bodies: "_Bodies", sent: SentNews, now: datetime
) -> NewRow | None:
    """The edit of a message; None for one that does not show what was put right."""
    if sent.message_id is None:
        return None
    marked_at = bodies.marked_at(sent)
    if marked_at is None or marked_at <= sent.made_at - OVERLAP:
        return None  # it was made of what is told now
    body = await bodies.of(db, sent, marked_at, now)
    if body is None:
        return None
    return NewRow(
        subscriber_id=sent.subscriber_id,
        chat_id=sent.chat_id,
        body_id=body,
        unique_key=f"edit:{sent.row_id}:{marked_at.isoformat()}",
        kind="correction",
        priority=Priority.BROADCAST,
        not_before=now,
        expires_at=now + CORRECTED_FOR,
        action=Action.EDIT,
        message_id=sent.message_id,
    )


class _Bodies:
    """What messages should say now, each rendered once for each look."""

    def __init__(
        self,
        links: BotLinks,
        editions: Mapping[EditionId, Edition],
        marked: Mapping[StoryId, datetime],
    ) -> None:
        self._links = links
        self._editions = editions
        self._marked = marked
        self._pages: dict[str, str | None] = {}
        self._ids: dict[str, BodyId] = {}

    def shows_marked(self, stories: Collection[StoryId]) -> bool:
        return not self._marked.keys().isdisjoint(stories)

    def marked_at(self, sent: SentNews) -> datetime | None:
        """When the last of a message's stories was marked."""
        moments = [self._marked[story] for story in self._told(sent) if story in self._marked]
        return max(moments, default=None)

    async def read(self, db: Transaction, messages: Collection[SentNews]) -> None:
        """Render what these messages should say, before anything is locked for writing."""
        for sent in messages:
            if sent.body_key not in self._pages:
                outgoing = await self._page(db, sent)
                self._pages[sent.body_key] = None if outgoing is None else outgoing.to_json()

    async def of(
        self, db: Transaction, sent: SentNews, marked_at: datetime, now: datetime
    ) -> BodyId | None:
        """None where the message says it all already: the story stands behind "more"."""
        page = self._pages[sent.body_key]
        if page is None or page == sent.outgoing:
            return None
        if sent.body_key not in self._ids:
            key = f"{sent.body_key}:{marked_at.isoformat()}"
            self._ids[sent.body_key] = await db.outbox.body(key, page, now)
        return self._ids[sent.body_key]

    async def _page(self, db: Transaction, sent: SentNews) -> Outgoing | None:
        if sent.body_key.startswith(PREFIX):
            return await StoryPost.of_key(sent.body_key).page(db, self._links)
        if sent.edition_id is None:
            return await AlertBody.of_key(sent.body_key).page(db, self._links)
        edition = self._editions[sent.edition_id]
        look = Look.of_key(sent.body_key.partition(f"{sent.edition_id}:")[2])
        stories = await stories_for(db, edition.story_ids, look.language, edition.choices)
        projects = await news_for(db, edition.change_ids)
        if not stories and not projects:  # an empty digest tells nobody anything
            return None
        return digest(
            edition.id,
            edition.until,
            stories,
            look,
            self._links,
            projects=projects,
            grouped_by=edition.choices.grouped_by,
        )

    def _told(self, sent: SentNews) -> Collection[StoryId]:
        if sent.edition_id is not None:
            return self._editions[sent.edition_id].story_ids
        return () if sent.story_id is None else (sent.story_id,)
