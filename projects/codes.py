"""Codes of projects as people type them: in any case, script or keyboard, with zeros left out."""

import re
from collections.abc import Iterator

from news.words import visible
from projects.changing import CODE
from projects.keyboards import on_the_other
from projects.recording import CODE_PREFIX

MOST = 20
"""Codes that one question may mean."""
LONGEST = 24
"""Signs of a code that may be mistyped."""

_LOOK_ALIKE = str.maketrans("авсенкмортху", "abcehkmoptxy")
_SOUNDS_LIKE = str.maketrans("абвгдезийклмнопрстуфхы", "abvgdezijklmnoprstufhy")
_DASHES = re.compile(r"[‐‑‒–—―−_/]")
_PARTED = re.compile(r"([^\W\d_]{2,})[ -]*(\d{1,6})")
_COUNTED = re.compile(rf"(?:{CODE_PREFIX}|№|#|n)?[ -]?0*(\d{{1,6}})", re.IGNORECASE)


def codes_in(typed: str) -> tuple[str, ...]:
    """In small letters, the likeliest first; that there are such projects is not said."""
    text = _DASHES.sub("-", visible(typed)).lower().strip(" .,!?«»\"'")
    found = dict.fromkeys(_variants(text))
    if _COUNTED.fullmatch(text):
        found |= dict.fromkeys(_counted(text))
    for token in text.split():
        token = token.strip(".,!?;:()«»\"'")
        if any(map(str.isdigit, token)) and not token.isdigit():
            found |= dict.fromkeys(_variants(token))
    for letters, figures in _PARTED.findall(text):
        found |= dict.fromkeys(_variants(f"{letters}-{figures.zfill(3)}"))
    return tuple(found)[:MOST]


def slips_of(code: str) -> tuple[str, ...]:
    """Codes that differ from it by one figure: wrong, left out, added or in the wrong order."""
    found: dict[str, None] = {}
    if len(code) > LONGEST:
        return ()
    for at, sign in enumerate(code):
        if sign.isdigit():
            found[code[:at] + code[at + 1 :]] = None
            found[code[:at] + code[at + 1 : at + 2] + sign + code[at + 2 :]] = None
            for other in "0123456789":
                found[code[:at] + other + code[at + 1 :]] = None
                found[code[:at] + other + code[at:]] = None
    found.pop(code, None)
    return tuple(found)


def _variants(text: str) -> Iterator[str]:
    for one in (
        text,
        text.translate(_LOOK_ALIKE),
        text.translate(_SOUNDS_LIKE),
        *on_the_other(text),
    ):
        if CODE.fullmatch(one):
            yield one


def _counted(text: str) -> Iterator[str]:
    match = _COUNTED.fullmatch(text)
    if match is not None:
        yield f"{CODE_PREFIX}-{int(match[1]):03}".lower()
