"""Subscribers, roles and channels in the database, seen through a second session."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from accounts.actor import Actor
from accounts.recognizing import Recognize, Sender
from accounts.rights import NotAllowedError, Rights
from accounts.subscribing import Channel, SeedChannels, Subscribe
from model.ids import ChatId, StoryId
from model.people import ChatKind, Choices, Language, Role, Schedule, State, Subscriber
from publishing.slots import next_slot
from storage.database import Database
from storage.tables import EditionTable, LedgerTable, OutboxTable, StoryTable
from storage.transaction import Transaction
from tests.clocks import ManualClock

CLOCK = ManualClock()
NOW = CLOCK.now()
OLD, NEW = -100, -1001234567890


async def create(
    database: Database, chat_id: int, *, subscribed: bool = False, **changed: object
) -> Subscriber:
    async with database.writing() as db:
        kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.GROUP
        made = await db.subscribers.get_or_create(
            chat_id, kind, Language.RUSSIAN, Schedule(), NOW, "Имя"
        )
        if subscribed:
            changed |= {"subscribed_at": NOW, "next_digest_at": NOW + timedelta(days=1)}
        await db.subscribers.save(replace(made, **changed))  # type: ignore[arg-type]
    return await get(database, chat_id)


async def get(database: Database, chat_id: int) -> Subscriber:
    async with database.reading() as db:
        found = await db.subscribers.get(chat_id)
    assert found is not None
    return found


async def test_what_is_saved_comes_back(database: Database) -> None:
    made = await create(
        database,
        1,
        language=Language.CHINESE,
        schedule=Schedule(days=frozenset({1, 6}), timezone="Asia/Kathmandu"),
        choices=Choices(frozenset({"kk"}), frozenset({"611600000"}), frozenset({"it"})),
        tells_nothing_new=True,
        thread_id=7,
        paused_at=NOW,
        paused_until=NOW,
        awaiting="time",
        menu="abc",
    )
    assert made.schedule.days == {1, 6}
    assert made.choices.districts == {"611600000"}
    assert (made.language, made.thread_id, made.awaiting) == (Language.CHINESE, 7, "time")


async def test_two_first_words_at_once_make_one_row(database: Database) -> None:
    made = await asyncio.gather(*(create(database, 1) for _ in range(5)))
    assert len({each.id for each in made}) == 1


async def test_concurrent_changes_lose_nothing(database: Database) -> None:
    await create(database, 1)

    async def add(day: int) -> None:
        async with database.writing() as db:
            before = await db.subscribers.get(1, hold=True)
            assert before is not None
            languages = before.choices.news_languages | {str(day)}
            await db.subscribers.save(replace(before, choices=Choices(languages)))

    await asyncio.gather(*(add(day) for day in range(10)))
    assert (await get(database, 1)).choices.news_languages == set(map(str, range(10)))


async def test_unreachable_keeps_the_first_reason(database: Database) -> None:
    await create(database, 1, subscribed=True, schedule=Schedule(timezone="Asia/Tashkent"))
    for reason in ("blocked", "chat not found"):
        async with database.writing() as db:
            await db.subscribers.mark_unreachable(1, reason, NOW)
    gone = await get(database, 1)
    assert (gone.unreachable_reason, gone.next_digest_at) == ("blocked", None)
    assert gone.schedule.timezone == "Asia/Tashkent"


async def test_a_topic_is_forgotten(database: Database) -> None:
    await create(database, OLD, thread_id=5)
    async with database.writing() as db:
        await db.subscribers.forget_thread(OLD)
    assert (await get(database, OLD)).thread_id is None


async def ledger(
    database: Database, subscriber: Subscriber, key: str, row_state: str | None = None
) -> None:
    """An edition of two stories that the chat asked for, or that a row in this state carries."""
    async with database.writing() as db:
        row = None if row_state is None else await _row(db, subscriber, key, row_state)
        edition = await db.session.scalar(
            insert(EditionTable)
            .values(
                key=key,
                choices={},
                since=NOW,
                until=NOW,
                story_ids=[1, 2],
                last_story_id=2,
            )
            .returning(EditionTable.id)
        )
        await db.session.execute(
            insert(LedgerTable).values(
                subscriber_id=subscriber.id, edition_id=edition, row_id=row, created_at=NOW
            )
        )


async def _row(db: Transaction, subscriber: Subscriber, key: str, state: str) -> int | None:
    values = {"state": state, "kind": "digest", "priority": 20, "action": "send"}
    values |= {"not_before": NOW, "created_at": NOW, "message_ids": []}
    return await db.session.scalar(
        insert(OutboxTable)
        .values(
            subscriber_id=subscriber.id,
            chat_id=subscriber.chat_id,
            body_id=await db.outbox.body(key, "{}", NOW),
            unique_key=key,
            **values,
        )
        .returning(OutboxTable.id)
    )


async def test_what_was_had_is_what_arrived(database: Database) -> None:
    reader = await create(database, 1, subscribed=True)
    await ledger(database, reader, "asked for")
    for state in ("sent", "uncertain", "sending", "pending", "failed", "cancelled"):
        await ledger(database, reader, state, row_state=state)
    async with database.reading() as db:
        assert await db.subscribers.count_received(reader.id) == 4
        received = await db.subscribers.received(reader.id)
    assert [(each.at, each.stories) for each in received] == [(NOW, 2)] * 4


async def says(database: Database, chat: Subscriber) -> None:
    """It wants more of a story, and looks for something."""
    async with database.writing() as db:
        story = await db.session.scalar(select(StoryTable.id))
        if story is None:
            (story,) = await db.articles.begin_stories(1, NOW)
        await db.tastes.say(chat.id, StoryId(story), 1, NOW)
        await db.searches.keep(chat.id, "завод", NOW)


@pytest.mark.parametrize(
    ("old_subscribed", "new_subscribed", "kept"),
    [(True, False, "old"), (False, True, "new"), (True, True, "old"), (False, False, "old")],
)
async def test_two_rows_of_one_group_become_one(
    database: Database, old_subscribed: bool, new_subscribed: bool, kept: str
) -> None:
    old = await create(database, OLD, subscribed=old_subscribed)
    new = await create(database, NEW, subscribed=new_subscribed)
    await ledger(database, old, "a")
    await ledger(database, new, "b")
    for chat in (old, new):
        await says(database, chat)
    for _ in range(2):
        async with database.writing() as db:
            await db.subscribers.migrate(OLD, NEW)
    after = await get(database, NEW)
    assert after.id == (old.id if kept == "old" else new.id)
    assert after.kind is ChatKind.SUPERGROUP
    assert after.is_subscribed is (old_subscribed or new_subscribed)
    async with database.reading() as db:
        assert await db.subscribers.get(OLD) is None
        assert len(await db.subscribers.received(after.id)) == 2
        assert len(await db.tastes.likings(after.id)) == 1
        assert len(await db.searches.of(after.id)) == 2


async def test_a_hint_an_hour(database: Database) -> None:
    await create(database, 1)
    hour, taken = timedelta(hours=1), []
    for minutes in (0, 59, 60, 61):
        async with database.writing() as db:
            at = NOW + timedelta(minutes=minutes)
            taken.append(await db.subscribers.take_hint(1, at, hour))
    assert taken == [True, False, True, False]


async def test_the_numbers_of_the_audience(database: Database) -> None:
    await create(database, 1, subscribed=True)
    await create(database, 2, subscribed=True, paused_at=NOW)
    await create(database, 3, subscribed=True, paused_at=NOW, paused_until=NOW)
    await create(database, 4, subscribed=True, unreachable_at=NOW, language=Language.KAZAKH)
    await create(database, 5)
    async with database.reading() as db:
        readership = await db.subscribers.readership(NOW + timedelta(days=1))
        later = await db.subscribers.readership(NOW + timedelta(days=8))
    assert readership.by_language == {
        Language.RUSSIAN: {State.ACTIVE: 2, State.PAUSED: 1, State.VISITOR: 1},
        Language.KAZAKH: {State.UNREACHABLE: 1},
    }
    assert (readership.new_this_week, readership.lost_this_week) == (4, 1)
    assert (later.new_this_week, later.lost_this_week) == (0, 0)


async def test_roles_are_read_anew_each_time(database: Database) -> None:
    rights = Rights(frozenset({9}))
    recognize = Recognize(database, rights, Language.RUSSIAN)

    async def role(user_id: int | None) -> Role:
        return (await recognize(Sender(1, ChatKind.PRIVATE, user_id))).role

    assert await role(9) is Role.ADMIN
    assert await role(5) is Role.SUBSCRIBER
    assert await role(None) is Role.SUBSCRIBER
    async with database.writing() as db:
        await db.roles.grant(5, Role.OFFICIAL, 9, NOW)
        await db.roles.grant(5, Role.ADMIN, 9, NOW)
    assert await role(5) is Role.ADMIN
    async with database.writing() as db:
        assert await db.roles.all() == {5: Role.ADMIN}
        await db.roles.revoke(5)
    assert await role(5) is Role.SUBSCRIBER


async def test_a_role_that_does_not_suffice_is_refused(database: Database) -> None:
    actor = Actor(ChatId(5), ChatKind.PRIVATE, 5, Language.RUSSIAN, role=Role.ADMIN)
    async with database.reading() as db:
        with pytest.raises(NotAllowedError) as refused:
            await Rights(frozenset()).require(db, actor, Role.ADMIN)
        assert refused.value.key == "error-needs-admin"
        assert await Rights(frozenset({5})).require(db, actor, Role.OFFICIAL) is Role.ADMIN


class Nobody:
    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        return False


async def test_subscribing_in_a_group_is_its_admins(database: Database) -> None:
    subscribe = Subscribe(database, CLOCK, next_slot, Nobody(), Schedule())
    actor = Actor(ChatId(OLD), ChatKind.GROUP, 5, Language.RUSSIAN)
    with pytest.raises(NotAllowedError):
        await subscribe(actor)
    async with database.reading() as db:
        assert await db.subscribers.get(OLD) is None
    assert (await subscribe(replace(actor, speaks_as_chat=True))).is_subscribed


async def test_channels_of_the_settings_are_subscribers_from_the_start(
    database: Database,
) -> None:
    seed = SeedChannels(database, CLOCK, next_slot, Schedule(), Language.RUSSIAN)
    one, two = Channel(-1, "Канал", Language.KAZAKH), Channel(-2)
    await seed([one, two])
    first = await get(database, -1)
    assert (first.kind, first.language) == (ChatKind.CHANNEL, Language.KAZAKH)
    assert first.next_digest_at == next_slot(Schedule(), NOW)
    assert (await get(database, -2)).language is Language.RUSSIAN
    await seed([one, two])
    assert await get(database, -1) == first


async def test_a_channel_taken_out_of_the_settings_is_let_go(database: Database) -> None:
    seed = SeedChannels(database, CLOCK, next_slot, Schedule(), Language.RUSSIAN)
    await seed([Channel(-1), Channel(-2)])
    await seed([Channel(-1)], complete=False)
    assert (await get(database, -2)).is_subscribed
    await seed([Channel(-1)])
    gone = await get(database, -2)
    assert (gone.subscribed_at, gone.next_digest_at) == (None, None)
    await seed([Channel(-1), Channel(-2)])
    assert (await get(database, -2)).next_digest_at is not None


async def test_a_channel_out_of_reach_stays_so_at_the_next_start(database: Database) -> None:
    seed = SeedChannels(database, CLOCK, next_slot, Schedule(), Language.RUSSIAN)
    await seed([Channel(-1)])
    async with database.writing() as db:
        await db.subscribers.mark_unreachable(-1, "kicked", NOW)
    await seed([Channel(-1)])
    assert (await get(database, -1)).next_digest_at is None


async def test_being_forgotten_leaves_no_row(database: Database) -> None:
    subscriber = await create(database, 1, subscribed=True)
    await ledger(database, subscriber, "a")
    async with database.writing() as db:
        await db.outbox.forget(subscriber.id, NOW)
        await db.subscribers.delete(subscriber.id)
    async with database.reading() as db:
        assert await db.subscribers.get(subscriber.chat_id) is None
        assert await db.subscribers.get(1) is None
        assert (await db.session.scalars(select(LedgerTable))).all() == []
