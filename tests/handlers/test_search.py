"""/search, words said to the bot, the pages of an answer, and `@bot words`, as people meet them."""

import json

import pytest
from sqlalchemy import func, select

from common.errors import StorageError
from news.storing import retell
from storage.searches import Searches
from storage.tables import SearchTable
from tests.clocks import ManualClock
from tests.handlers.town import BOT, Person, Town
from tests.publishing.stage import Stage

GROUP = -100


@pytest.fixture
def stage(town: Town, clock: ManualClock) -> Stage:
    return Stage(town.database, clock)


async def told(stage: Stage, *titles: str, language: str = "ru") -> None:
    stories = {await stage.story(title, language=language) for title in titles}
    async with stage.database.writing() as db:
        await retell(db, stories, stage.clock.now())


async def searches(town: Town) -> int:
    async with town.database.reading() as db:
        return int(await db.session.scalar(select(func.count()).select_from(SearchTable)) or 0)


async def test_search_finds_a_story_by_another_form_of_its_words(
    stage: Stage, person: Person
) -> None:
    await told(stage, "В Кентау построен завод", "Урожай хлопка собран")
    await person.says("/search заводы Кентау")
    assert "В Кентау построен завод" in person.screen.text
    assert "Урожай" not in person.screen.text
    assert "Нашлась 1 новость" in person.screen.text


@pytest.mark.parametrize(
    "words",
    ["Туркистан", "туркістанда", "Turkistan", "突厥斯坦", "ТУРКЕСТАНЕ", "түркістандағы зауыт"],
)
async def test_a_place_is_found_in_whatever_language_it_is_asked_for(
    stage: Stage, person: Person, words: str
) -> None:
    await told(stage, "Түркістанда зауыт ашылды", language="kk")
    await told(stage, "Завод открыт в Туркестане")
    await person.says(words)
    assert "Түркістанда зауыт ашылды" in person.screen.text
    assert "Завод открыт в Туркестане" in person.screen.text


async def test_free_text_is_a_search_and_opens_stories(stage: Stage, person: Person) -> None:
    await told(stage, "В Кентау построен завод")
    await person.says("/start")
    await person.says("что нового про завод?")
    assert "1. В Кентау построен завод" in person.screen.text
    await person.presses("1")
    assert "В Кентау построен завод" in person.screen.text
    assert "Поиск:" not in person.screen.text


async def test_a_slip_is_put_right_and_said(stage: Stage, person: Person) -> None:
    await told(stage, "Построен тепличный комплекс", "Открыта фабрика пряжи")
    await person.says("/search комплкес")
    assert "Показываю результаты по запросу «комплекс»" in person.screen.text
    assert "Построен тепличный комплекс" in person.screen.text
    assert "фабрика" not in person.screen.text


async def test_where_no_story_has_all_words_the_closest_are_shown(
    stage: Stage, person: Person
) -> None:
    await told(stage, "Построен комплекс", "Открыта фабрика пряжи")
    await person.says("/search фабрика комплекс")
    assert "нет, вот самые близкие" in person.screen.text
    assert "фабрика пряжи" in person.screen.text
    assert "Построен комплекс" in person.screen.text


async def test_pages_work_for_ever_and_stay_though_news_come(
    town: Town, stage: Stage, person: Person
) -> None:
    await person.says("/start")
    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 15)))
    await person.says("/search завод")
    first = person.screen
    shown = first.text
    assert "Нашлось 14 новостей" in shown
    assert "1. Завод номер 14" in shown
    assert "6. Завод номер 9" in shown
    await told(stage, "Завод номер 15 построен")
    await person.presses("Ещё")
    assert "7. Завод номер 8" in person.screen.text
    await person.presses("Ещё")
    assert "14. Завод номер 1 " in person.screen.text.replace("\n", " ")
    assert "Ещё ›" not in person.screen.labels
    await person.presses("8" if "8" in person.screen.labels else "14")
    await person.presses("Назад")
    assert "14. Завод номер 1 " in person.screen.text.replace("\n", " ")
    await person.presses("Назад")
    await person.presses("Назад")
    assert person.screen.text == shown
    await person.says("/search завод")
    assert "1. Завод номер 15" in person.screen.text
    assert await searches(town) == 1


async def test_a_page_that_is_there_no_more_is_the_first(
    town: Town, stage: Stage, person: Person
) -> None:
    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 9)), "Открыт рынок")
    await person.says("/search завод рынок")
    await person.says("/search завод")
    for start in (12, 499, 500, 10**18):
        await person.presses_data(f"search:from:2:9:{start}")
        assert "1. Завод номер 8" in person.screen.text
        assert "рынок" not in person.screen.text
    assert (await person.types("завод", "9:40")).results == ()


async def test_a_search_is_exported_and_forgotten(town: Town, stage: Stage, person: Person) -> None:
    await person.says("/start")
    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 15)))
    await person.says("/search завод")
    await person.says("/privacy")
    await person.presses("Скачать")
    assert json.loads(town.telegram.files[0][1])["searches"][0]["words"] == "завод"
    await person.says("/delete_me")
    await person.presses("Удалить")
    assert await searches(town) == 0


async def test_what_somebody_else_looks_for_cannot_be_read(
    town: Town, stage: Stage, person: Person
) -> None:
    """Numbers of searches can be guessed; whoever has not subscribed owns theirs as well."""
    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 15)))
    await person.says("/search завод")
    more = person.screen.rows[-1][-1][1]
    curious = town.person(6)
    await curious.says("/start")
    for place in (curious, curious.at(GROUP)):
        await place.presses_data(more, person.screen)
        assert "Этого поиска больше нет" in town.telegram.toasts[-1]
    await person.presses_data(more)
    assert "7. Завод номер 8" in person.screen.text
    await person.says("/delete_me")
    await person.presses("Удалить")
    assert await searches(town) == 0


@pytest.mark.parametrize(
    "words", ["", "что нового?", "!!! ???", "😀😀", "«»", "а", "\u200b", "' \" * - ( ) :"]
)
async def test_nothing_to_look_for_is_asked_for(person: Person, words: str) -> None:
    await person.says(f"/search {words}".strip())
    assert "Что найти?" in person.screen.text


async def test_what_is_said_next_counts_though_another_question_was_open(
    stage: Stage, person: Person
) -> None:
    await told(stage, "В Кентау построен завод")
    await person.says("/start")
    await person.says("/settings")
    await person.presses("Время")
    await person.says("/search")
    await person.says("завод")
    assert "В Кентау построен завод" in person.screen.text


async def test_an_answer_to_a_question_is_no_search(person: Person) -> None:
    await person.says("/start")
    await person.says("/settings")
    await person.presses("Время")
    await person.says("18:30")
    assert "18:30" in person.screen.text
    assert "Поиск" not in person.screen.text


@pytest.mark.parametrize(
    "words",
    [
        "завод' OR 1=1 --",
        'завод" NEAR("x", 2) AND NOT',
        "завод* OR terms:кентау ^x {a b}: + |&!<->()",
        "завод \\ \x00 \ud800 ''''",
        "завод; DROP TABLE stories; /*",
        "завод " * 200,
    ],
)
async def test_hostile_words_are_only_words(stage: Stage, person: Person, words: str) -> None:
    await told(stage, "В Кентау построен завод")
    await person.says(words)
    assert "В Кентау построен завод" in person.screen.text


@pytest.mark.parametrize(
    "data",
    ["search:from:999:1:0", "search:from:x:y:z", "search:from:1", "search:", "search:from:0:0:0"],
)
async def test_forged_buttons_get_a_kind_sentence(
    town: Town, stage: Stage, person: Person, data: str
) -> None:
    await person.says("/start")
    await person.presses_data(data)
    assert town.telegram.toasts[-1]


async def test_in_a_group_only_what_is_addressed_is_looked_for(
    town: Town, stage: Stage, person: Person
) -> None:
    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 15)))
    group = person.at(GROUP)
    await group.says("завод")
    assert town.telegram.said(GROUP) == []
    await group.says("@keruen_bot завод")
    assert "Поиск: завод" in group.screen.text
    assert group.screen.rows[0][0][1].startswith("https://t.me/keruen_bot?start=s_")
    await group.presses("Ещё")
    assert "7. Завод" in group.screen.text


async def test_inline_offers_stories_to_a_stranger(stage: Stage, person: Person) -> None:
    await told(stage, "В Кентау построен завод", "Урожай собран")
    answer = await person.types("заво")
    assert [one.title for one in answer.results] == ["В Кентау построен завод"]
    message = answer.results[0].message
    assert "В Кентау построен завод" in message.text
    assert (message.buttons[0][0].url or "").startswith("https://t.me/keruen_bot?start=s_")
    assert answer.next_offset == ""


async def test_inline_pages_and_the_newest_where_nothing_is_typed(
    stage: Stage, person: Person
) -> None:
    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 46)))
    for words in ("", "завод "):
        titles: list[str] = []
        offset, pages = "", 0
        while offset or not pages:
            answer = await person.types(words, offset)
            titles += [one.title for one in answer.results]
            offset, pages = answer.next_offset, pages + 1
        assert titles == [f"Завод номер {n} построен" for n in range(45, 0, -1)]
        assert pages == 3


async def test_inline_offers_nothing_when_something_breaks(
    town: Town, stage: Stage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise StorageError("locked")

    await told(stage, "В Кентау построен завод")
    with monkeypatch.context() as patch:
        patch.setattr(town.cases["search_stories"], "inline", broken)
        await town.hears(
            inline_query={"id": "1", "from": person.as_user, "query": "", "offset": ""}
        )
        assert town.telegram.offered == []
    assert (await person.types("завод")).results


async def test_what_is_found_is_shown_though_nothing_can_be_kept(
    town: Town, stage: Stage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(*_: object) -> None:
        raise StorageError("locked")

    await told(stage, *(f"Завод номер {n} построен" for n in range(1, 15)))
    monkeypatch.setattr(Searches, "keep", locked)
    await person.says("/search завод")
    assert "6. Завод номер 9" in person.screen.text
    assert "Ещё ›" not in person.screen.labels
    await person.presses("6")
    assert "Завод номер 9" in person.screen.text


async def test_in_a_group_what_to_look_for_is_replied(stage: Stage, person: Person) -> None:
    await told(stage, "В Кентау построен завод")
    group = person.at(GROUP)
    await group.says("/search")
    assert "Ответьте на это сообщение" in group.screen.text
    await group.says("завод", reply=True)
    assert "В Кентау построен завод" in group.screen.text


async def test_inline_finds_nothing_and_says_so(person: Person) -> None:
    answer = await person.types("ничего такого", "1:2:3")
    assert answer.results == ()
    assert answer.button == "Ничего не нашлось. Открыть Керуен"


async def test_a_result_chosen_in_the_chat_with_the_bot_is_no_question(
    town: Town, person: Person
) -> None:
    await person.says("завод", via_bot=BOT.model_dump())
    assert town.telegram.messages == []
