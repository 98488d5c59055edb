"""What people type as an answer: a time of day, said in any of the four languages."""

import re
import unicodedata
from datetime import time

_PARTS = {
    "am": r"a\.?m|上午",
    "pm": r"p\.?m|下午",
    "morning": r"утра|утром|таңғы|таңертең(?:гі)?|早上|早晨|清晨",
    "day": r"дня|днем|түскі|күндізгі|中午",
    "evening": r"вечера|вечером|кешкі|кешке|晚上|傍晚",
    "night": r"ночи|ночью|түнгі|凌晨|夜里",
}
_PART = "|".join(_PARTS.values())

_TIME = re.compile(
    rf"(?:(?:к|на|в|с|at|by|сағат)\b)?\s*(?P<before>{_PART})?\s*(?:(?:в|at|сағат)\b)?\s*"
    r"(?P<hours>\d{1,2})"
    r"(?:"
    r"\s*:\s*(?P<minutes>\d{1,2})"
    r"|(?:\s*[.,;/\-–—]\s*|\s+)(?P<two_digits>\d{2})"
    r"|(?:\s*(?:ч(?:ас(?:ов|а|у)?)?(?!\w)\.?|ч(?=\d)|h(?:ours?)?(?![a-z])|o'?clock|сағ(?:ат)?\.?|点钟?|時|时|點鐘?)"
    r"\s*(?P<after_unit>\d{1,2})?)"
    r")?"
    r"\s*(?P<half>半|жарым(?:да)?|half)?"
    r"\s*(?:мин(?:ут[аы]?)?\.?|m|м|分)?"
    r"\s*(?:[-–]?\s*(?:де|да|те|та|ге|ға|ке|қа))?"
    rf"\s*(?P<after>{_PART})?"
)
_DIGITS = re.compile(r"(?P<hours>\d{1,2})(?P<minutes>\d{2})")


def parse_time(typed: str) -> time | None:
    """«9», «0930», «в 9 ч 30 мин», «9 pm», «кешкі 6-да», «下午6点半» → a time, else None."""
    text = unicodedata.normalize("NFKC", typed).casefold().replace("ё", "е")
    text = text.replace("’", "'").strip(" \t\r\n.!?,;…。")
    if (digits := _DIGITS.fullmatch(text)) is not None:
        return _time(int(digits["hours"]), int(digits["minutes"]))
    if (match := _TIME.fullmatch(text)) is None:
        return None
    said = match["minutes"] or match["two_digits"] or match["after_unit"]
    if (said and match["half"]) or (match["before"] and match["after"]):
        return None
    hours = _of_the_day(int(match["hours"]), match["before"] or match["after"])
    return None if hours is None else _time(hours, 30 if match["half"] else int(said or 0))


def _of_the_day(hours: int, part: str | None) -> int | None:
    """Hours of 24 out of hours of a part of the day; None where the two do not agree."""
    if part is None:
        return hours
    name = next(name for name, words in _PARTS.items() if re.fullmatch(words, part))
    if hours > 12:
        return hours if name in ("pm", "day", "evening", "night") else None
    if name == "am" or (name == "night" and not 6 <= hours <= 11):
        return hours % 12
    if name == "morning" or (name == "day" and hours >= 10):
        return hours
    if name == "evening" and hours == 12:
        return 0
    return hours % 12 + 12


def _time(hours: int, minutes: int) -> time | None:
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
