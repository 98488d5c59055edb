"""Watching an announcement on its way, and stopping it, in an admin's chat."""

from dataclasses import replace

import pytest

from model.announcements import Announcing
from model.outbox import RowState
from model.people import Role
from storage.tables import OutboxTable
from tests.handlers.town import Person, Town
from tests.publishing.announced import Broadcasts

SAID = "Открыт приём заявок"


@pytest.fixture
async def admin(town: Town) -> Person:
    """The admin of the settings, and two readers."""
    people = [town.person(user_id) for user_id in (9, 10, 11)]
    for each in people:
        await each.says("/start")
        await each.presses_first()
    return people[0]


@pytest.fixture
def post(town: Town) -> Broadcasts:
    return Broadcasts(town.database, town.clock)


async def sends(admin: Person) -> None:
    await admin.says("/announce")
    await admin.presses("Новое объявление")
    await admin.says(SAID)
    await admin.presses("📤 Отправить")
    await admin.presses("📤 Отправить: 3")


async def test_whoever_confirms_sees_how_far_it_is(admin: Person, post: Broadcasts) -> None:
    await sends(admin)
    assert "отправляется" in admin.screen.text
    assert SAID in admin.screen.text
    assert "Доставлено: 0 из 3" in admin.screen.text
    await post.feed()
    await post.arrives(10)
    await post.arrives(11, state=RowState.FAILED, error="Forbidden: bot was blocked by the user")
    post.clock.advance(5)
    await admin.town.cases["tell_progress"]()
    assert "Доставлено: 1 из 3" in admin.screen.text
    assert "66 %" in admin.screen.text
    assert "бот заблокирован: 1" in admin.screen.text


async def test_it_is_paused_resumed_and_cancelled(admin: Person, post: Broadcasts) -> None:
    await sends(admin)
    await post.feed()
    await admin.presses("Приостановить")
    assert "приостановлено" in admin.screen.text
    assert await post.rows(OutboxTable.id) == []
    await post.feed()
    assert await post.rows(OutboxTable.id) == []
    await admin.presses("Продолжить")
    assert "отправляется" in admin.screen.text
    await post.feed()
    assert len(await post.rows(OutboxTable.id)) == 3
    await post.arrives(10)
    await admin.presses("Отменить")
    assert "Ещё не получили: 2" in admin.screen.text
    await admin.presses("Нет")
    assert "отправляется" in admin.screen.text
    await admin.presses("Отменить")
    await admin.presses("Да")
    assert "отменена" in admin.screen.text
    assert "Не отправлено из-за отмены: 2" in admin.screen.text


async def test_a_screen_that_says_something_else_is_left_alone(
    admin: Person, post: Broadcasts
) -> None:
    await sends(admin)
    await post.feed()
    await admin.town.cases["tell_progress"]()
    for away, back in (("‹ Отправка", "📤"), ("📊", None), ("✖️", "Нет")):
        await admin.presses(away)
        shown = admin.screen.text
        await post.arrives(10)
        post.clock.advance(60)
        await admin.town.cases["tell_progress"]()
        assert admin.screen.text == shown
        if back is None:
            await admin.presses_data("watch:show:1")
        else:
            await admin.presses(back)
        assert "отправляется" in admin.screen.text


async def test_opened_anew_the_older_message_says_where_it_goes_on(
    admin: Person, post: Broadcasts
) -> None:
    await sends(admin)
    first = admin.screen
    await admin.says("/announce")
    await admin.presses("📤 Отправка")
    await admin.presses("📤 Открыт")
    assert "отправляется" in admin.screen.text
    assert "теперь следит сообщение ниже" in first.text
    second = admin.screen
    await admin.presses("Показать здесь", first)
    assert "отправляется" in first.text
    assert "теперь следит сообщение ниже" in second.text


async def test_a_press_on_an_old_message_shows_what_it_is(admin: Person, post: Broadcasts) -> None:
    await sends(admin)
    await post.feed()
    old = replace(admin.screen)
    await post.arrives()
    await post.feed()
    for press in ("⏸", "✖️"):
        await admin.presses(press, old)
        assert "отправлено" in admin.screen.text
    await admin.presses_data("watch:resume:1:0", old)
    assert "отправлено" in admin.screen.text
    assert "С тех пор всё изменилось" in admin.town.telegram.toasts[-1]
    await admin.presses_data("watch:stop:1", old)
    assert "отправлено" in admin.screen.text


async def test_two_admins_press_at_once(town: Town, admin: Person, post: Broadcasts) -> None:
    other = town.person(10)
    async with town.database.writing() as db:
        await db.roles.grant(10, Role.ADMIN, None, town.clock.now())
    await sends(admin)
    await other.says("/announce")
    await other.presses("📤 Отправка")
    await other.presses("📤 Открыт")
    await admin.presses("⏸")
    await other.presses("⏸")
    assert "приостановлено" in other.screen.text
    resume = replace(other.screen)
    await admin.presses("▶️")
    await admin.presses("⏸")
    await other.presses("▶️", resume)
    assert "приостановлено" in other.screen.text, "it has been paused once more since"
    await other.presses("▶️")
    assert "отправляется" in other.screen.text


async def test_whoever_may_only_write_watches(town: Town, admin: Person, post: Broadcasts) -> None:
    writer = town.person(10)
    async with town.database.writing() as db:
        await db.roles.grant(10, Role.OFFICIAL, None, town.clock.now())
        await db.roles.let_announce(10, Announcing.WRITE)
    await sends(admin)
    await writer.says("/announce")
    await writer.presses("📤 Отправка")
    await writer.presses("📤 Открыт")
    assert "отправляется" in writer.screen.text
    assert not [label for label in writer.screen.labels if "⏸" in label or "✖️" in label]
    for data in ("watch:pause:1", "watch:stop:1", "watch:resume:1:2"):
        await writer.presses_data(data)
        assert "кому это поручено" in town.telegram.toasts[-1]
    await admin.presses("⏸")
    assert "Приостановлено" in town.telegram.toasts[-1]


async def test_a_draft_is_opened_where_it_is_written(admin: Person) -> None:
    await admin.says("/announce")
    await admin.presses("Новое объявление")
    await admin.says(SAID)
    await admin.presses_data("watch:show:1")
    assert "ещё не отправляется" in admin.screen.text
    await admin.presses("Открыть")
    assert "Черновик" in admin.screen.text


async def test_what_does_not_exist_is_said_so(town: Town, admin: Person) -> None:
    for data in ("watch:show:404", "watch:pause:404", "watch:stop:404", "watch:resume:404:1"):
        await admin.presses_data(data)
        assert "больше нет" in town.telegram.toasts[-1]
    for data in ("watch:show:x", "watch:pause:", "watch:resume:1:x", "watch:resume:1"):
        await admin.presses_data(data)
    await admin.says("/announce")
    await admin.presses("📤 Отправка")
    assert "ничего не отправляется" in admin.screen.text
