"""What a parsed feed looks like to someone at the command line: `keruen news parse`."""

from pathlib import Path
from typing import Any

from common.clock import Clock
from common.worker import WorkFailed
from model.news import DEFAULT_TIMEZONE, Entry, ParsedFeed
from news.fetching import MAX_BYTES
from news.parsing import Body
from news.worker import Parse


def report(file: str, feed: ParsedFeed | WorkFailed) -> dict[str, Any]:
    """One line of the answer: entries, or the reason why there are none."""
    if isinstance(feed, WorkFailed):
        return _nothing(file, feed.reason)
    return {
        "file": file,
        "format": feed.format,
        "encoding": feed.encoding,
        "entries": [_entry(entry) for entry in feed.entries],
        "reason": feed.reason,
    }


class ParseFile:
    """A file through the same code as a fetched feed; whatever is wrong is a reason."""

    def __init__(self, parse: Parse, clock: Clock, timezone: str = DEFAULT_TIMEZONE) -> None:
        self._parse = parse
        self._clock = clock
        self._timezone = timezone

    async def __call__(self, file: Path) -> dict[str, Any]:
        try:
            with file.open("rb") as opened:
                content = opened.read(MAX_BYTES + 1)
        except OSError as error:
            return _nothing(str(file), f"cannot be read: {error.strerror or error}")
        if len(content) > MAX_BYTES:
            return _nothing(str(file), f"larger than {MAX_BYTES // 1024 // 1024} MiB")
        body = Body(content, "", "", self._timezone, self._clock.now())
        return report(str(file), await self._parse(body))


def _nothing(file: str, reason: str) -> dict[str, Any]:
    return {"file": file, "format": None, "encoding": None, "entries": [], "reason": reason}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.guid,
        "title": entry.title,
        "link": entry.link,
        "published": entry.published.isoformat() if entry.published else None,
        "summary": entry.summary,
    }
