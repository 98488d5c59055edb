"""Single values: two who both set one for the first time do not trip over each other."""

import asyncio

from storage.database import Database


async def _set(database: Database, value: str) -> None:
    async with database.writing() as db:
        await db.key_values.get("cursor")
        await db.key_values.set("cursor", value)


async def test_two_may_be_the_first_to_set_one(database: Database) -> None:
    await asyncio.gather(*(_set(database, str(number)) for number in range(8)))

    async with database.reading() as db:
        assert await db.key_values.get("cursor") in set(map(str, range(8)))


async def test_set_again_it_is_the_new_one(database: Database) -> None:
    await _set(database, "1")
    await _set(database, "2")

    async with database.reading() as db:
        assert await db.key_values.get("cursor") == "2"
