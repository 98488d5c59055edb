"""A database for a measurement: people and stories put in directly."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from storage import schema
from storage.database import Database
from storage.tables import ArticleTable, SourceTable, StoryTable, SubscriberTable

CHUNK = 5_000


@asynccontextmanager
async def database() -> AsyncIterator[Database]:
    """An empty SQLite database with the newest schema."""
    with TemporaryDirectory(prefix="keruen-bench-") as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'keruen.db'}"
        await schema.migrate(url)
        made = Database(url)
        try:
            yield made
        finally:
            await made.close()


async def people(database: Database, count: int, due_at: datetime) -> None:
    """Subscribers with the chat ids 1 to `count`, whose digest is due."""
    for start in range(0, count, CHUNK):
        rows: list[dict[str, Any]] = [
            {
                "chat_id": chat_id,
                "kind": "private",
                "language": ("ru", "kk", "en", "zh")[chat_id % 4],
                "choices": {},
                "timezone": "Asia/Almaty",
                "digest_time": time(9),
                "days": 127,
                "tells_nothing_new": False,
                "created_at": due_at - timedelta(days=1),
                "subscribed_at": due_at - timedelta(days=1),
                "next_digest_at": due_at,
            }
            for chat_id in range(start + 1, min(start + CHUNK, count) + 1)
        ]
        async with database.writing() as db:
            await db.session.execute(insert(SubscriberTable), rows)
        await asyncio.sleep(0)


async def stories(database: Database, count: int, stored_at: datetime) -> None:
    """Kept stories, an article each."""
    numbers = range(1, count + 1)
    await source(database, stored_at)
    async with database.writing() as db:
        await db.session.execute(insert(StoryTable), story_rows(numbers, stored_at))
        await db.session.execute(insert(ArticleTable), article_rows(numbers, stored_at))


async def source(database: Database, added_at: datetime) -> None:
    """The one that all articles are of."""
    row = {
        "id": 1,
        "url": "https://example.kz/rss",
        "title": "Пример",
        "timezone": "UTC",
        "interval_minutes": 30,
        "state": "active",
        "next_poll_at": datetime(2100, 1, 1, tzinfo=UTC),
        "failures": 0,
        "added_at": added_at,
    }
    async with database.writing() as db:
        await db.session.execute(insert(SourceTable), [row])


def story_rows(numbers: Iterable[int], stored_at: datetime) -> list[dict[str, Any]]:
    """Each led by the article of the same number."""
    return [
        {
            "id": n,
            "stored_at": stored_at,
            "lead_article_id": n,
            "leads": {"ru": n},
            "score": 1.0,
            "source_count": 1,
            "districts": [],
            "sectors": [],
        }
        for n in numbers
    ]


def article_rows(numbers: Iterable[int], stored_at: datetime) -> list[dict[str, Any]]:
    return [
        {
            "id": n,
            "source_id": 1,
            "link": f"https://example.kz/{n}",
            "title": f"Завод номер {n} в Кентау",
            "title_key": f"завод номер {n}",
            "lead": "Инвестор вкладывает в производство два миллиарда тенге.",
            "language": "ru",
            "stored_at": stored_at,
            "updated_at": stored_at,
            "kept": True,
            "score": 1.0,
            "reasons": [],
            "story_id": n,
            "districts": [],
            "sectors": [],
        }
        for n in numbers
    ]
