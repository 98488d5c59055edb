"""/review, as admins meet it in their chats."""

from dataclasses import replace

import pytest

from model.ids import StoryId
from model.news import Review
from model.people import Role
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.news.desk import DOUBTFUL, OURS, SURE, Desk
from views.review_buttons import review_of, review_of_source

OLD = "Эта кнопка больше не действует. Откройте нужное заново: /help"
REFUSED = "Это доступно только администраторам."


@pytest.fixture
def desk(town: Town, clock: ManualClock) -> Desk:
    return Desk(town.database, clock, admins=frozenset({9, 10}))


@pytest.fixture
async def admin(town: Town, desk: Desk) -> Person:
    admin = town.person(9)
    await admin.says("/start")
    return admin


def data_of(person: Person, words: str) -> str:
    """What the button with these words says."""
    return next(data for row in person.screen.rows for label, data in row if words in label)


async def test_the_grey_zone_is_looked_through_card_by_card(
    town: Town, desk: Desk, admin: Person
) -> None:
    await desk.prints(DOUBTFUL, DOUBTFUL.replace("Аким", "Вчера аким"))
    await admin.says("/review")
    assert admin.screen.text.startswith(
        "Проверка · ждёт решения: 2\n"
        "⏳ Ждёт решения, читатели этого ещё не видят\n\n"
        "Вчера аким Туркестанской области встретился с делегацией и обсудил сотрудничество\n"
        "news.example · 23 ноября, 09:00 · русский\n\n"
        "🤖 Бот: скорее не подходит, оценка 0,"
    )
    assert "📍 Места: " in admin.screen.text
    await admin.presses("Дальше")
    assert "Вчера" not in admin.screen.text
    await admin.presses("Назад")
    await admin.presses("Оставить")
    assert admin.screen.text.startswith("✅ Оставлено: Вчера аким")
    assert "Проверка · ждёт решения: 1" in admin.screen.text
    await admin.presses("Не инвестиции")
    assert "Всё проверено" in admin.screen.text
    assert [(await desk.article(each)).review for each in (1, 2)] == [Review.DROPPED, Review.KEPT]
    await admin.presses("Отменить это решение")
    assert "↩️ Решение отменено" in admin.screen.text
    assert (await desk.article(1)).review is Review.WAITING
    assert len(town.telegram.said(9)) == 2  # the welcome, and one message for all of this


async def test_nothing_to_review(admin: Person) -> None:
    await admin.says("/review")
    assert "Всё проверено" in admin.screen.text
    assert admin.screen.labels == [], "what is empty has no button"
    await admin.presses_data("review:open:drop")
    assert "Всё проверено" in admin.screen.text


async def test_the_queues_lead_to_cards(desk: Desk, admin: Person) -> None:
    await desk.prints(SURE)
    await admin.says("/review")
    await admin.presses("Опубликовано за неделю: 1")
    assert "🟢 Опубликовано без проверки" in admin.screen.text
    assert "Сумма: 5 млрд тенге\nСтадия: запущено «открыли»" in admin.screen.text
    await admin.presses("Что показать")
    assert "Всё проверено" in admin.screen.text


async def test_facts_are_picked(desk: Desk, admin: Person) -> None:
    await desk.prints(SURE)
    await admin.presses_data("review:open:kept")
    await admin.presses("Исправить")
    await admin.presses("Отрасли")
    await admin.presses("Туризм")
    assert "✓ Туризм" in admin.screen.labels
    assert "Туризм ✏️" in admin.screen.text
    await admin.presses("✓ Туризм")
    assert "Туризм" in admin.screen.labels
    assert (await desk.article()).amendment is None
    await admin.presses("Назад")
    await admin.presses("Районы")
    await admin.presses("Сауранский район")
    await admin.presses("Назад")
    await admin.presses("Стадия")
    await admin.presses("меморандум")
    assert "✏️ Исправлено: " in admin.screen.text
    assert "Стадия: меморандум ✏️" in admin.screen.text
    await admin.presses("Исправить")
    await admin.presses("Стадия")
    await admin.presses("Как у бота")
    assert "Стадия: запущено «открыли»" in admin.screen.text


async def test_an_amount_and_jobs_are_typed(town: Town, desk: Desk, admin: Person) -> None:
    await desk.prints(SURE)
    await admin.presses_data("review:open:kept")
    await admin.presses("Исправить")
    await admin.presses("Сумма")
    assert "Сумма сейчас: 5 млрд тенге" in admin.screen.text
    await admin.says("много")
    assert "Не вижу здесь суммы с валютой" in admin.screen.text
    await admin.says("на самом деле 7,5 млрд тенге")
    assert "Сумма: 7,5 млрд тенге ✏️" in admin.screen.text
    await admin.says("9 млрд тенге")  # nobody asked any more
    assert (await desk.article()).amendment is not None
    await admin.presses_data("review:fix:kept:1")
    await admin.presses("Рабочие места")
    await admin.says("около 1 200 человек")
    assert "Рабочие места: 1 200 ✏️".replace(" 2", "\u00a02") in admin.screen.text
    await admin.presses("Исправить")
    await admin.presses("Рабочие места")
    await admin.presses("Не указано")
    assert "Рабочие места: не указано ✏️" in admin.screen.text
    subscriber = await town.subscriber(9)
    assert subscriber is not None
    assert subscriber.awaiting is None


async def test_an_answer_to_a_question_that_was_overtaken(
    town: Town, desk: Desk, admin: Person
) -> None:
    await desk.prints(SURE)
    await admin.presses_data("review:amount:kept:1")
    await desk.drops(1)
    await admin.says("7 млрд тенге")
    assert "⚠️ Вы уже решили: отклонено" in admin.screen.text
    assert (await desk.article()).amendment is None


async def test_going_back_takes_the_question_back(desk: Desk, admin: Person) -> None:
    await desk.prints(SURE)
    await admin.presses_data("review:amount:kept:1")
    await admin.presses("Назад")
    await admin.says("7 млрд тенге")
    await admin.presses_data("review:amount:kept:1")
    await admin.says("/review")
    await admin.says("7 млрд тенге")
    assert (await desk.article()).amendment is None


async def test_a_source_that_was_removed_takes_nothing_along(
    town: Town, desk: Desk, admin: Person
) -> None:
    source = await desk.source("ru")
    await desk.prints(DOUBTFUL)
    async with town.database.writing() as db:
        held = await db.sources.get(source, hold=True)
        assert held is not None
        await db.sources.save(replace(held, removed_at=town.clock.now()))
    await admin.says("/review")
    await admin.presses("Оставить")
    assert await desk.titles() == [DOUBTFUL]


async def test_a_huge_text_can_be_reviewed(desk: Desk, admin: Person) -> None:
    await desk.prints(f"{DOUBTFUL} {'и обсудил ' * 20_000}")
    await admin.says("/review")
    await admin.presses("Оставить")
    assert "✅ Оставлено: " in admin.screen.text


async def test_stories_are_joined_and_split(desk: Desk, admin: Person) -> None:
    await desk.prints(SURE, OURS)
    await admin.presses_data("review:open:kept")
    await admin.presses("Сюжет")
    await admin.presses("🔗")
    assert "🔗 Сюжеты объединены" in admin.screen.text
    assert "Сюжет: ещё 1 публикация (news.example)" in admin.screen.text
    await admin.presses("🔗 Сюжет")
    await admin.presses("о другом")
    assert "✂️ Теперь это отдельный сюжет" in admin.screen.text
    assert len(await desk.stories()) == 2
    await admin.presses("Исправить")
    await admin.presses("Отметить как исправленное")
    assert "✏️ Сюжет отмечен как исправленный" in admin.screen.text


async def test_two_admins_at_once(town: Town, desk: Desk, admin: Person) -> None:
    async with town.database.writing() as db:
        await db.roles.grant(10, Role.ADMIN, 9, town.clock.now())
    other = town.person(10)
    await desk.prints(DOUBTFUL)
    await admin.says("/review")
    await other.says("/review")
    await other.presses("Оставить")
    await admin.presses("Не наш регион")
    assert "⚠️ Другой редактор уже решил: оставлено (23 ноября" in admin.screen.text
    assert "✅ Оставлено редактором" in admin.screen.text
    assert await desk.titles() == [DOUBTFUL]


async def test_a_press_that_comes_twice_counts_once(desk: Desk, admin: Person) -> None:
    await desk.prints(DOUBTFUL)
    await admin.says("/review")
    data = data_of(admin, "Оставить")
    await admin.presses_data(data)
    await admin.presses_data(data)
    assert "✅ Оставлено" in admin.screen.text
    assert len(await desk.acts()) == len(await desk.labels()) == 1


async def test_a_story_is_reviewed_from_its_card(town: Town, desk: Desk, admin: Person) -> None:
    await desk.prints(SURE)
    (story,) = await desk.stories()
    stranger = town.person(2)
    await stranger.says(f"/start s_{story}")
    assert not [shown for shown in town.telegram.messages if "Проверить" in str(shown.labels)]
    await admin.says(f"/start s_{story}")
    card = next(shown for shown in town.telegram.messages if "🗂 Проверить" in shown.labels)
    await admin.presses("🗂 Проверить", card)
    assert admin.screen is not card
    assert "Проверка · в сюжете: 1" in admin.screen.text
    await admin.presses_data(review_of(StoryId(404)))
    assert "Всё проверено" in admin.screen.text


async def test_a_source_is_looked_through_from_its_card(desk: Desk, admin: Person) -> None:
    source = await desk.source("kz")
    await desk.prints(SURE, by="ru")
    await desk.prints(OURS, by="kz")
    await admin.presses_data(review_of_source(source))
    assert "Проверка · из источника: 1" in admin.screen.text
    assert OURS in admin.screen.text


PRESSES = [
    "review:open:all",
    "review:of:t1",
    "review:queues:all",
    "review:show:all:1",
    "review:older:all:1",
    "review:fix:all:1",
    "review:sectors:all:1",
    "review:amount:all:1",
    "review:story:all:1",
    "review:keep:all:1:{stamp}",
    "review:drop:all:1:{stamp}:topic",
    "review:on:all:1:{stamp}:energy",
    "review:set-amount:all:1:{stamp}:none",
    "review:join:all:1:{stamp}:1",
    "review:split:all:1:{stamp}",
    "review:mark:all:1:{stamp}",
    "review:undo:all:1",
]


async def test_nobody_else_can_press_anything(town: Town, desk: Desk, admin: Person) -> None:
    """A stranger, a subscriber, an official; with buttons made up or passed on."""
    await desk.prints(DOUBTFUL)
    await admin.says("/review")
    stamp = data_of(admin, "Оставить").rpartition(":")[2]
    stranger, subscriber, official = town.person(1), town.person(2), town.person(3)
    await subscriber.says("/start")
    async with town.database.writing() as db:
        await db.roles.grant(3, Role.OFFICIAL, 9, town.clock.now())
    for person in (stranger, subscriber, official):
        await person.says("/review")
        assert person.screen.text == REFUSED
        for press in PRESSES:
            await person.presses_data(press.format(stamp=stamp))
            assert town.telegram.toasts[-1] == REFUSED, press
            assert person.screen.text == REFUSED
    assert (await desk.article()).review is Review.WAITING
    assert await desk.acts() == []


@pytest.mark.parametrize(
    "data",
    [
        "review:",
        "review:keep",
        "review:keep:all",
        "review:keep:all:1",
        "review:keep:all:x:stamp",
        "review:keep:nowhere:1:stamp",
        "review:keep:s:1:stamp",
        "review:keep:sx:1:stamp",
        "review:keep:all:1:stamp:more",
        "review:drop:all:1:stamp",
        "review:drop:all:1:stamp:taste",
        "review:on:all:1:stamp:sorcery",
        "review:off:all:1:stamp:750000000",
        "review:set-stage:all:1:stamp:dreamt",
        "review:set-amount:all:1:stamp:5",
        "review:open:",
        "review:show:all:-1",
        "review:join:all:1:stamp",
        "review:undo:all:1000",
        "review:burn:all:1:stamp",
    ],
)
async def test_forged_buttons(town: Town, desk: Desk, admin: Person, data: str) -> None:
    await desk.prints(DOUBTFUL)
    shown = admin.screen.text
    await admin.presses_data(data)
    assert town.telegram.toasts[-1] == OLD
    assert admin.screen.text == shown
    assert await desk.acts() == []


async def test_an_article_that_is_gone(town: Town, desk: Desk, admin: Person) -> None:
    for data in ("review:show:all:404", "review:keep:all:404:stamp", "review:story:all:404"):
        await admin.presses_data(data)
        assert town.telegram.toasts[-1] == "Этой публикации больше нет."


async def test_a_card_is_for_no_group(town: Town, desk: Desk, admin: Person) -> None:
    await desk.prints(DOUBTFUL)
    await admin.says("/review")
    group = admin.at(-100)
    await group.says("/review")
    assert group.screen.text == "Это лучше сделать в личном чате со мной."
    await group.presses_data("review:open:all")
    assert town.telegram.toasts[-1] == OLD


async def test_an_admin_who_never_said_start(town: Town, desk: Desk) -> None:
    admin = town.person(9)
    await desk.prints(SURE)
    await admin.says("/review")
    await admin.presses("Опубликовано")
    await admin.presses("Исправить")
    await admin.presses("Сумма")
    await admin.says("7 млрд тенге")
    assert "Сумма: 7 млрд тенге ✏️" in admin.screen.text
