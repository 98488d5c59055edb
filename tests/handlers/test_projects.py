"""A project's card, as people open it, and what is behind its buttons."""

from dataclasses import replace
from typing import Any

import pytest

from model.ids import FileId
from model.news import Stage as ProjectStage
from model.partial_dates import PartialDate
from model.people import Scope
from model.projects import (
    Blocker,
    Document,
    DocumentKind,
    Field,
    Memorandum,
    Milestone,
    Project,
    StoryLink,
    Suspension,
    Why,
)
from projects.recording import ConfirmUnchanged, RecordChanges
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.projects.makers import OFFICIAL, SAIRAM, WHEN, add, make_official, rights
from tests.publishing.stage import Stage

WHY = Why("акт осмотра", "https://akimat.example.kz/act")


@pytest.fixture
def stage(town: Town, clock: ManualClock) -> Stage:
    """The region's news."""
    return Stage(town.database, clock)


@pytest.fixture
async def official(town: Town) -> Person:
    await make_official(town.database)
    return town.person(OFFICIAL)


async def changes(town: Town, project: Project, **fields: Any) -> Project:
    """The official changes some fields; the project as it is then."""
    by = await make_official(town.database)
    record = RecordChanges(town.database, town.clock, rights())
    told = {Field(name): value for name, value in fields.items()}
    return (await record(by, project.id, told, WHY, seen=project.version)).project


async def test_a_card_says_where_a_project_stands(town: Town, person: Person) -> None:
    project = await add(
        town.database,
        zone="turan",
        place="село Шорнак",
        capacity="10 млн м ткани в год",
        memorandum=Memorandum("12", PartialDate(2023, 8, 30)),
        physical=40,
        jobs_created=30,
    )
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    assert person.screen.text == (
        "Завод кабельной продукции\n"
        "🔖 Код: TUR-001\n"
        "\n"
        "●●○○○○ меморандум\n"
        "🧱 Построено: 40 %\n"
        "📅 План: завершение — июнь 2026\xa0года\n"
        "⏰ Опоздание: 146 дней\n"
        "\n"
        "💰 Сумма: 3 млрд тенге (30 августа 2023\xa0года)\n"
        "👷 Рабочие места: план — 120, создано — 30\n"
        "⚙️ Мощность: 10 млн м ткани в год\n"
        "📝 Меморандум: № 12, 30 августа 2023\xa0года\n"
        "🏢 Инвестор: Henan Cable Co., Ltd (Китай)\n"
        "🏷 Отрасль: Электротехника\n"
        "📍 Где: город Кентау, СЭЗ «Туран», село Шорнак\n"
        "\n"
        "🕓 Внесён в реестр: 23 ноября\n"
        "Почему: по итогам совещания (example.kz)\n"
        "✅ Подтверждено: 23 ноября"
    )
    assert person.screen.labels == [
        "📜 История",
        "🗺 На карте",
        "🔔 Следить",
        "↗️ Поделиться",
        "🔳 QR-код",
    ]


async def test_an_official_sees_what_others_do_not(town: Town, official: Person) -> None:
    project = await add(
        town.database,
        curator=OFFICIAL,
        notes="Ждём техусловий.",
        blockers=(
            Blocker(1, "Нет подстанции", PartialDate(2026, 9)),
            Blocker(2, "Спор о земле", PartialDate(2025), PartialDate(2026, 2)),
        ),
        suspension=Suspension("нет сетей", PartialDate(2026, 10, 1)),
        lapsed=True,
    )
    await official.says("/help")
    await official.presses_data(f"project:show:{project.id}")
    text = official.screen.text
    assert "👤 Куратор: Данияр" in text
    assert "⛔️ Препятствие: Нет подстанции (сентябрь 2026" in text
    assert "Спор о земле" not in text
    assert "🗒 Заметки: Ждём техусловий." in text
    assert "🧾 Других сведений о сумме: 1" in text
    assert "⏸ Приостановлен: нет сетей · 1 октября 2026" in text
    assert "⌛️ Меморандум утратил силу" in text
    assert "✏️ Обновить" in official.screen.labels
    await official.presses("Все суммы")
    assert official.screen.text == (
        "Что сообщали о сумме · Завод кабельной продукции\n\n"
        "▫️ 7 млн долларов США («7 млн долларов», 2024 год)\n"
        "✅ 3 млрд тенге (30 августа 2023\xa0года) — на карточке"
    )
    await official.presses("К проекту")
    assert official.screen.text == text


async def test_what_changed_last_is_on_the_card_and_in_the_history(
    town: Town, person: Person, official: Person
) -> None:
    project = await add(town.database)
    town.clock.advance(86_400)
    await changes(town, project, stage=ProjectStage.CONSTRUCTION, physical=10)
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    assert (
        "🕓 Последнее изменение: 24 ноября\n"
        "• Стадия: меморандум → строительство\n"
        "• Построено: 10 %\n"
        "Почему: акт осмотра (akimat.example.kz)\n"
        "✅ Подтверждено: 24 ноября"
    ) in person.screen.text
    await person.presses("История")
    assert person.screen.text.startswith(
        "История · Завод кабельной продукции\n\n"
        "24 ноября\n"
        "• Построено: 10 %\n"
        "• Стадия: меморандум → строительство\n"
        "Почему: акт осмотра (akimat.example.kz)\n\n"
        "23 ноября · внесён в реестр\n"
    )
    assert "Данияр" not in person.screen.text
    await person.presses("‹ Старее" if "‹ Старее" in person.screen.labels else "Раньше")
    assert "24 ноября" not in person.screen.text

    await official.says("/help")
    await official.presses_data(f"project:history:{project.id}:0")
    assert "24 ноября · Данияр\n1. Построено: 10 %\n2. Стадия" in official.screen.text
    undo = [data for row in official.screen.rows for label, data in row if "Вернуть: " in label]
    assert undo == ["update:undo:" + data.rpartition(":")[2] for data in undo]
    assert len(undo) == 2, "what a project began with is not undone"


async def test_a_card_says_how_old_it_is(town: Town, person: Person) -> None:
    project = await add(town.database)
    town.clock.advance(95 * 86_400)
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    assert "⚠️ Давно не подтверждалось: 23 ноября 2026\xa0года (95 дней назад)" in person.screen.text


async def test_milestones_in_the_order_in_which_they_are_due(town: Town, person: Person) -> None:
    project = await add(
        town.database,
        milestones=(
            Milestone(1, "Запуск", PartialDate(2027, 6)),
            Milestone(2, "Фундамент", PartialDate(2026, 10, 1)),
            Milestone(3, "Проект", PartialDate(2026, 3), PartialDate(2026, 4, 2)),
        ),
    )
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    assert "⚠️ Просроченный этап: «Фундамент», срок: 1 октября 2026" in person.screen.text
    await person.presses("Этапы: 3")
    assert person.screen.text == (
        "Этапы · Завод кабельной продукции\n\n"
        "✅ «Проект», выполнено: 2 апреля 2026\xa0года\n"
        "⚠️ «Фундамент», срок: 1 октября 2026\xa0года — просрочено\n"
        "▫️ «Запуск», срок: июнь 2027\xa0года"
    )


async def test_stories_of_a_project_open_and_lead_back(
    stage: Stage, town: Town, person: Person
) -> None:
    project = await add(town.database)
    stories = [await stage.story(f"Новость {number}") for number in range(8)]
    async with town.database.writing() as db:
        await db.project_stories.link([StoryLink(project.id, one, WHEN) for one in stories])
    await stage.subscriber(person.user_id)
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}:news:latest")
    card = person.screen.text
    assert "📰 Новость 7 · Вестник · 23 ноября" in card
    await person.presses("Новости: 8")
    assert "1. Новость 7" in person.screen.text
    assert "Новость 1" not in person.screen.text
    await person.presses("2")
    assert person.screen.text.startswith("Новость 6")
    assert "🏗 Проект: Завод кабельной продукции" in person.screen.labels
    await person.presses("Назад")
    assert "1. Новость 7" in person.screen.text
    await person.presses("К проекту")
    assert person.screen.text == card
    await person.presses("Назад")
    assert person.screen.text.startswith("Последние новости")


def paper(number: int, title: str, **more: Any) -> Document:
    made = Document(FileId(number), DocumentKind.DOCUMENT, title, f"tg-{number}", WHEN)
    return replace(made, **more)


async def test_documents_are_sent_and_what_telegram_lost_comes_from_our_copy(
    town: Town, person: Person, official: Person
) -> None:
    project = await add(town.database)
    async with town.database.writing() as db:
        number = await db.project_files.add(project.id, "akt.pdf", b"%PDF", "tg-1", WHEN)
    await changes(
        town,
        project,
        documents=(
            paper(number, "Акт ввода", is_public=True),
            paper(number + 1, "Служебная записка"),
        ),
    )
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    await person.presses("Документы: 1")
    assert "1. 📄 Акт ввода · 23 ноября" in person.screen.text
    assert "Служебная" not in person.screen.text
    here = person.screen
    await person.presses("1")
    assert person.screen.text == "Акт ввода\nЗавод кабельной продукции"
    town.telegram.lost_files.add(f"tg-{number}")
    await person.presses("1", here)
    assert town.telegram.files == [("akt.pdf", b"%PDF")]
    await person.presses_data(f"project:file:{project.id}:{number + 1}", here)
    assert here.text == "Такого проекта в реестре нет.", "a forged number sends nothing internal"
    town.telegram.lost_files.add(f"tg-{number + 1}")
    await official.says("/help")
    await official.presses_data(f"project:documents:{project.id}:0")
    assert "Служебная записка · 23 ноября · служебный" in official.screen.text
    await official.presses_data(f"project:file:{project.id}:{number + 1}")
    assert "не удаётся отправить" in town.telegram.toasts[-1]


async def test_a_place_opens_as_a_map(town: Town, person: Person) -> None:
    zoned = await add(town.database, zone="turan")
    nowhere = await add(town.database)
    await person.says("/help")
    await person.presses_data(f"project:map:{zoned.id}")
    chat, place = town.telegram.places[-1]
    assert (chat, place.latitude, place.longitude) == (person.user_id, 43.3, 68.27)
    assert place.address == "примерно: город Кентау, СЭЗ «Туран»"
    await person.presses_data(f"project:map:{nowhere.id}")
    assert "не указано" in town.telegram.toasts[-1]


async def test_a_qr_code_is_a_picture_of_the_link(town: Town, person: Person) -> None:
    project = await add(town.database)
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    await person.presses("QR-код")
    assert person.screen.picture is not None
    assert "Код: TUR-001." in person.screen.text


async def test_a_link_shows_everyone_the_public_view(
    town: Town, person: Person, official: Person
) -> None:
    await add(town.database, notes="Ждём техусловий.", curator=OFFICIAL)
    await person.says("/start p_TUR-001")
    public = person.screen.text
    await official.says("/start p_tur-001")
    assert official.screen.text == public
    await official.presses("Служебная карточка")
    assert "Ждём техусловий." in official.screen.text
    await make_official(town.database, OFFICIAL, Scope(frozenset({SAIRAM})))
    await official.says("/start p_TUR-001")
    assert "🔐 Служебная карточка" in official.screen.labels, "still its curator"
    group = official.at(-100)
    await group.says("/status@keruen_bot TUR-001")
    assert group.screen.text == public
    assert "🔐 Служебная карточка" not in group.screen.labels
    other = town.person(1020)
    await make_official(town.database, 1020, Scope(frozenset({SAIRAM})))
    await other.says("/start p_TUR-001")
    assert "🔐 Служебная карточка" not in other.screen.labels


async def test_a_project_deleted_meanwhile_says_so(
    town: Town, person: Person, official: Person
) -> None:
    project = await add(town.database)
    await person.says("/help")
    await person.presses_data(f"project:show:{project.id}")
    await changes(town, project, deleted=True)
    for verb in ("show", "back", "history", "stories", "milestones", "documents", "map", "qr"):
        for who in (person, official):
            await who.says("/help")
            await who.presses_data(f"project:{verb}:{project.id}")
            assert who.screen.text == "Такого проекта в реестре нет.", verb


@pytest.mark.parametrize(
    "data",
    [
        "project:show:",
        "project:show:x",
        "project:show:-1",
        "project:show:" + "9" * 40,
        "project:history:404:0",
        "project:history:x:y",
        "project:file:1",
        "project:file:1:x",
        "project:qr:",
        "project:map:٣",
    ],
)
async def test_forged_buttons_get_a_sentence(town: Town, person: Person, data: str) -> None:
    await person.says("/help")
    await person.presses_data(data)
    assert person.screen.text == "Такого проекта в реестре нет."


@pytest.mark.parametrize("page", ["9" * 18, "99999", "x"])
async def test_pages_that_are_not_there_are_empty(town: Town, person: Person, page: str) -> None:
    project = await add(town.database)
    await person.says("/help")
    await person.presses_data(f"project:history:{project.id}:{page}")
    assert "История · Завод" in person.screen.text


async def test_in_a_group_a_project_is_a_message_of_its_own(town: Town, person: Person) -> None:
    project = await add(town.database)
    group = person.at(-100)
    await group.says("/help@keruen_bot")
    await group.presses_data(f"project:show:{project.id}:news:latest")
    assert len(town.telegram.said(-100)) == 2
    await group.presses("История")
    await group.presses("К проекту")
    assert len(town.telegram.said(-100)) == 2
    await changes(town, project, deleted=True)
    await group.presses("История")
    assert town.telegram.toasts[-1] == "Такого проекта в реестре нет."
    assert group.screen.text.startswith("Завод кабельной продукции")


async def test_an_official_takes_off_a_story_of_something_else(
    stage: Stage, town: Town, person: Person, official: Person
) -> None:
    project, story = await add(town.database), await stage.story("О другом заводе")
    async with town.database.writing() as db:
        await db.project_stories.link([StoryLink(project.id, story, WHEN)])
    await person.says("/help")
    await person.presses_data(f"project:stories:{project.id}:0")
    assert not [label for label in person.screen.labels if "Не о проекте" in label]
    await person.presses_data(f"project:unlink:{project.id}:{story}")
    assert "только сотрудникам" in town.telegram.toasts[-1]

    await official.says("/help")
    await official.presses_data(f"project:stories:{project.id}:0:projects:list:-:0")
    await official.presses("Не о проекте: 1")
    assert official.screen.text.startswith("Новость «О другом заводе» не о проекте «Завод")
    await official.presses("убрать")
    assert "Новостей об этом проекте пока нет." in official.screen.text
    await official.presses_data(f"project:unlink:{project.id}:{story}")
    await official.presses_data(f"project:doubt:{project.id}:{story}")
    assert official.screen.text == "Такого проекта в реестре нет."
    async with town.database.reading() as db:
        link = await db.project_stories.get(project.id, story)
        acts = await db.audit.last_actor(f"project:{project.id}", ("project.unlink",))
    assert link is not None
    assert link.dismissed_at is not None
    assert acts == OFFICIAL


async def test_who_said_last_that_it_is_so(town: Town, official: Person) -> None:
    project = await add(town.database)
    other = await make_official(town.database, 1020, name="Гүлнұр")
    town.clock.advance(86_400)
    await ConfirmUnchanged(town.database, town.clock, rights())(other, project.id)
    await official.says("/help")
    await official.presses_data(f"project:show:{project.id}")
    assert official.screen.text.endswith("✅ Подтверждено: 24 ноября, Гүлнұр")
    await changes(town, project, physical=10)
    await official.presses_data(f"project:show:{project.id}")
    assert official.screen.text.endswith("✅ Подтверждено: 24 ноября, Данияр")
