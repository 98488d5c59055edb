"""Every line of the table of deliveries."""

from datetime import UTC, datetime, timedelta

import pytest

from delivery import outcomes
from delivery.deciding import after, pause_after
from model.ids import BodyId, ChatId, RowId, SubscriberId
from model.outbox import Action, OutboxRow, Priority, RowState

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def row(
    attempts: int = 0,
    was_uncertain: bool = False,
    as_plain: bool = False,
    without_thread: bool = False,
    action: Action = Action.SEND,
    had: tuple[int, ...] = (),
) -> OutboxRow:
    """With `had` it is in the middle: one part, of so many messages, has arrived."""
    return OutboxRow(
        RowId(1),
        SubscriberId(2),
        ChatId(3),
        BodyId(4),
        "{}",
        "digest",
        action,
        attempts,
        was_uncertain,
        as_plain,
        without_thread,
        message_id=5,
        message_ids=had,
        parts_sent=int(bool(had)),
    )


def test_what_arrived_is_sent() -> None:
    decision = after(row(), outcomes.Sent((7, 8)), NOW)
    assert decision.change.state is RowState.SENT
    assert decision.change.message_ids == (7, 8)
    assert decision.change.counts


def test_a_refused_token_stops_the_sender_and_counts_for_nothing() -> None:
    decision = after(row(), outcomes.Stopped("Unauthorized"), NOW)
    assert decision.stop == "Unauthorized"
    assert (decision.change.state, decision.change.counts) == (RowState.PENDING, False)


def test_a_flood_waits_as_long_as_it_is_told_and_counts_for_nothing() -> None:
    decision = after(row(), outcomes.FloodWait(17), NOW)
    assert decision.pause_chat == 17
    assert decision.change.not_before == NOW + timedelta(seconds=17)
    assert (decision.change.state, decision.change.counts) == (RowState.PENDING, False)


def test_bad_markup_goes_once_more_as_plain_text() -> None:
    first = after(row(), outcomes.BadMarkup("can't parse entities"), NOW)
    assert (first.change.state, first.change.as_plain) == (RowState.PENDING, True)
    second = after(row(as_plain=True), outcomes.BadMarkup("can't parse entities"), NOW)
    assert second.change.state is RowState.FAILED
    assert first.is_defect
    assert second.is_defect


def test_a_migrated_group_is_written_to_under_its_new_id() -> None:
    decision = after(row(), outcomes.Migrated(ChatId(-100)), NOW)
    assert (decision.change.state, decision.migrated_to) == (RowState.PENDING, -100)


def test_a_lost_topic_is_forgotten_and_the_group_written_to() -> None:
    first = after(row(), outcomes.NoThread(), NOW)
    assert (first.change.state, first.change.without_thread) == (RowState.PENDING, True)
    assert first.forget_thread
    second = after(row(without_thread=True), outcomes.NoThread(), NOW)
    assert second.change.state is RowState.FAILED


def test_an_unreachable_chat_fails_the_row_and_says_why() -> None:
    decision = after(row(), outcomes.Unreachable("bot was blocked by the user"), NOW)
    assert decision.change.state is RowState.FAILED
    assert decision.unreachable == decision.change.error == "bot was blocked by the user"


def test_another_refusal_fails_the_row_alone() -> None:
    decision = after(row(), outcomes.Refused("message is too long"), NOW)
    assert decision.change.state is RowState.FAILED
    assert decision.unreachable is None


@pytest.mark.parametrize("outcome", [outcomes.ServerTrouble("502"), outcomes.NotConnected("DNS")])
def test_trouble_on_the_way_is_waited_out(outcome: outcomes.Outcome) -> None:
    decision = after(row(attempts=2), outcome, NOW)
    assert decision.change.state is RowState.PENDING
    assert decision.change.not_before == NOW + pause_after(2)
    assert not decision.change.was_uncertain
    assert decision.is_trouble


def test_pauses_grow_and_have_an_end() -> None:
    pauses = [pause_after(attempts) for attempts in range(12)]
    assert pauses == sorted(pauses)
    assert pauses[1] == 2 * pauses[0]
    assert pauses[-1] == timedelta(minutes=10)
    assert pause_after(10_000) == timedelta(minutes=10)


def test_an_unknown_end_is_tried_once_more_and_no_oftener() -> None:
    first = after(row(), outcomes.Unknown("timeout"), NOW)
    assert (first.change.state, first.change.was_uncertain) == (RowState.PENDING, True)
    second = after(row(was_uncertain=True), outcomes.Unknown("timeout"), NOW)
    assert second.change.state is RowState.UNCERTAIN
    assert first.is_trouble
    assert second.is_trouble


def test_what_was_once_in_doubt_stays_so_through_other_troubles() -> None:
    for outcome in (outcomes.ServerTrouble("502"), outcomes.FloodWait(1), outcomes.Stopped("401")):
        assert after(row(was_uncertain=True), outcome, NOW).change.was_uncertain


def test_after_a_part_the_rest_goes_at_once_and_ahead_of_all() -> None:
    begun = row(attempts=3, was_uncertain=True, as_plain=True, without_thread=True)
    change = after(begun, outcomes.Sent((7, 8)), NOW, parts_left=1).change
    assert (change.state, change.not_before) == (RowState.PENDING, NOW)
    assert (change.message_ids, change.parts_sent) == ((7, 8), 1)
    assert change.priority is Priority.REST
    assert change.error is None
    assert not change.counts
    assert not change.was_uncertain, "each part may be in doubt once"
    assert not change.as_plain, "each part is tried as it was made"
    assert change.without_thread, "a topic that is gone stays gone"


def test_with_the_last_part_it_is_sent_and_knows_all_its_messages() -> None:
    change = after(row(had=(7, 8)), outcomes.Sent((9,)), NOW).change
    assert (change.state, change.message_ids, change.parts_sent) == (RowState.SENT, (7, 8, 9), 2)


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (outcomes.Stopped("401"), RowState.PENDING),
        (outcomes.FloodWait(3), RowState.PENDING),
        (outcomes.BadMarkup("x"), RowState.PENDING),
        (outcomes.Migrated(ChatId(-100)), RowState.PENDING),
        (outcomes.NoThread(), RowState.PENDING),
        (outcomes.ServerTrouble("502"), RowState.PENDING),
        (outcomes.NotConnected("DNS"), RowState.PENDING),
        (outcomes.Unknown("timeout"), RowState.PENDING),
        (outcomes.Unreachable("blocked"), RowState.FAILED),
        (outcomes.Refused("too long"), RowState.FAILED),
    ],
)
def test_in_the_middle_nothing_that_arrived_is_forgotten(
    outcome: outcomes.Outcome, state: RowState
) -> None:
    change = after(row(had=(7, 8)), outcome, NOW).change
    assert change.state is state
    assert (change.message_ids, change.parts_sent) == (None, None), "they stay as they were"


@pytest.mark.parametrize("action", [Action.EDIT, Action.DELETE, Action.PIN])
def test_what_may_be_done_twice_is_never_in_doubt(action: Action) -> None:
    decision = after(row(action=action, attempts=1), outcomes.Unknown("timeout"), NOW)
    assert (decision.change.state, decision.change.was_uncertain) == (RowState.PENDING, False)
    assert decision.change.not_before == NOW + pause_after(1)
    assert decision.is_trouble


@pytest.mark.parametrize("action", [Action.EDIT, Action.DELETE, Action.PIN])
def test_a_message_of_a_group_that_migrated_stays_behind(action: Action) -> None:
    decision = after(row(action=action), outcomes.Migrated(ChatId(-100)), NOW)
    assert (decision.change.state, decision.migrated_to) == (RowState.FAILED, -100)


def test_what_was_deleted_is_still_named() -> None:
    change = after(row(action=Action.DELETE, had=(7, 8)), outcomes.Sent(()), NOW).change
    assert (change.state, change.message_ids) == (RowState.SENT, (7, 8))
