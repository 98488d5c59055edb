"""Bytes → text, whatever they say they are.

Feeds lie about their encoding in both places where they state it. What the bytes themselves
show comes first: a byte order mark, then being valid UTF-8 (which text in another encoding
hardly ever is by chance), and only then what was declared.
"""

import codecs
import re

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHAPES = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"{\x00", "utf-16-le"),
    (b"\x00{", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
# Declared by servers for everything they send: no evidence of anything.
_SAYS_NOTHING = {"ascii", "iso8859-1"}
_CYRILLIC = ("cp1251", "koi8-r")
_CYRILLIC_FAMILY = {"cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"}
_LATIN_FAMILY = {"cp1252", "iso8859-1", "iso8859-15"}
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
# Python calls these text encodings, but no feed is written in them and some are slow.
_REFUSED = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}


def decode(body: bytes, content_type: str = "") -> tuple[str, str]:
    """The text and the name of the encoding it was in. Never fails: the worst is U+FFFD."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), encoding
    start = body[:64].lstrip()
    for shape, encoding in _SHAPES:
        if start.startswith(shape):
            return body.decode(encoding, "replace"), encoding
    if _is_utf8(body):
        return body.decode("utf-8", "replace"), "utf-8"
    declared = _declared(body, content_type)
    for encoding in _in_order_of_trust(declared):
        try:
            text = body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding in _CYRILLIC_FAMILY:
            return _best_cyrillic(body, encoding, text)
        if encoding in _LATIN_FAMILY and _is_written_in_high_bytes(body):
            break
        return text, encoding
    return _best_cyrillic(body, "cp1251", body.decode("cp1251", "replace"))


def _is_utf8(body: bytes) -> bool:
    """Valid, or so nearly that a few bytes were spoiled or cut on the way."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        spoiled = body.decode("utf-8", "replace").count("\ufffd")
        foreign = sum(byte >= 0xC0 for byte in body)
        return spoiled * 20 < foreign
    return True


def _declared(body: bytes, content_type: str) -> list[str]:
    """What the header and the document name, in Python's names."""
    header = _CHARSET.search(content_type)
    document = _DECLARED.match(body[:1_000].lstrip())
    names = [header[1]] if header else []
    if document:
        names.append(document[1].decode("ascii", "replace"))
    return [known for name in names if (known := _known(name))]


def _known(name: str) -> str | None:
    if name.lower() == "gb2312":
        name = "gb18030"  # its superset, which is what is meant
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if known in _REFUSED or known.replace("_", "-") in _REFUSED else known


def _in_order_of_trust(declared: list[str]) -> list[str]:
    """UTF-8 was ruled out by the bytes; what says nothing comes last."""
    told = [name for name in declared if name not in _SAYS_NOTHING and name != "utf-8"]
    latin = ["cp1252"] if "iso8859-1" in declared else []
    return told + latin


def _best_cyrillic(body: bytes, encoding: str, text: str) -> tuple[str, str]:
    """Every byte means something in each Cyrillic encoding: take the likeliest letters."""
    best, best_text, best_score = encoding, text, _naturalness(text)
    for other in _CYRILLIC:
        other_text = body.decode(other, "replace")
        score = _naturalness(other_text)
        if score > best_score + 0.2:
            best, best_text, best_score = other, other_text, score
    return best_text, best


def _is_written_in_high_bytes(body: bytes) -> bool:
    """Whole words of them: Latin text has one here and there, Cyrillic hardly anything else."""
    runs = [len(run) for run in _HIGH_BYTES.findall(body[:100_000])]
    return sum(length for length in runs if length >= 3) * 2 > sum(runs) > 0


def _naturalness(text: str) -> float:
    """The share of small Russian letters among what is not ASCII: high in real text only.

    Read in the wrong one of these encodings, small letters turn into capitals or signs.
    """
    foreign = [letter for letter in text[:20_000] if letter > "\x7f"]
    if not foreign:
        return 0.0
    return sum("а" <= letter <= "я" for letter in foreign) / len(foreign)
