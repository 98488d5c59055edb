"""Amounts of money, whatever the notation.

    currency words and signs | the number before or after | ranges | the main one

Without a currency there is no amount: «3 млрд» may be tonnes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from model.news import Fact, FactKind
from news.facts import chinese, main_amount, numbers
from news.facts.numbers import Number
from news.facts.text import Whole
from news.vocabulary import data

_LEAST = 1_000
"""Whole units; what is less and has no word of scale is a price or a rate."""

_LEAST_OF_RARE = 10_000
"""For currencies whose name is also another word («вон», «сом»)."""

_COMMON = frozenset({"KZT", "USD", "EUR", "RUB", "CNY"})

_DATA = data("currencies")
_BETWEEN = frozenset(_DATA["between"])
_WORDS: dict[str, str] = {stem: one["code"] for one in _DATA["currencies"] for stem in one["words"]}
_SIGNS = {sign: one["code"] for one in _DATA["currencies"] for sign in one["signs"]}
_CHINESE = {word: one["code"] for one in _DATA["currencies"] for word in one["chinese"]}
_OF: list[tuple[str, str]] = [
    (stem, one["code"]) for one in _DATA["currencies"] for stem in one.get("of", ())
]


_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(sorted(patterns, key=len, reverse=True))


def _word(stem: str) -> str:
    if stem.endswith("="):
        return re.escape(stem[:-1]) + r"(?![^\W_])"
    return re.escape(stem) + (r"[^\W\d_]{0,9}" if stem[-1].isalpha() else "")


def _sign(sign: str) -> str:
    before = _NO_LETTER_BEFORE if sign[0].isalpha() else ""
    return before + re.escape(sign) + (_NO_LETTER_AFTER if sign[-1].isalpha() else "")


_CURRENCY = re.compile(
    rf"(?P<sign>{_any_of(map(_sign, _SIGNS))})|(?P<word>{_any_of(map(_word, _WORDS))})"
    rf"(?:[. ]{{1,2}}(?:сша|us){_NO_LETTER_AFTER})?"
)
_STARTS = frozenset(word[:2] for word in (*_WORDS, *_SIGNS) if word[0].isalpha())
"""Of words that name a currency."""

_SIGN = re.compile(
    "|".join(sorted({re.escape(sign[-1]) for sign in _SIGNS if not sign[-1].isalpha()}))
)
_GLUED = re.compile(r"[0-9](?=[^\W\d_])")
"""«450тг»."""

_CHINESE_CURRENCY = re.compile(_any_of(map(re.escape, _CHINESE)))
_JOIN = re.compile(r"\s*(?:-|to|до|или|or)\s*")
_IN_WORDS = re.compile(r" ?\([^()]{1,60}\) ?$")
"""«5 000 000 (пять миллионов) тенге»."""

_CENTS = re.compile(r" ?[0-9]{1,2} (?:тиын|копе|цент|cent)")


@dataclass(frozen=True, slots=True)
class Amount:
    """As printed, in whole units; where it stands."""

    lower: int
    upper: int | None
    currency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Currency:
    code: str
    start: int
    end: int
    is_sign: bool = False
    is_chinese: bool = False


def amounts(whole: Whole) -> list[Fact]:
    """Each sum once, by where it stands first; the main one marked."""
    found = _ranges(whole, list(_found(whole)))
    if not found:
        return []
    main = main_amount.choose(
        whole, [(one.lower, one.currency, one.start, one.end) for one in found]
    )
    facts: dict[tuple[int, int | None, str], Fact] = {}
    for number, one in enumerate(found):
        key = (one.lower, one.upper, one.currency)
        if key not in facts or number == main:
            facts[key] = _fact(whole, one, is_main=number == main)
    return list(facts.values())


def _fact(whole: Whole, one: Amount, *, is_main: bool) -> Fact:
    return Fact(
        FactKind.AMOUNT,
        str(one.lower),
        whole.plain[one.start : one.end],
        one.start,
        one.end,
        unit=one.currency,
        upper=None if one.upper is None else str(one.upper),
        is_main=is_main,
    )


def _found(whole: Whole) -> Iterator[Amount]:
    low, past = whole.folded, 0
    for currency in _currencies(whole):
        number = _number(whole, currency, past)
        if number is None or _CENTS.match(low, currency.end):
            continue
        least = _LEAST if currency.code in _COMMON else _LEAST_OF_RARE
        if number.lower < least and not number.has_scale:
            continue
        past = max(number.end, currency.end)
        yield Amount(
            int(number.lower),
            None if number.upper is None else int(number.upper),
            _of_country(low[number.end : currency.start], currency.code),
            min(number.start, currency.start),
            past,
        )


def _currencies(whole: Whole) -> Iterator[_Currency]:
    low, past = whole.folded, 0
    places = [start for start, _ in whole.spans if low[start : start + 2] in _STARTS]
    places += [match.start() for match in _SIGN.finditer(low)]
    places += [
        match.end()
        for match in _GLUED.finditer(low)
        if low[match.end() : match.end() + 2] in _STARTS
    ]
    for place in sorted(places):
        match = _CURRENCY.match(low, place)
        if match is None or place < past:
            continue
        past = match.end()
        sign = match["sign"]
        if sign is not None:
            yield _Currency(_SIGNS[sign], match.start(), match.end(), is_sign=True)
        else:
            yield _Currency(_code(match["word"]), match.start(), match.end())
    if whole.is_chinese:
        for match in _CHINESE_CURRENCY.finditer(whole.folded):
            yield _Currency(_CHINESE[match[0]], match.start(), match.end(), is_chinese=True)


@lru_cache(maxsize=1_000)
def _code(word: str) -> str:
    stem = max((stem for stem in _WORDS if word.startswith(stem.rstrip("="))), key=len)
    return _WORDS[stem]


def _of_country(between: str, code: str) -> str:
    if between and code == "USD":
        return next((other for stem, other in _OF if stem in between), code)
    return code


def _number(whole: Whole, currency: _Currency, past: int) -> Number | None:
    """«$5 млн», «5 млн $», "KZT 5 mn"; nothing that belongs to the amount before."""
    low, is_english = whole.folded, whole.is_english
    if currency.is_sign and low[currency.end : currency.end + 1].isdigit():
        return numbers.after(low, currency.end, is_english=is_english)
    if currency.is_chinese:
        number = chinese.before(low, currency.start)
    else:
        bracket = _IN_WORDS.search(low, max(0, currency.start - numbers.WINDOW), currency.start)
        place = bracket.start() if bracket else currency.start
        number = numbers.before(low, place, _BETWEEN, is_english=is_english)
    if number is not None and number.start >= past:
        return number
    if not currency.is_sign:
        return None
    return numbers.after(low, currency.end + 1, is_english=is_english)


def _ranges(whole: Whole, found: list[Amount]) -> list[Amount]:
    """ "$5 mn to $7 mn" and «$5–$7 млн» are one range."""
    joined: list[Amount] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.upper is None
            and one.upper is None
            and last.currency == one.currency
            and _JOIN.fullmatch(whole.folded, last.end, one.start)
            and last.lower < one.lower
        ):
            joined[-1] = replace(last, upper=one.lower, end=one.end)
        else:
            joined.append(one)
    return joined
