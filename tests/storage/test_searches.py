"""The search index on both databases: what is put is found, and the vocabulary keeps count."""

from sqlalchemy import insert

from model.ids import StoryId
from model.search import SearchText
from storage.database import Database
from storage.tables import StoryTable
from storage.transaction import Transaction
from tests.clocks import ManualClock


async def stories(db: Transaction, count: int) -> None:
    lists: dict[str, list[str]] = {"districts": [], "sectors": []}
    now = ManualClock().now()
    rows = [
        {"id": n, "stored_at": now, "score": 1.0, "source_count": 1, **lists}
        for n in range(1, count + 1)
    ]
    await db.session.execute(insert(StoryTable), rows)


def of(story: int, *terms: str, title: str = "") -> SearchText:
    words = {term: term + "а" for term in terms if term[0] not in "@=#"}
    return SearchText(StoryId(story), tuple(title.split()), tuple(sorted(terms)), words)


async def found(
    database: Database, *groups: tuple[tuple[str, ...], ...], least: int = 9
) -> list[int]:
    async with database.reading() as db:
        return [one.id for one in await db.searches.matching(groups, least, None, 500)]


async def test_found_by_any_alternative_of_each_group_the_newest_first(database: Database) -> None:
    async with database.writing() as db:
        await stories(db, 3)
        await db.searches.put([of(1, "завод", "@кентау"), of(2, "зауыт", "кентау"), of(3, "завод")])
    assert await found(database, (("завод",), ("зауыт",))) == [3, 2, 1]
    assert await found(database, (("завод",), ("зауыт",)), (("@кентау",), ("кентау",))) == [2, 1]
    assert await found(database, (("завод", "@кентау"),)) == [1]
    assert await found(database, (("завод",),), (("кентау",),), least=1) == [3, 2, 1]


async def test_a_story_told_anew_is_found_by_its_new_words_only(database: Database) -> None:
    async with database.writing() as db:
        await stories(db, 2)
        await db.searches.put([of(1, "завод", "рис"), of(2, "завод")])
    async with database.writing() as db:
        await db.searches.put([of(1, "завод", "хлопок")])
        assert await db.searches.known(["завод", "рис", "хлопок"]) == {"завод": 2, "хлопок": 1}
    assert await found(database, (("рис",),)) == []
    assert await found(database, (("хлопок",),)) == [1]
    async with database.writing() as db:
        await db.searches.remove([StoryId(1)])
        assert await db.searches.known(["завод", "рис", "хлопок"]) == {"завод": 1}
    assert await found(database, (("завод",),)) == [2]
