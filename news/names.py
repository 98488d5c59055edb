"""Names of companies and zones in one form, however and in whichever script they are written."""

import re
from functools import lru_cache

from news.folding import fold

_CYRILLIC_IN_LATIN = str.maketrans(
    {"а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ж": "j"}
    | {"з": "z", "и": "i", "і": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n"}
    | {"ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u"}
    | {"ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh"}
    | {"ы": "i", "э": "e", "ю": "iu", "я": "ia", "ъ": None, "ь": None}
)
_SAME = (("zh", "j"), ("dj", "j"), ("kh", "h"), ("ck", "k"), ("ks", "x"), ("ts", "c"), ("ph", "f"))
_LETTERS = str.maketrans({"q": "k", "w": "v", "y": "i", "c": "k", "á": "a", "ú": "u", "ó": "o"})
_FORMS = re.compile(
    r"\b(?:тоо|ао|оао|зао|ооо|жшс|ақ|ип|кх|llp|llc|ltd|inc|co|jsc|gmbh|plc|corp|corporation|"
    r"company|group|holding|компания|компаниясы|холдинг|холдингі|группа|корпорация)\b\.?"
)
_NOT_A_LETTER = re.compile(r"[\W_]+")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Without the legal form, in plain Latin letters: «Эко-Культура» and "Eco Culture" are near,

    «Лихуа» and "Lihua" are one. The name itself, folded, where nothing else is left of it.
    """
    folded = fold(name)
    bare = _NOT_A_LETTER.sub("", _FORMS.sub(" ", folded)) or _NOT_A_LETTER.sub("", folded)
    latin = bare.translate(_CYRILLIC_IN_LATIN)
    for pair, letter in _SAME:
        latin = latin.replace(pair, letter)
    return _TWICE.sub(r"\1", latin.translate(_LETTERS))[:80]
