"""Every screen of what is being sent, in every language and state: Telegram takes it, it fits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Progress
from model.failures import Failure, bare, failure_of
from model.ids import AnnouncementId
from model.people import Language
from tests.tdlib import HOSTILE, parse_html
from views import announcing_watching as views
from views.callbacks import parse
from views.texts import Texts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ZONE = "Asia/Almaty"
LONG = "<b>" + "Приём заявок & субсидии " * 200
DEAD_URL = "Bad Request: inline keyboard button URL 'http://<x>' is invalid: Wrong HTTP URL"
ONE = Announcement(
    AnnouncementId(12_345),
    9,
    AnnouncementState.SENDING,
    NOW,
    NOW,
    versions={each: Outgoing.authored(LONG, []).to_json() for each in Language},
    started_at=NOW - timedelta(hours=1),
)
PROGRESS = (
    Progress(),
    Progress(waiting=3),
    Progress(waiting=90_000, asleep=40_000, wakes_at=NOW + timedelta(hours=9), in_flight=75),
    Progress(in_flight=4, tried=4),
    Progress(
        sent=99_000,
        uncertain=7,
        cancelled=12,
        failed={"blocked": 2, "Forbidden: user is deactivated": 1, DEAD_URL: 30_000}
        | {f"Bad Request: {'reason ' * 100}{number}": number + 1 for number in range(9)},
    ),
    Progress(failed={"Bad Request: chat not found": 3}),
)
REASONS = (
    (None, None),
    ("watch-why-refused", DEAD_URL),
    ("watch-why-refused:kk", LONG),
    ("watch-why-nobody", "Forbidden: bot was blocked by the user"),
    ("watch-why-many", ""),
)


def screens(language: Language) -> Iterator[Outgoing]:
    for state, progress, may_stop in product(AnnouncementState, PROGRESS, (True, False)):
        for speed, (reason, said) in zip((None, 0.0, 0.3, 24.6, 1_000.0), REASONS, strict=True):
            one = replace(ONE, state=state, pause_reason=reason, pause_detail=said)
            seen = views.Seen(one, progress, NOW, speed, may_stop)
            yield views.progress(seen, ZONE, language)
            yield views.ask_cancel(seen, language)
            yield views.stopped_itself(one, language)
    yield views.moved(ONE.id, language)
    yield views.under_way([], ZONE, NOW, language)
    states = ("sending", "paused", "scheduled", "awaiting")
    listed = [replace(ONE, state=AnnouncementState(one), starts_at=NOW) for one in states]
    yield views.under_way(listed, ZONE, NOW, language)
    yield views.under_way(listed * 40, ZONE, NOW, language)


@pytest.mark.parametrize("language", list(Language))
def test_telegram_takes_every_screen(language: Language) -> None:
    for screen in screens(language):
        parsed = parse_html(screen.text)
        assert 0 < utf16_length(parsed.text) <= 4096
        assert "{" not in parsed.text
        assert len(screen.buttons) <= 100
        for button in (button for row in screen.buttons for button in row):
            assert parse(button.data) is not None
            assert 0 < utf16_length(button.label) <= 64


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_telegram_said_breaks_no_message(hostile: str) -> None:
    one = replace(
        ONE,
        state=AnnouncementState.PAUSED,
        pause_reason="watch-why-refused",
        pause_detail=hostile,
        versions={Language.RUSSIAN: Outgoing.authored(hostile or "x", []).to_json()},
    )
    seen = views.Seen(one, Progress(failed={hostile: 1}), NOW)
    parse_html(views.progress(seen, ZONE, Language.RUSSIAN).text)


def told(progress: Progress, state: AnnouncementState, speed: float | None = None) -> str:
    seen = views.Seen(replace(ONE, state=state), progress, NOW, speed)
    return parse_html(views.progress(seen, ZONE, Language.RUSSIAN).text).text


def test_it_is_whole_only_when_everybody_had_their_turn() -> None:
    almost = Progress(sent=99_999, in_flight=1)
    assert "▱ 99 %" in told(almost, AnnouncementState.SENDING)
    assert "▰▰▰▰▰▰▰▰▰▰ 100 %" in told(Progress(sent=3), AnnouncementState.SENT)
    cancelled = Progress(sent=1, cancelled=3)
    assert "▰▰▱▱▱▱▱▱▱▱ 25 %" in told(cancelled, AnnouncementState.CANCELLED)


def test_an_outage_is_not_one_chat_that_waits() -> None:
    stuck = "Telegram сейчас не принимает"
    assert stuck in told(Progress(in_flight=75, tried=25), AnnouncementState.SENDING)
    assert stuck in told(Progress(in_flight=1, tried=1), AnnouncementState.SENDING)
    assert stuck not in told(Progress(in_flight=75, tried=1), AnnouncementState.SENDING)
    moves = Progress(in_flight=75, tried=25, ended_lately=1)
    assert stuck not in told(moves, AnnouncementState.SENDING)
    assert stuck not in told(Progress(in_flight=3, tried=3), AnnouncementState.PAUSED)
    assert stuck not in told(Progress(waiting=3), AnnouncementState.SENDING)


def test_time_left_is_that_of_those_who_are_awake() -> None:
    progress = Progress(waiting=3_000, asleep=1_500, wakes_at=NOW)
    assert "Ещё примерно: 1 мин" in told(progress, AnnouncementState.SENDING, 25.0)
    assert "Ещё примерно" not in told(progress, AnnouncementState.PAUSED, 25.0)
    assert "Ещё примерно" not in told(progress, AnnouncementState.SENDING, 0.0)


@example(3_599.0)
@given(st.floats(0, 10**7))
def test_a_duration_is_never_sixty_minutes(seconds: float) -> None:
    said = views.duration(seconds, Texts(Language.ENGLISH))
    assert "60 min" not in said
    assert said


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Forbidden: bot was blocked by the user", Failure.BLOCKED),
        ("blocked", Failure.BLOCKED),
        ("Forbidden: user is deactivated", Failure.DELETED),
        ("Forbidden: bot was kicked from the supergroup chat", Failure.GONE),
        ("Forbidden: bot is not a member of the channel chat", Failure.GONE),
        ("Bad Request: chat not found", Failure.GONE),
        ("put out", Failure.GONE),
        ("unreachable", Failure.GONE),
        ("Bad Request: not enough rights to send text messages to the chat", Failure.NO_RIGHTS),
        ("Bad Request: need administrator rights in the channel chat", Failure.NO_RIGHTS),
        ("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", Failure.NO_RIGHTS),
        ("Bad Request: user restricted receiving of voice messages", Failure.NO_RIGHTS),
        (DEAD_URL, Failure.REFUSED),
        ("Bad Request: wrong file identifier/HTTP URL specified", Failure.REFUSED),
        ("its body cannot be read: no JSON", Failure.REFUSED),
        ("", Failure.REFUSED),
    ],
)
def test_what_was_said_is_of_a_kind(said: str, kind: Failure) -> None:
    assert failure_of(said) is kind
    assert kind.is_of_chat == (kind is not Failure.REFUSED)


def test_telegrams_words_come_without_their_number() -> None:
    assert bare(DEAD_URL).startswith("inline keyboard button")
    assert bare("put out") == "put out"
