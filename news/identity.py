"""The keys by which an item is recognised again, whatever dress its address comes in."""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# Who sent the reader, not what the page is.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|yclid|ysclid|msclkid|igshid|mc_[ce]id|_openstat|_ga|"
    r"from|ref|ref_src|referrer|source|cmpid|spm|rss|share|amp)",
    re.IGNORECASE,
)
_SAME_SITE = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)")
_LAST_PAGE = re.compile(r"/(?:amp|index\.(?:html?|php))$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
MAX_KEY = 400


def link_key(link: str | None) -> str | None:
    """What a link leads to: the same for http and https, www and m., tracking, `#` and a `/`.

    None for a link that names no page of its own: many feeds give every item their front page.
    """
    if not link:
        return None
    try:
        parts = urlsplit(link)
        host = _SAME_SITE.sub("", (parts.hostname or "").rstrip("."))
        port = parts.port
    except ValueError:
        return None
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~")
    path = _LAST_PAGE.sub("", path.rstrip("/")).rstrip("/")
    query = _query(parts.query)
    if not host or not (path or query):
        return None
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    return f"{where}{path}{query}"[:MAX_KEY]


def title_key(title: str) -> str:
    """The title's words, casefolded: neither quotes nor dashes nor ё make another title."""
    folded = unicodedata.normalize("NFKC", title).casefold().replace("ё", "е")
    return (" ".join(_WORDS.findall(folded)) or folded.strip())[:MAX_KEY]


def are_alike(one: str, other: str) -> bool:
    """Whether a title key is the other one corrected: most words stay, and every number.

    Two reports of a series ("the rate on 23 November", "on 24 November") are no correction.
    """
    if one == other:
        return bool(one)
    words, others = set(one.split()), set(other.split())
    if {word for word in words ^ others if word.isdecimal()}:
        return False
    return len(words & others) >= 0.6 * len(words | others)


def _query(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    return "?" + urlencode(sorted(kept)) if kept else ""
