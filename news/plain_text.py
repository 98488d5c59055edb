"""Foreign text → plain text: feed HTML through nh3, blocks apart, entities decoded once."""

import html
import re
import unicodedata

import nh3

MAX_HTML = 60_000
"""Characters of markup looked at: a whole article in a feed is less, a bomb is more."""

_BLOCKS = (
    "address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul"
)
_BLOCK = re.compile(rf"<(?=/?(?:{_BLOCKS})[\s/>])", re.IGNORECASE)
_MARKUP = re.compile(r"[<&]")
_NO_TEXT_INSIDE = {"script", "style", "iframe", "noscript", "template", "title", "svg", "math"}
_CLEANER = nh3.Cleaner(tags=set(), attributes={}, clean_content_tags=_NO_TEXT_INSIDE)

# Controls, soft hyphens, zero-width spaces, direction overrides (they can turn a line of ours
# round) and lone surrogates (no database takes them). The joiner that emoji need stays.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_BREAKS = re.compile(r"[\r\n\x85\u2028\u2029]+")


def plain_lines(text: str, *, is_html: bool = True) -> list[str]:
    """The text's blocks, each on one line with single spaces; none is empty."""
    if is_html and _MARKUP.search(text):
        apart = _BLOCK.sub("\n<", text[:MAX_HTML])
        text = html.unescape(_CLEANER.clean(apart))  # nh3 escapes what it leaves: undo just that
    text = _UNWANTED.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    lines = (" ".join(line.split()) for line in _LINE_BREAKS.split(text))
    return [line for line in lines if line]


def plain_text(text: str, *, is_html: bool = True) -> str:
    """The text with its blocks on lines of their own."""
    return "\n".join(plain_lines(text, is_html=is_html))


def one_line(text: str, *, is_html: bool = True) -> str:
    """The text on one line, as a title is."""
    return " ".join(plain_lines(text, is_html=is_html))
