"""/digest, the pages of an edition, links into one, /news and /stats, as people meet them."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from delivery.outgoing import Outgoing
from model.outbox import RowState
from model.people import ChatKind, Choices
from storage.tables import EditionTable, StoryTable
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.publishing.stage import Stage

FIVE_PAGES = 30


@pytest.fixture
def stage(town: Town, clock: ManualClock) -> Stage:
    """The region's news."""
    return Stage(town.database, clock)


@pytest.fixture
async def reader(stage: Stage, person: Person) -> Person:
    """A person who has subscribed; their next digest is due tomorrow."""
    await stage.subscriber(person.user_id)
    await stage.tick()
    return person


async def test_digest_gives_what_is_new_and_counts_it_as_had(stage: Stage, reader: Person) -> None:
    await stage.story("Построен завод")
    await reader.says("/digest")
    assert "Построен завод" in reader.screen.text
    await reader.says("/digest")
    assert "Пока ничего нового для вас" in reader.screen.text
    assert "завтра в 09:00" in reader.screen.text
    stage.clock.advance(24 * 3600)
    fresh = await stage.story("Открыт тепличный комплекс")
    await stage.tick()
    assert (await stage.editions())[-1] == (fresh,)


async def test_the_same_update_again_is_answered_with_the_same_edition(
    town: Town, stage: Stage, reader: Person
) -> None:
    await stage.story("Построен завод")
    await reader.says("/digest")
    await stage.story("Другая новость")
    town._updates -= 1
    await reader.says("/digest")
    assert [text.count("завод") for text in town.telegram.said(reader.user_id)] == [1, 1]
    assert "Другая новость" not in reader.screen.text
    assert await stage.ledger() == 1


async def test_an_answer_that_was_dropped_was_not_had(
    town: Town, stage: Stage, reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dropped(chat_id: int, outgoing: Outgoing) -> None:
        return None

    await stage.story("Построен завод")
    with monkeypatch.context() as busy:
        busy.setattr(town.telegram, "send", dropped)
        await reader.says("/digest")
    assert await stage.ledger() == 0
    await reader.says("/digest")
    assert "Построен завод" in reader.screen.text


async def test_digest_takes_over_one_that_waits_and_gives_it_back_if_it_cannot_answer(
    town: Town, stage: Stage, reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.story("Построен завод")
    await stage.change(reader.user_id, next_digest_at=stage.clock.now())
    await stage.tick()

    async def dropped(chat_id: int, outgoing: Outgoing) -> None:
        return None

    with monkeypatch.context() as busy:
        busy.setattr(town.telegram, "send", dropped)
        await reader.says("/digest")
    assert [row.state for row in await stage.rows()] == [RowState.CANCELLED]
    await stage.tick()
    assert len(await stage.told(reader.user_id)) == 1
    await reader.says("/digest")
    assert "Построен завод" in reader.screen.text
    assert await stage.told(reader.user_id) == []


async def test_while_a_digest_is_being_sent_digest_says_so(stage: Stage, reader: Person) -> None:
    await stage.story()
    await stage.change(reader.user_id, next_digest_at=stage.clock.now())
    await stage.tick()
    await stage.settle(RowState.SENDING)
    await reader.says("/digest")
    assert "уже отправляется" in reader.screen.text
    assert await stage.ledger() == 1


async def test_a_stranger_sees_the_days_news(stage: Stage, person: Person) -> None:
    await stage.story("Построен завод")
    await person.says("/digest")
    assert "Построен завод" in person.screen.text
    assert await stage.ledger() == 0


async def test_without_news_digest_says_what_to_do(stage: Stage, person: Person) -> None:
    await person.says("/digest")
    assert "/start" in person.screen.text
    await stage.subscriber(person.user_id, paused_at=stage.clock.now(), next_digest_at=None)
    await person.says("/digest")
    assert "/resume" in person.screen.text
    await person.presses("Последние новости")
    assert "Новостей пока нет" in person.screen.text


async def test_more_turns_the_page_in_place_and_back(stage: Stage, reader: Person) -> None:
    for number in range(FIVE_PAGES):
        await stage.story(f"Новость № {number} " + "о большом заводе " * 12)
    await reader.says("/digest")
    first = reader.screen.text
    await reader.presses("Ещё")
    assert reader.screen.text != first
    assert reader.screen.edits == 1
    await reader.presses("Назад")
    assert reader.screen.text == first


async def test_pages_work_for_ever_and_after_a_story_is_gone(
    town: Town, stage: Stage, reader: Person
) -> None:
    for number in range(FIVE_PAGES):
        await stage.story(f"Новость № {number} " + "о большом заводе " * 12)
    await reader.says("/digest")
    async with town.database.writing() as db:
        await db.session.execute(
            update(StoryTable).where(StoryTable.id == 30).values(lead_article_id=None)
        )
    stage.clock.advance(365 * 24 * 3600)
    await reader.presses("Ещё")
    assert "29 новостей" in reader.screen.text


@pytest.mark.parametrize("data", ["digest:from:404:0", "digest:from:x:y", "digest:old", "digest:"])
async def test_a_button_of_nothing_says_so(
    town: Town, stage: Stage, reader: Person, data: str
) -> None:
    await stage.story()
    await reader.says("/digest")
    before = reader.screen.text
    await reader.presses_data(data)
    assert "больше нет" in town.telegram.toasts[-1]
    assert reader.screen.text == before


async def test_a_link_opens_an_edition_for_anyone(town: Town, stage: Stage, reader: Person) -> None:
    await stage.story("Построен завод")
    await reader.says("/digest")
    friend = town.person(2002, "en")
    await friend.says("/start e_1")
    said = town.telegram.said(2002)
    assert "Построен завод" in said[0]
    assert "Investment news" in said[0]
    assert said[1].startswith("This is Keruen: investment news of Turkistan Region")
    digest = town.telegram.messages[-2]
    assert digest.labels[-2:] == ["✅ Subscribe", "↗️ Share"]
    await friend.presses("Subscribe", on=digest)
    assert digest.edits == 0
    assert friend.screen.text.startswith("You are subscribed")
    await reader.says("/start e_1")
    assert "Построен завод" in reader.screen.text


async def test_a_link_to_no_edition_is_answered(stage: Stage, reader: Person) -> None:
    await reader.says("/start e_404")
    assert "больше нет" in reader.screen.text
    await reader.says("/start e_nonsense")
    assert "Здравствуйте" in reader.screen.text


async def test_news_is_paged_and_leaves_no_mark(stage: Stage, reader: Person) -> None:
    for number in range(1, 15):
        await stage.story(f"Новость № {number}.")
    await reader.says("/news")
    assert "№ 14." in reader.screen.text
    assert "№ 9." in reader.screen.text
    assert "№ 8." not in reader.screen.text
    await reader.presses("Раньше")
    assert "№ 8." in reader.screen.text
    await stage.story("Новость № 15.")  # moves no page
    await reader.presses("Раньше")
    assert "№ 2." in reader.screen.text
    assert not any("Раньше" in label for label in reader.screen.labels)
    await reader.presses("Новее")
    assert "№ 8." in reader.screen.text
    await reader.presses("Новее")
    assert "№ 14." in reader.screen.text
    await reader.presses("Новее")
    assert "№ 15." in reader.screen.text
    assert not any("Новее" in label for label in reader.screen.labels)
    assert await stage.ledger() == 0


async def test_news_is_of_the_languages_that_were_chosen(stage: Stage, person: Person) -> None:
    await stage.subscriber(person.user_id, choices={"news_languages": ["kk"]})
    await stage.story("Орысша", language="ru")
    for _ in range(120):
        await stage.story("Ағылшынша", language="en")
    await stage.story("Қазақша", language="kk")
    await person.says("/news")
    assert "Қазақша" in person.screen.text
    assert "Орысша" not in person.screen.text
    assert person.screen.labels == ["1"]


async def test_an_edition_is_kept_when_its_button_is_pressed_by_a_forgotten_person(
    town: Town, stage: Stage, reader: Person
) -> None:
    await stage.story("Построен завод")
    await reader.says("/digest")
    shown = reader.screen
    await reader.says("/delete_me")
    await reader.presses_first()
    await reader.presses_data("digest:from:1:0", shown)
    assert "Построен завод" in shown.text
    async with town.database.reading() as db:
        assert await db.session.get(EditionTable, 1) is not None


GROUP, TOPIC = -(10**12) - 5, 77


async def test_in_a_group_the_digest_is_answered_in_its_topic_and_more_opens_the_bot(
    town: Town, stage: Stage, person: Person
) -> None:
    for number in range(FIVE_PAGES):
        await stage.story(f"Новость № {number} " + "о большом заводе " * 12)
    await stage.subscriber(GROUP, kind=ChatKind.SUPERGROUP, thread_id=1)
    member = person.at(GROUP, TOPIC)
    await member.says("/digest")
    assert member.screen.thread_id == TOPIC
    label, url = next(row[0] for row in member.screen.rows if not row[0][0].isdigit())
    assert label.startswith("Ещё")
    await person.says("/start " + url.partition("?start=")[2])
    said = town.telegram.said(person.user_id)[0]
    assert "30 новостей" in said
    assert "Новость № 29 " not in said  # it stood first in the group's message


async def test_numbers_are_for_admins_in_private(town: Town, stage: Stage, reader: Person) -> None:
    await reader.says("/stats")
    assert "только администраторам" in reader.screen.text
    admin = town.person(9)
    await admin.says("/stats")
    assert "Подписчики: получают 1," in admin.screen.text
    await admin.at(GROUP).says("/stats")
    assert "в личном чате" in admin.at(GROUP).screen.text
    assert admin.at(GROUP).screen.rows == [[("💬 Открыть личный чат", "https://t.me/keruen_bot")]]


async def test_digest_in_a_pause_says_until_when(town: Town, stage: Stage, reader: Person) -> None:
    await reader.says("/pause")
    await reader.presses("На неделю")
    await reader.says("/digest")
    assert reader.screen.text.endswith(
        "Дайджест на паузе до 30 ноября. Возобновить раньше: /resume"
    )


async def test_who_has_not_subscribed_is_offered_to(
    town: Town, stage: Stage, person: Person
) -> None:
    await person.says("/start")
    await person.says("/digest")
    assert person.screen.labels == ["✅ Подписаться", "📰 Последние новости"]
    await stage.story("Построен завод")
    await person.says("/digest")
    assert "⏸ Пауза" not in person.screen.labels
    await person.presses("Подписаться")
    assert person.screen.text.startswith("Подписка оформлена")


async def test_a_choice_that_leaves_no_news_is_said(
    town: Town, stage: Stage, reader: Person
) -> None:
    await stage.story("Построен завод")
    async with town.database.writing() as db:
        before = await db.subscribers.get(reader.user_id, hold=True)
        assert before is not None
        english = replace(before, choices=Choices(news_languages=frozenset({"en"})))
        await db.subscribers.save(english)
    await reader.says("/news")
    assert reader.screen.text == "По вашему выбору новостей пока нет."
    await reader.presses("Что присылать")
    assert "English" in reader.screen.text
