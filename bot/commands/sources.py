"""sources: feeds, sitemaps and pages, from the command line. One line of the answer for each."""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cyclopts import App, Parameter

from accounts.actor import OPERATOR
from bot.commands.context import begin, opened
from common.errors import OperatorError
from common.text import shorten

if TYPE_CHECKING:
    from model.news import ParsedFeed, Source
    from news.collecting import Collected
    from news.managing import Checked
    from news.opml import Outline

app = App(name="sources", help="Look after the sources of news.")

Kind = Literal["feed", "sitemap", "page"]

ENTRIES_SHOWN = 5
LEAD_SHOWN = 120


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Shape:
    """What an address gives, and how its items are found if it is a page."""

    kind: Kind = "feed"
    """What the address gives."""
    item: str | None = None
    """Of a page: the CSS selector of one item."""
    title_css: str | None = None
    """Within the item, its title; the first link if left out."""
    link_css: str | None = None
    """Within the item, its link; the first if left out."""
    date_css: str | None = None
    """Within the item, its date."""
    lead_css: str | None = None
    """Within the item, its lead."""


_FEED = Shape()


@asynccontextmanager
async def _use_cases() -> AsyncIterator[dict[str, Any]]:
    """The use cases of news, around the database of the settings."""
    from accounts.rights import Rights
    from common.clock import SystemClock
    from model.news import Notice
    from news import assembling
    from news.fetching import Fetcher
    from news.worker import ParserProcess
    from publishing.notices import NotifyAdmins
    from storage.transaction import Transaction

    settings, clock = begin(), SystemClock()
    async with (
        opened(settings) as database,
        Fetcher(clock, allow=settings.fetch_allow) as fetch,
        ParserProcess() as parse,
    ):
        notify = NotifyAdmins(database, clock, settings.admin_ids)

        async def tell(db: Transaction, notice: Notice) -> None:
            await notify.of_sources(db, [notice])

        rights = Rights(settings.admin_ids)
        yield assembling.use_cases(database, clock, rights, fetch, parse, tell)


@app.command(name="list")
async def list_() -> None:
    """Every source: number, state, last result, title, address."""
    async with _use_cases() as cases:
        for source in await cases["list_sources"](OPERATOR):
            print(_line(source))


@app.command
async def add(
    url: str,
    *,
    title: str | None = None,
    language: str | None = None,
    interval: int = 30,
    shape: Shape = _FEED,
    full_text: bool = False,
    after_review: bool = False,
) -> None:
    """Add a source.

    Parameters
    ----------
    url: str
        Address of the feed, the sitemap or the section page.
    title: str
        What readers see; the source's own title if left out.
    language: str
        Of its news: kk, ru, en or zh.
    interval: int
        Minutes between two looks at it.
    full_text: bool
        Look the article up where the source gives only a line of it.
    after_review: bool
        Its news wait for an editor.
    """
    wanted = replace(
        _outline(url, shape),
        title=title,
        language=language,
        interval_minutes=interval,
        reads_full_text=full_text,
        is_reviewed=after_review,
    )
    async with _use_cases() as cases:
        added = await cases["add_source"](wanted, OPERATOR)
        print(_line(added.source) if added.is_new else f"known already: {_line(added.source)}")


@app.command(name="set")
async def set_(
    source: int, *, full_text: bool | None = None, after_review: bool | None = None
) -> None:
    """Turn the switches of a source; what is left out stays as it is.

    Parameters
    ----------
    source: int
        Its number.
    full_text: bool
        Look the article up where the source gives only a line of it.
    after_review: bool
        Its news wait for an editor.
    """
    from model.ids import SourceId

    async with _use_cases() as cases:
        changed: Source = await cases["change_source"](
            SourceId(source), OPERATOR, reads_full_text=full_text, is_reviewed=after_review
        )
    print(_line(changed))
    print(f"  full text: {'on' if changed.reads_full_text else 'off'}")
    print(f"  publish: {'after review' if changed.is_reviewed else 'at once'}")


@app.command
async def check(url: str, *, shape: Shape = _FEED) -> int:
    """Fetch an address, or a source by its number, and say what it gives. Stores nothing.

    Parameters
    ----------
    url: str
        Address, or the number of a source, which is read as it was added.
    """
    source = int(url) if url.isdigit() else _outline(url, shape)
    async with _use_cases() as cases:
        checked: Checked = await cases["check_source"](source, OPERATOR)
    if checked.error is not None or checked.feed is None:
        print(f"{checked.url}: {checked.error or 'nothing has changed'}")
        return 1
    print(f"{checked.url}: {checked.feed.format}, {checked.feed.title or 'no title'}")
    for line in _caught(checked.feed):
        print(f"  {line}")
    return 0


@app.command
async def remove(source: str) -> None:
    """Remove a source, by its number or its address. Its news stay."""
    from news.opml import Outline
    from news.wanted import checked_outline

    url = "" if source.isdigit() else checked_outline(Outline(source, None)).url
    async with _use_cases() as cases:
        sources: list[Source] = await cases["list_sources"](OPERATOR)
        found = [each for each in sources if source == str(each.id) or url == each.url]
        if not found:
            raise OperatorError(f"there is no source {source}")
        removed = await cases["remove_source"](found[0].id, OPERATOR)
        print(f"removed: {removed.title} {removed.url}")


@app.command(name="import")
async def import_(file: Path | None = None, *, default: bool = False) -> int:
    """Add the feeds of an OPML file.

    Parameters
    ----------
    file: Path
        The OPML file.
    default: bool
        Take the list that comes with Keruen instead.
    """
    if (file is None) != default:
        print("keruen: name a file, or --default", file=sys.stderr)
        return 2
    content = _opml(file)
    async with _use_cases() as cases:
        imported = await cases["import_opml"](content, OPERATOR)
    for source in imported.added:
        print(_line(source))
    for url, reason in imported.refused:
        print(f"refused: {url}: {reason}")
    print(f"{len(imported.added)} added, {imported.known} known already")
    return 0


@app.command
async def export() -> None:
    """Every source as OPML."""
    async with _use_cases() as cases:
        print(await cases["export_opml"](OPERATOR), end="")


@app.command
async def poll(*, all: bool = False) -> None:
    """Fetch what is due now; returns when all is stored.

    Parameters
    ----------
    all: bool
        Everything, whatever its interval and whether or not it is paused.
    """
    async with _use_cases() as cases:
        for collected in await cases["poll_sources"](everything=all):
            print(_result(collected))


def _outline(url: str, shape: Shape) -> "Outline":
    """What was asked for; any selector makes a rule, so that what cannot be one is told."""
    from model.news import PageRule, SourceKind
    from news.opml import ANY_LINK, Outline

    rule = None
    if any((shape.item, shape.title_css, shape.link_css, shape.date_css, shape.lead_css)):
        rule = PageRule(
            shape.item or "",
            shape.title_css or ANY_LINK,
            shape.link_css or ANY_LINK,
            shape.date_css,
            shape.lead_css,
        )
    return Outline(url, None, timezone=begin().timezone, kind=SourceKind(shape.kind), rule=rule)


def _caught(feed: "ParsedFeed") -> Iterator[str]:
    """How much there is, what is missing, and the first entries."""
    from news.reading import lacking

    missing = [f"{count} without a {part}" for part, count in lacking(feed).items()]
    yield ", ".join([f"{len(feed.entries)} entries", *missing])
    for entry in feed.entries[:ENTRIES_SHOWN]:
        yield f"{entry.published or 'no date'}  {entry.title or 'no title'}"
        yield f"    {entry.link or 'no link'}"
        if entry.summary:
            yield f"    {shorten(entry.summary.replace(chr(10), ' '), LEAD_SHOWN)}"


def _opml(file: Path | None) -> bytes:
    """The file's content; without a file, the list that comes with Keruen."""
    from news.opml import default_list

    if file is None:
        return default_list()
    try:
        return file.read_bytes()
    except OSError as error:
        raise OperatorError(f"{file} cannot be read: {error.strerror}") from error


def _line(source: "Source") -> str:
    result = source.last_error or ("ok" if source.succeeded_at else "not asked yet")
    return f"{source.id}  {source.state}  {result}  {source.title}  {source.url}"


def _result(collected: "Collected") -> str:
    name = f"{collected.source_id}  {collected.title}"
    if collected.error is not None:
        return f"{name}: {collected.error}"
    return (
        f"{name}: {collected.new} new, {collected.updated} updated, "
        f"{collected.unchanged} unchanged, {collected.news} of them news"
    )
