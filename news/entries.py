"""What every reader of a body shares: its limits, and the tidying of an entry's parts.

Text, links and identities come from strangers; what leaves here is bounded and harmless.
"""

import hashlib
import re
from datetime import tzinfo
from typing import Any
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from common.text import shorten
from model.news import DEFAULT_TIMEZONE

MAX_ENTRIES = 1_000
MAX_TITLE = 500
MAX_SUMMARY = 2_000
MAX_GUID = 500
MAX_LINK = 2_000

FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word."""
    return text if len(text) <= limit else shorten(text[: limit + 1], limit)


def tidy_guid(value: Any) -> str | None:
    guid = FORBIDDEN_IN_XML.sub("", str(value or "")).strip()
    if len(guid) > MAX_GUID:  # cut, two long ones could become one
        guid = guid[: MAX_GUID - 65] + " " + hashlib.sha256(guid.encode()).hexdigest()
    return guid or None


def tidy_link(value: Any, base: str) -> str | None:
    """An absolute http(s) address, or None: no other scheme ever reaches a reader."""
    if not isinstance(value, str):
        return None
    printed = "".join(value.split()) if "\n" in value else value.strip()
    try:
        link = urljoin(base, printed) if is_web(base) else printed
        is_good = is_web(link) and link.isprintable() and " " not in link
    except ValueError:  # a broken address of IPv6
        return None
    # A link to the feed itself is what an empty or broken one was resolved to.
    return link if is_good and link != base and len(link) <= MAX_LINK else None


def is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def zone_of(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(DEFAULT_TIMEZONE)
