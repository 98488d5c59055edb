"""A body that came from a feed's address → its entries in plain text, or the reason for none.

Pure, and it runs in a child process (news/worker.py): what is hostile or slow in here costs one
source, not the bot. Only bytes are parsed: given a string, feedparser would open it as an
address or a path. It neither sanitises nor resolves for us, as we do both, faster; and it is not
told where the feed came from, or a guid would change whenever the address does.
"""

import re
import warnings
from datetime import datetime, tzinfo
from typing import Any

import feedparser

from model.news import Entry, ParsedFeed, SourceKind
from news.bodies import Body, nothing
from news.dates import read_date
from news.encodings import decode
from news.entries import (
    FORBIDDEN_IN_XML,
    MAX_ENTRIES,
    MAX_SUMMARY,
    MAX_TITLE,
    cut,
    tidy_guid,
    tidy_link,
    zone_of,
)
from news.json_feed import looks_like_json, read_json_feed
from news.plain_text import one_line, plain_text
from news.sections import read_section
from news.sitemaps import read_sitemap

__all__ = ["Body", "parse"]

TITLE_FROM_SUMMARY = 120
"""An item without a title is called by the beginning of its text, as posts of chats are."""

_DECLARATION = re.compile(r"^\s*(?:<\?xml[^>]*\?>)?\s*", re.IGNORECASE)
_ANY_FEED = re.compile(
    r"<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel|item|entry)[\s>/]", re.IGNORECASE
)
_HTML_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_FEED_LIST = re.compile(r"<opml\b", re.IGNORECASE)
_SITEMAP = re.compile(r"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
# Atom says that `<` in text means itself, yet many an Atom feed puts markup there.
_SURELY_MARKUP = re.compile(r"</(?:a|b|div|em|i|li|p|span|strong|ul)>|<br\s*/?>", re.IGNORECASE)
_DATES = ("published", "updated", "created")

Raw = dict[str, Any]
"""An entry or a feed as feedparser gives it, as a plain dict: its own answers for one key with
another."""


def parse(body: Body) -> ParsedFeed:
    """The feed in a body. What is no feed, or an empty one, says so in `reason`."""
    if body.kind is SourceKind.SITEMAP:
        return read_sitemap(body)
    if body.kind is SourceKind.PAGE:
        return read_section(body)
    if not body.content.strip(b"\x00\t\n\r "):
        return nothing("the body is empty")
    text, encoding = decode(body.content, body.content_type)
    text = FORBIDDEN_IN_XML.sub("", text)
    if looks_like_json(text):
        return _from_json(text, encoding, body)
    return _from_xml(text, encoding, body)


def _from_xml(text: str, encoding: str, body: Body) -> ParsedFeed:
    if not _ANY_FEED.search(text):  # megabytes of another thing would keep feedparser busy
        return nothing(_what_else(text[:5_000]), encoding)
    document = _DECLARATION.sub('<?xml version="1.0" encoding="utf-8"?>\n', text, count=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feedparser's, about its own past
        parsed = feedparser.parse(
            document.encode(),
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    version = parsed.get("version") or None
    # A feed that lost its root element is still worth reading for its items.
    if version is None and not parsed["entries"]:
        return nothing(_what_else(text[:5_000]), encoding)
    entries = [dict(entry) for entry in parsed["entries"][:MAX_ENTRIES]]
    if version and version.startswith("atom"):
        for entry in entries:
            _mark_literal(entry)
    return _feed(version or "unknown", encoding, dict(parsed["feed"]), entries, body)


def _what_else(start: str) -> str:
    if _FEED_LIST.search(start):
        return "a list of feeds (OPML), not a feed"
    if _SITEMAP.search(start):
        return "a sitemap, not a feed"
    return "a web page, not a feed" if _HTML_PAGE.search(start) else "not a feed"


def _mark_literal(entry: Raw) -> None:
    for key in ("title", "summary"):
        detail = entry.get(f"{key}_detail")
        if detail and detail.get("type") == "text/plain":
            detail["literal"] = not _SURELY_MARKUP.search(str(entry.get(key)))
    for content in entry.get("content") or ():
        if content.get("type") == "text/plain":
            content["literal"] = not _SURELY_MARKUP.search(str(content.get("value")))


def _from_json(text: str, encoding: str, body: Body) -> ParsedFeed:
    found = read_json_feed(text)
    if isinstance(found, str):
        return nothing(found, encoding)
    return _feed(found.format, encoding, found.feed, found.entries, body)


def _feed(
    version: str,
    encoding: str,
    feed: Raw,
    raw_entries: list[Raw],
    body: Body,
) -> ParsedFeed:
    zone = zone_of(body.timezone)
    entries = tuple(_entry(raw, body, zone) for raw in raw_entries[:MAX_ENTRIES])
    return ParsedFeed(
        format=version,
        encoding=encoding,
        title=cut(_text(feed, "title"), MAX_TITLE),
        entries=entries,
        ttl_minutes=_minutes(feed.get("ttl")),
        reason=None if entries else "the feed has no entries",
    )


def _entry(raw: Raw, body: Body, zone: tzinfo) -> Entry:
    summary = cut(_summary(raw), MAX_SUMMARY)
    title = cut(_text(raw, "title"), MAX_TITLE)
    if not title and summary:
        title = cut(summary.split("\n", 1)[0], TITLE_FROM_SUMMARY)
    return Entry(
        guid=tidy_guid(raw.get("id")),
        link=tidy_link(raw.get("feedburner_origlink") or raw.get("link"), body.url),
        title=title,
        summary=summary,
        published=_published(raw, zone, body.now),
        image=_image(raw, body.url),
    )


def _text(holder: Raw, key: str) -> str:
    value = holder.get(key)
    if not isinstance(value, str):
        return ""
    return one_line(value, is_html=_is_html(holder.get(f"{key}_detail")))


def _summary(raw: Raw) -> str:
    value = raw.get("summary")
    text = ""
    if isinstance(value, str):
        text = plain_text(value, is_html=_is_html(raw.get("summary_detail")))
    contents = raw.get("content")
    if not text and isinstance(contents, list):
        for content in contents:
            text = plain_text(str(content.get("value") or ""), is_html=_is_html(content))
            if text:
                break
    return text


def _is_html(detail: Any) -> bool:
    """Only Atom and JSON Feed can promise that `<` means itself; in RSS it may be markup."""
    return not (isinstance(detail, dict) and detail.get("literal"))


def _published(raw: Raw, zone: tzinfo, now: datetime) -> datetime | None:
    for key in _DATES:
        printed = raw.get(key)
        if isinstance(printed, str) and (moment := read_date(printed, zone, now)):
            return moment
    return None


def _image(raw: Raw, base: str) -> str | None:
    for key, address in (("media_thumbnail", "url"), ("media_content", "url")):
        for image in raw.get(key) or ():
            if image.get("medium", "image") == "image" and (
                link := tidy_link(image.get(address), base)
            ):
                return link
    for enclosure in raw.get("links") or ():
        if str(enclosure.get("type", "")).startswith("image/"):
            return tidy_link(enclosure.get("href"), base)
    return None


def _minutes(value: Any) -> int | None:
    digits = str(value or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 7 and int(digits) else None
