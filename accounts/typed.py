"""What people type as an answer: a time of day."""

import re
import unicodedata
from datetime import time

_TIME = re.compile(
    r"(?:в|с|at|сағат)?\s*"
    r"(?P<hours>\d{1,2})"
    r"(?:\s*(?:[:.,;/\-–— ]|ч(?:ас(?:ов|а)?)?\.?|h|сағ\.?|点|时|點|時)\s*(?P<minutes>\d{2})?"
    r"\s*(?:мин(?:ут)?\.?|м|m|分)?)?"
)
_DIGITS = re.compile(r"(?P<hours>\d{1,2})(?P<minutes>\d{2})")


def parse_time(typed: str) -> time | None:
    """«9», «9.30», «0930», «９：３０», «в 9 ч 30 мин», «9点30分» → a time; None if it is none."""
    text = unicodedata.normalize("NFKC", typed).strip().casefold()
    match = _DIGITS.fullmatch(text) or _TIME.fullmatch(text)
    if match is None:
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
