"""A digest as it is read: its pages, its buttons, whatever its stories are made of."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TypeGuard
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.text import utf16_length
from delivery.outgoing import Button, Outgoing
from model.ids import ArticleId, EditionId, StoryId
from model.news import Correction, FactKind, Mark, Story
from model.people import ChatKind, Grouping, Language
from tests.tdlib import HOSTILE, Parsed, parse_html
from views.callbacks import Press, parse
from views.digest import Look, digest, edition_gone, nothing_asked, nothing_new, under_way
from views.links import BotLinks, parse_edition

UNTIL = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
LINKS = BotLinks("keruen_bot")
NUMBER = EditionId(12)
RUSSIAN = Look(Language.RUSSIAN, "Asia/Almaty")


def story(number: int = 1, **changed: object) -> Story:
    values: dict[str, object] = {
        "id": StoryId(number),
        "stored_at": UNTIL - timedelta(hours=1),
        "lead_article_id": ArticleId(number),
        "title": f"В Кентау построят завод № {number}",
        "lead": "Инвестор вложит 12 млрд тенге.",
        "link": f"https://news.example.kz/{number}",
        "source_title": "Вестник",
        "published_at": UNTIL - timedelta(hours=2),
        "language": "ru",
        "score": 1.0,
        "districts": (),
        "sectors": (),
        "source_count": 1,
    }
    return Story(**(values | changed))  # type: ignore[arg-type]


def shown(outgoing: Outgoing) -> Parsed:
    """The message as Telegram takes it; it fits."""
    assert len(outgoing.text.encode()) < 32_768
    parsed = parse_html(outgoing.text)
    assert 0 < utf16_length(parsed.text) <= 4_096
    assert len(parsed.entities) <= 100
    return parsed


def presses(outgoing: Outgoing) -> list[Press | str | None]:
    return [
        parse(button.data) if button.data else button.url
        for row in outgoing.buttons
        for button in row
    ]


def test_a_digest_tells_each_story_with_its_source_and_date() -> None:
    stories = [
        story(1, published_at=datetime(2025, 12, 31, 20, 0, tzinfo=UTC)),
        story(2, source_count=3),
        story(3, link=None, lead="", published_at=UNTIL + timedelta(days=9)),
    ]
    message = digest(NUMBER, UNTIL, stories, RUSSIAN, LINKS)
    assert shown(message).text == (
        "Инвестиционные новости Туркестанской области\n"
        "23 ноября · 3 новости\n\n"
        "1. В Кентау построят завод № 1\n"
        "Инвестор вложит 12 млрд тенге.\n"
        "Вестник · 1 января\n\n"
        "2. В Кентау построят завод № 2\n"
        "Инвестор вложит 12 млрд тенге.\n"
        "Вестник и ещё 2 · 23 ноября\n\n"
        "3. В Кентау построят завод № 3\n"
        "Вестник · 23 ноября"
    )
    assert shown(message).links == ["https://news.example.kz/1", "https://news.example.kz/2"]
    assert message.preview_url == "https://news.example.kz/1"
    numbers, others = presses(message)[:3], presses(message)[3:]
    assert numbers == [
        Press("story", "show", (str(number), "digest", "from", "12", "0")) for number in (1, 2, 3)
    ]
    assert others[:2] == [Press("settings", "open"), Press("pause", "open")]
    assert str(others[2]).startswith("https://t.me/share/url?url=")


def test_the_digest_is_dated_where_its_reader_lives() -> None:
    late = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)
    there = digest(NUMBER, late, [story()], RUSSIAN, LINKS)
    here = digest(NUMBER, late, [story()], Look(Language.RUSSIAN, "Europe/London"), LINKS)
    assert "24 ноября" in there.text
    assert "23 ноября" in here.text.splitlines()[1]


def test_what_repeats_the_title_is_not_said_again() -> None:
    twice = story(title="Открыт завод", lead="Открыт завод.")
    assert digest(NUMBER, UNTIL, [twice], RUSSIAN, LINKS).text.count("Открыт завод") == 1


@pytest.mark.parametrize("link", ["javascript:alert(1)", "/relative", "https://[", "x" * 9_000])
def test_a_link_that_is_none_leaves_the_title_without_one(link: str) -> None:
    message = digest(NUMBER, UNTIL, [story(link=link)], RUSSIAN, LINKS)
    assert shown(message).links == []
    assert message.preview_url is None


def pages(stories: list[Story], look: Look) -> list[Outgoing]:
    """Every page, as a reader goes from one to the next."""
    found = [digest(NUMBER, UNTIL, stories, look, LINKS)]
    while (on := _next(found[-1])) is not None:
        found.append(digest(NUMBER, UNTIL, stories, look, LINKS, on))
    return found


def _next(page: Outgoing) -> int | None:
    for row in page.buttons:
        for button in row:
            if button.label.endswith("›") and button.data:
                press = parse(button.data)
                assert press is not None
                return int(press.args[1])
    return None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            story,
            title=st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
            | st.sampled_from(HOSTILE),
            lead=st.sampled_from(HOSTILE),
            source_title=st.sampled_from(HOSTILE),
            link=st.none() | st.sampled_from(HOSTILE) | st.just("https://e.kz/?" + "я" * 600),
            source_count=st.integers(1, 9),
        ),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from(list(Language)),
)
def test_every_page_fits_and_every_story_is_on_one(
    stories: list[Story], language: Language
) -> None:
    all_pages = pages(stories, Look(language, "Asia/Kathmandu"))
    told = 0
    for page in all_pages:
        shown(page)
        told += page.text.count("<i>")  # each story ends with its source
    assert told == len(stories)


def long_stories() -> list[Story]:
    return [
        story(number, title=f"Завод № {number} " + "построят " * 25, lead="Подробности. " * 40)
        for number in range(1, 31)
    ]


def below_numbers(page: Outgoing) -> tuple[Button, ...]:
    """The first row of buttons that do not call a story by its number."""
    return next(row for row in page.buttons if not row[0].label.isdigit())


def test_every_story_of_a_page_has_its_number_and_its_button() -> None:
    stories = [story(number, title=f"Завод № {number}", lead="") for number in range(1, 31)]
    page = digest(NUMBER, UNTIL, stories, RUSSIAN, LINKS)
    rows = [row for row in page.buttons if row[0].label.isdigit()]
    assert [len(row) for row in rows] == [8, 8, 8, 6]
    assert [button.label for row in rows for button in row] == [str(n) for n in range(1, 31)]
    for number in range(1, 31):
        assert f"{number}. Завод № {number}\n" in shown(page).text
    later = pages(long_stories(), RUSSIAN)[1]
    first = later.buttons[0][0]
    assert f"\n{first.label}. Завод № {first.label} " in shown(later).text
    press = parse(first.data)
    assert press is not None
    assert press.args == (first.label, "digest", "from", "12", str(int(first.label) - 1))


def test_groups_have_headings_and_a_page_within_one_repeats_it() -> None:
    stories = [
        story(1, districts=("611600000",)),
        story(2, districts=("611600000", "612000000")),
        story(3),
    ]
    text = shown(digest(NUMBER, UNTIL, stories, RUSSIAN, LINKS, grouped_by=Grouping.DISTRICT)).text
    heads = [line for line in text.splitlines() if line.startswith("▪️")]
    assert heads == ["▪️ город Арыс", "▪️ Вся область"]
    many = [story(number, sectors=("energy",), lead="Слово " * 60) for number in range(1, 31)]
    first = digest(NUMBER, UNTIL, many, RUSSIAN, LINKS, grouped_by=Grouping.SECTOR)
    (on,) = [int(each.args[1]) for each in presses(first) if _turns(each)]
    second = digest(NUMBER, UNTIL, many, RUSSIAN, LINKS, on, grouped_by=Grouping.SECTOR)
    assert shown(first).text.count("▪️") == shown(second).text.count("▪️") == 1


def _turns(press: Press | str | None) -> TypeGuard[Press]:
    return isinstance(press, Press) and press.area == "digest"


def test_in_a_group_numbers_are_links_and_in_a_channel_the_text_has_them() -> None:
    group = Look(Language.RUSSIAN, "Asia/Almaty", ChatKind.GROUP)
    message = digest(NUMBER, UNTIL, [story(7)], group, LINKS)
    assert message.buttons[0][0].url == "https://t.me/keruen_bot?start=s_7"
    channel = Look(Language.RUSSIAN, "Asia/Almaty", ChatKind.CHANNEL)
    post = digest(NUMBER, UNTIL, [story(7)], channel, LINKS)
    assert "\n\nВ Кентау" in shown(post).text, "a post has no numbers that call no button"
    assert shown(post).links == [
        "https://news.example.kz/7",
        "https://t.me/keruen_bot?start=s_7",
    ]
    assert all(not button.label.isdigit() for row in post.buttons for button in row)


def test_what_was_put_right_is_said() -> None:
    area = Correction(FactKind.CAPACITY, "42 га", "51 га")
    amount = Correction(FactKind.AMOUNT, "3 млрд тенге", "3 млн долларов")
    stories = [
        story(1, mark=Mark.CORRECTED, corrections=(area,)),
        story(2, mark=Mark.CORRECTED, corrections=(area, amount)),
        story(3, mark=Mark.CORRECTED),
        story(4, mark=Mark.WITHDRAWN, corrections=(area,)),
        story(5, mark=Mark.CORRECTED, corrections=(Correction(FactKind.JOBS, "50 мест", ""),)),
    ]
    text = shown(digest(NUMBER, UNTIL, stories, RUSSIAN, LINKS)).text
    said = [line for line in text.splitlines() if line.startswith(("✏️", "🚫"))]
    assert said == [
        "✏️ Исправлено: 42 → 51 га",
        "✏️ Исправлено: 42 → 51 га; 3 млрд тенге → 3 млн долларов",
        "✏️ Источник изменил заголовок.",
        "🚫 Источник снял эту публикацию.",
        "✏️ Исправлено: 50 мест → не указано",
    ]


def test_more_and_back_name_stories_and_meet() -> None:
    stories = long_stories()
    all_pages = pages(stories, RUSSIAN)
    assert len(all_pages) == 4
    begins = [0, *(on for page in all_pages if (on := _next(page)) is not None)]
    for (earlier, _), page in zip(pairwise(begins), all_pages[1:], strict=True):
        back = below_numbers(page)[0]
        assert back.label == "‹ Назад"
        assert parse(back.data) == Press("digest", "from", ("12", str(earlier)))
    assert below_numbers(all_pages[0])[0].label == f"Ещё {30 - begins[1]} ›"
    assert all_pages[1].preview_url is None


def test_a_page_pressed_in_another_language_loses_no_story() -> None:
    stories = long_stories()
    on = _next(digest(NUMBER, UNTIL, stories, RUSSIAN, LINKS))
    assert on is not None
    kazakh = digest(NUMBER, UNTIL, stories, Look(Language.KAZAKH, "Asia/Almaty"), LINKS, on)
    assert f"Завод № {on + 1} " in kazakh.text


@pytest.mark.parametrize("start", [-5, 10**9])
def test_a_page_that_does_not_exist_is_the_nearest(start: int) -> None:
    shown(digest(NUMBER, UNTIL, [story()], RUSSIAN, LINKS, start))


@pytest.mark.parametrize("kind", [ChatKind.GROUP, ChatKind.CHANNEL])
def test_outside_a_private_chat_more_opens_the_bot(kind: ChatKind) -> None:
    stories = long_stories()
    look = Look(Language.RUSSIAN, "Asia/Almaty", kind, thread_id=7)
    message = digest(NUMBER, UNTIL, stories, look, LINKS)
    url = below_numbers(message)[0].url
    assert url is not None
    assert url.startswith("https://t.me/keruen_bot?start=e_12_")
    found = parse_edition(url.partition("start=")[2])
    assert found is not None
    assert found[0] == 12
    assert message.thread_id == 7
    has_settings = Press("settings", "open") in presses(message)
    assert has_settings == (kind is ChatKind.GROUP)


def test_without_the_bots_name_there_are_no_links_to_it() -> None:
    group = Look(Language.RUSSIAN, "Asia/Almaty", ChatKind.GROUP)
    message = digest(NUMBER, UNTIL, [story()], group, BotLinks())
    assert presses(message) == [Press("settings", "open"), Press("pause", "open")]


@pytest.mark.parametrize("payload", ["", "e", "e_", "e_x", "e_1_", "x_1", "e_1_2_3", "e_²", "e_-1"])
def test_a_payload_that_names_no_edition(payload: str) -> None:
    assert parse_edition(payload) is None


def test_a_payload_names_an_edition_and_where_to_begin() -> None:
    assert parse_edition("e_12") == (12, 0)
    assert parse_edition("e_12_7") == (12, 7)


@pytest.mark.parametrize("language", list(Language))
def test_what_is_said_without_a_digest(language: Language) -> None:
    look = Look(language, "Asia/Almaty")
    for message in (
        nothing_new(look),
        nothing_new(look, is_first=True),
        under_way(look),
        edition_gone(look),
        nothing_asked(look, UNTIL, UNTIL, paused=False),
        nothing_asked(look, None, UNTIL, paused=True),
        nothing_asked(look, None, UNTIL, paused=False),
    ):
        shown(message)
    assert ("/resume" in nothing_asked(look, None, UNTIL, paused=True).text) is True
    assert "09:00" in nothing_asked(look, UNTIL, UNTIL, paused=False).text


def test_a_link_to_share_has_no_plus_for_a_space() -> None:
    message = digest(NUMBER, UNTIL, [story()], RUSSIAN, LINKS)
    link = str(presses(message)[-1])
    assert "+" not in link
    assert parse_qs(urlsplit(link).query)["text"] == [
        "Инвестиционные новости Туркестанской области"
    ]
