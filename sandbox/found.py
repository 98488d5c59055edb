"""Entities that nobody marked: addresses, mentions, hashtags and commands in the text itself."""

import re

from sandbox.links import checked_link
from sandbox.world import Json

_W = r"[^\W_]"
_DOMAIN = rf"(?:{_W}(?:[\w-]*{_W})?\.)+"
_REST = r"(?::\d+)?(?:[/?#][^\s<>\"«»]*)?"
_NAME = r"(?:@[a-zA-Z0-9_]{3,32})?"
_ENDING = r"(?:com|org|net|info|gov|edu|dev|biz|app|news|рф|қаз|[a-z]{2}|[A-Z]{2})"
_HOST = rf"(?:{_DOMAIN}\w{{2,}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
_PATTERNS = (
    ("url", "://", re.compile(rf"(?<![\w@/:.-])(?i:https?|ftp)://(?:[\w:.-]+@)?{_HOST}{_REST}")),
    ("email", "@", re.compile(rf"(?<![\w.@+-])[\w.+-]+@{_DOMAIN}[a-zA-Z]{{2,}}(?![\w@-])")),
    ("url", ".", re.compile(rf"(?<![\w@/:.-]){_DOMAIN}{_ENDING}(?![\w@-]){_REST}")),
    ("mention", "@", re.compile(r"(?<![\w@/])@[a-zA-Z0-9_]{4,32}(?![\w])")),
    ("bot_command", "/", re.compile(rf"(?<![\w/<>@#$])/[a-zA-Z0-9_]{{1,64}}{_NAME}(?![\w/<>@])")),
    ("hashtag", "#", re.compile(rf"(?<![\w@#])#(?=\w*[^\W\d])[\w·]{{1,256}}{_NAME}(?![\w#])")),
    ("cashtag", "$", re.compile(rf"(?<![\w$])\$(?:1INCH|[A-Z]{{1,8}}){_NAME}(?![\w$])")),
)  # fmt: skip
_TRAILING = ".,:;!?'\"…)]}»"


def find_entities(text: str) -> list[Json]:
    """What Telegram marks by itself, in order; of two that overlap the first kind above."""
    taken: list[tuple[int, int]] = []
    found: list[Json] = []
    for kind, sign, pattern in _PATTERNS:
        for match in pattern.finditer(text) if sign in text else ():
            begin, end = match.span()
            if kind == "url":
                end = begin + len(_without_trailing(match[0]))
                if not checked_link(text[begin:end]) and not match[0].lower().startswith("ftp"):
                    continue
            if any(begin < until and since < end for since, until in taken):
                continue
            taken.append((begin, end))
            found.append(
                {"type": kind, "offset": units(text[:begin]), "length": units(text[begin:end])}
            )
    return sorted(found, key=lambda each: int(each["offset"]))


def _without_trailing(url: str) -> str:
    """A full stop or a bracket after an address is not part of it, unless it closes one inside."""
    while url and url[-1] in _TRAILING:
        if url[-1] == ")" and url.count("(") >= url.count(")"):
            break
        url = url[:-1]
    return url


def units(text: str) -> int:
    """How many UTF-16 units the text takes: what offsets and lengths count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
