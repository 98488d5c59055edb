"""Watching an announcement on its way, and stopping it, in an admin's chat."""

import pytest

from model.outbox import RowState
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
