"""/sources: the list, a card for each source, and what came of each press."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup, escape

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Entry, ParsedFeed, Source, SourceState
from model.people import Language
from news.reading import lacking
from views import formats
from views.callbacks import pack
from views.packing import BETWEEN
from views.review_buttons import review_of_source
from views.texts import Texts
from views.troubles import trouble

PAGE = 8
TITLE_UNITS = 60
ERROR_UNITS = 400
LINK_LETTERS = 500
CAUGHT = 5
"""Entries shown of what a check found."""

_MARKS = {"active": "🟢", "new": "⚪", "failing": "🟡", "paused": "⏸", "stopped": "🔴"}


def source_list(
    sources: Sequence[Source], language: Language, start: int = 0, said: Markup | None = None
) -> Outgoing:
    """A page of the sources; `said` is what has just happened, above it."""
    text = Texts(language)
    start = max(0, min(start, len(sources) - 1)) // PAGE * PAGE
    page = sources[start : start + PAGE]
    active = sum(_condition(source) == "active" for source in sources)
    title = text("sources-title", count=len(sources), active=active)
    ill = [_line(source, text) for source in page if _condition(source) not in ("active", "new")]
    parts = [title, *ill] if sources else [text("sources-none")]
    rows: list[tuple[Button, ...]] = [
        (Button(_label(source), pack("sources", "show", source.id)),) for source in page
    ]
    turn: list[Button] = []
    if start > 0:
        turn.append(Button(text.plain("sources-previous"), pack("sources", "list", start - PAGE)))
    if start + PAGE < len(sources):
        turn.append(Button(text.plain("sources-next"), pack("sources", "list", start + PAGE)))
    if turn:
        rows.append(tuple(turn))
    rows.append((Button(text.plain("sources-add"), pack("sources", "add")),))
    body = Markup("\n").join(parts)
    return Outgoing(body if said is None else said + BETWEEN + body, buttons=tuple(rows))


def source_card(
    source: Source, timezone: str, language: Language, said: Markup | None = None
) -> Outgoing:
    """All that is known of a source, and what can be done with it."""
    text = Texts(language)

    def moment(at: datetime | None) -> str:
        if at is None:
            return text.plain("source-never")
        return formats.moment(at, timezone, language)

    condition = _condition(source)
    parts = [
        text(
            "source-card",
            title=shorten(source.title, 4 * TITLE_UNITS),
            url=shorten(source.url, ERROR_UNITS),
            kind=text.plain(f"sources-kind-{source.kind.value}"),
            state=f"{_MARKS[condition]} {text.plain(f'sources-state-{condition}')}",
            minutes=source.interval_minutes,
            checked=moment(source.checked_at),
            succeeded=moment(source.succeeded_at),
            newest=moment(source.newest_at),
        )
    ]
    if source.last_error:
        parts.append(text("source-error", error=_error(source.last_error, language)))
    if said is not None:
        parts.insert(0, said)
    return Outgoing(BETWEEN.join(parts), buttons=_card_buttons(source, text))


def _card_buttons(source: Source, text: Texts) -> Rows:
    turn = "pause" if source.state is SourceState.ACTIVE else "resume"

    def switch(name: str, is_on: bool) -> tuple[Button, ...]:
        """Says how it is; pressed, it asks for the other."""
        now, then = ("on", "off") if is_on else ("off", "on")
        label = text.plain(f"sources-{name}-{now}")
        return (Button(label, pack("sources", name, source.id, then)),)

    return (
        (
            Button(text.plain("sources-check"), pack("sources", "check", source.id)),
            Button(text.plain(f"sources-{turn}"), pack("sources", turn, source.id)),
        ),
        switch("full-text", source.reads_full_text),
        switch("review", source.is_reviewed),
        (Button(text.plain("review-of-source"), review_of_source(source.id)),),
        (Button(text.plain("sources-remove"), pack("sources", "remove", source.id)),),
        _back(text),
    )


def remove_ask(source: Source, language: Language) -> Outgoing:
    """Asked once; the press after it removes."""
    text = Texts(language)
    return Outgoing(
        text("source-remove-ask", title=shorten(source.title, 4 * TITLE_UNITS)),
        buttons=(
            (
                Button(text.plain("sources-remove-no"), pack("sources", "show", source.id)),
                Button(text.plain("sources-remove-yes"), pack("sources", "remove-yes", source.id)),
            ),
        ),
    )


def add_ask(language: Language) -> Outgoing:
    text = Texts(language)
    return Outgoing(text("source-add-ask"), buttons=(_back(text),))


def removed(title: str, language: Language) -> Markup:
    return Texts(language)("source-removed", title=shorten(title, 4 * TITLE_UNITS))


def added(language: Language, *, is_new: bool) -> Markup:
    return Texts(language)("source-added" if is_new else "source-known")


def checked(feed: ParsedFeed, timezone: str, language: Language) -> Markup:
    """What an address gave just now: how much, what is missing, and the first entries."""
    text = Texts(language)
    lines = [text("source-checked", count=len(feed.entries))]
    lines += [text(f"source-lacks-{part}", count=count) for part, count in lacking(feed).items()]
    shown = [_entry(entry, timezone, language) for entry in feed.entries[:CAUGHT]]
    caught = Markup("\n").join(lines)
    return BETWEEN.join([caught, Markup("\n").join(shown)]) if shown else caught


def check_failed(error: str, language: Language) -> Markup:
    return Texts(language)("source-check-failed", error=_error(error, language))


def in_doubt(source: Source, error: str, language: Language) -> Outgoing:
    """Added, and not to be read at once: a mistyped address, or a site that is down just now?"""
    text = Texts(language)
    said = text(
        "source-in-doubt",
        url=shorten(source.url, ERROR_UNITS),
        error=_error(error, language),
    )
    return Outgoing(
        said,
        buttons=(
            (
                Button(text.plain("sources-keep"), pack("sources", "show", source.id)),
                Button(text.plain("sources-remove"), pack("sources", "remove-yes", source.id)),
            ),
            _back(text),
        ),
    )


def refused(said: str, language: Language) -> Outgoing:
    """Why an address was not taken, and the way back."""
    return Outgoing(escape(said), buttons=(_back(Texts(language)),))


def _entry(entry: Entry, timezone: str, language: Language) -> Markup:
    title = shorten(entry.title or entry.link or "…", 2 * TITLE_UNITS)
    line = Markup("• {}").format(title)
    if entry.link and len(entry.link) <= LINK_LETTERS:
        line = Markup('• <a href="{}">{}</a>').format(entry.link, title)
    if entry.published:
        line += Markup(" · {}").format(formats.moment(entry.published, timezone, language))
    return line


def _line(source: Source, text: Texts) -> Markup:
    """A source that is not well, and why: the others are told by their buttons."""
    if source.last_error:
        why = trouble(source.last_error, text.language)
    else:
        why = text.plain(f"sources-state-{_condition(source)}")
    return Markup("{} · <i>{}</i>").format(_label(source), shorten(why, 2 * TITLE_UNITS))


def _condition(source: Source) -> str:
    """Its state as an admin sees it: one that failed last time does not count as working."""
    if source.state is not SourceState.ACTIVE:
        return source.state.value
    if source.last_error:
        return "failing"
    return "new" if source.checked_at is None else "active"


def _error(error: str, language: Language) -> str:
    return shorten(trouble(error, language), ERROR_UNITS)


def _label(source: Source) -> str:
    title = shorten(" ".join(source.title.split()) or source.url, TITLE_UNITS)
    return f"{_MARKS[_condition(source)]} {title}"


def _back(text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("sources-back"), pack("sources", "list", 0)),)
