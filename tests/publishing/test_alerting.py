"""What is told at once, what is held and what is left to the digest: the decision alone."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.alerts import Alert, Wish
from model.editions import Candidate
from model.ids import RowId, SourceId, StoryId, SubscriberId
from model.people import Alerts, ChatKind, Choices, Language
from news.stems import terms_of
from publishing.alert_bodies import AlertBody
from publishing.alerting import Decided, Matcher, Reason, decide, end_of_quiet
from views.digest import Look

ALMATY = "Asia/Almaty"
NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)
"""12:00 in Almaty."""
NIGHT = datetime(2026, 11, 23, 18, tzinfo=UTC)
"""23:00 in Almaty: with the usual alerts it is quiet until 08:00."""
MORNING = datetime(2026, 11, 24, 3, tzinfo=UTC)
TEXTILE = Alerts(sectors=frozenset({"textile"}))


def story(number: int = 1, title: str = "", score: float = 1.0, **changed: object) -> Candidate:
    values = {
        "districts": frozenset({"611000000"}),
        "sectors": frozenset({"textile"}),
        "languages": frozenset({"ru"}),
        "sources": frozenset({SourceId(1)}),
        "terms": frozenset(terms_of(title, "ru")),
    }
    return Candidate(StoryId(number), NOON, score, **(values | changed))  # type: ignore[arg-type]


def alert(number: int, at: datetime, *, counts: bool = True) -> Alert:
    return Alert(SubscriberId(1), StoryId(number), at, RowId(number), counts)


def ids(*numbers: int) -> tuple[StoryId, ...]:
    return tuple(StoryId(number) for number in numbers)


def decided(
    *numbers: int,
    alerts: Alerts = TEXTILE,
    known: tuple[Alert, ...] = (),
    in_digests: tuple[StoryId, ...] = (),
    now: datetime = NOON,
    next_digest_at: datetime | None = None,
) -> Decided:
    return decide(ids(*numbers), alerts, ALMATY, next_digest_at, known, in_digests, now)


# What fits


@pytest.mark.parametrize(
    ("alerts", "why"),
    [
        (Alerts(), Reason()),
        (Alerts(sectors=frozenset({"textile", "it"})), Reason(sectors=("textile",))),
        (Alerts(districts=frozenset({"611000000"})), Reason(districts=("611000000",))),
        (Alerts(words=frozenset({"завода", "школа"})), Reason(words=("завода",))),
        (Alerts(sectors=frozenset({"it"}), districts=frozenset({"x"})), Reason()),
        (
            Alerts(sectors=frozenset({"textile"}), words=frozenset({"Лихуа"})),
            Reason(words=("Лихуа",), sectors=("textile",)),
        ),
    ],
)
def test_any_of_what_was_asked_for_is_a_reason(alerts: Alerts, why: Reason) -> None:
    found = Matcher([story(title="Лихуа строит завод")]).fitting(Wish(alerts, Choices()))
    assert found == ({1: why} if why else {})
    assert Reason.of_key(why.key) == why


@pytest.mark.parametrize(
    "choices",
    [
        Choices(news_languages=frozenset({"kk"})),
        Choices(muted_sources=frozenset({SourceId(1)})),
        Choices(without_words=frozenset({"заводы"})),
        Choices(sectors=frozenset({"it"})),
        Choices(with_amount=True),
    ],
)
def test_what_would_not_be_in_the_digest_is_not_told_at_once(choices: Choices) -> None:
    assert not Matcher([story(title="Лихуа строит завод")]).fitting(Wish(TEXTILE, choices))


def test_the_weightiest_come_first() -> None:
    stories = [story(1, score=0.6), story(2, score=0.9), story(3, score=0.6)]
    assert list(Matcher(stories).fitting(Wish(TEXTILE, Choices()))) == [2, 1, 3]


# When


def test_at_most_so_many_are_told_on_a_day() -> None:
    assert decided(1, 2, 3, 4, 5).now == ids(1, 2, 3)
    told = (alert(8, NOON - timedelta(hours=3)), alert(9, NOON - timedelta(hours=2)))
    assert decided(1, 2, known=told).now == ids(1)
    assert decided(1, 2, alerts=Alerts(most_a_day=1), known=told).now == ()


def test_the_day_is_the_chats() -> None:
    late = datetime(2026, 11, 22, 18, 59, tzinfo=UTC)  # 23:59 of yesterday in Almaty
    assert decided(1, known=tuple(alert(n, late) for n in (7, 8, 9))).now == ids(1)
    midnight = late + timedelta(minutes=1)
    assert decided(1, known=tuple(alert(n, midnight) for n in (7, 8, 9))).now == ()


def test_what_brought_nothing_does_not_count_and_is_not_tried_again() -> None:
    failed = tuple(alert(n, NOON, counts=False) for n in (1, 8, 9))
    assert decided(1, 2, known=failed).now == ids(2)


def test_what_a_digest_brought_is_not_told_again() -> None:
    assert decided(1, 2, in_digests=ids(1)).now == ids(2)


def test_quiet_hours_hold_what_the_digest_does_not_tell_soon_after_them() -> None:
    held = decided(1, 2, 3, 4, now=NIGHT, next_digest_at=MORNING + timedelta(hours=6))
    assert held == Decided(held=ids(1, 2, 3), until=MORNING)
    assert decided(1, now=NIGHT).held == ids(1)
    for at in (NIGHT + timedelta(hours=1), MORNING, MORNING + timedelta(hours=1)):
        assert decided(1, now=NIGHT, next_digest_at=at) == Decided()


def test_what_is_held_counts_for_the_day_on_which_it_is_told() -> None:
    told = tuple(alert(n, NOON) for n in (7, 8, 9))
    assert decided(1, now=NIGHT, known=told).held == ids(1)
    held = (*told, Alert(SubscriberId(1), StoryId(5), MORNING), alert(6, MORNING))
    assert decided(1, 2, now=NIGHT, known=held).held == ids(1)


@pytest.mark.parametrize(
    ("quiet_from", "quiet_until", "at", "is_quiet"),
    [
        ("22:00", "08:00", "22:00", True),
        ("22:00", "08:00", "07:59", True),
        ("22:00", "08:00", "08:00", False),
        ("22:00", "08:00", "21:59", False),
        ("13:00", "14:00", "13:30", True),
        ("13:00", "14:00", "14:00", False),
        ("00:00", "00:00", "00:00", False),
        ("09:00", "09:00", "09:00", False),
    ],
)
def test_quiet_hours_are_by_the_chats_clock(
    quiet_from: str, quiet_until: str, at: str, is_quiet: bool
) -> None:
    alerts = Alerts(
        quiet_from=time.fromisoformat(quiet_from), quiet_until=time.fromisoformat(quiet_until)
    )
    now = datetime.combine(NOON.date(), time.fromisoformat(at), ZoneInfo(ALMATY))
    end = end_of_quiet(alerts, ALMATY, now.astimezone(UTC))
    assert (end is not None) is is_quiet
    if end is not None:
        assert now < end <= now + timedelta(days=1)
        assert end.astimezone(ZoneInfo(ALMATY)).time() == alerts.quiet_until


zones = st.sampled_from([ALMATY, "Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC"])
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(times, times, zones, moments)
def test_when_quiet_hours_end_it_is_not_quiet(
    quiet_from: time, quiet_until: time, zone: str, now: datetime
) -> None:
    alerts = Alerts(quiet_from=quiet_from, quiet_until=quiet_until)
    end = end_of_quiet(alerts, zone, now)
    if end is not None:
        assert now < end <= now + timedelta(hours=26)
        assert end_of_quiet(alerts, zone, end) is None


@given(
    st.lists(st.integers(1, 20), max_size=12, unique=True),
    st.lists(
        st.tuples(st.integers(1, 40), st.integers(-72, 0), st.booleans()),
        max_size=20,
        unique_by=lambda one: one[0],
    ),
    st.integers(1, 10),
    moments,
    zones,
)
def test_never_more_than_asked_and_never_what_was_told(
    fitting: list[int],
    past: list[tuple[int, int, bool]],
    most: int,
    now: datetime,
    zone: str,
) -> None:
    alerts = Alerts(most_a_day=most)
    known = [alert(n, now + timedelta(hours=ago), counts=counts) for n, ago, counts in past]
    found = decide(ids(*fitting), alerts, zone, None, known, (), now)
    assert not (found.now and found.held)
    assert not set(found.now + found.held) & {one.story_id for one in known}
    at = found.until or now
    day = at.astimezone(ZoneInfo(zone)).date()
    told = sum(one.counts and one.at.astimezone(ZoneInfo(zone)).date() == day for one in known)
    assert told + len(found.now + found.held) <= max(most, told)


def test_a_body_s_key_says_all_it_is_made_of() -> None:
    made_of = AlertBody(
        StoryId(7),
        Look(Language.RUSSIAN, ALMATY, ChatKind.GROUP, 5),
        Choices(frozenset({"kk", "ru"}), muted_sources=frozenset({SourceId(1), SourceId(12)})),
        Reason(("завод: новый", '"'), ("textile",), ("611000000",)),
    )
    plain = AlertBody(StoryId(8), Look(Language.CHINESE, "UTC"), Choices(), Reason(("a",)))
    for one in (made_of, plain):
        assert AlertBody.of_key(one.key("what it says")) == one
        assert one.key("what it says") != one.key("other words")
