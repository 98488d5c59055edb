"""How the outbox is shared among announcements, whatever there is of them."""

from hypothesis import given
from hypothesis import strategies as some

from model.ids import AnnouncementId
from publishing.announcing.sharing import Demand, shares

AHEAD, MOST = 75, 500


def demand(
    number: int, *, urgent: bool = False, messages: int = 1, in_line: int = 0, turns: int = 500
) -> Demand:
    return Demand(AnnouncementId(number), urgent, messages, in_line, turns)


def test_one_alone_has_it_all() -> None:
    assert shares([demand(1)], AHEAD, MOST) == {1: 75}
    assert shares([demand(1, in_line=70)], AHEAD, MOST) == {1: 5}
    assert shares([demand(1, in_line=75)], AHEAD, MOST) == {}
    assert shares([demand(1)], 3_000, MOST) == {1: MOST}


def test_several_have_equal_parts_of_what_they_want() -> None:
    assert shares([demand(1), demand(2), demand(3)], AHEAD, MOST) == {1: 25, 2: 25, 3: 25}
    assert shares([demand(1), demand(2, turns=5)], AHEAD, MOST) == {1: 70, 2: 5}
    assert shares([demand(1, in_line=55), demand(2)], AHEAD, MOST) == {1: 10, 2: 10}
    assert shares([demand(1, turns=0), demand(2)], AHEAD, MOST) == {2: 75}


def test_an_urgent_one_goes_first_whatever_is_there() -> None:
    full = demand(1, in_line=75)
    assert shares([full, demand(2, urgent=True)], AHEAD, MOST) == {2: 75}
    assert shares([demand(1), demand(2, urgent=True, turns=10)], AHEAD, MOST) == {2: 10, 1: 65}
    asleep = demand(2, urgent=True, turns=0)
    assert shares([demand(1), asleep], AHEAD, MOST) == {1: 75}


def test_albums_cost_what_they_are() -> None:
    assert shares([demand(1, messages=10)], AHEAD, MOST) == {1: 7}
    assert shares([demand(1), demand(2, messages=10)], AHEAD, MOST) in (
        {1: 35, 2: 4},
        {1: 45, 2: 3},
    )
    assert shares([demand(1, messages=11)], 3, MOST) == {1: 1}, "or it would never go"
    assert shares([demand(1, messages=11, in_line=1)], 3, MOST) == {}


DEMANDS = some.lists(
    some.builds(
        demand,
        some.integers(1, 10**6),
        urgent=some.booleans(),
        messages=some.integers(1, 11),
        in_line=some.integers(0, 200),
        turns=some.integers(0, 500),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@given(DEMANDS, some.integers(3, 3_000))
def test_nobody_has_more_than_there_is_or_less_than_another(
    demands: list[Demand], ahead: int
) -> None:
    rows = shares(demands, ahead, MOST)
    assert sum(rows.values()) <= MOST
    for urgency in (True, False):
        alike = [one for one in demands if one.is_urgent is urgency]
        given_ = {one.id: rows.get(one.id, 0) * one.messages for one in alike}
        before = sum(one.in_line * one.messages for one in alike)
        largest = max((one.messages for one in alike), default=0)
        if sum(given_.values()):
            assert before + sum(given_.values()) <= ahead + largest
        for one in alike:
            assert rows.get(one.id, 0) <= one.turns
            for other in alike:
                wants_more = rows.get(other.id, 0) < other.turns
                if given_[one.id] and wants_more and other.messages <= one.messages:
                    assert given_[one.id] - one.messages <= given_[other.id]


@given(DEMANDS, some.integers(3, 3_000))
def test_urgent_ones_do_not_feel_the_others(demands: list[Demand], ahead: int) -> None:
    urgent = [one for one in demands if one.is_urgent]
    alone = shares(urgent, ahead, MOST)
    with_others = shares(demands, ahead, MOST)
    assert {one.id: with_others.get(one.id, 0) for one in urgent} == {
        one.id: alone.get(one.id, 0) for one in urgent
    }


@given(DEMANDS)
def test_whoever_waits_gets_something_in_the_end(demands: list[Demand]) -> None:
    """Once nothing is in line any more, somebody who wants is given something."""
    idle = [Demand(one.id, one.is_urgent, one.messages, 0, one.turns) for one in demands]
    if any(one.turns for one in idle):
        assert shares(idle, 3, MOST)
