"""After an announcement was sent: corrected, taken back, sent again, looked up; over real HTTP."""

from collections.abc import Callable
from typing import Any

from tests.journeys.stage import Journey, Person, buttons
from tests.projects.makers import add


class Stage:
    """An admin and two readers; one of them may be out of reach."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.admin = journey.admin()
        self.first, self.second = journey.person("Сергей"), journey.person("Марат")

    @classmethod
    async def begun(cls, journey: Journey) -> "Stage":
        await journey.starts()
        stage = cls(journey)
        for person in (stage.admin, stage.first, stage.second):
            await person.subscribes()
        return stage

    async def announces(
        self, say: Callable[[], object] | str, before: Callable[[], None] = lambda: None
    ) -> None:
        """To everyone, and it has arrived; `before` it leaves something happens."""
        await self.admin.says("/announce")
        await self.admin.presses("Новое объявление")
        if isinstance(say, str):
            await self.admin.says(say)
        else:
            say()
            await self.journey.settles()
        await self.admin.presses("📤 Отправить")
        before()
        await self.admin.presses("📤 Отправить")
        for _ in range(2):  # the second look sees that everybody has it
            await self.journey.time_passes(minutes=1)

    async def opens_results(self) -> None:
        """Of the last announcement."""
        await self.admin.says("/announcements")
        await self.admin.presses(next(each for each in self.admin.labels if each.startswith("№")))

    async def carries_out(self) -> None:
        """What was decided is done, and the screen says so."""
        for _ in range(2):
            await self.journey.time_passes(minutes=1)
        await self.admin.presses("Обновить")


async def test_corrected_it_reads_otherwise_where_it_stands(idle_journey: Journey) -> None:
    stage = await Stage.begun(idle_journey)
    await stage.announces("Приём заявок до пятницы")
    await stage.opens_results()
    await stage.admin.presses("Исправить у всех")
    await stage.admin.presses("Русский")
    await stage.admin.presses("Заменить")
    await stage.admin.says("Приём заявок до субботы")
    await stage.admin.presses("Исправить у всех…")
    assert "Исправим у получателей: 3" in stage.admin.screen
    await stage.admin.presses("Исправить: 3")
    await stage.carries_out()
    assert "Исправлено: 3" in stage.admin.screen
    for person in (stage.first, stage.second):
        (one,) = person.said_with("Приём заявок")
        assert one["text"] == "Приём заявок до субботы"
        assert "edit_date" in one
    assert len(idle_journey.sandbox.calls("editMessageText", 0)) >= 3


async def test_of_an_album_one_caption_is_corrected(idle_journey: Journey) -> None:
    stage = await Stage.begun(idle_journey)
    sandbox, admin = idle_journey.sandbox, stage.admin
    items: list[dict[str, Any]] = [
        {"photo": (f"{n}.jpg", b"%d" % n), "text": f"Подпись {n}"} for n in range(3)
    ]
    await stage.announces(lambda: sandbox.album(admin.user_id, items))
    before = [dict(each) for each in stage.first.messages[-3:]]
    await stage.opens_results()
    await admin.presses("Исправить у всех")
    await admin.presses("Русский")
    await admin.presses("Заменить")
    items[1]["text"] = "Исправленная подпись"
    sandbox.album(admin.user_id, items)
    await idle_journey.settles()
    await admin.presses("Исправить у всех…")
    await admin.presses("Исправить: 3")
    await stage.carries_out()
    after = stage.first.messages[-3:]
    assert [each["caption"] for each in after] == [
        "Подпись 0",
        "Исправленная подпись",
        "Подпись 2",
    ]
    assert [each["message_id"] for each in after] == [each["message_id"] for each in before]
    assert len({each["media_group_id"] for each in after}) == 1


async def test_taken_back_it_is_gone_and_two_days_later_it_stays(idle_journey: Journey) -> None:
    stage = await Stage.begun(idle_journey)
    await stage.announces("Первое объявление")
    await idle_journey.time_passes(hours=49)
    await stage.announces("Второе объявление")
    await stage.opens_results()
    await stage.admin.presses("Отозвать")
    await stage.admin.presses("Отозвать и удалить: 3")
    await stage.carries_out()
    assert "Удалено: 3" in stage.admin.screen
    assert stage.first.said_with("Второе объявление") == []
    await stage.admin.says("/announcements первое")
    await stage.admin.presses(next(each for each in stage.admin.labels if each.startswith("№")))
    await stage.admin.presses("Отозвать")
    assert "Удалим у получателей: 0" in stage.admin.screen
    assert "Telegram удалить не даёт: 3" in stage.admin.screen
    await stage.admin.presses("Отозвать и удалить: 0")
    await stage.carries_out()
    assert "Уже не достать: 3" in stage.admin.screen
    assert len(stage.first.said_with("Первое объявление")) == 1
    assert idle_journey.sandbox.calls("deleteMessages")
    await stage.first.says("/announcements")
    assert "ничего не объявляли" in stage.first.screen


async def test_a_month_later_nothing_is_corrected(idle_journey: Journey) -> None:
    stage = await Stage.begun(idle_journey)
    await stage.announces("Приём заявок до пятницы")
    await idle_journey.time_passes(hours=24 * 31)
    await stage.opens_results()
    await stage.admin.presses("Исправить у всех")
    await stage.admin.presses("Русский")
    await stage.admin.presses("Заменить")
    await stage.admin.says("Приём заявок до субботы")
    await stage.admin.presses("Исправить у всех…")
    assert "отправлено больше 30 дней назад: 3" in stage.admin.screen
    await stage.admin.presses("Исправить: 0")
    await stage.carries_out()
    assert "Уже не достать: 3" in stage.admin.screen
    assert stage.first.said_with("Приём заявок")[0]["text"] == "Приём заявок до пятницы"


async def test_who_was_refused_gets_it_anew(idle_journey: Journey) -> None:
    stage = await Stage.begun(idle_journey)
    idle_journey.expected_refusals.append("MESSAGE_REFUSED")

    def refuses_one() -> None:
        idle_journey.sandbox.fault(
            "sendMessage", 1, code=400, description="Bad Request: MESSAGE_REFUSED"
        )

    await stage.announces("Собрание инвесторов", refuses_one)
    await stage.opens_results()
    assert "Доставлено: 2 из 3" in stage.admin.screen
    assert "MESSAGE_REFUSED: 1" in stage.admin.screen
    await stage.admin.presses("Отправить тем, кто не получил")
    await stage.admin.presses("📤 Отправить")
    await stage.admin.presses("📤 Отправить: 1")
    await idle_journey.time_passes(minutes=1)
    for person in _everybody(stage):
        arrived = idle_journey.sandbox.arrived("Собрание инвесторов")
        assert arrived[person.chat_id] == 1, person


async def test_who_pressed_a_button_is_written_to(idle_journey: Journey) -> None:
    stage = await Stage.begun(idle_journey)
    project = await add(idle_journey.program.database)
    admin, first = stage.admin, stage.first
    await admin.says("/announce")
    await admin.presses("Новое объявление")
    await admin.says("Пуск завода")
    await admin.presses("Кнопки")
    await admin.presses("＋ Проект")
    await admin.says(project.code)
    await admin.presses("Завод кабельной")
    await admin.presses("К черновику")
    await admin.presses("📤 Отправить")
    await admin.presses("📤 Отправить")
    for _ in range(2):
        await idle_journey.time_passes(minutes=1)
    for _ in range(2):
        await first.presses("Завод кабельной")
        assert project.code in first.screen
    await stage.opens_results()
    assert "Завод кабельной продукции: 1" in admin.screen
    await admin.presses("Написать тем, кто нажал кнопку")
    await admin.presses("Завод кабельной продукции · 1")
    await admin.presses("Русский")
    await admin.says("Приглашаем на экскурсию")
    await admin.presses("📤 Отправить")
    await admin.presses("📤 Отправить: 1")
    await idle_journey.time_passes(minutes=1)
    assert set(idle_journey.sandbox.arrived("Приглашаем на экскурсию")) == {first.chat_id}


async def test_a_reader_looks_up_what_was_announced_with_its_pictures(
    idle_journey: Journey,
) -> None:
    stage = await Stage.begun(idle_journey)
    sandbox, admin = idle_journey.sandbox, stage.admin
    items = [{"photo": (f"{n}.jpg", b"%d" % n), "text": f"Завод {n}"} for n in range(2)]
    await stage.announces(lambda: sandbox.album(admin.user_id, items))
    await stage.first.says("/announcements заводы")
    await stage.first.presses("1")
    album = stage.first.messages[-2:]
    assert [each["caption"] for each in album] == ["Завод 0", "Завод 1"]
    assert all("photo" in each for each in album)
    assert not any(buttons(each) for each in album)


def _everybody(stage: Stage) -> tuple[Person, ...]:
    return stage.admin, stage.first, stage.second
