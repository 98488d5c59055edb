"""What a button says when it is pressed: `area:verb:argument:…`, at most 64 bytes.

The strings are stable for ever: a button of last year's message still says what it said. They
name the state that is wanted ("time is 09:00"), never a change of it, so a press that arrives
twice acts once. What comes back is not to be trusted: anyone can send any string.
"""

from dataclasses import dataclass

LIMIT_BYTES = 64
_LARGEST = 2**63 - 1
"""What a database takes for an id."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed. Handlers match it: `case Press("settings", "time", (at,))`."""

    area: str
    verb: str
    args: tuple[str, ...] = ()


def pack(area: str, verb: str, *args: object) -> str:
    """The data of a button; arguments are short words and ids without a colon."""
    words = [area, verb, *(str(arg) for arg in args)]
    if any(":" in word for word in words):
        raise ValueError(f"a colon separates the words of a button: {words}")
    data = ":".join(words)
    if len(data.encode()) > LIMIT_BYTES:
        raise ValueError(f"Telegram takes {LIMIT_BYTES} bytes in a button, not {data!r}")
    return data


def parse(data: str | None) -> Press | None:
    """The press of a button's data, or None for what no button of ours says."""
    try:
        size = len((data or "").encode())
    except UnicodeEncodeError:  # half of a sign, which JSON can carry and no button
        return None
    if data is None or not 0 < size <= LIMIT_BYTES:
        return None
    area, *rest = data.split(":")
    if not area or not rest or not rest[0]:
        return None
    return Press(area, rest[0], tuple(rest[1:]))


def number(word: str) -> int | None:
    """An id out of a button's words, or None if it cannot be one."""
    if not word.isascii() or not word.isdigit() or len(word) > 19:
        return None
    value = int(word)
    return value if value <= _LARGEST else None
