"""Those who block the bot and come back, and those who want to be forgotten."""

from sqlalchemy import text

from tests.journeys.stage import Journey

NEWS = "Завод кабеля построят в Кентау"
MORE_NEWS = "В Сайраме откроют фабрику"


async def test_blocked_gets_nothing_and_keeps_every_choice(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/settings")
    await person.presses("Время")
    await person.presses("18:00")
    before = await person.profile()
    journey.sandbox.block(person.user_id)
    await journey.settles()
    since = len(journey.sandbox.calls())
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=48)
    assert not [call for call in journey.sandbox.calls(since=since) if "chat_id" in call["params"]]
    away = await person.profile()
    assert (away.schedule, away.language) == (before.schedule, before.language)

    journey.sandbox.unblock(person.user_id)
    await journey.settles()
    await journey.news_arrives(MORE_NEWS)
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1
    assert person.said_with(NEWS) == person.said_with(MORE_NEWS), "one catch-up, not two"
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1


async def test_block_that_telegram_did_not_tell_of(journey: Journey) -> None:
    """The bot learns of it from the 403."""
    person = journey.person("Сергей")
    await person.subscribes()
    journey.sandbox.fault(
        "sendMessage",
        chat_id=person.user_id,
        code=403,
        description="Forbidden: bot was blocked by the user",
    )
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert not person.said_with(NEWS)
    assert (await person.profile()).unreachable_at is not None
    await person.says("/start")
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1


async def test_delete_me_leaves_nothing_personal(journey: Journey) -> None:
    # Numbers that nothing else looks like: they are searched for in every column.
    person = journey.person("Сергей", id=700_100_200_300)
    other = journey.person("Айгерім", id=700_100_200_301)
    await person.subscribes()
    await other.subscribes()
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert person.said_with(NEWS)
    await person.says("/delete_me")
    await person.presses("Удалить всё")
    assert person.screen.startswith("Готово")
    assert await journey.subscriber(person.user_id) is None
    assert await _mentions(journey, person.user_id) == []
    assert "subscribers.chat_id" in await _mentions(journey, other.user_id)
    await journey.news_arrives(MORE_NEWS)
    await journey.time_passes(hours=24)
    assert not person.said_with(MORE_NEWS)
    assert len(other.said_with(MORE_NEWS)) == 1


async def _mentions(journey: Journey, number: int) -> list[str]:
    """The columns of all tables in which the number stands, alone or inside a text."""
    found = []
    async with journey.program.database.reading() as db:
        tables = await db.session.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'table'")
        )
        for table in tables.all():
            rows = await db.session.execute(text(f'SELECT * FROM "{table}"'))
            for row in rows.mappings():
                found += [f"{table}.{name}" for name, value in row.items() if _has(value, number)]
    return found


def _has(value: object, number: int) -> bool:
    return value == number or (isinstance(value, str) and str(number) in value)
