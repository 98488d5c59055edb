"""The settings: one message whose screens replace each other in place.

Nothing is remembered between screens: each is drawn from the subscriber, and each button names
the choice it makes. Until a chat has subscribed, the first button of every screen goes on.
"""

from datetime import datetime, time

from delivery.outgoing import Button, Outgoing, Rows
from model.people import EVERY_DAY, ChatKind, Grouping, Language, Subscriber
from views import alert_settings, filters, formats, phrases
from views.callbacks import pack
from views.filters import summary
from views.phrases import WORKDAYS
from views.pickers import mark
from views.texts import Texts
from views.welcome import RESUME, YES, is_own, language_rows
from views.zones import COMMON, city_typed, zone_button, zone_label

MAIN = pack("settings", "main")
TIMES = (time(7), time(8), time(9), time(12), time(18), time(20))


def settings(subscriber: Subscriber, now: datetime, thread_id: int | None = None) -> Outgoing:
    """All that is chosen, and a button for each choice; `thread_id` is the topic it is shown in."""
    text = Texts(subscriber.language)
    schedule = subscriber.schedule
    said = text(
        "settings",
        language=phrases.own_name(subscriber.language),
        news=summary(subscriber.choices, text),
        time=formats.clock_time(schedule.at),
        days=phrases.days(schedule.days, text),
        grouped=text.plain(_group_key(subscriber.choices.grouped_by)),
        zone=zone_label(schedule.timezone, now, text.language),
        quiet="no" if subscriber.tells_nothing_new else "yes",
        state=_state(subscriber, now, text),
    )
    return Outgoing(said, buttons=_main_buttons(subscriber, now, thread_id, text))


def _main_buttons(
    subscriber: Subscriber, now: datetime, thread_id: int | None, text: Texts
) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if not subscriber.is_subscribed:
        rows.append((Button(text.plain("button-subscribe"), YES),))
    rows.append((Button(text.plain("settings-filters"), filters.OPEN),))
    if subscriber.is_subscribed:
        rows.append((Button(text.plain("settings-alerts"), alert_settings.MAIN),))
    rows.append((_open(text, "time"), _open(text, "days")))
    rows.append((_open(text, "zone"), _open(text, "language")))
    rows.append((_open(text, "group"),))
    if subscriber.is_subscribed and subscriber.is_paused(now):
        rows.append((Button(text.plain("settings-resume"), RESUME),))
    elif subscriber.is_subscribed:
        rows.append((_open(text, "pause"),))
    if subscriber.tells_nothing_new:
        rows.append((Button(text.plain("settings-hush"), pack("settings", "tell", "no")),))
    else:
        rows.append((Button(text.plain("settings-tell"), pack("settings", "tell", "yes")),))
    if thread_id is not None and thread_id != subscriber.thread_id:
        rows.append((Button(text.plain("settings-here"), pack("settings", "here")),))
    if is_own(subscriber):
        rows.append((Button(text.plain("settings-data"), pack("privacy", "open")),))
    return tuple(rows)


def language(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    rows = language_rows(subscriber.language, "settings")
    return Outgoing(text("language-ask"), buttons=_with_back(subscriber, rows, text))


def at_time(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    at = subscriber.schedule.at
    buttons = [
        Button(
            mark(each == at) + formats.clock_time(each),
            pack("settings", "time", each.strftime("%H%M")),
        )
        for each in TIMES
    ]
    said = text(_asks("time-ask", subscriber), time=formats.clock_time(at))
    rows = (tuple(buttons[:3]), tuple(buttons[3:]))
    return Outgoing(said, buttons=_with_back(subscriber, rows, text))


def zone(subscriber: Subscriber, now: datetime) -> Outgoing:
    text = Texts(subscriber.language)
    current = subscriber.schedule.timezone
    others = COMMON[1:] if current in COMMON else (current, *COMMON[1:])
    buttons = [
        Button(
            mark(each == current) + zone_button(each, now, text.language),
            pack("settings", "zone", each),
        )
        for each in (COMMON[0], *others)
    ]
    said = text(_asks("zone-ask", subscriber), zone=zone_label(current, now, text.language))
    pairs = (tuple(buttons[index : index + 2]) for index in range(1, len(buttons), 2))
    return Outgoing(said, buttons=_with_back(subscriber, (tuple(buttons[:1]), *pairs), text))


def days(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    chosen = subscriber.schedule.days
    presets = (("days-all", EVERY_DAY), ("days-work", WORKDAYS), ("days-weekly", frozenset({0})))
    rows = [
        (Button(mark(chosen == preset) + text.plain(key), _days(preset)),)
        for key, preset in presets
    ]
    each = [
        Button(mark(day in chosen) + formats.weekday(day, text.language), _days(chosen ^ {day}))
        for day in sorted(EVERY_DAY)
    ]
    said = text("days-ask", days=phrases.days(chosen, text))
    every_row: Rows = (*rows, tuple(each[:4]), tuple(each[4:]))
    return Outgoing(said, buttons=_with_back(subscriber, every_row, text))


def group(subscriber: Subscriber) -> Outgoing:
    """In which order the stories of a digest stand."""
    text = Texts(subscriber.language)
    chosen = subscriber.choices.grouped_by
    rows = tuple(
        (
            Button(
                mark(each is chosen) + text.plain(_group_key(each)),
                pack("settings", "group", each or "none"),
            ),
        )
        for each in (None, *Grouping)
    )
    return Outgoing(text("group-ask"), buttons=_with_back(subscriber, rows, text))


def _group_key(by: Grouping | None) -> str:
    return f"group-by-{by or 'none'}"


def pause(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    rows = tuple(
        (Button(text.plain(f"pause-{length}"), pack("pause", "for", length)),)
        for length in ("open", "week", "month")
    )
    return Outgoing(text("pause-ask"), buttons=_with_back(subscriber, rows, text))


def paused(subscriber: Subscriber, now: datetime) -> Outgoing:
    text = Texts(subscriber.language)
    if subscriber.next_digest_at is None:
        said = text("paused")
    else:
        said = text("paused-until", date=phrases.end_of_pause(subscriber, now, text))
    back = Button(text.plain("button-home"), MAIN)
    return Outgoing(said, buttons=((Button(text.plain("settings-resume"), RESUME),), (back,)))


def resumed(subscriber: Subscriber, now: datetime) -> Outgoing:
    text = Texts(subscriber.language)
    if subscriber.next_digest_at is None:
        return not_subscribed(subscriber.language)
    said = text("resumed", at=phrases.next_digest(subscriber, now, text))
    return Outgoing(said, buttons=((Button(text.plain("button-home"), MAIN),),))


def not_subscribed(language: Language) -> Outgoing:
    text = Texts(language)
    return Outgoing(
        text("not-subscribed"), buttons=((Button(text.plain("button-subscribe"), YES),),)
    )


def time_saved(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    said = text("saved-time", time=formats.clock_time(subscriber.schedule.at))
    return Outgoing(said, buttons=_after_typing(subscriber, text))


def zone_saved(subscriber: Subscriber, now: datetime, typed: str = "") -> Outgoing:
    """Says so too where the city typed is another than the one its zone is called by."""
    text = Texts(subscriber.language)
    timezone = subscriber.schedule.timezone
    zone = zone_label(timezone, now, text.language)
    if typed and (city := city_typed(typed, timezone)):
        said = text("saved-zone-city", city=city, zone=zone)
    else:
        said = text("saved-zone", zone=zone)
    return Outgoing(said, buttons=_after_typing(subscriber, text))


def not_understood(question: str, language: Language) -> Outgoing:
    """A typed answer to "time" or "zone" that is none; the question stays open."""
    text = Texts(language)
    key = "time-wrong" if question == "time" else "zone-wrong"
    return Outgoing(text(key), buttons=((Button(text.plain("button-home"), MAIN),),))


def _after_typing(subscriber: Subscriber, text: Texts) -> Rows:
    back = (Button(text.plain("button-home"), MAIN),)
    if subscriber.is_subscribed:
        return (back,)
    return ((Button(text.plain("button-subscribe"), YES),), back)


def _state(subscriber: Subscriber, now: datetime, text: Texts) -> str:
    if not subscriber.is_subscribed:
        return text.plain("settings-unsubscribed")
    if subscriber.next_digest_at is None:
        return text.plain("settings-paused")
    if subscriber.is_paused(now):
        return text.plain("settings-paused-until", date=phrases.end_of_pause(subscriber, now, text))
    return text.plain("settings-active", at=phrases.next_digest(subscriber, now, text))


def _open(text: Texts, screen: str) -> Button:
    return Button(text.plain(f"settings-{screen}"), pack("settings", screen))


def _with_back(subscriber: Subscriber, rows: Rows, text: Texts) -> Rows:
    """The way back: last, as people expect, but first for a newcomer who only wants to go on."""
    back = (Button(text.plain("button-home"), MAIN),)
    return (*rows, back) if subscriber.is_subscribed else (back, *rows)


def _days(chosen: frozenset[int]) -> str:
    """The last day cannot be taken away: its button says "none", which is refused kindly."""
    return pack("settings", "days", "".join(map(str, sorted(chosen))) or "none")


def _asks(key: str, subscriber: Subscriber) -> str:
    """In a group the bot reads only replies to itself."""
    return key if subscriber.kind is ChatKind.PRIVATE else f"{key}-group"
