"""Every screen of a person's own, in every language and state: Telegram takes it, it fits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import product

import pytest

from accounts.personal import Forgotten
from common.errors import KeruenError
from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.ids import ChatId, SourceId, SubscriberId
from model.people import ChatKind, Choices, Language, Role, Schedule, Subscriber
from news.key_words import Refusal
from news.vocabulary import DISTRICTS, SECTORS
from tests.tdlib import HOSTILE, parse_html
from tests.views.test_digest import story
from tests.views.test_texts import Facts, keys, sentences
from views import errors, filters, groups, privacy, settings, welcome
from views import help as help_views
from views.callbacks import parse
from views.menu import about, description, menu
from views.texts import LOCALES, Texts
from views.zones import COMMON, find_zone, zone_button, zone_label

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TOMORROW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
CONFIRMED = ("Подписка оформлена", "Жазылдыңыз", "You are subscribed", "订阅成功")

NEWCOMER = Subscriber(
    id=SubscriberId(1),
    chat_id=ChatId(1001),
    kind=ChatKind.PRIVATE,
    language=Language.RUSSIAN,
    schedule=Schedule(),
    choices=Choices(),
    thread_id=None,
    tells_nothing_new=False,
    created_at=NOW,
    subscribed_at=None,
    paused_at=None,
    paused_until=None,
    unreachable_at=None,
    unreachable_reason=None,
    next_digest_at=None,
)
ACTIVE = replace(NEWCOMER, subscribed_at=NOW, next_digest_at=TOMORROW)
PAUSED = replace(ACTIVE, paused_at=NOW, next_digest_at=None)
PAUSED_UNTIL = replace(
    ACTIVE,
    paused_at=NOW,
    paused_until=NOW + timedelta(days=60),
    next_digest_at=NOW + timedelta(days=61),
    schedule=Schedule(time(23, 59), frozenset({0, 6}), "America/Argentina/ComodRivadavia"),
    choices=Choices(frozenset({"kk", "ru", "en"})),
    tells_nothing_new=True,
)
STATES = (NEWCOMER, ACTIVE, PAUSED, PAUSED_UNTIL)


def tried(who: Subscriber) -> filters.Tried:
    """The filters of a screen: as chosen, or a full draft of them for who is paused."""
    if who.paused_at is None:
        return filters.Tried(who, who.choices, is_draft=False, of=0, fitting=0)
    everything = Choices(
        news_languages=frozenset({"kk", "zh"}),
        districts=frozenset(DISTRICTS),
        sectors=frozenset(SECTORS) | {"sector-of-old"},
        with_amount=True,
        words=frozenset(f"{number} {'ж' * 35}*" for number in range(20)),
        without_words=frozenset({"спорт"}),
        muted_sources=frozenset(map(SourceId, range(50))),
    )
    stories = [story(number, title="Ж" * 900) for number in range(3)]
    sources = [(SourceId(number), "Вестник " * 30) for number in range(50)]
    return filters.Tried(who, everything, True, 21, 3, stories, sources)


Screen = Callable[[Subscriber], Outgoing]
SCREENS: dict[str, Screen] = {
    "welcome": lambda who: welcome.welcome(who, Schedule(), NOW, offers_topics=True),
    "settings": lambda who: settings.settings(who, NOW, thread_id=5),
    "language": settings.language,
    "filters": lambda who: filters.filters(tried(who)),
    "filters saved": lambda who: filters.filters(tried(who), "filters-saved"),
    "languages": lambda who: filters.choose_of(tried(who), "languages"),
    "districts": lambda who: filters.choose_of(tried(who), "districts", 1),
    "sectors": lambda who: filters.choose_of(tried(who), "sectors", 2),
    "words": lambda who: filters.choose_words(tried(who), "words", ("a" * 40, Refusal.LONG)),
    "without": lambda who: filters.choose_words(tried(who), "without"),
    "sources": lambda who: filters.muted(tried(who)),
    "time": settings.at_time,
    "zone": lambda who: settings.zone(who, NOW),
    "days": settings.days,
    "pause": settings.pause,
    "time saved": settings.time_saved,
    "zone saved": lambda who: settings.zone_saved(who, NOW),
    "resumed": lambda who: settings.resumed(who, NOW),
    "back": lambda who: groups.back(who, NOW),
    "home": lambda who: welcome.home(who, NOW),
    "paused": lambda who: settings.paused(who, NOW),
}


def everyone() -> Iterator[Subscriber]:
    for state, language in product(STATES, Language):
        yield replace(state, language=language)
        yield replace(state, language=language, kind=ChatKind.SUPERGROUP, chat_id=ChatId(-100))


def takes(outgoing: Outgoing) -> str:
    """The text as Telegram shows it."""
    text = parse_html(outgoing.text).text
    assert 0 < utf16_length(text) <= 4096
    assert "{" not in text
    assert "  " not in text
    assert text == text.strip()
    for button in (button for row in outgoing.buttons for button in row):
        assert 0 < len(button.label) <= 64
        assert button.data is not None
        assert parse(button.data) is not None
    return text


@pytest.mark.parametrize("name", list(SCREENS))
def test_every_screen_in_every_state_and_language(name: str) -> None:
    for subscriber in everyone():
        text = takes(SCREENS[name](subscriber))
        assert not text.startswith(CONFIRMED)


@pytest.mark.parametrize(
    "name",
    [
        "welcome",
        "settings",
        "time",
        "zone",
        "days",
        "time saved",
        "filters",
        "languages",
        "districts",
        "sectors",
        "words",
        "without",
        "sources",
    ],
)
def test_the_first_button_of_a_newcomers_screen_goes_on(name: str) -> None:
    """On, or back to the screen whose first button does; never into a choice."""
    first = SCREENS[name](NEWCOMER).buttons[0][0].data
    assert first in (welcome.YES, settings.MAIN, filters.OPEN)


def test_no_earlier_screen_uses_the_words_of_the_last() -> None:
    for subscriber, screen in product(everyone(), SCREENS.values()):
        if not subscriber.is_subscribed:
            text = takes(screen(subscriber))
            assert not any(words in text for words in CONFIRMED), text


@pytest.mark.parametrize(
    ("language", "begins"),
    list(
        zip(
            (Language.RUSSIAN, Language.KAZAKH, Language.ENGLISH, Language.CHINESE),
            CONFIRMED,
            strict=True,
        )
    ),
)
def test_the_last_screen_begins_with_its_words(language: Language, begins: str) -> None:
    for subscriber in (ACTIVE, replace(ACTIVE, chat_id=ChatId(-100), kind=ChatKind.GROUP)):
        outgoing = welcome.subscribed(replace(subscriber, language=language), NOW)
        assert takes(outgoing).startswith(begins)
        assert outgoing.text.startswith(begins)


@pytest.mark.parametrize("language", list(Language))
def test_the_other_texts(language: Language) -> None:
    for role in Role:
        takes(help_views.help_page(language, role))
        for forgotten in (
            Forgotten(False),
            Forgotten(True, 3, role),
            Forgotten(True, 1, role, True),
        ):
            takes(privacy.deleted(forgotten, language))
    takes(help_views.hint(language))
    takes(privacy.privacy(language))
    takes(privacy.delete_ask(language))
    takes(privacy.delete_kept(language))
    takes(groups.private_only(language))
    takes(settings.not_subscribed(language))
    for question in ("time", "zone"):
        takes(settings.not_understood(question, language))


@pytest.mark.parametrize("language", list(Language))
def test_menus_and_descriptions_fit(language: Language) -> None:
    everyone_s = menu(language, Role.SUBSCRIBER)
    officials, admins = menu(language, Role.OFFICIAL), menu(language, Role.ADMIN)
    assert officials[: len(everyone_s)] == everyone_s
    assert admins[: len(officials)] == officials
    only_officials = {name for name, _ in officials[len(everyone_s) :]}
    assert only_officials == {"overview", "overdue", "update", "report"}
    only_admins = {name for name, _ in admins[len(officials) :]}
    assert only_admins == {"announce", "review", "sources", "people", "invite", "audit", "stats"}
    assert all(len(name) <= 32 and 0 < len(said) <= 256 for name, said in admins)
    assert 0 < len(description(language)) <= 512
    assert 0 < len(about(language)) <= 120


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("language", list(Language))
def test_no_value_breaks_a_sentence(language: Language, value: str) -> None:
    """Every sentence of every area, the value in each of its variables."""
    text = Texts(language)
    for area in sorted((LOCALES / language).glob("*.ftl")):
        for key, facts in sentences(language, area.name).items():
            said = text(key, **{name: _of_kind(facts, name, value) for name in facts.variables})
            parse_html(said)


def _of_kind(facts: Facts, name: str, value: str) -> str | int:
    """Counted things are numbers; all else may be anything."""
    is_number = name in ("count", "digests") or name in facts.numbers or bool(facts.plurals)
    return 5 if is_number else value


@pytest.mark.parametrize("language", list(Language))
def test_labels_and_toasts_have_no_markup_and_fit(language: Language) -> None:
    text, found = Texts(language), _facts(language)
    for key in keys(language):
        if key.startswith(("button-", "toast-", "error-", "menu-", "at-", "weekdays-")):
            facts = found[key]
            values = {name: 5 if name in facts.numbers else "x" for name in facts.variables}
            said = text.plain(key, **values)
            assert len(said) <= 200, key


def _facts(language: Language) -> dict[str, Facts]:
    """Of every sentence, each file read once."""
    return {
        key: facts
        for area in (LOCALES / language).glob("*.ftl")
        for key, facts in sentences(language, area.name).items()
    }


def test_an_error_is_said_by_its_key_or_an_apology() -> None:
    for language in Language:
        text = Texts(language)
        known = KeruenError("log line", "error-storage", extra="<b>")
        assert errors.sentence(known, language) == text.plain("error-storage")
        for error in (
            KeruenError("log", "no-such-key"),
            KeruenError("log", "help"),  # has markup
            KeruenError("log", "saved-time"),  # needs a time
            ValueError("secret"),
        ):
            assert errors.sentence(error, language) == text.plain("error-unexpected")


def test_time_zones_have_names_in_every_language() -> None:
    for zone, language in product(COMMON, Language):
        label = zone_label(zone, NOW, language)
        assert find_zone(re.split(" ?[(（]", label)[0]) == zone
        assert zone == COMMON[0] or len(zone_button(zone, NOW, language)) <= 16
    assert zone_label("Asia/Kathmandu", NOW, Language.ENGLISH) == "Kathmandu (UTC+5:45)"
    assert zone_label("Asia/Almaty", NOW, Language.CHINESE) == "阿拉木图（UTC+5）"
    assert zone_button("Asia/Yekaterinburg", NOW, Language.RUSSIAN) == "Екатеринбург +5"
    assert zone_label("Etc/GMT-9", NOW, Language.RUSSIAN) == "UTC+9"
    assert zone_label("Asia/Kolkata", NOW, Language.RUSSIAN) == "Калькутта (UTC+5:30)"
    assert zone_label("America/St_Johns", NOW, Language.ENGLISH).endswith("(UTC-3:30)")
    assert zone_label("UTC", NOW, Language.ENGLISH) == find_zone("utc") == "UTC"
    for typed in ("", " ", "xx", "<b>", "../etc/passwd", "я" * 5000):
        assert find_zone(typed) is None
