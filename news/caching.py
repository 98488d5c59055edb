"""What the headers of an answer say about when to ask again, in seconds."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """`Retry-After`, which is a number of seconds or a date."""
    return _seconds_until(headers.get("Retry-After", ""), now)


def fresh_for(headers: Mapping[str, str], now: datetime) -> float | None:
    """How long the answer stays fresh: `Cache-Control: max-age`, else `Expires`; None: not said.

    What a cache on the way has used up (`Age`) is taken off.
    """
    directives = [
        directive.strip().lower() for directive in headers.get("Cache-Control", "").split(",")
    ]
    if "no-cache" in directives or "no-store" in directives:
        return None
    for directive in directives:
        name, _, value = directive.partition("=")
        if name == "max-age":
            seconds = _number(value.strip('"'))
            if seconds is not None:
                return max(0.0, seconds - (_number(headers.get("Age", "")) or 0.0))
    return _seconds_until(headers.get("Expires", ""), _date(headers.get("Date", "")) or now)


def _seconds_until(value: str, now: datetime) -> float | None:
    seconds = _number(value)
    if seconds is not None:
        return seconds
    moment = _date(value)
    return max(0.0, (moment - now).total_seconds()) if moment else None


def _number(value: str) -> float | None:
    digits = value.strip()
    return float(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 12 else None


def _date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
