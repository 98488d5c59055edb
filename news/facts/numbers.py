"""Numbers as news print them: digits in any grouping, words, scales, ranges; kk, ru, en.

A number is read where it is needed, before or after a word that says what is counted, never all
over a text: most numbers of a text are years, ages and times. All texts here are folded.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from news.vocabulary import data

WINDOW = 48
"""Code points before or after the counted word that a number may take up."""

LARGEST = Decimal(10) ** 18
"""A number beyond it is a misprint."""

_MOST_TOKENS = 14
_LONGEST_DIGITS = 24

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)*|[^\W0-9_]+|\S"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]{1,2})?")

_DATA = data("numbers")
_VALUES = {word: Decimal(one) for one, words in _DATA["values"].items() for word in words.split()}
_SCALES = [(stem, Decimal(one)) for one, stems in _DATA["scales"].items() for stem in stems]
_VAGUE = tuple(_DATA["vague"])
_HALF = frozenset(_DATA["half"])
_AND_HALF = frozenset(_DATA["and_half"])
_RANGE = frozenset(_DATA["range"])
_RANGE_WITHIN = _RANGE | frozenset(_DATA["range_within"])
_FILLING = frozenset(_DATA["filling"])
_ONE = frozenset(_DATA["one"])
_ONE_AFTER = frozenset(_DATA["one_after"])
_AFTER = frozenset(_DATA["after"])
_ENDINGS = frozenset(_DATA["endings"])
_FROM = frozenset(_DATA["from"])
_WITHIN = frozenset({"между", "between", "от", "from"})
_PARTS = _RANGE_WITHIN | _FILLING | _HALF | _AND_HALF | _ENDINGS | _WITHIN | {"с", *_VALUES}
_ENGLISH_SCALES = ("thousand", "million", "billion", "trillion", "mn", "bn", "trn", "tn")
_THOUSAND = Decimal(1000)
_A_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Number:
    """What was read, and where: code points of the text."""

    lower: Decimal
    upper: Decimal | None
    """The end of a range."""
    start: int
    end: int
    has_scale: bool
    """Whether a word of scale is part of it («млрд»)."""


class _Token(NamedTuple):
    word: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return self.word[0] in "0123456789"


@lru_cache(maxsize=5_000)
def _scale(word: str) -> Decimal | None:
    if word.startswith(_VAGUE):
        return None
    for stem, value in _SCALES:
        if word == stem[:-1] if stem.endswith("=") else word.startswith(stem):
            return value
    return None


@lru_cache(maxsize=5_000)
def _half_of(word: str) -> Decimal | None:
    """«полмиллиарда», «полумиллиарда», «полтысячи»."""
    for prefix in ("полу", "пол"):
        if word.startswith(prefix) and (scale := _scale(word[len(prefix) :])):
            return scale / 2
    return None


def before(
    text: str, end: int, between: frozenset[str] = frozenset(), *, is_english: bool = False
) -> Number | None:
    """The number that ends at a place; words of `between` may stand there, too."""
    start = max(0, end - WINDOW)
    while 0 < start < end and text[start - 1].isalnum():  # never the rest of a word or a number
        start += 1
    tokens = _tokens(text, start, end)
    first = len(tokens)
    while first and len(tokens) - first < _MOST_TOKENS and _is_part(tokens[first - 1], between):
        first -= 1
    said_before = tokens[first - 1].word if first else ""
    for index in range(first, len(tokens)):
        reader = _Reader(tokens[index:], said_before, between, is_english)
        number = reader.read()
        if number is not None and reader.is_at_end:
            return number
        said_before = tokens[index].word
    return None


def after(text: str, start: int, *, is_english: bool = False) -> Number | None:
    """The number in digits that begins at a place, and what belongs to it."""
    tokens = _tokens(text, start, min(len(text), start + WINDOW))
    if not tokens or not tokens[0].is_digits:
        return None
    return _Reader(tokens[:_MOST_TOKENS], "", frozenset(), is_english).read()


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    found = _TOKEN.finditer(text, start, end)
    return [_Token(match[0], match.start(), match.end()) for match in found]


def _is_part(token: _Token, between: frozenset[str]) -> bool:
    word = token.word
    return (
        token.is_digits
        or word in _PARTS
        or word in between
        or _scale(word) is not None
        or _half_of(word) is not None
    )


class _Reader:
    """Reads tokens from the first on, as far as they make a number."""

    def __init__(
        self,
        tokens: Sequence[_Token],
        said_before: str,
        between: frozenset[str],
        is_english: bool,
    ) -> None:
        self._tokens = tokens
        self._said_before = said_before
        self._between = between
        self._is_english_text = is_english
        self._at = 0
        self._end = 0
        """Of the last token that means something, in the text."""
        self._scale: Decimal | None = None
        """The last one read."""

    @property
    def is_at_end(self) -> bool:
        return self._at == len(self._tokens)

    @property
    def _word(self) -> str:
        return self._tokens[self._at].word if self._at < len(self._tokens) else ""

    def _take(self, count: int = 1) -> None:
        self._at += count
        self._end = self._tokens[self._at - 1].end

    def _follow(self, *words: str) -> bool:
        return tuple(one.word for one in self._tokens[self._at : self._at + len(words)]) == words

    def read(self) -> Number | None:
        start = self._tokens[0].start
        range_words = _RANGE
        if self._word in _WITHIN:
            range_words = _RANGE_WITHIN
            self._at += 1
        lower = self._quantity()
        if lower is None:
            return None
        scale, place = self._scale, (self._at, self._end)
        upper = self._upper(range_words)
        if upper is not None and scale is None and self._scale is not None:
            lower *= self._scale
        if upper is None or not lower < upper:
            upper = None
            self._at, self._end = place
            self._scale = scale
        self._fill()
        if not 0 < (upper or lower) <= LARGEST:
            return None
        return Number(lower, upper, start, self._end, self._scale is not None)

    def _upper(self, range_words: frozenset[str]) -> Decimal | None:
        is_from = self._tokens[self._at - 1].word in _FROM
        if not is_from:
            self._fill(but=range_words)
            if self._word not in range_words:
                return None
            self._at += 1
        return self._quantity()

    def _quantity(self) -> Decimal | None:
        """Parts of falling scales: «2 трлн 800 млрд»."""
        self._scale = None
        total = self._part()
        if total is None:
            return None
        while self._scale is not None:
            place, scale = (self._at, self._end), self._scale
            self._fill(but=_RANGE)
            more = self._part() if self._at < len(self._tokens) else None
            if more is None or more >= scale or (self._scale or 1) >= scale:
                (self._at, self._end), self._scale = place, scale
                break
            total += more
        return total

    def _part(self) -> Decimal | None:
        """A number and its scale; or a scale that stands for one of it."""
        word = self._word
        self._scale = None
        if (half := _half_of(word)) is not None:
            self._scale = half * 2
            self._take()
            self._skip_ending()
            return half
        if (one := _scale(word)) is not None:
            said_before = self._tokens[self._at - 1].word if self._at else self._said_before
            if word not in _ONE and not (word in _ONE_AFTER and said_before in _AFTER):
                return None
            self._scale = one
            self._take()
            self._skip_ending()
            return one
        digits = self._tokens[self._at] if self._at < len(self._tokens) else None
        if digits is not None and digits.is_digits:
            self._take()
            value = None
        else:
            value = self._words()
            if value is None:
                return None
        self._skip_ending()
        added = self._and_half()
        scale = self._scales()
        if value is None:
            assert digits is not None
            value = _decimal(digits.word, has_scale=scale is not None, is_english=self._is_english)
            if value is None:
                return None
        self._scale = scale
        return (value + added) * (scale or 1)

    def _words(self) -> Decimal | None:
        """«триста двадцать», "one and a half", «жарты»: below a thousand."""
        if self._word in _HALF:
            self._take()
            while self._word in _FILLING:
                self._at += 1
            return _A_HALF if _scale(self._word) else None
        total, last = Decimal(0), _THOUSAND
        while (value := _VALUES.get(self._word)) is not None and value < last:
            total += value
            last = value
            self._take()
            if (hundred := _scale(self._word)) == 100:
                total *= hundred
                self._take()
                last = hundred
        return total or None

    def _and_half(self) -> Decimal:
        for words in (("с", "половиной"), ("и", "половиной"), ("and", "a", "half")):
            if self._follow(*words):
                self._take(len(words))
                return _A_HALF
        if self._word in _AND_HALF:
            self._take()
            return _A_HALF
        return Decimal(0)

    def _scales(self) -> Decimal | None:
        """«млрд», «тысяч миллиардов», a hyphen or fillings before it."""
        place = (self._at, self._end)
        self._fill()
        total: Decimal | None = None
        self._is_english = self._is_english_text
        while (scale := _scale(self._word)) is not None:
            self._is_english |= self._word.startswith(_ENGLISH_SCALES) or self._word in ("m", "b")
            total = scale * (total or 1)
            self._take()
            if self._word == "." and self._at + 1 < len(self._tokens):
                self._at += 1
            self._skip_ending()
        if total is None:
            self._at, self._end = place
        return total

    def _skip_ending(self) -> None:
        """Of Kazakh, after a hyphen: «140-ға»."""
        if self._word == "-" and self._at + 1 < len(self._tokens):
            if self._tokens[self._at + 1].word in _ENDINGS:
                self._take(2)
        elif (
            self._word in _ENDINGS
            and self._tokens[self._at - 1].end == self._tokens[self._at].start
        ):
            self._take()

    def _fill(self, but: frozenset[str] = frozenset()) -> None:
        while (
            (word := self._word) and word not in but and (word in _FILLING or word in self._between)
        ):
            self._at += 1


def _decimal(digits: str, *, has_scale: bool, is_english: bool) -> Decimal | None:
    """One separator before three digits groups thousands where no scale follows («1.500 мест»),

    and is a decimal's where one does («122,850 млрд»), but for an English comma ("1,250 million").
    """
    if len(digits) > _LONGEST_DIGITS:
        return None
    digits = digits.replace(" ", "").replace("'", "")
    signs = digits.count(",") + digits.count(".")
    if not signs:
        return Decimal(digits)
    is_grouped = _GROUPED.fullmatch(digits) is not None and not digits.startswith("0")
    is_one = signs == 1 and is_grouped
    if is_grouped and (not is_one or not has_scale or (is_english and "," in digits)):
        separator = "," if "," in digits else "."
        if (signs > 1 and digits[-3] in ",.") or digits[-2] in ",.":
            whole, part = re.split(r"[.,](?=[0-9]{1,2}$)", digits)
            return Decimal(re.sub(r"[.,]", "", whole) + "." + part)
        return Decimal(digits.replace(separator, ""))
    if signs == 1:
        return Decimal(digits.replace(",", "."))
    return None
