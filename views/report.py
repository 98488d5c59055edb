"""/report: which projects, since when, and as what; each in the buttons themselves."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.overview import Dimension
from model.people import Language
from model.projects import Filter
from projects.overview import Breakdown, Overview
from projects.reporting import Format
from views import formats
from views.callbacks import number, pack
from views.packing import BETWEEN
from views.pickers import in_rows, mark, turn_row
from views.selections import (
    capital,
    filter_word,
    filter_words,
    key_name,
    names_of,
    narrowed,
    open_dimensions,
)
from views.texts import Texts

PERIODS = (7, 30, 90, 365)
"""Days, as the buttons offer them."""
USUAL = "30"
VALUES = 10
LABEL_UNITS = 40
_EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Since:
    """From which day on changes are told: some days ago, or a day that somebody typed.

    As a word of a button: `30`, or `20261101`.
    """

    word: str
    day: date


def since_of(word: str, today: date) -> Since | None:
    """Of a button's word; None for what no button says."""
    if number(word) in PERIODS:
        return Since(word, today - timedelta(days=int(word)))
    return _of_day(word[:4], word[4:6], word[6:], today) if re.fullmatch(r"\d{8}", word) else None


def since_typed(typed: str, today: date) -> Since | None:
    """Of what was typed behind the command: 01.11.2026 or 2026-11-01."""
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", typed):
        return _of_day(found[3], found[2], found[1], today)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
        return _of_day(found[1], found[2], found[3], today)
    return None


def menu(seen: Overview, since: Since, language: Language, said: Markup | None = None) -> Outgoing:
    """What the report will be of; the last buttons make it. `said` is what has just happened."""
    text, which = Texts(language), seen.which
    words = filter_words(which, text, seen.people) or text.plain("report-every")
    parts = [
        text("report-title"),
        text("report-of", what=words, count=seen.tally.projects),
        text("report-since", date=formats.full_date(since.day, language)),
        text("report-choose"),
    ]
    body = Markup("\n").join(parts)
    return Outgoing(
        body if said is None else said + BETWEEN + body,
        buttons=_menu_buttons(which, since, text),
    )


def breakdown(seen: Breakdown, page: int, since: Since, language: Language) -> Outgoing:
    """The values of a dimension; a press narrows the report to it."""
    text, dimension = Texts(language), seen.dimension
    counted = [one for one in seen.counted if one.key is not None]
    pages = max(1, -(-len(counted) // VALUES))
    page = max(0, min(page, pages - 1))
    word = filter_word(seen.which)
    values = [
        Button(
            shorten(_value(dimension, one.key, seen, text), LABEL_UNITS),
            pack("report", "menu", since.word, filter_word(which)),
        )
        for one in counted[page * VALUES : (page + 1) * VALUES]
        if (which := narrowed(seen.which, dimension, one.key or "")) is not None
    ]
    turns = turn_row(page, pages, lambda at: pack("report", "by", dimension, at, since.word, word))
    back = Button(text.plain("report-back"), pack("report", "menu", since.word, word))
    said = text("overview-breakdown", by=names_of(dimension, text))
    return Outgoing(said, buttons=(*in_rows(values), *turns, (back,)))


def making(language: Language) -> Outgoing:
    return Outgoing(Texts(language)("report-making"))


def made(language: Language) -> Markup:
    return Texts(language)("report-made")


def failed(language: Language) -> Markup:
    return Texts(language)("error-report-failed")


def caption(form: Format, count: int, since: Since, seen: Overview, language: Language) -> Markup:
    """Of the file itself."""
    text = Texts(language)
    words = filter_words(seen.which, text, seen.people) or text.plain("report-every")
    key = f"report-caption-{form}"
    day = formats.full_date(since.day, language)
    return text(key, what=words, count=count, date=day)


def _menu_buttons(which: Filter, since: Since, text: Texts) -> Rows:
    word = filter_word(which)
    periods = tuple(
        Button(
            mark(since.word == str(days)) + text.plain(f"report-days-{days}"),
            pack("report", "menu", days, word),
        )
        for days in PERIODS
    )
    ways = [
        Button(names_of(one, text), pack("report", "by", one, 0, since.word, word))
        for one in open_dimensions(which)
    ]
    rows = [tuple(ways[at : at + 3]) for at in range(0, len(ways), 3)]
    if which != Filter():
        every = pack("report", "menu", since.word, "-")
        rows.append((Button(text.plain("report-all-projects"), every),))
    files = tuple(
        Button(text.plain(f"report-make-{form}"), pack("report", "make", form, since.word, word))
        for form in Format
    )
    back = Button(text.plain("overview-back"), pack("overview", "all", word))
    return (periods[:2], periods[2:], *rows, files, (back,))


def _value(dimension: Dimension, key: str | None, seen: Breakdown, text: Texts) -> str:
    return capital(key_name(dimension, key, text, seen.people), text.language)


def _of_day(year: str, month: str, day: str, today: date) -> Since | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if not _EARLIEST <= found <= today:
        return None
    return Since(found.strftime("%Y%m%d"), found)
