"""Text folded for comparison: what a reader would not tell apart is one form.

Folding keeps the length, so what is found in folded text is found at the same place in the text.
"""

import re

_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[а-яәғқңөұүһі]")
_LATIN = re.compile(r"[a-z]")
_MIXED = re.compile(r"[a-z][0-9_]*[а-яәғқңөұүһі]|[а-яәғқңөұүһі][0-9_]*[a-z]")
_WITH_AN_ENDING = re.compile(r"[a-z]+[а-яәғқңөұүһі]{2,}")
"""A Latin name with a Kazakh ending («covidтен»): two scripts, and right so."""
_LOOK_ALIKES = re.compile(r"[abcehikmoptxy]+[а-яәғқңөұүһі]")

_SIGNS = str.maketrans(
    {
        "ё": "е",
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("’‘ʼ‛′`", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_TO_CYRILLIC = str.maketrans("abcehikmoptxy", "авсенікмортху")
_TO_LATIN = str.maketrans("авсенікмортху", "abcehikmoptxy")


def fold(text: str) -> str:
    """Small letters, ё as е, one kind of quote, dash and space; a word that mixes look-alike

    letters of two scripts is put into the script that most of it is written in. Same length.
    """
    low = text.lower()
    if len(low) != len(text):  # "İ" and its like
        low = "".join(one if len(one) == 1 else one[0] for one in map(str.lower, text))
    low = low.translate(_SIGNS)
    if low.isascii() or not _MIXED.search(low):
        return low
    return _WORD.sub(_in_one_script, low)


def _in_one_script(word: re.Match[str]) -> str:
    letters = word[0]
    cyrillic, latin = len(_CYRILLIC.findall(letters)), len(_LATIN.findall(letters))
    if not cyrillic or not latin:
        return letters
    if _WITH_AN_ENDING.fullmatch(letters) and not (
        latin < cyrillic and _LOOK_ALIKES.match(letters)
    ):
        return letters
    into, rest = (_TO_CYRILLIC, _LATIN) if cyrillic >= latin else (_TO_LATIN, _CYRILLIC)
    changed = letters.translate(into)
    return letters if rest.search(changed) else changed
