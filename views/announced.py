"""/announcements: what was announced to whoever asks, and all of it for those who announce."""

from collections.abc import Sequence

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement
from model.archive import AllPage, Page, ToldPage, Which
from model.people import Language
from model.results import Reached
from views import formats
from views.announcing import excerpt, summary
from views.announcing_after import state_words
from views.callbacks import pack
from views.packing import BETWEEN
from views.stories import numbered_rows
from views.texts import Texts

AREA = "announced"
SAID_UNITS = 100
WORDS_UNITS = 60
FILTERS_IN_A_ROW = 3
NUMBERS_IN_A_ROW = 4


def told(found: ToldPage, timezone: str, language: Language) -> Outgoing:
    """What was announced to the chat, the newest first."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = []
    if found.told:
        lines = [
            text(
                "announced-line",
                place=place,
                date=formats.moment(each.at, timezone, language),
                excerpt=_summary(one, each.language, text),
            )
            for place, (each, one) in enumerate(found.told, found.page.first)
        ]
        parts = [_head("announced-title", found.page, text), *lines]
        if not found.page.words:
            parts.append(text("announced-search"))
        rows += numbered_rows(
            (place, (pack(AREA, "open", each.id), None))
            for place, (each, _) in enumerate(found.told, found.page.first)
        )
    else:
        parts = [_nothing(found.page, "announced-none", text)]
    rows += _turns(found.page, ("list",), text)
    if found.page.words:
        rows.append((Button(text.plain("announced-everything"), pack(AREA, "list", 0, 0)),))
    if found.sees_all:
        rows.append((Button(text.plain("announced-all"), pack(AREA, "all", Which.ANY, 0, 0)),))
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))


def every(found: AllPage, timezone: str, language: Language) -> Outgoing:
    """All announcements with how far they are."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = []
    if found.found:
        lines = [_line(one, reached, timezone, text) for one, reached in found.found]
        parts = [_head("announced-all-title", found.page, text), *lines]
        opens = [Button(f"№ {one.id}", _opens(one)) for one, _ in found.found]
        rows += _in_rows(opens, NUMBERS_IN_A_ROW)
    else:
        parts = [_nothing(found.page, "announced-all-none", text)]
    rows += _turns(found.page, ("all", found.which), text)
    rows += _in_rows([_filter(each, found, text) for each in Which], FILTERS_IN_A_ROW)
    rows.append((Button(text.plain("announced-mine"), pack(AREA, "list", 0, 0)),))
    rows.append((Button(text.plain("announced-drafts"), pack("announce", "list", 0)),))
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))


def not_shown(language: Language) -> str:
    """What was forwarded is gone where it stood, or Telegram does not give a file any more."""
    return Texts(language).plain("announced-not-shown")


def _summary(one: Announcement, version: Language, text: Texts) -> str:
    return summary(Outgoing.from_json(one.versions[version]), text, SAID_UNITS)


def _line(one: Announcement, reached: Reached, timezone: str, text: Texts) -> Markup:
    values = {
        "number": str(one.id),
        "state": state_words(one, text),
        "date": formats.moment(one.started_at or one.created_at, timezone, text.language),
        "excerpt": excerpt(one, text.language, SAID_UNITS),
    }
    if one.started_at is None:
        return text("announced-all-draft", **values)
    return text("announced-all-line", **values, count=reached.sent, all=reached.all)


def _opens(one: Announcement) -> str:
    """A draft is gone on with, of what was sent the results are told."""
    if one.started_at is None:
        return pack("announce", "draft", one.id)
    return pack("result", "show", one.id)


def _head(key: str, page: Page, text: Texts) -> Markup:
    title = text(key)
    if not page.words:
        return title
    found = text("announced-found", words=shorten(page.words, WORDS_UNITS))
    return Markup("\n").join([title, found])


def _nothing(page: Page, key: str, text: Texts) -> Markup:
    if page.words:
        return text("announced-nothing", words=shorten(page.words, WORDS_UNITS))
    return text(key)


def _filter(which: Which, found: AllPage, text: Texts) -> Button:
    mark = "✓ " if which is found.which else ""
    label = mark + text.plain(f"announced-which-{which}")
    return Button(label, pack(AREA, "all", which, found.page.search or 0, 0))


def _turns(page: Page, verb: Sequence[str], text: Texts) -> Rows:
    turns = [
        Button(text.plain(key), pack(AREA, *verb, page.search or 0, at))
        for key, at, is_there in (
            ("announced-newer", page.page - 1, page.page > 0),
            ("announced-older", page.page + 1, page.has_more),
        )
        if is_there
    ]
    return (tuple(turns),) if turns else ()


def _in_rows(buttons: Sequence[Button], n: int) -> Rows:
    return tuple(tuple(buttons[start : start + n]) for start in range(0, len(buttons), n))
