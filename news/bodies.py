"""What the parser is given, and its answer where that is nothing."""

from dataclasses import dataclass
from datetime import datetime

from model.news import PageRule, ParsedFeed, SourceKind


@dataclass(frozen=True, slots=True)
class Body:
    """What came back, with what is needed to read it."""

    content: bytes
    content_type: str
    url: str
    """Where it came from: what relative links are relative to."""
    timezone: str
    """Of dates that come without one."""
    now: datetime
    kind: SourceKind = SourceKind.FEED
    rule: PageRule | None = None
    """How a page is read."""


def nothing(reason: str, encoding: str | None = None) -> ParsedFeed:
    """No feed, and why."""
    return ParsedFeed(format=None, encoding=encoding, title="", entries=(), reason=reason)
