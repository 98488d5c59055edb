"""OPML: the list of sources as a file that other feed readers understand.

Attributes of our own are left alone by other readers: `interval`, `timezone`, `fullText`,
`review`. A sitemap or a section page has a `type` of its own; the selectors of a page stand in
`item`, `itemTitle`, `itemLink`, `itemDate` and `itemLead`.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from xml.parsers import expat

from common.errors import OperatorError
from model.news import (
    DEFAULT_INTERVAL_MINUTES,
    DEFAULT_TIMEZONE,
    PageRule,
    Source,
    SourceKind,
)
from news.encodings import decode

MAX_SOURCES = 2_000

_TYPES = {SourceKind.FEED: "rss", SourceKind.SITEMAP: "sitemap", SourceKind.PAGE: "page"}
_KINDS = {"sitemap": SourceKind.SITEMAP, "page": SourceKind.PAGE}
_YES = "yes"

ANY_LINK = "a"
"""The selector of title and link where a rule names none."""


class OpmlError(OperatorError):
    """The file is no OPML that can be read."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One source of a list."""

    url: str
    title: str | None
    language: str | None = None
    interval_minutes: int = DEFAULT_INTERVAL_MINUTES
    timezone: str = DEFAULT_TIMEZONE
    kind: SourceKind = SourceKind.FEED
    rule: PageRule | None = None
    reads_full_text: bool = False
    is_reviewed: bool = False


def write_opml(sources: Iterable[Source]) -> str:
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = "Keruen"
    body = ET.SubElement(root, "body")
    for source in sources:
        outline = ET.SubElement(body, "outline", type=_TYPES[source.kind])
        outline.set("text", _clean(source.title))
        outline.set("title", _clean(source.title))
        outline.set("xmlUrl", source.url)
        if source.language:
            outline.set("language", source.language)
        outline.set("interval", str(source.interval_minutes))
        outline.set("timezone", source.timezone)
        if source.reads_full_text:
            outline.set("fullText", _YES)
        if source.is_reviewed:
            outline.set("review", _YES)
        for name, css in _selectors(source.rule):
            if css is not None:
                outline.set(name, _clean(css))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def read_opml(content: bytes) -> list[Outline]:
    """The sources of a list, folders and all, each address once; OpmlError for anything else."""
    text, _ = decode(content)
    root = _parsed(text)
    if root.tag.lower() != "opml":
        raise OpmlError(f"not OPML: the root element is <{root.tag[:40]}>")
    found: dict[str, Outline] = {}
    for element in root.iter("outline"):
        attributes = {name.lower(): value.strip() for name, value in element.attrib.items()}
        url = attributes.get("xmlurl", "")
        if url and len(found) < MAX_SOURCES:
            found.setdefault(url, _outline(url, attributes))
    return list(found.values())


def default_list() -> bytes:
    """The sources that are shipped."""
    return files("news").joinpath("data/sources.opml").read_bytes()


def _outline(url: str, attributes: dict[str, str]) -> Outline:
    interval = attributes.get("interval", "")
    is_number = interval.isdecimal() and 0 < len(interval) < 6
    kind = _KINDS.get(attributes.get("type", "").lower(), SourceKind.FEED)
    return Outline(
        url=url,
        title=attributes.get("title") or attributes.get("text") or None,
        language=attributes.get("language") or None,
        interval_minutes=max(1, int(interval)) if is_number else DEFAULT_INTERVAL_MINUTES,
        timezone=attributes.get("timezone") or DEFAULT_TIMEZONE,
        kind=kind,
        rule=_rule(attributes) if kind is SourceKind.PAGE else None,
        reads_full_text=attributes.get("fulltext", "").lower() == _YES,
        is_reviewed=attributes.get("review", "").lower() == _YES,
    )


def _selectors(rule: PageRule | None) -> list[tuple[str, str | None]]:
    if rule is None:
        return []
    return [
        ("item", rule.item),
        ("itemTitle", rule.title),
        ("itemLink", rule.link),
        ("itemDate", rule.date),
        ("itemLead", rule.lead),
    ]


def _rule(attributes: dict[str, str]) -> PageRule:
    """Title and link are the item's first link where nothing else is said."""
    return PageRule(
        item=attributes.get("item", ""),
        title=attributes.get("itemtitle") or ANY_LINK,
        link=attributes.get("itemlink") or ANY_LINK,
        date=attributes.get("itemdate") or None,
        lead=attributes.get("itemlead") or None,
    )


def _parsed(text: str) -> ET.Element:
    """The document, which may declare nothing: a DTD is how a small file becomes a huge one."""
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise OpmlError(f"not XML: {error}") from error
    return builder.close()


def _refuse(*_: object) -> None:
    raise OpmlError("a list of sources may not declare a document type")


def _clean(text: str) -> str:
    """XML has no place for control characters."""
    return "".join(letter for letter in text if letter >= " ")
