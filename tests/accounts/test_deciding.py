"""What is decided purely: when the next digest comes, what a pause is, what was typed."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.digests import with_next_digest
from accounts.errors import WrongChoiceError
from accounts.languages import client_language
from accounts.pausing import PauseFor, end_of_pause
from accounts.settings import Change
from accounts.subscribing import subscribed
from accounts.typed import parse_time
from model.ids import ChatId, SubscriberId
from model.people import ChatKind, Choices, Language, Role, Schedule, Subscriber
from publishing.slots import next_slot

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
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
moments = st.none() | st.datetimes(
    datetime(2026, 11, 1),  # noqa: DTZ001 - the strategy wants naive bounds
    datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(subscribed_at=moments, paused_at=moments, paused_until=moments, unreachable_at=moments)
def test_a_digest_is_to_come_exactly_for_those_who_want_and_can_have_one(
    subscribed_at: datetime | None,
    paused_at: datetime | None,
    paused_until: datetime | None,
    unreachable_at: datetime | None,
) -> None:
    subscriber = replace(
        NEWCOMER,
        subscribed_at=subscribed_at,
        paused_at=paused_at,
        paused_until=paused_until,
        unreachable_at=unreachable_at,
    )
    at = with_next_digest(subscriber, NOW, next_slot).next_digest_at
    paused_for_good = paused_at is not None and paused_until is None
    if subscribed_at is None or unreachable_at is not None or paused_for_good:
        assert at is None
        return
    assert at is not None
    assert at > NOW
    if paused_at is not None and paused_until is not None:
        assert at > paused_until


@pytest.mark.parametrize("zone", ["Asia/Almaty", "America/New_York", "Pacific/Apia"])
@pytest.mark.parametrize(("length", "days"), [(PauseFor.WEEK, 7), (PauseFor.MONTH, 30)])
@pytest.mark.parametrize("at", [time(0, 0), time(9, 0), time(23, 59)])
def test_a_pause_holds_whole_days(length: PauseFor, days: int, zone: str, at: time) -> None:
    end = end_of_pause(length, zone, NOW)
    assert end is not None
    first = next_slot(Schedule(at=at, timezone=zone), end).astimezone(ZoneInfo(zone))
    today = NOW.astimezone(ZoneInfo(zone)).date()
    assert first.date() == today + timedelta(days=days)
    assert end_of_pause(length, zone, NOW + timedelta(minutes=1)) == end


def test_subscribing_keeps_what_was_chosen_and_is_idempotent() -> None:
    chosen = replace(NEWCOMER, schedule=Schedule(time(18)), choices=Choices(frozenset({"kk"})))
    once = subscribed(chosen, NOW, next_slot, thread_id=5)
    assert (once.schedule, once.choices, once.thread_id) == (chosen.schedule, chosen.choices, 5)
    later = NOW + timedelta(hours=1)
    assert subscribed(once, later, next_slot, thread_id=6) == once


def test_subscribing_ends_a_pause_and_an_absence_but_remembers_since_when() -> None:
    before = replace(
        NEWCOMER, subscribed_at=NOW, paused_at=NOW, unreachable_at=NOW, unreachable_reason="blocked"
    )
    after = subscribed(before, NOW + timedelta(days=3), next_slot)
    assert after.subscribed_at == NOW
    assert (after.paused_at, after.unreachable_at, after.unreachable_reason) == (None, None, None)
    assert after.next_digest_at is not None


def test_all_languages_chosen_one_by_one_are_all_languages() -> None:
    change = Change(news_languages=frozenset({"kk", "ru", "en", "zh"}))
    assert change.applied(NEWCOMER).choices.news_languages == frozenset()


@pytest.mark.parametrize(
    "wrong",
    [
        {"news_languages": frozenset({"de"})},
        {"days": frozenset()},
        {"days": frozenset({7})},
        {"timezone": "Almaty"},
        {"timezone": "../../etc/passwd"},
        {"timezone": ""},
    ],
)
def test_a_choice_that_is_none_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(WrongChoiceError):
        Change(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9", time(9)),
        ("09:00", time(9)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("9 30", time(9, 30)),
        ("9-30", time(9, 30)),
        ("21ч", time(21)),
        ("в 9 часов", time(9)),
        ("сағат 18:05", time(18, 5)),
        ("０９：１５", time(9, 15)),
        ("9点", time(9)),
        ("21時30分", time(21, 30)),
        (" 00:00 ", time(0)),
        ("24:00", None),
        ("9:5", time(9, 5)),
        ("9 pm", time(21)),
        ("7:00 AM", time(7)),
        ("9 a.m.", time(9)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("9h30", time(9, 30)),
        ("at 9 o’clock", time(9)),
        ("в 9 утра", time(9)),
        ("9 часов утра", time(9)),
        ("9 вечера", time(21)),
        ("2 дня", time(14)),
        ("11 дня", time(11)),
        ("12 ночи", time(0)),
        ("сағат 9-да", time(9)),
        ("9:00-де", time(9)),
        ("таңғы 9", time(9)),
        ("кешкі сағат 6-да", time(18)),
        ("9 жарым", time(9, 30)),
        ("早上8点", time(8)),
        ("下午6点半", time(18, 30)),
        ("晚上12点", time(0)),
        ("中午12点", time(12)),
        ("9点钟", time(9)),
        ("9:00!", time(9)),
        ("в 9:00.", time(9)),
        ("18 утра", None),
        ("утра 9 вечера", None),
        ("9:30 半", None),
        ("9-5", None),
        ("9:60", None),
        ("12:30:00", None),
        ("", None),
        ("сегодня", None),
        ("9" * 500, None),
        ("٩:٣٠", time(9, 30)),
    ],
)
def test_times_as_people_type_them(typed: str, at: time | None) -> None:
    assert parse_time(typed) == at


@given(st.text(max_size=70))
def test_nothing_typed_breaks_it(typed: str) -> None:
    parse_time(typed)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("kk", Language.KAZAKH),
        ("ru-RU", Language.RUSSIAN),
        ("zh-hans", Language.CHINESE),
        ("zh_TW", Language.CHINESE),
        ("EN-gb", Language.ENGLISH),
        ("uz", Language.KAZAKH),
        ("", Language.KAZAKH),
        (None, Language.KAZAKH),
    ],
)
def test_a_clients_language(code: str | None, language: Language) -> None:
    assert client_language(code, Language.KAZAKH) is language


def test_roles_cover_those_below() -> None:
    assert [[a.covers(b) for b in Role] for a in Role] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
