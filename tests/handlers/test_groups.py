"""Groups: an admin's word, topics, coming and going."""

from datetime import time
from typing import Any

import pytest
from markupsafe import Markup

from accounts.recognizing import Recognize
from common.errors import StorageError
from delivery.outgoing import Outgoing
from model.people import ChatKind
from tests.handlers.town import Person, Town

GROUP = -100
SUPERGROUP = -1001234567890
CHANNEL = -1009999999999


@pytest.fixture
def admin(town: Town) -> Person:
    town.telegram.admins |= {(GROUP, 1), (SUPERGROUP, 1)}
    return town.person(1)


async def test_being_added_offers_an_admin_a_digest(town: Town, admin: Person) -> None:
    await town.member_changed(GROUP, "left", "member", admin)
    group = admin.at(GROUP)
    assert "в эту группу" in group.screen.text
    stranger = town.person(2).at(GROUP)
    await stranger.presses_first()
    assert town.telegram.toasts[-1] == "Настройки группы меняют только её администраторы."
    before = await town.subscriber(GROUP)
    assert before is not None
    assert not before.is_subscribed
    await group.presses_first()
    assert group.screen.text.startswith("Подписка оформлена")
    after = await town.subscriber(GROUP)
    assert after is not None
    assert after.next_digest_at is not None
    assert after.title == "Инвесторы"


async def test_a_group_is_helped_with_what_works_in_it(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/help@keruen_bot")
    assert group.screen.text.startswith("Что я умею в группе")
    for private in ("/privacy", "/sources", "можно добавить в группу"):
        assert private not in group.screen.text
    await group.says("/privacy@keruen_bot")
    assert group.screen.rows == [[("💬 Открыть личный чат", "https://t.me/keruen_bot")]]


async def test_a_pause_is_refused_before_it_is_asked_about(town: Town, admin: Person) -> None:
    await admin.at(GROUP).says("/start")
    await admin.at(GROUP).presses_first()
    member = town.person(2).at(GROUP)
    for words in ("/pause", "/resume"):
        await member.says(words)
        assert member.screen.text == "Настройки группы меняют только её администраторы."
    await member.presses_data("pause:open")
    assert town.telegram.toasts[-1] == "Настройки группы меняют только её администраторы."
    await admin.at(GROUP).says("/pause")
    assert member.screen.text.startswith("Пауза")


async def test_a_right_is_never_cached(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/start")
    await group.presses_first()
    town.telegram.admins.clear()
    await group.presses_data("settings:time:1800")
    subscriber = await town.subscriber(GROUP)
    assert subscriber is not None
    assert subscriber.schedule.at == time(9)


async def test_an_admin_who_is_no_member_of_the_staff_needs_no_role(
    town: Town, admin: Person
) -> None:
    """An admin of the bot is nobody in a group that is not theirs."""
    group = town.person(9).at(GROUP)
    await admin.at(GROUP).says("/start")
    await group.presses_first()
    assert town.telegram.toasts[-1] == "Настройки группы меняют только её администраторы."


async def test_an_anonymous_admin_speaks_for_the_group(town: Town) -> None:
    group = town.person(3).at(GROUP).anonymously()
    await group.says("/settings")
    town.telegram.admins.add((GROUP, 3))  # a press tells who it really was
    await group.presses("Время")
    await group.says("8:30", reply=True)
    subscriber = await town.subscriber(GROUP)
    assert subscriber is not None
    assert subscriber.schedule.at == time(8, 30)


async def test_a_stranger_cannot_answer_for_the_group(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/settings")
    await group.presses("Время")
    await town.person(2).at(GROUP).says("7:00", reply=True)
    assert group.screen.text == "Настройки группы меняют только её администраторы."
    subscriber = await town.subscriber(GROUP)
    assert subscriber is not None
    assert subscriber.schedule.at == time(9)


async def test_the_digest_goes_to_the_topic_where_it_was_asked_for(
    town: Town, admin: Person
) -> None:
    topic = admin.at(SUPERGROUP, thread_id=5)
    await topic.says("/start")
    assert topic.screen.thread_id == 5
    await topic.presses_first()
    subscriber = await town.subscriber(SUPERGROUP)
    assert subscriber is not None
    assert subscriber.thread_id == 5
    elsewhere = admin.at(SUPERGROUP, thread_id=6)
    await elsewhere.says("/settings")
    await elsewhere.presses("Присылать в эту тему")
    subscriber = await town.subscriber(SUPERGROUP)
    assert subscriber is not None
    assert subscriber.thread_id == 6
    assert not any("в эту тему" in label for label in elsewhere.screen.labels)


async def test_put_out_and_added_again_keeps_every_choice(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/start")
    await group.presses_first()
    await group.presses_data("settings:time:1800")
    await town.member_changed(GROUP, "member", "kicked", admin)
    gone = await town.subscriber(GROUP)
    assert gone is not None
    assert gone.next_digest_at is None
    await town.member_changed(GROUP, "kicked", "member", admin)
    assert group.screen.text.startswith("Снова здравствуйте!")
    back = await town.subscriber(GROUP)
    assert back is not None
    assert back.schedule.at == time(18)
    assert back.next_digest_at is not None


async def test_a_promotion_is_no_arrival(town: Town, admin: Person) -> None:
    await town.member_changed(GROUP, "left", "member", admin)
    said = len(town.telegram.messages)
    await town.member_changed(GROUP, "member", "administrator", admin)
    assert len(town.telegram.messages) == said


async def test_a_group_becomes_a_supergroup(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/start")
    await group.presses_first()
    before = await town.subscriber(GROUP)
    await group.says(migrate_to_chat_id=SUPERGROUP)
    await admin.at(SUPERGROUP).says(migrate_from_chat_id=GROUP)
    assert await town.subscriber(GROUP) is None
    after = await town.subscriber(SUPERGROUP)
    assert before is not None
    assert after is not None
    assert (after.id, after.kind) == (before.id, ChatKind.SUPERGROUP)
    assert after.next_digest_at == before.next_digest_at


async def test_an_upgrade_that_looks_like_being_put_out_first(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/start")
    await group.presses_first()
    await town.member_changed(GROUP, "member", "left", admin)
    await town.member_changed(SUPERGROUP, "left", "member", admin)
    await admin.at(SUPERGROUP).says(migrate_from_chat_id=GROUP)
    after = await town.subscriber(SUPERGROUP)
    assert after is not None
    assert after.is_subscribed
    assert after.next_digest_at is not None


@pytest.mark.parametrize("data", ["settings:open", "welcome:yes", "digest:from:1:5", "news:latest"])
async def test_no_reader_of_a_channel_changes_what_all_see(town: Town, data: str) -> None:
    reader = town.person(2).at(CHANNEL)
    await town.telegram.send(CHANNEL, Outgoing(Markup("Дайджест")))
    await reader.presses_data(data)
    assert town.telegram.toasts[-1].startswith("Эта кнопка больше не действует")
    assert (reader.screen.text, reader.screen.edits) == ("Дайджест", 0)
    assert await town.subscriber(CHANNEL) is None


async def test_what_is_personal_stays_private(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    for command in ("/privacy", "/delete_me"):
        await group.says(command)
        assert group.screen.text == "Это лучше сделать в личном чате со мной."
    await group.presses_data("privacy:delete:yes")
    assert town.telegram.toasts[-1].startswith("Эта кнопка больше не действует")


@pytest.mark.parametrize(
    "told",
    [
        {"my_chat_member": None},
        {"message": {"migrate_to_chat_id": SUPERGROUP}},
        {"message": {"migrate_from_chat_id": GROUP}},
    ],
)
async def test_what_telegram_tells_is_not_lost_when_the_database_is_away(
    town: Town, admin: Person, monkeypatch: pytest.MonkeyPatch, told: dict[str, Any]
) -> None:
    """It is raised for the intake, which has it come again; an apology is not in its place."""

    async def away(*_: object, **__: object) -> None:
        raise StorageError("no database")

    for name in ("join_group", "migrate"):
        monkeypatch.setitem(town.dispatcher.workflow_data, name, away)
    with pytest.raises(StorageError):
        if message := told.get("message"):
            await admin.at(GROUP).says(**message)
        else:
            await town.member_changed(GROUP, "left", "member", admin)
    assert town.telegram.messages == []


async def test_only_what_was_said_to_the_bot_gets_an_apology(
    town: Town, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = admin.at(GROUP)
    await group.says("/start")

    async def away(*_: object, **__: object) -> None:
        raise StorageError("no database")

    monkeypatch.setattr(Recognize, "__call__", away)
    before = len(town.telegram.said(GROUP))
    for said in ("всем привет", "/news@another_bot"):
        await group.says(said)
    await group.says(new_chat_members=[admin.as_user])
    assert len(town.telegram.said(GROUP)) == before
    for said in ("@keruen_bot завод", "/news", "/news@keruen_bot"):
        await group.says(said)
    await group.says("завод", reply=True)
    await admin.says("завод")
    assert len(town.telegram.said(GROUP)) == before + 4
    assert len(town.telegram.said(admin.user_id)) == 1


async def test_whoever_only_looks_takes_no_question_away(town: Town, admin: Person) -> None:
    group = admin.at(GROUP)
    await group.says("/start")
    await group.presses_first()
    await group.says("/settings")
    await group.presses("Время")
    asked = group.screen
    await town.person(2).at(GROUP).presses_data("settings:main", asked)
    await group.says("8:30", reply=True)
    subscriber = await town.subscriber(GROUP)
    assert subscriber is not None
    assert subscriber.schedule.at == time(8, 30)
    await group.says("/settings")
    await group.presses("Время")
    await group.presses_data("settings:main")
    subscriber = await town.subscriber(GROUP)
    assert subscriber is not None
    assert subscriber.awaiting is None, "its admin does"
