"""`parse_mode=HTML` as Telegram reads it: a few tags, everything else an error.

Byte offsets in the errors count UTF-8, offsets in the entities UTF-16, like the server's.
"""

import re
import string
from dataclasses import dataclass

from sandbox.links import checked_link, linked_user
from sandbox.world import Json

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = SIMPLE.keys() | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPACE = " \t\r\n\0\v"
_TOKEN = string.ascii_letters + string.digits + ".-"
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_DIGITS_READ = 9
"""A character reference longer than this, with its & and #, stays as it is."""


class ParseError(Exception):
    """Telegram does not take the source; the text says why, in its words."""


@dataclass
class _Open:
    """A tag that has not been closed yet, and where its text begins."""

    tag: str
    values: dict[str, str]
    offset: int
    begin: int


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The text without tags and its entities, inner ones first; ParseError."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source + "\0"  # so that looking one further is always possible
        self._size = len(source)
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while self._at < self._size:
            if self._source[self._at] != "<":
                self._put(self._reference() or self._next())
            elif self._source[self._at + 1] == "/":
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            raise ParseError(
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"'
            )
        text = "".join(self._text)
        if any("\ud800" <= each <= "\udfff" for each in text):
            raise ParseError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return text, self._entities

    def _put(self, character: str) -> None:
        self._text.append(character)
        self._offset += 1 + (character > "\uffff")

    def _next(self) -> str:
        self._at += 1
        return self._source[self._at - 1]

    def _reference(self) -> str | None:
        """The character that a reference at this place stands for; None leaves it as text."""
        source, end = self._source, self._at + 1
        if source[self._at] != "&":
            return None
        if source[end] != "#":
            while source[end] in string.ascii_letters:
                end += 1
            found = NAMED.get(source[self._at + 1 : end])
        else:
            found, end = self._numeric(end + 1)
        if found is not None:
            self._at = end + (source[end] == ";")
        return found

    def _numeric(self, end: int) -> tuple[str | None, int]:
        source, digits, base = self._source, string.digits, 10
        if source[end] == "x":
            end, digits, base = end + 1, string.hexdigits, 16
        begin = end
        while source[end] in digits:
            end += 1
        code = int(source[begin:end] or "0", base)
        if code == 0 or code >= 0x10FFFF or end - self._at > _DIGITS_READ:
            return None, end
        return chr(code), end

    def _skip_space(self) -> None:
        while self._source[self._at] in _SPACE and self._source[self._at] != "\0":
            self._at += 1

    def _skip_until(self, stops: str) -> str:
        begin = self._at
        while self._source[self._at] not in stops:
            self._at += 1
        return self._source[begin : self._at]

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode("utf-8", "surrogatepass"))

    def _error(self, what: str, at: int) -> ParseError:
        return ParseError(f"{what} at byte offset {self._bytes(at)}")

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._skip_until(_SPACE + ">").translate(_LOWER)
        if self._source[self._at] == "\0":
            raise self._error("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        values: dict[str, str] = {}
        while self._source[self._at] != ">":
            self._attribute(tag, begin, values)
        if tag == "span" and "class" not in values:
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(tag, values, self._offset, len(self._text)))
        self._at += 1

    def _attribute(self, tag: str, begin: int, values: dict[str, str]) -> None:
        self._skip_space()
        if self._source[self._at] == ">":
            return
        name = self._skip_until(_SPACE + "=>/\"'")
        if not name:
            raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_space()
        if self._source[self._at] == "=":
            self._at += 1
            self._skip_space()
            value = None if self._source[self._at] == "\0" else self._value()
            if value is not None and self._source[self._at] == "\0":
                raise self._error("Unclosed start tag", begin)
        else:
            value = "" if self._source[self._at] != "\0" else None
            name = name if (tag, name) == ("blockquote", "expandable") else ""
        if value is None:
            raise self._error(f'Unclosed start tag "{tag}"', begin)
        if _is_read(tag, name, value):
            values[name] = value

    def _value(self) -> str:
        quote = self._source[self._at]
        begin = self._at
        if quote not in "\"'":
            while self._source[self._at] in _TOKEN:
                self._at += 1
            if self._source[self._at] not in _SPACE + ">":
                raise self._error("Unexpected end of name token", begin)
            return self._source[begin : self._at].translate(_LOWER)
        self._at += 1
        value: list[str] = []
        while self._source[self._at] not in (quote, "\0"):
            value.append(self._reference() or self._next())
        if self._source[self._at] == quote:
            self._at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._error("Unexpected end tag", begin)
        self._at += 2
        found = self._skip_until(_SPACE + ">").translate(_LOWER)
        self._skip_space()
        if self._source[self._at] != ">":
            raise self._error("Unclosed end tag", begin)
        opened = self._open.pop()
        if found not in ("", opened.tag):
            wrong = self._error("Unmatched end tag", begin)
            raise ParseError(f'{wrong}, expected "</{opened.tag}>", found "</{found}>"')
        self._at += 1
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        place = {"offset": opened.offset, "length": self._offset - opened.offset}
        if opened.tag in ("pre", "code"):
            self._close_code(opened, place)
        elif opened.tag == "a":
            link = opened.values.get("href") or "".join(self._text[opened.begin :])
            if mark := _link(link):
                self._entities.append(mark | place)
        elif mark := _mark(opened):
            self._entities.append(mark | place)

    def _close_code(self, opened: _Open, place: Json) -> None:
        """`code` with a language and `pre` around the same text make one entity."""
        language = opened.values.get("class", "").removeprefix("language-")
        last = self._entities[-1] if self._entities else {}
        same = {name: last.get(name) for name in place} == place
        if opened.tag == "pre" and same and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
        elif opened.tag == "code" and same and language and last == {"type": "pre"} | place:
            last["language"] = language
        else:
            named = {"language": language} if language else {}
            self._entities.append({"type": opened.tag} | place | named)


def _is_read(tag: str, name: str, value: str) -> bool:
    """Whether the attribute means anything: a class is one of two kinds or as good as absent."""
    if name == "class":
        return (tag == "code" and value.startswith("language-")) or (
            tag == "span" and value == "tg-spoiler"
        )
    return name != ""


def _link(given: str) -> Json | None:
    user_id = linked_user(given)
    if user_id is not None:
        return {"type": "text_mention", "user": {"id": user_id}}
    url = checked_link(given)
    return {"type": "text_link", "url": url} if url else None


def _mark(opened: _Open) -> Json | None:
    values = opened.values
    if opened.tag == "tg-emoji":
        emoji = values.get("emoji-id", "")
        if not re.fullmatch(r"-?[1-9][0-9]*", emoji) or not -(2**63) <= int(emoji) < 2**63:
            raise ParseError("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": emoji}
    if opened.tag == "tg-time":
        return _time(values.get("unix", ""), values.get("format", ""))
    if opened.tag == "blockquote":
        expandable = "expandable" in values
        return {"type": "expandable_blockquote" if expandable else "blockquote"}
    return {"type": SIMPLE[opened.tag]}


def _time(unix: str, shown: str) -> Json | None:
    if not re.fullmatch(r"r?|[tTdDwW]+", shown):
        raise ParseError("Invalid date format used")
    found = re.match(r"-?[0-9]+", unix)
    seconds = ((int(found[0]) if found else 0) + 2**31) % 2**32 - 2**31
    if seconds <= 0:
        return None
    return {"type": "date_time", "unix_time": seconds} | (
        {"date_time_format": shown} if shown else {}
    )
