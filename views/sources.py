"""/sources: the list, a card for each source, and what came of each press."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

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

PAGE = 8
TITLE_UNITS = 60
ERROR_UNITS = 400
LINK_LETTERS = 500
CAUGHT = 5
"""Entries shown of what a check found."""

_MARKS = {SourceState.ACTIVE: "🟢", SourceState.PAUSED: "⏸", SourceState.STOPPED: "🔴"}


def source_list(
    sources: Sequence[Source], language: Language, start: int = 0, said: Markup | None = None
) -> Outgoing:
    """A page of the sources; `said` is what has just happened, above it."""
    text = Texts(language)
    start = max(0, min(start, len(sources) - 1)) // PAGE * PAGE
    page = sources[start : start + PAGE]
    active = sum(source.state is SourceState.ACTIVE for source in sources)
    title = text("sources-title", count=len(sources), active=active)
    parts = [title, *(_line(source) for source in page)] if sources else [text("sources-none")]
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

    parts = [
        text(
            "source-card",
            title=shorten(source.title, 4 * TITLE_UNITS),
            url=shorten(source.url, ERROR_UNITS),
            kind=text.plain(f"sources-kind-{source.kind.value}"),
            state=f"{_MARKS[source.state]} {text.plain(f'sources-state-{source.state.value}')}",
            minutes=source.interval_minutes,
            checked=moment(source.checked_at),
            succeeded=moment(source.succeeded_at),
            newest=moment(source.newest_at),
        )
    ]
    if source.last_error:
        parts.append(text("source-error", error=shorten(source.last_error, ERROR_UNITS)))
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
    return Texts(language)("source-check-failed", error=shorten(error, ERROR_UNITS))


def _entry(entry: Entry, timezone: str, language: Language) -> Markup:
    title = shorten(entry.title or entry.link or "…", 2 * TITLE_UNITS)
    line = Markup("• {}").format(title)
    if entry.link and len(entry.link) <= LINK_LETTERS:
        line = Markup('• <a href="{}">{}</a>').format(entry.link, title)
    if entry.published:
        line += Markup(" · {}").format(formats.moment(entry.published, timezone, language))
    return line


def _line(source: Source) -> Markup:
    """A source that is not well says why at once."""
    line = Markup("{}").format(_label(source))
    if source.last_error:
        line += Markup(" · <i>{}</i>").format(shorten(source.last_error, 2 * TITLE_UNITS))
    return line


def _label(source: Source) -> str:
    title = shorten(" ".join(source.title.split()) or source.url, TITLE_UNITS)
    return f"{_MARKS[source.state]} {title}"


def _back(text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("sources-back"), pack("sources", "list", 0)),)
