"""A title and a lead as facts are looked for in them: folded, place by place the same."""

import re

from news.folding import fold
from news.words import LONGEST, Text, skeleton

_NARROW = {
    ord("、"): ",",
    **{ord(sign) + 0xFEE0: sign for sign in map(chr, range(0x21, 0x7F)) if sign not in "!?;"},
}
"""Full-width digits and signs, as Chinese texts have them; what ends a sentence stays."""

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"\w+(?:'\w+)*")
_BOUNDARY = re.compile(
    r"\n|[!?;](?=\s|$)|(?<!\bг)(?<!\bим)(?<!\bст)(?<!\bмлн)(?<!\bмлрд)\.(?=\s+\S)|[。；！？]"
)


class Whole(Text):
    """Unlike the judge's text, one that keeps every place: a fact says where it stands."""

    __slots__ = ("_sentences",)

    def __init__(self, title: str, lead: str) -> None:
        self.title_length = len(title)
        self.plain = f"{title[:LONGEST]}\n{lead[:LONGEST]}"[:LONGEST]
        folded = fold(self.plain)
        self.is_chinese = _IDEOGRAPH.search(folded) is not None
        self.folded = folded.translate(_NARROW) if self.is_chinese else folded
        self.spans = [match.span() for match in _WORD.finditer(self.folded)]
        words = " ".join([self.folded[start:end] for start, end in self.spans])
        self.skeletons = skeleton(words).split(" ") if words else []
        self._sentences: list[int] | None = None

    @property
    def sentences(self) -> list[int]:
        """For each word, the number of the sentence it stands in."""
        if self._sentences is None:
            ends = [match.start() for match in _BOUNDARY.finditer(self.folded)]
            ends.append(len(self.folded))
            number, self._sentences = 0, []
            for start, _ in self.spans:
                while start > ends[number]:
                    number += 1
                self._sentences.append(number)
        return self._sentences

    def sentence_start(self, place: int, most: int) -> int:
        """Of what is said around a place, at most so many code points back."""
        start = max(0, place - most)
        for boundary in _BOUNDARY.finditer(self.folded, start, place):
            start = boundary.end()
        return start

    def sentence_end(self, place: int, most: int) -> int:
        """At most so many code points on."""
        end = min(len(self.folded), place + most)
        boundary = _BOUNDARY.search(self.folded, place, end)
        return boundary.start() if boundary else end
