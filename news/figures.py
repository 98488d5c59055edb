"""Numbers and dates of a text in one form: «3 млрд» is «3 000 000 000», «два» is 2.

They join one event told in two languages, and keep two events of one kind apart.
"""

import re
from dataclasses import dataclass

from news.vocabulary import data

HUNDRED = 100
MOST = 40
"""Figures of one text that are looked at."""

_DATA = data("figures")
_MONTHS = [re.compile(words) for words in _DATA["months"]]
_SCALES: dict[int, re.Pattern[str]] = {
    10 ** int(power): re.compile(words) for power, words in _DATA["scales"].items()
}
_UNITS: dict[str, re.Pattern[str]] = {
    unit: re.compile(words) for unit, words in _DATA["units"].items()
}
_IN_WORDS = {re.compile(word): value for word, value in _DATA["words"].items()}

_PERIODS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        f"(?P<{kind}_{number}>{words})"
        for kind in ("months", "weekdays")
        for number, words in enumerate(_DATA[kind], 1)
    )
    + r")(?!\w)"
)
_LATIN = re.compile(r"[a-z]{3} \d")
_MONTH = "|".join(_DATA["months"])
_SCALE = "|".join(_DATA["scales"].values())
_NUMBER = (
    r"\d{1,3}(?: \d{3}){1,5}(?!\d)|\d{1,3}(?:,\d{3}){2,5}(?!\d)"
    r"|\d{1,15}(?!\d)(?:[.,]\d{1,6}(?!\d))?"
)
# Each begins with a digit and looks back from there: most of a text has none, and is passed over.
_DATE = re.compile(
    rf"\d(?<![\w.,]\d)\d?(?:-?(?:го|е|ші|шы|ін|ына|th|st|nd|rd))? (?:of )?({_MONTH})(?!\w)"
    r"|\d(?<![\d.]\d)\d?\.[01]?\d\.(?:20)?\d\d(?!\d)"
    r"|\d(?<!\d\d)\d?月\d\d?日"
)
_ENGLISH_DATE = re.compile(rf"(?<!\w)({_MONTH}) ([0-3]?\d)(?:th|st|nd|rd)?(?![\w.,]\d|\w)")
_DIGITS = re.compile(r"\d+")
_TIME = re.compile(r"\d(?<![\d:.,]\d)\d?:[0-5]\d(?![\d:])")
_SCORE = re.compile(r"\d(?<![\d:.,]\d)\d?:\d{1,2}(?![\d:])")
_YEAR = re.compile(r"(?:19|20)(?<![\d.,$€]\d\d)\d\d(?:-?(?:го|м|й|х|е|жыл\w*))?(?![\d,%])(?![.]\d)")
_CHINESE_UNIT = "|".join(
    sorted(re.findall("[\u3400-\u9fff]+", " ".join(_DATA["units"].values())), key=len, reverse=True)
)
"""Whatever follows it: there are no spaces."""
_AMOUNT = re.compile(
    rf"(?=\d)(?<![^\W\u3400-\u9fff]|[.,])(?<![a-zа-я][-])({_NUMBER})"
    rf"(?:[ -]?({_SCALE})(?![a-zа-яәғқңөұүһі])\.?)?"
    rf"(?:[ -]{{0,2}}([%$€₸₽₴°℃]|{_CHINESE_UNIT}|[^\W\d_]+))?"
)
_CODE = re.compile(r"([$€₸₽¥£]|(?<!\w)(?:kzt|usd|eur|cny)) ?$")
"""Of a currency, before its amount."""
_WORD = "|".join(sorted(_DATA["words"], key=len, reverse=True))
_WORDS = re.compile(
    rf"(?<![\w-])((?:{_WORD})(?: (?:{_WORD}))*)(?![\w-])(?: ({_SCALE})(?!\w))?(?: ([^\W\d_]+))?"
)
_ONE_WORD = re.compile(rf"(?:{_WORD})(?!\w)")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text counts: each number with what it is of, as far as the next word tells."""

    numbers: tuple[tuple[str, str], ...]
    """Values ("3000000000", "93.7", a score "2:1") with their units ("kzt", "score", or the

    beginning of a word)."""
    dates: tuple[str, ...]
    """Month and day ("11-23"), and times of day ("18:00")."""


def figures_of(folded: str) -> Figures:
    """Of a folded text, in its order, each once. Years count as neither."""
    if not any(map(str.isdigit, folded)):
        numbers = _numbers_in_words(folded)
        return Figures(tuple(dict.fromkeys(numbers)), ())
    dates: list[str] = []

    def note(match: re.Match[str]) -> str:
        dates.append(_date(match))
        return " | "

    def note_time(match: re.Match[str]) -> str:
        dates.append(match[0].zfill(5))
        return " | "

    def note_english(match: re.Match[str]) -> str:
        dates.append(f"{_month(match[1]):02}-{int(match[2]):02}")
        return " | "

    rest = _DATE.sub(note, folded)
    if _LATIN.search(rest):
        rest = _ENGLISH_DATE.sub(note_english, rest)
    if ":" in rest:
        rest = _TIME.sub(note_time, rest)
    rest = _YEAR.sub(" | ", rest)
    numbers = [(score, "score") for score in _SCORE.findall(rest)] if ":" in rest else []
    if numbers:
        rest = _SCORE.sub(" | ", rest)
    numbers += _numbers(rest) + _numbers_in_words(rest)
    return Figures(tuple(dict.fromkeys(numbers))[:MOST], tuple(dict.fromkeys(dates))[:MOST])


def periods_of(folded: str) -> tuple[str, ...]:
    """Months and days of the week that a folded title names: of what it is an issue."""
    return tuple(dict.fromkeys(match.lastgroup or "" for match in _PERIODS.finditer(folded)))


def _date(match: re.Match[str]) -> str:
    one, *rest = map(int, _DIGITS.findall(match[0]))
    if match[0].endswith("日"):
        return f"{one:02}-{rest[0]:02}"
    return f"{_month(match[1]) if match[1] else rest[0]:02}-{one:02}"


def _month(word: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.fullmatch(word))


def _numbers(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    before: tuple[float, int, int] | None = None
    for match in _AMOUNT.finditer(text):
        digits, scale_word, unit = match.groups()
        before_it = _CODE.search(text[max(0, match.start() - 4) : match.start()])
        sign = before_it[1] if before_it else ""
        scale = _scale(scale_word)
        value = _value(digits) * scale
        if before and scale_word and before[1] > scale and match.start() - before[2] <= 1:
            value += before[0]  # «2 трлн 800 млрд»
            found.pop()
        before = (value, scale, match.end()) if scale_word else None
        found.append((_written(value), _unit(sign or unit or "")))
    return found


def _numbers_in_words(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for match in _WORDS.finditer(text):
        word, scale, unit = match.groups()
        found.append((_written(_said(word) * _scale(scale)), _unit(unit or "")))
    return found


def _said(words: str) -> float:
    """Of one number in words: «сто двадцать», «төрт жүз»."""
    total = 0.0
    for word in _ONE_WORD.findall(words):
        value = next(value for each, value in _IN_WORDS.items() if each.fullmatch(word))
        total = total * value if value == HUNDRED and 0 < total < 10 else total + value
    return total


def _value(digits: str) -> float:
    digits = digits.replace(" ", "")
    if digits.count(",") > 1:
        digits = digits.replace(",", "")
    return float(digits.replace(",", "."))


def _scale(word: str | None) -> int:
    if not word:
        return 1
    return next(scale for scale, words in _SCALES.items() if words.fullmatch(word))


def _written(value: float) -> str:
    return f"{value:.10g}" if value < 1e9 else str(round(value))


def _unit(word: str) -> str:
    """Inflected forms of a word begin alike."""
    for unit, words in _UNITS.items():
        if words.fullmatch(word):
            return unit
    return word[:5]
