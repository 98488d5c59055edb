"""A region with news and readers, for tests of what goes out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import count
from typing import Any

from sqlalchemy import func, insert, select, update

from delivery.outgoing import Outgoing
from model.ids import ArticleId, ChatId, SourceId, StoryId
from model.outbox import RowState
from model.people import ChatKind, Language
from news.stems import terms_of
from publishing.digests import Enqueued, SendDueDigests
from storage.database import Database
from storage.tables import (
    ArticleTable,
    BodyTable,
    EditionTable,
    LedgerTable,
    OutboxTable,
    SourceTable,
    StoryKeyTable,
    StoryTable,
    SubscriberTable,
)
from tests.clocks import ManualClock
from views.links import BotLinks

LINKS = BotLinks("keruen_bot")


@dataclass(frozen=True)
class Sent:
    """A row of the outbox as a test sees it."""

    id: int
    chat_id: int
    kind: str
    state: str
    text: str
    key: str


class Stage:
    """Puts news and readers into the database, and sees what became of them."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock
        self.send_due = SendDueDigests(database, clock, LINKS)
        self._numbers = count(1)

    async def tick(self, at: datetime | None = None) -> Enqueued:
        return await self.send_due(at)

    async def story(
        self,
        title: str | None = None,
        *,
        at: datetime | None = None,
        language: str | None = "ru",
        score: float = 1.0,
        districts: Sequence[str] = (),
        sectors: Sequence[str] = (),
        amount: int | None = None,
        keys: Sequence[str] = (),
        sources: int = 1,
    ) -> StoryId:
        number = next(self._numbers)
        at = at or self.clock.now()
        async with self.database.writing() as db:
            source = await db.session.scalar(select(func.min(SourceTable.id)))
            if source is None:
                source = await self._insert(db, SourceTable, _SOURCE | {"added_at": at})
            story = await self._insert(
                db,
                StoryTable,
                {
                    "stored_at": at,
                    "lead_article_id": None,
                    "score": score,
                    "districts": list(districts),
                    "sectors": list(sectors),
                    "keys": list(keys),
                    "amount_value": amount,
                    "amount_currency": None if amount is None else "KZT",
                    "source_count": sources,
                    "source_ids": [source],
                    "terms": terms_of(title or "", language),
                },
            )
            article = await self._insert(
                db,
                ArticleTable,
                {
                    "source_id": source,
                    "link": f"https://news.example.kz/{number}",
                    "title": title or f"Новость {number}",
                    "title_key": f"новость {number}",
                    "lead": "Подробности.",
                    "language": language,
                    "published_at": at,
                    "stored_at": at,
                    "updated_at": at,
                    "kept": True,
                    "score": score,
                    "reasons": [],
                    "districts": list(districts),
                    "sectors": list(sectors),
                    "story_id": story,
                },
            )
            await db.session.execute(
                update(StoryTable)
                .where(StoryTable.id == story)
                .values(lead_article_id=article, leads={language: article} if language else {})
            )
            for key in keys:
                row = {"key": key, "story_id": story}
                await db.session.execute(insert(StoryKeyTable).values(row))
        return StoryId(story)

    async def source(self, title: str) -> SourceId:
        async with self.database.writing() as db:
            url = f"https://{next(self._numbers)}.example.kz/feed"
            values = _SOURCE | {"title": title, "url": url, "added_at": self.clock.now()}
            return SourceId(await self._insert(db, SourceTable, values))

    async def also_told(
        self, story: StoryId, title: str, language: str, by: SourceId | None = None
    ) -> None:
        """Another article of the story, which leads for readers of its language."""
        async with self.database.writing() as db:
            lead = await db.session.get_one(StoryTable, story)
            first = await db.articles.get(ArticleId(lead.lead_article_id or 0))
            assert first is not None
            other = replace(
                first,
                title=title,
                title_key=title.lower(),
                language=language,
                source_id=by or first.source_id,
            )
            (article,) = await db.articles.add([other])
            lead.leads = {language: article, **lead.leads}
            lead.source_count += 1

    async def subscriber(self, chat_id: int = 100, **changed: Any) -> ChatId:
        """A reader in Almaty who subscribed an hour ago and is due at this moment."""
        now = self.clock.now()
        values = {
            "chat_id": chat_id,
            "kind": ChatKind.PRIVATE,
            "language": Language.RUSSIAN,
            "choices": {},
            "timezone": "Asia/Almaty",
            "digest_time": time(9, 0),
            "days": 0b1111111,
            "tells_nothing_new": False,
            "created_at": now,
            "subscribed_at": now - timedelta(hours=1),
            "next_digest_at": now,
        }
        async with self.database.writing() as db:
            await db.session.execute(insert(SubscriberTable).values(values | changed))
        return ChatId(chat_id)

    async def change(self, chat_id: int, **changed: Any) -> None:
        async with self.database.writing() as db:
            await db.session.execute(
                update(SubscriberTable).where(SubscriberTable.chat_id == chat_id).values(changed)
            )

    async def next_digest_at(self, chat_id: int = 100) -> datetime | None:
        async with self.database.reading() as db:
            reader = await db.editions.reader(ChatId(chat_id))
        assert reader is not None
        return reader.next_digest_at

    async def settle(self, state: RowState, *, was_uncertain: bool = False) -> None:
        """What became of every row that waits or is under way."""
        open_states = (RowState.PENDING, RowState.SENDING)
        async with self.database.writing() as db:
            await db.session.execute(
                update(OutboxTable)
                .where(OutboxTable.state.in_(open_states))
                .values(
                    state=state,
                    was_uncertain=was_uncertain,
                    message_ids=[7] if state is RowState.SENT else [],
                    finished_at=self.clock.now(),
                )
            )

    async def rows(self, chat_id: int | None = None) -> list[Sent]:
        query = (
            select(OutboxTable, BodyTable.outgoing)
            .join(BodyTable, BodyTable.id == OutboxTable.body_id)
            .order_by(OutboxTable.id)
        )
        async with self.database.reading() as db:
            found = [
                Sent(
                    id=row.id,
                    chat_id=row.chat_id or 0,
                    kind=row.kind,
                    state=row.state,
                    text=Outgoing.from_json(body).text,
                    key=row.unique_key,
                )
                for row, body in await db.session.execute(query)
            ]
        return [row for row in found if chat_id in (None, row.chat_id)]

    async def told(self, chat_id: int = 100) -> list[str]:
        """The texts of the chat's rows that are not cancelled or failed."""
        ended = (RowState.CANCELLED, RowState.FAILED)
        return [row.text for row in await self.rows(chat_id) if row.state not in ended]

    async def editions(self) -> list[tuple[int, ...]]:
        async with self.database.reading() as db:
            query = select(EditionTable.story_ids).order_by(EditionTable.id)
            return [tuple(ids) for ids in await db.session.scalars(query)]

    async def bodies(self) -> int:
        async with self.database.reading() as db:
            return await db.session.scalar(select(func.count()).select_from(BodyTable)) or 0

    async def ledger(self) -> int:
        async with self.database.reading() as db:
            return await db.session.scalar(select(func.count()).select_from(LedgerTable)) or 0

    @staticmethod
    async def _insert(db: Any, table: Any, values: dict[str, Any]) -> int:
        return int(await db.session.scalar(insert(table).values(values).returning(table.id)))


_SOURCE: dict[str, Any] = {
    "url": "https://news.example.kz/feed",
    "title": "Вестник",
    "timezone": "Asia/Almaty",
    "interval_minutes": 30,
    "state": "active",
    "next_poll_at": datetime.fromisoformat("2026-11-23T00:00:00+00:00"),
}
