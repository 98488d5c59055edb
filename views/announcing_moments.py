"""When an announcement goes, and in which channels: what is asked, and what a press chooses."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.announcements import Announcement, AnnouncementState, Every
from model.channels import Channel
from model.people import Language
from views import formats
from views.announcing_sending import AREA, Prepared, channel_title, when
from views.callbacks import pack
from views.digest import Look
from views.packing import BETWEEN
from views.pickers import mark
from views.texts import Texts
from views.zones import zone_label

TIMES = ("0900", "1200", "1500", "1800")
"""That buttons offer, of the day of a series."""
IN_ROW = 7
"""Days of a month, as a calendar has them."""
LABEL_UNITS = 40


def ask_when(
    announcement: Announcement,
    moments: Sequence[datetime],
    now: datetime,
    look: Look,
    said: Markup | None = None,
) -> Outgoing:
    """Now, at one of some moments, at a typed one, or again and again; `said` went wrong."""
    text, number = Texts(look.language), announcement.id
    ask = text(
        "send-when-ask",
        number=str(number),
        now=when(announcement, look, now, text),
        zone=zone_label(look.timezone, now, look.language),
    )
    rows: list[tuple[Button, ...]] = []
    if announcement.state is AnnouncementState.DRAFT:
        rows.append((Button(text.plain("send-now"), pack(AREA, "now", number)),))
    buttons = [
        Button(_short(at, now, look), pack(AREA, "at", number, int(at.timestamp()) // 60))
        for at in moments
    ]
    rows += [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    rows.append(
        tuple(
            Button(text.plain(f"send-each-{every}"), pack(AREA, "every", number, every))
            for every in Every
        )
    )
    rows.append(_back(announcement, text))
    return Outgoing(ask if said is None else said + BETWEEN + ask, buttons=tuple(rows))


def ask_day(announcement: Announcement, every: Every, look: Look) -> Outgoing:
    """On which day of the week or month."""
    text, number = Texts(look.language), announcement.id
    if every is Every.WEEK:
        labels = [(day, formats.weekday(day, look.language)) for day in range(7)]
    else:
        labels = [(day, str(day)) for day in range(1, 32)]
    buttons = [Button(label, pack(AREA, "every", number, every, day)) for day, label in labels]
    rows = [tuple(buttons[at : at + IN_ROW]) for at in range(0, len(buttons), IN_ROW)]
    back = Button(text.plain("send-back"), pack(AREA, "when", number))
    return Outgoing(text(f"send-day-ask-{every}"), buttons=(*rows, (back,)))


def ask_time(
    announcement: Announcement,
    every: Every,
    day: int,
    look: Look,
    now: datetime,
    said: Markup | None = None,
) -> Outgoing:
    """At what time of that day: pressed or typed."""
    text, number = Texts(look.language), announcement.id
    times = tuple(
        Button(f"{at[:2]}:{at[2:]}", pack(AREA, "every", number, every, day, at)) for at in TIMES
    )
    back = Button(text.plain("send-back"), pack(AREA, "every", number, every))
    ask = text("send-time-ask", zone=zone_label(look.timezone, now, look.language))
    return Outgoing(ask if said is None else said + BETWEEN + ask, buttons=(times, (back,)))


def choose_channels(prepared: Prepared, look: Look) -> Outgoing:
    """The channels of the settings; a press puts the announcement in or takes it out."""
    text, one = Texts(look.language), prepared.announcement
    rows: list[tuple[Button, ...]] = []
    for channel in prepared.channels:
        number = channel.subscriber.id
        is_chosen = number in one.channels
        wanted = "off" if is_chosen else "on"
        label = f"{mark(is_chosen)}{channel_title(channel)} · {channel.subscriber.language.value}"
        row = [Button(label, pack(AREA, "channel", one.id, number, wanted))]
        if is_chosen and one.recurrence is None:
            row.append(
                Button(_own_time(prepared, channel, look), pack(AREA, "own", one.id, number))
            )
        rows.append(tuple(row))
    if prepared.posted_in:
        pins = text.plain("send-pins-is-on" if one.pins else "send-pins-is-off")
        rows.append((Button(pins, pack(AREA, "pins", one.id, "off" if one.pins else "on")),))
    rows.append((Button(text.plain("send-back"), pack(AREA, "plan", one.id)),))
    return Outgoing(text("send-channels-ask"), buttons=tuple(rows))


def ask_own_time(
    prepared: Prepared,
    channel: Channel,
    moments: Sequence[datetime],
    look: Look,
    said: Markup | None = None,
) -> Outgoing:
    """When it is posted in one channel: with the rest, or at a pressed or typed moment."""
    text, one = Texts(look.language), prepared.announcement
    number = channel.subscriber.id
    with_rest = Button(text.plain("send-with-rest"), pack(AREA, "channel", one.id, number, "on"))
    buttons = [
        Button(
            _short(at, prepared.now, look),
            pack(AREA, "own", one.id, number, int(at.timestamp()) // 60),
        )
        for at in moments
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    back = Button(text.plain("send-back"), pack(AREA, "channels", one.id))
    ask = text(
        "send-own-ask",
        name=channel_title(channel),
        zone=zone_label(look.timezone, prepared.now, look.language),
    )
    body = ask if said is None else said + BETWEEN + ask
    return Outgoing(body, buttons=((with_rest,), *rows, (back,)))


def ask_word(announcement: Announcement, language: Language) -> Outgoing:
    """Why it is returned is the next message."""
    text = Texts(language)
    back = Button(text.plain("send-back"), pack(AREA, "plan", announcement.id))
    return Outgoing(text("send-return-ask", number=str(announcement.id)), buttons=((back,),))


def no_moment(language: Language) -> Markup:
    """What was typed is no day and time."""
    return Texts(language)("send-no-moment")


def no_time(language: Language) -> Markup:
    return Texts(language)("time-wrong")


def moved(at: datetime, look: Look) -> Markup:
    """The clock leaps over what was typed: it goes at the first moment after."""
    moment = formats.moment(at, look.timezone, look.language)
    return Texts(look.language)("send-moved", at=moment)


def _own_time(prepared: Prepared, channel: Channel, look: Look) -> str:
    at = prepared.time_of(channel.subscriber.id)
    if at is None:
        return Texts(look.language).plain("send-own-time")
    return f"🕘 {_short(at, prepared.now, look)}"


def _short(at: datetime, now: datetime, look: Look) -> str:
    """As a button has it: the weekday, the day, the time."""
    zone = ZoneInfo(look.timezone)
    local = at.astimezone(zone)
    weekday = formats.weekday(local.weekday(), look.language)
    day = formats.date_near(local.date(), now.astimezone(zone).date(), look.language)
    return shorten(f"{weekday} {day} {formats.clock_time(local.time())}", LABEL_UNITS)


def _back(announcement: Announcement, text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("send-back"), pack(AREA, "plan", announcement.id)),)
