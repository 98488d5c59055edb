"""What is asked for and answered at once: /digest, more of an edition, /news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.actor import Actor
from common.clock import Clock
from model.editions import Edition, Reader
from model.following import ProjectNews
from model.ids import EditionId, StoryId, SubscriberId
from model.news import Story
from model.people import Choices, Language
from publishing.choosing import first_since, suits
from publishing.composing import NONE, Composer
from publishing.followed import news_for
from publishing.stories import stories_for
from storage.database import Database
from storage.transaction import Transaction

PAGE = 6
"""Stories of one page of /news."""

_BATCH = 50
_BATCHES = 10
"""How far a page is looked for among stories that its reader did not choose."""


@dataclass(frozen=True, slots=True)
class Told:
    """An edition, and what of it is still there, in its order."""

    edition: Edition
    stories: Sequence[Story]
    projects: Sequence[ProjectNews] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to /digest: an edition, or why there is none."""

    told: Told | None = None
    under_way: bool = False
    """One is being sent at this moment: nobody can say yet what has been had."""
    next_at: datetime | None = None
    """When the next one comes by itself."""
    key: str | None = None
    """The ledger's name for this answer, for `release`."""
    reader: SubscriberId | None = None
    took_over: bool = False
    """Whether a digest that waited in the outbox was cancelled for this one."""


class AskDigest:
    """/digest: an edition too. The same update asked again is answered with the same one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, actor: Actor, update_id: int) -> Asked:
        now = self._clock.now()
        async with self._database.writing() as db:
            reader = await db.editions.reader(actor.chat_id, hold=True)
            if reader is None:
                return await self._to_a_stranger(db, actor, now)
            key = f"asked:{update_id}"
            if (edition := await db.editions.asked(key)) is not None:
                told = await _told(db, await db.editions.get(edition), reader.language)
                return Asked(told, next_at=reader.next_digest_at, key=key, reader=reader.id)
            taken_over, in_doubt = await db.editions.cancel_unsent([reader.chat_id], now)
            if in_doubt:
                return Asked(under_way=True, next_at=reader.next_digest_at)
            return await self._answer(db, reader, key, now, took_over=bool(taken_over))

    async def release(self, asked: Asked) -> None:
        """The answer could not be sent: nothing has been had, and what it took over is due."""
        if asked.key is None or asked.reader is None:
            return
        async with self._database.writing() as db:
            await db.editions.release(asked.key)
            if asked.took_over:
                await db.editions.move({self._clock.now(): [asked.reader]})

    async def _answer(
        self, db: Transaction, reader: Reader, key: str, now: datetime, *, took_over: bool
    ) -> Asked:
        last_had = await db.editions.last_had([reader.id])
        composer = Composer(now)
        alerted = await composer.alerted(db, [reader], last_had)
        followed = await composer.followed(db, [reader], last_had)
        edition = await composer.edition(
            db,
            reader,
            last_had.get(reader.id),
            alerted.get(reader.id, NONE),
            followed.get(reader.id, ()),
        )
        if edition is None:
            return Asked(next_at=reader.next_digest_at)
        await db.editions.enter_asked(edition.id, reader.id, key, now)
        told = await _told(db, edition, reader.language)
        return Asked(
            told,
            next_at=reader.next_digest_at,
            key=key,
            reader=reader.id,
            took_over=took_over,
        )

    async def _to_a_stranger(self, db: Transaction, actor: Actor, now: datetime) -> Asked:
        """Someone who has not pressed /start sees the last day's news; nobody counts it as had."""
        edition = await Composer(now).after(db, Choices(), first_since(now))
        return Asked(await _told(db, edition, actor.language))


class ReadEdition:
    """An edition again: its further pages, for ever, to whoever asks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, actor: Actor, edition: EditionId) -> Told | None:
        async with self._database.reading() as db:
            return await _told(db, await db.editions.get(edition), actor.language)


@dataclass(frozen=True, slots=True)
class NewsPage:
    """A page of the latest news, the newest first."""

    stories: Sequence[Story]
    newer: StoryId | None = None
    """The story after which a newer page begins; None on the newest."""
    older: StoryId | None = None


class LatestNews:
    """/news: what suits the chat's choices, page by page; it leaves no mark."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(
        self, actor: Actor, before: StoryId | None = None, after: StoryId | None = None
    ) -> NewsPage:
        """The page before a story, the one after a story, or the newest."""
        choices = Choices() if actor.subscriber is None else actor.subscriber.choices
        async with self._database.reading() as db:
            if after is not None:
                found = (await _newer(db, choices, after, PAGE))[::-1]
                if len(found) < PAGE:  # fewer are newer than fill a page: it is the newest page
                    found = await _older(db, choices, None, PAGE)
            else:
                found = await _older(db, choices, before, PAGE)
            if not found:
                return NewsPage(())
            is_newest = not await _newer(db, choices, found[0], 1)
            is_oldest = not await _older(db, choices, found[-1], 1)
            return NewsPage(
                await stories_for(db, found, actor.language, choices),
                newer=None if is_newest else found[0],
                older=None if is_oldest else found[-1],
            )


async def _older(
    db: Transaction, choices: Choices, before: StoryId | None, count: int
) -> list[StoryId]:
    found: list[StoryId] = []
    for _ in range(_BATCHES):
        batch = await db.stories.newest(_BATCH, before)
        found += [story.id for story in batch if suits(story, choices)]
        if len(found) >= count or len(batch) < _BATCH:
            break
        before = batch[-1].id
    return found[:count]


async def _newer(db: Transaction, choices: Choices, after: StoryId, count: int) -> list[StoryId]:
    """The oldest first."""
    found: list[StoryId] = []
    for _ in range(_BATCHES):
        batch = await db.stories.next_after(_BATCH, after)
        found += [story.id for story in batch if suits(story, choices)]
        if len(found) >= count or len(batch) < _BATCH:
            break
        after = batch[-1].id
    return found[:count]


async def _told(db: Transaction, edition: Edition | None, language: Language) -> Told | None:
    """In the language of who asks, as far as the edition's choices allow."""
    if edition is None:
        return None
    stories = await stories_for(db, edition.story_ids, language, edition.choices)
    projects = await news_for(db, edition.change_ids)
    return Told(edition, stories, projects) if stories or projects else None
