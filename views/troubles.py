"""Why a source could not be read, in an admin's language.

A source keeps its last error in a few English words, for the log and the command line; the words
are of our own making (news/fetching.py and what parses its answers), so they can be told apart.
"""

import re

from model.people import Language
from views.texts import Texts

_KINDS = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"the address is not public", "trouble-not-public"),
        (r"the address is not of the web|a broken address", "trouble-address"),
        (r"the host's name is not known", "trouble-host"),
        (r"cannot connect|Cannot connect.*", "trouble-connect"),
        (r"timed out", "trouble-slow"),
        (r"no trusted encryption \(TLS\)", "trouble-tls"),
        (r"HTTP (?P<status>\d{3})", "trouble-status"),
        (r"more than \d+ redirects", "trouble-redirects"),
        (r"larger than (?P<size>\d+) MiB", "trouble-large"),
        (r"a web page, not a \w+", "trouble-web-page"),
        (r"(?:the feed|the sitemap) has no entries", "trouble-empty"),
        (r"nothing on the page is (?P<selector>.+)", "trouble-no-item"),
        (r"(?:a .+, )?not an? [\w ]+|a sitemap index with.+", "trouble-no-feed"),
        (r"robots\.txt: .+|robots\.txt does not allow it", "trouble-robots"),
        (r"the answer broke off.*|a broken answer.*", "trouble-broken"),
        (r"parsing took more.+|the parser .+", "trouble-parser"),
    )
)
_CHILD = "a sitemap of the index: "


def trouble(reason: str, language: Language) -> str:
    """The reason as plain text; one that is none of ours as it is."""
    text = Texts(language)
    for pattern, key in _KINDS:
        if (match := pattern.fullmatch(reason.removeprefix(_CHILD).strip())) is not None:
            return text.plain(key, **match.groupdict())
    return reason
