"""Instant alerts: all that is chosen on one screen, and what they would have brought last week.

Each button names the choice it makes; it counts at once.
"""

from collections.abc import Set
from datetime import time

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing, Rows
from model.people import Alerts, ChatKind, Choices, Language, Subscriber
from news.key_words import MOST_WORDS, Refusal
from views import formats
from views.callbacks import pack
from views.filters import word_refused
from views.packing import BETWEEN
from views.pickers import mark, names, picker, quoted, word_rows
from views.texts import Texts

AREA = "alerts"
MAIN = pack(AREA, "main")
PICKED = ("sectors", "districts")
NEVER = (time(0), time(0))
QUIET = (
    (time(22), time(8)),
    (time(21), time(7)),
    (time(23), time(7)),
    (time(20), time(9)),
    NEVER,
)
"""Quiet hours that buttons offer, from and until."""
MOST = (1, 2, 3, 5, 10)

_LINE = Markup("\n")


def alerts(subscriber: Subscriber, last_week: int, note: str | None = None) -> Outgoing:
    """All of it; `note` is the key of a sentence that says what has just been done."""
    text = Texts(subscriber.language)
    chosen = subscriber.alerts or Alerts()
    lines = [
        text("alerts-line-sectors", chosen=_picked("sectors", chosen.sectors, text)),
        text("alerts-line-districts", chosen=_picked("districts", chosen.districts, text)),
        text("alerts-line-words", chosen=_quoted(chosen.words, text)),
        text("alerts-line-quiet", hours=hours(chosen.quiet_from, chosen.quiet_until, text)),
        text("alerts-line-most", count=chosen.most_a_day),
    ]
    parts = [
        text("alerts-title"),
        text("alerts-about"),
        _LINE.join([_state(chosen, text), *lines]),
    ]
    if chosen.any_chosen:
        parts.append(_preview(subscriber, last_week, text))
    if note is not None:
        parts.insert(0, text(note))
    return Outgoing(BETWEEN.join(parts), buttons=_main_buttons(chosen, text))


def choose_of(subscriber: Subscriber, kind: str, last_week: int, page: int = 0) -> Outgoing:
    """A picker of sectors or districts. Nothing picked is nothing told: there is no "all"."""
    text = Texts(subscriber.language)
    chosen: Set[str] = getattr(subscriber.alerts or Alerts(), kind)
    named = names(kind, chosen, text) if chosen else text.plain("alerts-nothing")
    said = text(f"alerts-ask-{kind}", chosen=named)
    rows = picker(AREA, kind, chosen, page, text)[1:]
    return _with_preview(subscriber, said, rows, last_week, text)


def choose_words(
    subscriber: Subscriber, last_week: int, refused: tuple[str, Refusal] | None = None
) -> Outgoing:
    """Words of which any is enough; more of them are typed."""
    text = Texts(subscriber.language)
    words = (subscriber.alerts or Alerts()).words
    is_private = subscriber.kind is ChatKind.PRIVATE
    how = text("filters-words-how" if is_private else "filters-words-how-group")
    named = quoted(words, text, MOST_WORDS) if words else text.plain("alerts-nothing")
    said = BETWEEN.join([text("alerts-ask-words", chosen=named), how])
    if refused is not None:
        said = BETWEEN.join([word_refused(*refused, text), said])
    return _with_preview(subscriber, said, word_rows(AREA, "words", words), last_week, text)


def choose_quiet(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    chosen = subscriber.alerts or Alerts()
    now = (chosen.quiet_from, chosen.quiet_until)
    rows = tuple(
        (
            Button(
                mark(each == now) + _hours_button(*each, text),
                pack(AREA, "quiet", *(at.strftime("%H%M") for at in each)),
            ),
        )
        for each in (QUIET if now in QUIET else (now, *QUIET))
    )
    return Outgoing(text("alerts-ask-quiet"), buttons=(*rows, (_back(text),)))


def choose_most(subscriber: Subscriber) -> Outgoing:
    text = Texts(subscriber.language)
    now = (subscriber.alerts or Alerts()).most_a_day
    row = tuple(
        Button(mark(each == now) + str(each), pack(AREA, "most", each))
        for each in (MOST if now in MOST else sorted({now, *MOST}))
    )
    return Outgoing(text("alerts-ask-most"), buttons=(row, (_back(text),)))


def hours(start: time, end: time, text: Texts) -> str:
    """«с 22:00 до 08:00»; the same time twice is never."""
    if start == end:
        return text.plain("alerts-never-quiet")
    return text.plain("alerts-hours", start=formats.clock_time(start), end=formats.clock_time(end))


def _hours_button(start: time, end: time, text: Texts) -> str:
    return text.plain("alerts-never-quiet-button") if start == end else hours(start, end, text)


def turned_off(language: Language) -> str:
    """The toast of the button under an alert."""
    return Texts(language).plain("alerts-turned-off")


def _state(chosen: Alerts, text: Texts) -> Markup:
    if not chosen.any_chosen:
        return text("alerts-state-empty")
    return text("alerts-state-on" if chosen.is_on else "alerts-state-off")


def _preview(subscriber: Subscriber, last_week: int, text: Texts) -> Markup:
    said = text("alerts-preview", count=last_week) if last_week else text("alerts-preview-none")
    if subscriber.choices == Choices(tastes=subscriber.choices.tastes):
        return said
    return _LINE.join([said, text("alerts-filtered")])


def _with_preview(
    subscriber: Subscriber, said: Markup, rows: Rows, last_week: int, text: Texts
) -> Outgoing:
    if (subscriber.alerts or Alerts()).any_chosen:
        said = BETWEEN.join([said, _preview(subscriber, last_week, text)])
    return Outgoing(said, buttons=(*rows, (_back(text),)))


def _main_buttons(chosen: Alerts, text: Texts) -> Rows:
    rows: list[tuple[Button, ...]] = [
        (_open(text, "sectors"), _open(text, "districts"), _open(text, "words")),
        (_open(text, "quiet"), _open(text, "most")),
    ]
    if chosen.any_chosen:
        to = "off" if chosen.is_on else "on"
        rows.append((Button(text.plain(f"alerts-turn-{to}"), pack(AREA, "set", to)),))
    rows.append((Button(text.plain("button-home"), pack("settings", "main")),))
    return tuple(rows)


def _picked(kind: str, chosen: Set[str], text: Texts) -> str:
    return names(kind, chosen, text) if chosen else text.plain("alerts-none")


def _quoted(words: Set[str], text: Texts) -> str:
    return quoted(words, text, MOST_WORDS) if words else text.plain("alerts-none")


def _open(text: Texts, screen: str) -> Button:
    return Button(text.plain(f"alerts-{screen}"), pack(AREA, screen))


def _back(text: Texts) -> Button:
    return Button(text.plain("alerts-back"), MAIN)
