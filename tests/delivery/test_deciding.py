"""Every line of the table of deliveries."""

from datetime import UTC, datetime, timedelta

import pytest

from delivery import outcomes
from delivery.deciding import after, pause_after
from model.ids import BodyId, ChatId, RowId, SubscriberId
from model.outbox import Action, OutboxRow, RowState

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def row(
    attempts: int = 0,
    was_uncertain: bool = False,
    as_plain: bool = False,
    without_thread: bool = False,
) -> OutboxRow:
    return OutboxRow(
        RowId(1),
        SubscriberId(2),
        ChatId(3),
        BodyId(4),
        "{}",
        "digest",
        Action.SEND,
        attempts,
        was_uncertain,
        as_plain,
        without_thread,
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
