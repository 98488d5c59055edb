"""When a source is asked next, and what the admins hear."""

from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.news import NEVER, Notice, NoticeKind, Source, SourceState
from news.polling import LONGEST, SHORTEST, STOP_AFTER, after_failure, after_success
from tests.news.makers import NOW, source

HOUR = timedelta(hours=1)
DAILY = [NOW - timedelta(days=days) for days in range(4, 20)]


def kind_of(notice: Notice | None) -> NoticeKind | None:
    return notice.kind if notice else None


def fail(source: Source, times: int = 1) -> tuple[Source, list[NoticeKind]]:
    """The source after so many failures, and what was told on the way."""
    told = []
    for _ in range(times):
        source, notice = after_failure(source, NOW, "HTTP 500", Random(1))
        if notice:
            told.append(notice.kind)
    return source, told


@pytest.mark.parametrize(
    ("interval", "wanted", "minutes"),
    [
        (30, [], 30),
        (30, [None, None], 30),
        (30, [3_600.0, None], 60),
        (30, [60.0], 30),
        (1, [], 5),
        (30, [1e12], 24 * 60),
    ],
)
def test_the_publishers_wish_is_obeyed_within_bounds(
    interval: int, wanted: list[float | None], minutes: int
) -> None:
    after, notice = after_success(source(interval_minutes=interval), NOW, wanted=wanted)
    assert after.next_poll_at - NOW == timedelta(minutes=minutes)
    assert notice is None


def test_a_success_forgets_the_failures() -> None:
    failed, _ = fail(source(), 2)
    after, notice = after_success(failed, NOW)
    assert (after.failures, after.last_error, after.succeeded_at) == (0, None, NOW)
    assert notice is None


def test_failures_wait_longer_and_longer() -> None:
    waits = [fail(source(), times)[0].next_poll_at - NOW for times in range(1, STOP_AFTER + 1)]
    assert waits == sorted(waits)
    assert waits[-1] > 10 * waits[0]


def test_the_waits_of_two_sources_differ() -> None:
    waits = {after_failure(source(), NOW, "x", Random(seed))[0].next_poll_at for seed in range(20)}
    assert len(waits) > 10


def test_retry_after_is_obeyed() -> None:
    after, _ = after_failure(source(), NOW, "HTTP 429", Random(1), retry_after=7_200)
    assert after.next_poll_at == NOW + 2 * HOUR


@given(
    failures=st.integers(0, 50),
    interval=st.integers(1, 100_000),
    retry_after=st.none() | st.floats(0, 1e15),
    seed=st.integers(),
)
def test_no_wait_is_out_of_bounds(
    failures: int, interval: int, retry_after: float | None, seed: int
) -> None:
    before = source(failures=failures, interval_minutes=interval)
    after, _ = after_failure(before, NOW, "x", Random(seed), retry_after=retry_after)
    assert SHORTEST <= after.next_poll_at - NOW <= LONGEST


def test_a_few_failures_trouble_nobody() -> None:
    after, told = fail(source(), STOP_AFTER - 1)
    assert (after.state, told) == (SourceState.ACTIVE, [])


def test_repeated_failures_stop_the_source_and_are_told_once() -> None:
    after, told = fail(source(), STOP_AFTER + 5)
    assert (after.state, told) == (SourceState.STOPPED, [NoticeKind.STOPPED])
    assert after.last_error == "HTTP 500"


def test_a_stopped_source_that_answers_is_back_and_told_once() -> None:
    stopped, _ = fail(source(), STOP_AFTER)
    back, notice = after_success(stopped, NOW)
    assert (back.state, kind_of(notice)) == (SourceState.ACTIVE, NoticeKind.BACK)
    assert after_success(back, NOW)[1] is None


def test_gone_stops_at_once_and_is_asked_no_more() -> None:
    after, notice = after_failure(source(), NOW, "HTTP 410", Random(1), gone=True)
    assert (after.state, after.next_poll_at) == (SourceState.STOPPED, NEVER)
    assert kind_of(notice) is NoticeKind.GONE
    assert after_failure(after, NOW, "HTTP 410", Random(1), gone=True)[1] is None


def test_a_pause_is_the_admins_to_end() -> None:
    paused = source(state=SourceState.PAUSED)
    assert after_success(paused, NOW)[0].state is SourceState.PAUSED
    assert fail(paused, STOP_AFTER)[0].state is SourceState.PAUSED


@pytest.mark.parametrize(
    ("quiet_for", "recent", "is_told"),
    [
        (timedelta(days=2), DAILY, False),
        (timedelta(days=9), DAILY, False),
        (timedelta(days=11), DAILY, True),
        (timedelta(days=4), [NOW - timedelta(hours=n) for n in range(100, 110)], True),
        (timedelta(days=10), [], False),
        (timedelta(days=15), [], True),
    ],
)
def test_silence_is_measured_by_the_sources_own_rhythm(
    quiet_for: timedelta, recent: list[datetime], is_told: bool
) -> None:
    quiet = source(newest_at=NOW - quiet_for)
    after, notice = after_success(quiet, NOW, recent=recent)
    assert (kind_of(notice) is NoticeKind.SILENT) == is_told
    assert after_success(after, NOW, recent=recent)[1] is None


def test_a_silent_source_that_speaks_again_is_back() -> None:
    silent, _ = after_success(source(newest_at=NOW - timedelta(days=30)), NOW, recent=DAILY)
    after, notice = after_success(silent, NOW, gave_new=True)
    assert (after.told, kind_of(notice)) == (None, NoticeKind.BACK)
