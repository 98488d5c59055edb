"""What admins read: notices, numbers, sources. Nothing in them breaks a message."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.outgoing import Outgoing
from model.ids import SourceId
from model.news import NEVER, Entry, Notice, NoticeKind, ParsedFeed, Source, SourceState
from model.outbox import RowState
from model.people import Language, Readership, State
from model.review import Agreement, ReviewNumbers
from tests.tdlib import HOSTILE, parse_html
from views import formats
from views import sources as views
from views.notices import notice, source_notice
from views.stats import Numbers, stats, trend_of
from views.troubles import trouble

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def source(number: int = 1, **changed: Any) -> Source:
    values: dict[str, Any] = {
        "id": SourceId(number),
        "url": f"https://news.example.kz/{number}/rss",
        "title": f"Вестник {number}",
        "language": "ru",
        "timezone": "Asia/Almaty",
        "interval_minutes": 30,
        "state": SourceState.ACTIVE,
        "next_poll_at": NEVER,
        "claimed_until": None,
        "etag": None,
        "last_modified": None,
        "checked_at": NOW,
        "succeeded_at": NOW - timedelta(hours=1),
        "newest_at": None,
        "last_error": None,
        "failures": 0,
        "told": None,
        "added_at": NOW,
        "removed_at": None,
    }
    return Source(**(values | changed))


def shown(outgoing: Outgoing) -> str:
    text = parse_html(outgoing.text).text
    assert 0 < len(text) <= 4_096
    for row in outgoing.buttons:
        for button in row:
            assert button.label.strip()
    return text


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(NoticeKind)),
    st.sampled_from(list(Language)),
    st.sampled_from(HOSTILE),
    st.sampled_from(HOSTILE),
    st.none() | st.sampled_from(HOSTILE),
)
def test_every_notice_can_be_sent(
    kind: NoticeKind, language: Language, title: str, url: str, detail: str | None
) -> None:
    key, values = source_notice(Notice(kind, SourceId(7), title, url, detail))
    message = notice(key, language, **values)
    shown(message)
    assert message.buttons[0][0].data == "sources:open:7"


def test_a_notice_names_the_source_and_its_error() -> None:
    told = Notice(NoticeKind.STOPPED, SourceId(7), "Вестник", "https://e.kz/rss", "HTTP 500")
    key, values = source_notice(told)
    assert shown(notice(key, Language.RUSSIAN, **values)) == (
        "⚠️ Источник не отвечает: Вестник\n"
        "https://e.kz/rss\n\n"
        "Последняя ошибка: сайт ответил ошибкой 500\n"
        "Буду проверять его раз в сутки и сообщу, когда он вернётся."
    )


@pytest.mark.parametrize("language", list(Language))
def test_numbers_are_told_by_language_and_state(language: Language) -> None:
    readership = Readership(
        {
            Language.RUSSIAN: {State.ACTIVE: 1200, State.PAUSED: 3},
            Language.KAZAKH: {State.ACTIVE: 5, State.UNREACHABLE: 2, State.VISITOR: 1},
        },
        new_this_week=7,
        lost_this_week=2,
        channels=1,
    )
    deliveries = {RowState.SENT: 1190, RowState.FAILED: 4}
    weeks = (Agreement(9, 10), Agreement(), Agreement(3, 4), Agreement())
    review = ReviewNumbers(3, Agreement(12, 14), Agreement(1200, 1300), weeks)
    today = {RowState.SENT: 317}
    numbers = Numbers(readership, date(2026, 11, 22), deliveries, today, review)
    text = shown(stats(numbers, language))
    assert "317" in text
    assert "Қазақша" in text
    assert "Русский" in text
    assert "English" not in text
    assert formats.number(1205, language) in text
    assert formats.number(1190, language) in text
    assert formats.number(1300, language) in text
    assert "75% → – → 90%" in text


def test_before_any_decision_the_numbers_say_so() -> None:
    weeks = (Agreement(),) * 8
    review = ReviewNumbers(2, Agreement(), Agreement(), weeks)
    numbers = Numbers(Readership({}, 0, 0), date(2026, 11, 22), {}, {}, review)
    text = shown(stats(numbers, Language.RUSSIAN))
    assert text.endswith("Ждёт решения: 2\nРешений редакторов пока нет.")


@pytest.mark.parametrize(
    ("weeks", "told"),
    [
        ([], ""),
        ([(1, 2)], ""),
        ([(1, 2), (0, 0)], ""),
        ([(1, 3), (0, 4)], "0% → 33%"),
        ([(0, 0), (2, 2)], "100% → –"),
    ],
)
def test_the_trend_goes_from_the_oldest_week_on(weeks: list[tuple[int, int]], told: str) -> None:
    assert trend_of([Agreement(*each) for each in weeks]) == told


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            source,
            st.integers(1, 2**53),
            title=st.sampled_from(HOSTILE),
            url=st.sampled_from(HOSTILE).map(lambda value: value or "https://e.kz"),
            last_error=st.none() | st.sampled_from(HOSTILE),
            state=st.sampled_from(list(SourceState)),
        ),
        max_size=30,
    ),
    st.sampled_from(list(Language)),
    st.integers(-10, 40),
)
def test_sources_of_any_sort_can_be_shown(
    sources: list[Source], language: Language, start: int
) -> None:
    page = views.source_list(sources, language, start)
    labels = [button.label for row in page.buttons for button in row]
    assert sum(label[0] in "🟢⚪🟡⏸🔴" for label in labels) >= min(len(sources), 1)
    shown(page)
    for each in sources:
        entry = Entry(None, "https://e.kz/?a=1&b='\"<", each.title, "", None)
        feed = ParsedFeed("page", "utf-8", each.title, (entry,) * 9)
        said = views.checked(feed, "Asia/Almaty", language)
        shown(views.source_card(each, "Asia/Almaty", language, said))
        shown(views.remove_ask(each, language))
        shown(views.source_list([], language, 0, views.removed(each.title, language)))
        shown(views.source_list(sources, language, 0, views.check_failed(each.title, language)))


def test_a_check_says_what_is_missing_and_shows_the_first() -> None:
    first = Entry(None, "https://e.kz/1", "Завод <открыт>", "Лид", NOW)
    feed = ParsedFeed("sitemap", "utf-8", "", (first, *[Entry(None, None, "", "", None)] * 6))
    said = str(views.checked(feed, "Asia/Almaty", Language.RUSSIAN))
    assert said.startswith("Проверено ✅ Записей: 7\nБез заголовка: 6\nБез ссылки: 6\n")
    assert '• <a href="https://e.kz/1">Завод &lt;открыт&gt;</a> · 23 ноября, 09:00' in said
    assert said.count("•") == views.CAUGHT


def test_the_list_is_paged_and_every_source_is_on_a_page() -> None:
    sources = [source(number) for number in range(1, 21)]
    labels: list[str] = []
    start: int | None = 0
    while start is not None:
        page = views.source_list(sources, Language.RUSSIAN, start)
        buttons = [button for row in page.buttons for button in row]
        labels += [each.label for each in buttons if (each.data or "").startswith("sources:show")]
        following = [each.data for each in buttons if each.label == "Дальше ›"]
        start = int((following[0] or "").rpartition(":")[2]) if following else None
    assert labels == [f"🟢 Вестник {number}" for number in range(1, 21)]


def test_a_card_tells_the_state_and_offers_what_changes_it() -> None:
    card = views.source_card(
        source(state=SourceState.PAUSED, last_error="HTTP 404"), "Asia/Almaty", Language.RUSSIAN
    )
    text = shown(card)
    assert "⏸ остановлен администратором" in text
    assert "Последняя проверка: 23 ноября, 09:00" in text
    assert "Последняя новость: ещё не было" in text
    assert "Ошибка: сайт ответил ошибкой 404" in text
    assert "sources:resume:1" in [button.data for row in card.buttons for button in row]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "reason",
    [
        "the address is not public",
        "the address is not of the web",
        "a broken address",
        "the host's name is not known",
        "cannot connect",
        "timed out",
        "no trusted encryption (TLS)",
        "HTTP 503",
        "more than 5 redirects",
        "larger than 16 MiB",
        "a web page, not a feed",
        "a web page, not a sitemap",
        "a sitemap, not a feed",
        "a list of feeds (OPML), not a feed",
        "not a sitemap",
        "not a web page",
        "the feed has no entries",
        "nothing on the page is 'li'",
        "a sitemap index without sitemaps",
        "a sitemap of the index: HTTP 404",
        "a broken answer (ServerDisconnectedError)",
        "parsing took more than 20 seconds",
        "the parser broke: ValueError: x",
    ],
)
def test_why_a_source_failed_is_said_in_the_admins_language(
    reason: str, language: Language
) -> None:
    said = trouble(reason, language)
    assert said
    if language is not Language.ENGLISH:
        assert said != reason
        assert "the " not in said
    told = Notice(NoticeKind.STOPPED, SourceId(7), "Вестник", "https://e.kz/rss", reason)
    key, values = source_notice(told)
    assert said in shown(notice(key, language, **values))


@pytest.mark.parametrize("language", list(Language))
def test_what_is_said_about_adding(language: Language) -> None:
    shown(views.in_doubt(source(title="<b>"), "HTTP <503>", language))
    shown(views.refused("<i>", language))
    shown(views.add_ask(language))
    assert views.added(language, is_new=True) != views.added(language, is_new=False)
