"""A sitemap → entries; a sitemap index → its children, of which the promising are read.

A news sitemap gives titles and dates. A plain one gives addresses only: its entries have no
title, and what has none is no news until its article's page was looked at (news/full_text.py).
The XML is read as far as it goes: no entity is expanded, nothing is looked up elsewhere.
"""

import io
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from lxml import etree

from model.news import Entry, ParsedFeed
from news.bodies import Body, nothing
from news.dates import read_date
from news.encodings import decode
from news.entries import (
    FORBIDDEN_IN_XML,
    MAX_ENTRIES,
    MAX_TITLE,
    cut,
    tidy_link,
    zone_of,
)
from news.plain_text import one_line

INDEX = "sitemap-index"
NEWS = "news-sitemap"
PLAIN = "sitemap"

MAX_INFLATED = 20 * 1024 * 1024
"""Of a packed sitemap; what is behind that is not read."""

MAX_CHILDREN = 3

_GZIP = b"\x1f\x8b"
_DECLARATION = re.compile(r"^\s*(?:<\?xml[^>]*\?>)?\s*", re.IGNORECASE)
# An ampersand that is none of XML's own stands for itself, or begins an entity of HTML.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)",
    re.IGNORECASE | re.DOTALL,
)
_A_SITEMAP = re.compile(r"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex|url|sitemap)[\s>]", re.I)
_HTML_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_NEWS_WORD = re.compile(r"news|novost|zhanalyk|janalyq", re.IGNORECASE)
_NO_ARTICLES = re.compile(
    r"categor|rubric|taxonom|tags?\b|author|users?\b|image|photo|video|pages?\b|static",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{1,9}")
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def read_sitemap(body: Body) -> ParsedFeed:
    """The entries of a sitemap, the newest 1,000 of them; of an index, one for each child."""
    content = _unpacked(body.content) if body.content.startswith(_GZIP) else body.content
    if not content.strip(b"\x00\t\n\r "):
        return nothing("the body is empty")
    text, encoding = decode(content, body.content_type)
    if not _A_SITEMAP.search(text):
        return nothing(_what_else(text[:5_000]), encoding)
    text = _DECLARATION.sub("", FORBIDDEN_IN_XML.sub("", text), count=1)
    document = _AMPERSAND.sub(lambda found: "&amp;" if found[0] == "&" else found[0], text).encode()
    zone = zone_of(body.timezone)
    entries: list[Entry] = []
    children: list[Entry] = []
    title = ""
    for element in _elements(document):
        entry, outlet = _entry(element, body, zone)
        title = title or outlet
        if entry.link:
            is_child = etree.QName(element).localname == "sitemap"
            (children if is_child else entries).append(entry)
    if children and not entries:
        return ParsedFeed(INDEX, encoding, title, tuple(children[: 5 * MAX_ENTRIES]))
    return ParsedFeed(
        format=NEWS if any(entry.title for entry in entries) else PLAIN,
        encoding=encoding,
        title=title,
        entries=_newest(entries),
        reason=None if entries else "the sitemap has no entries",
    )


def promising(index: ParsedFeed) -> list[str]:
    """The children of an index worth reading: those of news, else the newest; 3 at most.

    Without dates the highest numbers come first, as engines number by growth.
    """
    links = {entry.link: entry.published for entry in index.entries if entry.link}
    news = [link for link in links if _NEWS_WORD.search(_name(link))]

    def promise(link: str) -> tuple[bool, datetime, list[int]]:
        numbers = [int(number) for number in _NUMBERS.findall(_name(link))]
        return (_NO_ARTICLES.search(_name(link)) is None, links[link] or _LONG_AGO, numbers)

    return sorted(news or links, key=promise, reverse=True)[:MAX_CHILDREN]


def joined(feeds: list[ParsedFeed]) -> ParsedFeed:
    """What several sitemaps gave, as one: each address once. There is one at least."""
    entries: dict[str | None, Entry] = {}
    for feed in feeds:
        for entry in feed.entries:
            entries.setdefault(entry.link, entry)
    return ParsedFeed(
        format=NEWS if any(feed.format == NEWS for feed in feeds) else PLAIN,
        encoding=feeds[0].encoding,
        title=next((feed.title for feed in feeds if feed.title), ""),
        entries=_newest(list(entries.values())),
        reason=None if entries else "the sitemap has no entries",
    )


def _newest(entries: list[Entry]) -> tuple[Entry, ...]:
    """In the order they stand, the newest where there are too many."""
    if len(entries) > MAX_ENTRIES:
        entries = sorted(entries, key=lambda one: one.published or _LONG_AGO, reverse=True)
    return tuple(entries[:MAX_ENTRIES])


def _name(link: str) -> str:
    """The address without its host, which says nothing of one child more than of another."""
    return link.split("/", 3)[-1]


def _unpacked(packed: bytes) -> bytes:
    """As much as can be unpacked of it, and no more than allowed."""
    stream = zlib.decompressobj(wbits=31)
    content = bytearray()
    try:
        while packed and not stream.eof and len(content) < MAX_INFLATED:
            content += stream.decompress(packed, min(1024 * 1024, MAX_INFLATED - len(content)))
            packed = stream.unconsumed_tail
    except zlib.error:
        pass  # broken off on the way: its beginning is still worth reading
    return bytes(content)


def _elements(document: bytes) -> Iterator[etree._Element]:
    """Each `url` and `sitemap`; what was read is forgotten, so memory does not grow."""
    reader = etree.iterparse(
        io.BytesIO(document),
        tag=("{*}url", "{*}sitemap"),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        for _, element in reader:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError:
        return  # what was read until here counts


def _entry(element: etree._Element, body: Body, zone: tzinfo) -> tuple[Entry, str]:
    """An entry, and what its outlet calls itself."""
    news = _part(element, "news")
    image = _part(element, "image")
    dates = (_text(news, "publication_date"), _text(element, "lastmod"))
    moments = (read_date(date, zone, body.now) for date in dates if date)
    publication = _part(news, "publication")
    entry = Entry(
        guid=None,
        link=tidy_link(_text(element, "loc"), body.url),
        title=cut(one_line(_text(news, "title")), MAX_TITLE),
        summary="",
        published=next((moment for moment in moments if moment), None),
        image=tidy_link(_text(image, "loc"), body.url),
    )
    return entry, cut(one_line(_text(publication, "name")), MAX_TITLE)


def _part(element: etree._Element | None, name: str) -> etree._Element | None:
    """The child of that name, in whatever namespace the site puts it."""
    if element is None:
        return None
    return next(element.iterchildren(f"{{*}}{name}"), None)


def _text(element: etree._Element | None, name: str) -> str:
    part = _part(element, name)
    return (part.text or "").strip() if part is not None else ""


def _what_else(start: str) -> str:
    if _HTML_PAGE.search(start):
        return "a web page, not a sitemap"
    return "a feed, not a sitemap" if _FEED.search(start) else "not a sitemap"
