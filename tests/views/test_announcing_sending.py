"""Every screen on the way to sending an announcement, in every language: Telegram takes it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import product

import pytest

from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.announcements import (
    Announcement,
    AnnouncementButton,
    AnnouncementState,
    Announcing,
    Every,
    Recurrence,
)
from model.audiences import Counted
from model.channels import Channel, Standing
from model.ids import AnnouncementId, ChatId, SubscriberId
from model.people import ChatKind, Choices, Language, Schedule, Subscriber
from tests.tdlib import HOSTILE, parse_html
from views import announcing_moments as moments
from views import announcing_sending as views
from views.announcing_audience import Aimed
from views.audience_words import Names
from views.callbacks import parse
from views.digest import Look

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ZONE = "Asia/Almaty"
LONG = "<b>" + "Приём заявок & субсидии " * 200
SERIES = (
    Recurrence(Every.WEEK, 6, time(9, 30), ZONE),
    Recurrence(Every.MONTH, 31, time(0, 0), "Europe/Berlin"),
)


def subscriber(number: int, title: str | None = None, *, lost: bool = False) -> Subscriber:
    return Subscriber(
        id=SubscriberId(number),
        chat_id=ChatId(-number),
        kind=ChatKind.CHANNEL,
        language=Language.KAZAKH,
        schedule=Schedule(),
        choices=Choices(),
        thread_id=None,
        tells_nothing_new=False,
        created_at=NOW,
        subscribed_at=NOW,
        paused_at=None,
        paused_until=None,
        unreachable_at=NOW if lost else None,
        unreachable_reason=None,
        next_digest_at=None,
        title=title,
    )


CHANNELS = tuple(
    Channel(subscriber(number, title, lost=number % 2 == 0), standing=Standing(may_pin=False))
    for number, title in enumerate((*HOSTILE, None, "Канал " * 40), 1)
)
ONE = Announcement(
    AnnouncementId(12_345),
    9,
    AnnouncementState.DRAFT,
    NOW,
    NOW,
    versions={each: Outgoing.authored(LONG, []).to_json() for each in Language},
    buttons=(AnnouncementButton({Language.RUSSIAN: "Подать"}, url="https://example.kz"),),
    channels={
        one.subscriber.id: NOW + timedelta(hours=number) if number % 3 else None
        for number, one in enumerate(CHANNELS)
    },
    pins=True,
    is_urgent=True,
)
COUNTED = (
    Counted(),
    Counted({Language.RUSSIAN: 1}),
    Counted({Language.RUSSIAN: 60_000, Language.CHINESE: 2}, 3, unreachable=7, paused=12),
)


def prepared(one: Announcement, counted: Counted, *, may: bool, asleep: int) -> views.Prepared:
    aimed = Aimed(one, counted, Names(), can_be_changed=True, seconds=counted.total, per_second=25)
    return views.Prepared(
        aimed,
        channels=CHANNELS,
        asleep=asleep,
        may_send=may,
        needs_second=may,
        may_agree=may,
        may_stop=may,
        now=NOW,
    )


def screens(language: Language) -> Iterator[Outgoing]:
    look = Look(language, ZONE)
    at, over = NOW + timedelta(days=2), NOW - timedelta(days=1)
    times = ((None, None), (at, None), (over, None), *((at, each) for each in SERIES))
    for (starts_at, every), counted, may in product(times, COUNTED, (True, False)):
        one = replace(ONE, starts_at=starts_at, recurrence=every, heeds_quiet=may)
        shown = prepared(one, counted, may=may, asleep=counted.total)
        yield views.confirm(shown, look, moments.no_moment(language))
        for state in (AnnouncementState.AWAITING, AnnouncementState.SCHEDULED):
            waits = replace(one, state=state)
            yield views.waiting(prepared(waits, counted, may=may, asleep=0), look)
        yield moments.ask_when(one, [at, over], NOW, look, moments.moved(at, look))
        yield moments.choose_channels(shown, look)
    for each in Every:
        yield moments.ask_day(ONE, each, look)
        yield moments.ask_time(ONE, each, 6, look, NOW, moments.no_time(language))
    shown = prepared(ONE, COUNTED[0], may=True, asleep=0)
    yield moments.ask_own_time(shown, CHANNELS[0], [at], look, moments.no_moment(language))
    yield moments.ask_word(ONE, language)
    yield from told(language)


def told(language: Language) -> Iterator[Outgoing]:
    """What people hear without having asked."""
    reader = replace(subscriber(9), language=language)
    yield views.begun(ONE, language)
    yield views.second_asked(ONE, language)
    yield views.ready(ONE, language)
    yield views.agreed(ONE, language)
    yield views.returned("<i>нет & " * 60, ONE, language)
    yield views.lapsed(ONE, 7, None, language)
    yield views.lapsed(ONE, 7, HOSTILE[0], language)
    yield views.for_nobody(ONE, language)
    yield views.for_nobody(replace(ONE, recurrence=SERIES[0]), language)
    for late in (None, timedelta(minutes=7), timedelta(hours=26, minutes=3)):
        yield views.began(100_000, late, ONE, language)
    for right in Announcing:
        yield views.may_announce(right, reader)


@pytest.mark.parametrize("language", list(Language))
def test_telegram_takes_every_screen(language: Language) -> None:
    for screen in screens(language):
        parsed = parse_html(screen.text)
        assert 0 < utf16_length(parsed.text) <= 4096
        buttons = [button for row in screen.buttons for button in row]
        assert len(buttons) <= 100
        for button in buttons:
            assert button.label.strip()
            assert len(button.label) <= 64
            assert parse(button.data) is not None


def test_what_is_late_is_told_in_hours_and_minutes() -> None:
    late = timedelta(hours=26, minutes=3)
    assert "26 ч 3 мин" in views.began(5, late, ONE, Language.RUSSIAN).text
    assert "7 мин" in views.began(5, timedelta(minutes=7), ONE, Language.RUSSIAN).text
    assert "0 ч" not in views.began(5, timedelta(minutes=7), ONE, Language.RUSSIAN).text
