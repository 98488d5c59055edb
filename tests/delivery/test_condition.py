"""What the sender learns from troubles, and from answers that come after them."""

import pytest

from delivery.condition import LONGEST_PAUSE, STOPPED_SECONDS, Condition
from delivery.deciding import Decision
from model.ids import RowId
from model.outbox import RowChange, RowState
from tests.clocks import ManualClock

BACK = RowChange(RowId(1), RowState.PENDING, error="502")
TROUBLE = Decision(BACK, is_trouble=True)
STOP = Decision(BACK, stop="Unauthorized")
FINE = Decision(RowChange(RowId(1), RowState.SENT))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def condition(clock: ManualClock) -> Condition:
    return Condition(clock)


def tries(condition: Condition, clock: ManualClock, decision: Decision) -> float:
    """One message after the pause, answered a little later; how long the next pause is."""
    clock.advance(condition.wait() + 0.1)
    started = clock.monotonic()
    clock.advance(0.1)
    condition.learn(decision, started)
    return condition.wait()


def test_pauses_grow_to_a_minute_and_one_answer_ends_them(
    condition: Condition, clock: ManualClock
) -> None:
    pauses = [tries(condition, clock, TROUBLE) for _ in range(8)]
    assert pauses == [1, 2, 4, 8, 16, 32, LONGEST_PAUSE, LONGEST_PAUSE]
    assert tries(condition, clock, FINE) == 0
    assert condition.most(25) == 25
    assert tries(condition, clock, TROUBLE) == 1


def test_a_burst_that_fails_together_is_one_lesson(
    condition: Condition, clock: ManualClock
) -> None:
    started = clock.monotonic()
    clock.advance(0.1)
    for _ in range(25):
        condition.learn(TROUBLE, started)
    assert condition.wait() == 1


def test_after_three_in_a_row_one_goes_at_a_time_until_one_is_answered(
    condition: Condition, clock: ManualClock
) -> None:
    seen = []
    for decision in (TROUBLE, TROUBLE, TROUBLE, TROUBLE, FINE):
        tries(condition, clock, decision)
        clock.advance(condition.wait())
        seen.append(condition.most(25))
    assert seen == [25, 25, 1, 1, 25]


def test_nothing_goes_during_a_pause(condition: Condition, clock: ManualClock) -> None:
    tries(condition, clock, TROUBLE)
    assert condition.most(25) == 0


def test_an_answer_to_what_went_off_before_the_trouble_lifts_no_pause(
    condition: Condition, clock: ManualClock
) -> None:
    early = clock.monotonic()
    tries(condition, clock, STOP)
    condition.learn(FINE, early)
    assert condition.wait() == STOPPED_SECONDS
    assert condition.stopped == "Unauthorized"


def test_a_stop_lasts_until_a_message_is_answered(condition: Condition, clock: ManualClock) -> None:
    assert tries(condition, clock, STOP) == STOPPED_SECONDS
    clock.advance(STOPPED_SECONDS)
    assert condition.most(25) == 1
    tries(condition, clock, TROUBLE)
    assert condition.stopped == "Unauthorized"
    tries(condition, clock, FINE)
    assert condition.stopped is None
