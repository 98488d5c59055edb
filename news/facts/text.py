"""A title and a lead as facts are looked for in them: folded, place by place the same."""

import re

from news.folding import fold

LOOKED_AT = 5_000
"""Code points: a lead, or the beginning of an article, says what there is to say."""

_NARROW = {
    ord("、"): ",",
    **{ord(sign) + 0xFEE0: sign for sign in map(chr, range(0x21, 0x7F)) if sign not in "!?;"},
}
"""Full-width digits and signs, as Chinese texts have them; what ends a sentence stays."""

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_BOUNDARY = re.compile(
    r"\n|[!?;](?=\s|$)|(?<!\bг)(?<!\bим)(?<!\bст)(?<!\bмлн)(?<!\bмлрд)\.(?=\s+\S)|[。；！？]"
)


class Whole:
    """What was printed, and the same folded; what is found in one stands there in the other."""

    __slots__ = ("is_chinese", "low", "printed", "title_length")

    def __init__(self, title: str, lead: str) -> None:
        self.title_length = len(title)
        self.printed = f"{title[:LOOKED_AT]}\n{lead[:LOOKED_AT]}"[:LOOKED_AT]
        low = fold(self.printed)
        self.is_chinese = _IDEOGRAPH.search(low) is not None
        self.low = low.translate(_NARROW) if self.is_chinese else low

    def sentence_start(self, place: int, most: int) -> int:
        """Of what is said around a place, at most so many code points back."""
        start = max(0, place - most)
        for boundary in _BOUNDARY.finditer(self.low, start, place):
            start = boundary.end()
        return start

    def sentence_end(self, place: int, most: int) -> int:
        end = min(len(self.low), place + most)
        boundary = _BOUNDARY.search(self.low, place, end)
        return boundary.start() if boundary else end
