"""A person's own data: seen, taken along, deleted."""

import json

from sqlalchemy import insert, select

from model.ids import SubscriberId
from model.people import Role
from storage.tables import AuditTable, BodyTable, LedgerTable, OutboxTable, RoleTable
from tests.handlers.town import Person, Town

# Every column of a subscriber's row, as the file names it; its own id means nothing to anyone.
KEPT = {
    "chat_id",
    "language",
    "digest",
    "news_languages",
    "districts",
    "sectors",
    "filters",
    "alerts",
    "alerted",
    "first_seen_at",
    "subscribed_at",
    "paused_at",
    "paused_until",
    "unreachable_at",
    "unreachable_reason",
    "next_digest_at",
    "topic",
    "question_asked",
    "last_hint_at",
    "menu",
    "role",
    "office",
    "digests",
    "messages",
}


async def subscribed(person: Person) -> SubscriberId:
    await person.says("/start")
    await person.presses_first()
    subscriber = await person.town.subscriber(person.chat_id)
    assert subscriber is not None
    return subscriber.id


async def rows_of_every_state(town: Town, person: Person, subscriber: SubscriberId) -> None:
    now = town.clock.now()
    async with town.database.writing() as db:
        body = await db.session.scalar(
            insert(BodyTable).values(key="b", outgoing="{}", created_at=now).returning(BodyTable.id)
        )
        for state in ("pending", "sending", "sent", "failed"):
            await db.session.execute(
                insert(OutboxTable).values(
                    subscriber_id=subscriber,
                    chat_id=person.chat_id,
                    body_id=body,
                    unique_key=state,
                    kind="digest",
                    priority=20,
                    action="send",
                    not_before=now,
                    state=state,
                    message_ids=[],
                    created_at=now,
                )
            )


async def test_delete_me_asks_once_and_says_what_it_removed(town: Town, person: Person) -> None:
    subscriber = await subscribed(person)
    await rows_of_every_state(town, person, subscriber)
    await person.says("/delete_me")
    assert await town.subscriber() is not None
    await person.presses("Удалить всё")
    assert person.screen.text.startswith("Готово. Удалено: настройки, подписка")
    assert await town.subscriber() is None
    async with town.database.reading() as db:
        rows = await db.session.execute(
            select(OutboxTable.unique_key, OutboxTable.state, OutboxTable.chat_id)
        )
        assert {key: (state, chat) for key, state, chat in rows} == {
            "pending": ("cancelled", None),
            "sending": ("sending", person.chat_id),  # until it has landed
            "sent": ("sent", None),
            "failed": ("failed", None),
        }
        assert (await db.session.scalars(select(LedgerTable))).all() == []


async def test_deleting_twice_and_old_buttons_afterwards(town: Town, person: Person) -> None:
    await subscribed(person)
    await person.says("/settings")
    old = person.screen
    await person.says("/privacy")
    await person.presses("Удалить мои данные")
    await person.presses("Удалить всё")
    await person.presses_data("privacy:delete:yes")
    assert person.screen.text == "О вас и так ничего не хранится."
    await person.presses("Время", on=old)
    assert town.telegram.toasts[-1] == "Ваших настроек здесь больше нет. Начать заново: /start"
    await person.says("/start")
    assert person.screen.labels[0] == "✅ Подписаться"


async def test_second_thoughts_keep_everything(town: Town, person: Person) -> None:
    await subscribed(person)
    await person.says("/settings")
    await person.presses("Мои данные")
    await person.presses("К настройкам")
    assert person.screen.text.startswith("Настройки")
    await person.says("/delete_me")
    await person.presses_first()
    assert person.screen.labels == ["‹ К настройкам"]
    assert person.screen.text == "Хорошо, всё остаётся как было."
    assert await town.subscriber() is not None


async def test_a_role_ends_first_and_its_acts_stay(town: Town) -> None:
    official = town.person(5)
    await subscribed(official)
    async with town.database.writing() as db:
        await db.roles.grant(5, Role.OFFICIAL, 9, town.clock.now())
    await official.says("/delete_me")
    await official.presses("Удалить всё")
    assert "Ваша роль (сотрудник) прекращена" in official.screen.text
    async with town.database.reading() as db:
        assert (await db.session.scalars(select(RoleTable))).all() == []
        act = (await db.session.scalars(select(AuditTable))).one()
    assert (act.actor_id, act.role, act.action) == (5, "official", "role.end")


async def test_an_admin_of_the_settings_is_told_so(town: Town) -> None:
    admin = town.person(9)
    await subscribed(admin)
    await admin.says("/delete_me")
    await admin.presses("Удалить всё")
    assert "Вы администратор по настройкам сервера" in admin.screen.text


async def test_the_export_holds_all_that_is_kept(town: Town, person: Person) -> None:
    await rows_of_every_state(town, person, await subscribed(person))
    await person.says("/privacy")
    await person.presses("Скачать мои данные")
    ((name, content),) = town.telegram.files
    data = json.loads(content)
    assert name.endswith(".json")
    assert data["chat_id"] == person.chat_id
    assert data["digest"]["time"] == "09:00"
    assert set(data) >= KEPT
    assert [message["state"] for message in data["messages"]] == [
        "pending",
        "sending",
        "sent",
        "failed",
    ]


async def test_there_is_nothing_to_export_of_a_stranger(town: Town, person: Person) -> None:
    await person.says("/privacy")
    await person.presses("Скачать мои данные")
    assert town.telegram.files == []
    assert town.telegram.toasts[-1] == "О вас ничего не хранится."


async def test_a_block_cancels_what_waits_and_nothing_else(town: Town, person: Person) -> None:
    await rows_of_every_state(town, person, await subscribed(person))
    await person.blocks()
    async with town.database.reading() as db:
        rows = await db.session.execute(select(OutboxTable.unique_key, OutboxTable.state))
        states = {key: state for key, state in rows}  # noqa: C416 - a Row is no pair to mypy
    assert states["pending"] == "cancelled"
    assert (states["sent"], states["failed"]) == ("sent", "failed")


async def test_what_waits_for_a_group_follows_it(town: Town, person: Person) -> None:
    group = person.at(-100).anonymously()
    await group.says("/start")
    subscriber = await town.subscriber(-100)
    assert subscriber is not None
    await rows_of_every_state(town, group, subscriber.id)
    await group.says(migrate_to_chat_id=-1001234567890)
    async with town.database.reading() as db:
        waiting = select(OutboxTable.chat_id).where(OutboxTable.state == "pending")
        assert set(await db.session.scalars(waiting)) == {-1001234567890}
