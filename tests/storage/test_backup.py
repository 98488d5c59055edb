"""Backup while a bot works, restore where none does, and from SQLite to PostgreSQL."""

import tracemalloc
from pathlib import Path

import pytest

from common.errors import StorageError
from model.ids import ImportId
from model.search import SearchText
from storage import schema
from storage.backup import backup, restore
from storage.database import Database
from storage.running import InUseError, running
from storage.transaction import Transaction
from tests.clocks import ManualClock


async def remember(database: Database, value: str) -> None:
    async with database.writing() as db:
        await db.key_values.set("word", value)


async def remembered(database: Database) -> str | None:
    async with database.reading() as db:
        return await db.key_values.get("word")


async def test_a_backup_is_made_while_a_bot_works(database: Database, tmp_path: Path) -> None:
    await remember(database, "керуен")
    file = tmp_path / "copies" / "today.db"
    async with running(database.url), database.writing() as db:
        await db.key_values.set("word", "not committed yet")
        await backup(database.url, file)
    copy = Database(f"sqlite+aiosqlite:///{file}")
    assert await remembered(copy) == "керуен"
    await copy.close()
    assert [path.name for path in file.parent.glob("*.part*")] == []


async def test_a_restore_brings_everything_back(database: Database, tmp_path: Path) -> None:
    await remember(database, "before")
    await backup(database.url, tmp_path / "copy.db")
    await remember(database, "after")
    with pytest.raises(StorageError, match="--force"):
        await restore(database.url, tmp_path / "copy.db")
    assert await remembered(database) == "after"
    await database.close()
    await restore(database.url, tmp_path / "copy.db", force=True)
    assert await remembered(database) == "before"


async def test_a_restore_never_touches_a_database_at_work(
    database: Database, tmp_path: Path
) -> None:
    await remember(database, "at work")
    await backup(database.url, tmp_path / "copy.db")
    async with running(database.url):
        with pytest.raises(InUseError, match="stop it first"):
            await restore(database.url, tmp_path / "copy.db", force=True)
    assert await remembered(database) == "at work"


async def test_two_bots_share_a_database(database: Database) -> None:
    async with running(database.url), running(database.url):
        pass


async def test_no_bot_starts_in_the_middle_of_a_restore(database: Database) -> None:
    async with running(database.url, alone=True):
        with pytest.raises(InUseError, match="being restored"):
            async with running(database.url):
                pass


async def test_a_backup_fills_the_other_kind_of_database(
    database: Database, sqlite_url: str, tmp_path: Path
) -> None:
    grown = Database(sqlite_url + ".outgrown")
    await schema.migrate(grown.url)
    await remember(grown, "from the file")
    await backup(grown.url, tmp_path / "copy.db")
    await grown.close()
    await database.close()
    await restore(database.url, tmp_path / "copy.db")
    assert await remembered(database) == "from the file"


@pytest.mark.parametrize("content", [b"", b"no database at all, whatever its name says" * 100])
async def test_what_is_no_backup_is_refused(
    database: Database, tmp_path: Path, content: bytes
) -> None:
    await remember(database, "kept")
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    with pytest.raises(StorageError, match="no backup"):
        await restore(database.url, wrong, force=True)
    with pytest.raises(StorageError, match="no file"):
        await restore(database.url, tmp_path / "missing.db", force=True)
    assert await remembered(database) == "kept"


async def test_what_a_backup_brings_is_found(
    database: Database, sqlite_url: str, tmp_path: Path
) -> None:
    grown = Database(sqlite_url + ".outgrown")
    await schema.migrate(grown.url)
    async with grown.writing() as db:
        (story,) = await db.articles.begin_stories(1, ManualClock().now())
        await db.searches.put([SearchText(story, ("завод",), ("завод", "кента"), {})])
    await backup(grown.url, tmp_path / "copy.db")
    await grown.close()
    await database.close()
    await restore(database.url, tmp_path / "copy.db")
    async with database.writing() as db:
        assert await found(db) == [story]
        await db.searches.remove([story])
        assert await found(db) == []
    await restore(database.url, tmp_path / "copy.db", force=True)
    await backup(database.url, tmp_path / "again.db")
    copy = Database(f"sqlite+aiosqlite:///{tmp_path}/again.db")
    async with copy.reading() as db:
        assert await found(db) == [story]
    await copy.close()


async def found(db: Transaction) -> list[int]:
    groups = ((("завод", "кента"),),)
    return [one.id for one in await db.searches.matching(groups, 1, None, 10)]


async def test_files_are_copied_a_few_at_a_time(
    database: Database, postgres_url: str | None, tmp_path: Path
) -> None:
    """They are as large as all the rest together, and must not be in the memory at once."""
    async with database.writing() as db:
        for number in range(40):
            await db.imports.add(number, f"{number}.xlsx", bytes(2**20), ManualClock().now())
    tracemalloc.start()
    await backup(database.url, tmp_path / "copy.db")
    await database.close()
    if database.url == postgres_url:
        await restore(database.url, tmp_path / "copy.db", force=True)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30 * 2**20
    copy = Database(database.url)
    async with copy.reading() as db:
        kept = await db.imports.get(ImportId(1))
    await copy.close()
    assert kept is not None
    assert kept.content == bytes(2**20)
