"""An article's page → its text, title, picture and date. Pure, for the parser's process."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree, html

from news.dates import read_date
from news.encodings import decode
from news.entries import FORBIDDEN_IN_XML, MAX_TITLE, cut, tidy_link, zone_of
from news.plain_text import one_line, plain_text

MAX_TEXT = 20_000
"""Characters of an article that are looked at: a long one has half of that."""

_TITLES = ("og:title", "twitter:title")
_IMAGES = ("og:image", "og:image:url", "twitter:image", "twitter:image:src")
_DATES = ("article:published_time", "datepublished", "pubdate", "og:published_time")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DECLARATION_END = "?>"


@dataclass(frozen=True, slots=True)
class FullText:
    """An article as its page tells it. Used to judge and to find facts; never stored whole."""

    text: str
    title: str
    image: str | None
    published: datetime | None


def extract(
    content: bytes, content_type: str, url: str, timezone: str, now: datetime
) -> FullText | None:
    """The article of a page; None where there is no text to be found."""
    # Half a second and tens of megabytes, which only the child has need of.
    import trafilatura

    text, _ = decode(content, content_type)
    text = FORBIDDEN_IN_XML.sub("", text).strip()
    if text.startswith("<?xml"):  # lxml reads no text that declares an encoding
        text = text.partition(_DECLARATION_END)[2]
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        document = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    said = _said(document)
    dates = [*(said[name] for name in _DATES if name in said), *_linked_dates(document)]
    title = _title(document, said)
    images = (tidy_link(said.get(name), url) for name in _IMAGES)
    article = trafilatura.extract(document, include_comments=False, include_tables=True)
    lines = plain_text(article or "", is_html=False)
    if not lines:
        return None
    moments = (read_date(date, zone_of(timezone), now) for date in dates)
    return FullText(
        text=cut(lines, MAX_TEXT),
        title=title,
        image=next((image for image in images if image), None),
        published=next((moment for moment in moments if moment), None),
    )


def _said(document: html.HtmlElement) -> dict[str, str]:
    """What the page says of itself, each name's first word."""
    said: dict[str, str] = {}
    for element in document.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content") or element.get("datetime")
        if name and value and value.strip():
            said.setdefault(name.lower(), value.strip())
    return said


def _linked_dates(document: html.HtmlElement) -> Iterator[str]:
    for script in document.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _PUBLISHED.findall(script.text or "")


def _title(document: html.HtmlElement, said: dict[str, str]) -> str:
    """As the page is to be shared; else its heading; else its name."""
    told = [said[name] for name in _TITLES if name in said]
    for tag in ("h1", "title"):
        told += [element.text_content() for element in document.iter(tag)]
    lines = (one_line(title, is_html=False) for title in told)
    return cut(next((line for line in lines if line), ""), MAX_TITLE)
