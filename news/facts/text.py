"""A title and a lead as facts are looked for in them: folded, place by place the same."""

import re
from bisect import bisect_right

from news.folding import fold
from news.words import LONGEST, Text, skeleton

_NARROW = {
    ord("、"): ",",
    **{ord(sign) + 0xFEE0: sign for sign in map(chr, range(0x21, 0x7F)) if sign not in "!?;"},
}
"""Full-width digits and signs, as Chinese texts have them; what ends a sentence stays."""

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"\w+(?:'\w+)*")
_SIGN = re.compile(r"[\n!?;.。；！？]")
_ALWAYS = frozenset("\n。；！？")
_ABBREVIATED = (" г", " им", " ст", " т", " тыс", "млн", "млрд", "трлн", "долл", " кв", " куб")
"""What a point ends without ending the sentence."""


def _ends(text: str, place: int) -> bool:
    """Whether the sign at a place ends a sentence."""
    sign, following = text[place], text[place + 1 : place + 2]
    if sign in _ALWAYS:
        return True
    if following and not following.isspace():
        return False
    return sign != "." or not text.endswith(_ABBREVIATED, max(0, place - 5), place)


class Whole(Text):
    """Unlike the judge's text, one that keeps every place: a fact says where it stands."""

    __slots__ = ("_sentences", "is_english")

    def __init__(
        self, title: str, lead: str, language: str | None = None, judged: Text | None = None
    ) -> None:
        """`judged` is the judge's text: mostly it is the same, and need not be read again."""
        self._sentences: list[int] | None = None
        self.is_english = language == "en"
        """Where a comma groups thousands."""
        self.title_length = len(title)
        self.plain = f"{title[:LONGEST]}\n{lead[:LONGEST]}"[:LONGEST]
        if judged is not None and judged.plain == self.plain and not judged.is_chinese:
            self.is_chinese, self.folded = False, judged.folded
            self.spans, self.skeletons = judged.spans, judged.skeletons
            return
        folded = fold(self.plain)
        self.is_chinese = _IDEOGRAPH.search(folded) is not None
        self.folded = folded.translate(_NARROW) if self.is_chinese else folded
        self.spans = [match.span() for match in _WORD.finditer(self.folded)]
        self.skeletons = [skeleton(self.folded[start:end]) for start, end in self.spans]

    @property
    def sentences(self) -> list[int]:
        """For each word, the number of the sentence it stands in."""
        if self._sentences is None:
            folded = self.folded
            places = (match.start() for match in _SIGN.finditer(folded))
            ends = [place for place in places if _ends(folded, place)]
            ends.append(len(self.folded))
            number, self._sentences = 0, []
            for start, _ in self.spans:
                while start > ends[number]:
                    number += 1
                self._sentences.append(number)
        return self._sentences

    def sentence_of(self, place: int) -> int:
        """The number of the sentence of the word that stands at a place, or before it."""
        word = bisect_right(self.spans, (place, len(self.folded))) - 1
        return self.sentences[word] if word >= 0 else 0

    def sentence_start(self, place: int, most: int) -> int:
        """Of what is said around a place, at most so many code points back."""
        start = max(0, place - most)
        for sign in _SIGN.finditer(self.folded, start, place):
            if _ends(self.folded, sign.start()):
                start = sign.end()
        return start

    def sentence_end(self, place: int, most: int) -> int:
        """At most so many code points on."""
        end = min(len(self.folded), place + most)
        signs = (sign.start() for sign in _SIGN.finditer(self.folded, place, end))
        return next((sign for sign in signs if _ends(self.folded, sign)), end)
