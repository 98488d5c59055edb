"""Text helpers: lengths as Telegram's entities count them, and cutting to a length."""

ELLIPSIS = "…"


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units: an emoji outside the basic plane counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """The text cut at a word to at most `limit` UTF-16 units, an ellipsis included.

    A single word longer than the limit is cut inside; a surrogate pair never is.
    """
    if limit < 1:
        raise ValueError(f"a limit of {limit} leaves no room for a character")
    if utf16_length(text) <= limit:
        return text
    room = limit - 1
    used = end = 0
    for character in text:
        used += 2 if character > "\uffff" else 1
        if used > room:
            break
        end += 1
    cut = text[:end]
    at_a_word = text[end].isspace()
    if not at_a_word and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip() + ELLIPSIS
