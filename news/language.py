"""The language of an item, where its source does not say: told by letters alone."""

import re

_KAZAKH = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")
_KAZAKH_LATIN = re.compile(r"[ǵńóúýıǴŃÓÚÝ]")
_CYRILLIC = re.compile(r"[а-яА-Я]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-zA-Z]")


def language_of(text: str, declared: str | None) -> str | None:
    """`declared`, or a guess; None for what has no letters."""
    if declared:
        return declared
    if _KAZAKH.search(text):
        return "kk"
    if _CYRILLIC.search(text):
        return "ru"
    if _IDEOGRAPH.search(text):
        return "zh"
    if _KAZAKH_LATIN.search(text):
        return "kk"
    return "en" if _LATIN.search(text) else None
