"""The limits hold whatever is asked in whichever order, and what they allow is used."""

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from delivery.limiter import ANSWER_BURST, GROUP_MESSAGES, ROW_BURST, Limiter
from tests.clocks import ManualClock

PERSON, OTHER, GROUP = 42, 43, -100_500

# Steps of the clock in quarters of a second: exact in binary, so that a window's edge is exact.
steps = st.integers(0, 8).map(lambda quarters: quarters / 4)
chats = st.sampled_from([1, 2, 3, 4, 5, -1, -2])


def most_within(moments: list[float], seconds: float) -> int:
    """The most moments in any half-open window of so many seconds."""
    return max((bisect_left(moments, m + seconds) - i for i, m in enumerate(moments)), default=0)


asked_for = st.tuples(steps, chats, st.integers(1, 3) | st.just(1), st.booleans())


@given(st.lists(asked_for, max_size=300), st.integers(3, 8))
def test_no_window_ever_holds_more_than_its_allowance(
    asked: list[tuple[float, int, int, bool]], per_second: int
) -> None:
    clock = ManualClock()
    limiter = Limiter(clock, per_second)
    sent: list[tuple[float, int]] = []
    for step, chat, n, answer in asked:
        clock.advance(step)
        if limiter.take(chat, n, answer=answer):
            sent += [(clock.monotonic(), chat)] * n
    assert most_within([moment for moment, _ in sent], 1) <= per_second
    for chat in {chat for _, chat in sent}:
        moments = [moment for moment, to in sent if to == chat]
        assert most_within(moments, 1) <= ANSWER_BURST
        if chat < 0:
            assert most_within(moments, 60) <= GROUP_MESSAGES


@given(st.lists(st.tuples(steps, st.integers(1, 30)), max_size=100), st.integers(1, 8))
def test_what_is_larger_than_a_window_goes_and_is_paid_for_afterwards(
    asked: list[tuple[float, int]], per_second: int
) -> None:
    clock = ManualClock()
    limiter = Limiter(clock, per_second)
    granted: list[tuple[float, int]] = []
    for chat, (step, n) in enumerate(asked, 1):
        clock.advance(step)
        if limiter.take(chat, n):
            granted.append((clock.monotonic(), n))
    for at, (began, _) in enumerate(granted):
        so_far = 0
        for moment, n in granted[at:]:  # what went before the last of them fits into the time
            assert so_far <= per_second * (moment - began + 1)
            so_far += n


@given(st.integers(1, 50), st.sampled_from([1 / 64, 1 / 32, 1 / 16, 1 / 8]))
def test_the_allowance_is_used_when_there_is_work(per_second: int, step: float) -> None:
    clock = ManualClock()
    limiter = Limiter(clock, per_second)
    sent, seconds = 0, 20
    for chat in range(round(seconds / step)):
        for burst in range(limiter.room()):
            sent += limiter.take(chat * 100 + burst + 1)
        clock.advance(step)
    assert sent >= 0.95 * per_second * seconds


@given(st.lists(st.tuples(steps, chats, st.integers(1, 30), st.booleans()), max_size=100))
def test_after_the_wait_it_told_the_permits_are_there(
    asked: list[tuple[float, int, int, bool]],
) -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 3)
    for step, chat, n, answer in asked:
        clock.advance(step)
        limiter.take(chat, n, answer=answer)
        clock.advance(limiter.wait(chat, n, answer=answer))
        assert limiter.take(chat, n, answer=answer)


def test_a_chat_gets_one_row_a_second_but_a_burst_of_answers() -> None:
    limiter = Limiter(ManualClock(), 25)
    assert limiter.take(PERSON)
    assert not limiter.take(PERSON)
    assert limiter.wait(PERSON) == 1
    assert limiter.take(PERSON, answer=True)
    assert limiter.take(PERSON, answer=True)
    assert not limiter.take(PERSON, answer=True)


def test_an_album_takes_as_many_permits_as_it_has_messages() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 25)
    assert limiter.take(PERSON, 10)
    assert limiter.room() == 15
    assert not limiter.take(OTHER, 16)
    assert limiter.take(OTHER, 15)
    assert limiter.wait(7, 10) == 1


def test_after_an_album_its_chat_rests_as_after_a_burst_and_answers_sooner() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 25)
    assert limiter.take(PERSON, 10)
    assert limiter.wait(PERSON) == ROW_BURST
    assert limiter.wait(PERSON, answer=True) == 1
    clock.advance(1)
    assert limiter.take(PERSON, answer=True)
    assert limiter.wait(PERSON) == ROW_BURST - 1, "an answer does not shorten it"
    assert limiter.take(OTHER, 2)
    assert limiter.wait(OTHER) == 2


def test_an_album_larger_than_the_allowance_goes_all_the_same() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 5)
    assert limiter.take(7)
    assert limiter.wait(PERSON, 10) == 1
    clock.advance(1)
    assert limiter.take(PERSON, 10)
    assert limiter.wait(OTHER) == 2
    clock.advance(2)
    assert limiter.room() == 5


def test_two_albums_a_minute_for_a_group() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 25)
    for _ in range(2):
        assert limiter.take(GROUP, 10)
        clock.advance(4)
    assert limiter.wait(GROUP, 10) == 52
    assert limiter.wait(GROUP) == 52


def test_a_group_gets_twenty_a_minute() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 25)
    for _ in range(GROUP_MESSAGES):
        assert limiter.take(GROUP)
        clock.advance(1)
    assert limiter.wait(GROUP) == 40
    assert limiter.take(PERSON)


def test_a_pause_holds_its_chat_alone() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 25)
    limiter.pause(PERSON, 30)
    assert limiter.wait(PERSON, answer=True) == 30
    assert limiter.take(OTHER)
    clock.advance(30)
    assert limiter.take(PERSON)


def test_a_second_paused_chat_pauses_all() -> None:
    clock = ManualClock()
    limiter = Limiter(clock, 25)
    limiter.pause(PERSON, 30)
    limiter.pause(OTHER, 10)
    assert limiter.room() == 0
    assert limiter.wait(7) == 10
    clock.advance(10)
    assert limiter.take(7)
    assert not limiter.take(PERSON)


def test_a_success_and_a_shorter_pause_lift_nothing() -> None:
    limiter = Limiter(ManualClock(), 25)
    limiter.pause(PERSON, 30)
    limiter.pause(PERSON, 5)
    assert limiter.take(OTHER)
    assert limiter.wait(PERSON) == 30
