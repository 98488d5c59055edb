"""Finding announcements by words: by how these begin, so that other forms of them are found. Pure.

There are hundreds of announcements, not millions, and somebody remembers one of them: no index is
kept, and rather one too many is found than the one missed.
"""

from collections.abc import Iterable

from news.stems import plain, stems_of, words_of

_LETTERS_OF_AN_ENDING = 2
_SHORTEST = 4
"""Letters that are looked for at least, where a word has so many."""
_MOST_WORDS = 8


def found_by(texts: Iterable[str]) -> str:
    """The words of texts as they are looked through: as on any keyboard, a space before each."""
    return "".join(f" {plain(word)}" for text in texts for word in words_of(text))


def needles(words: str) -> list[str]:
    """Patterns (LIKE) that `found_by` must fit, all of them, for words that were typed."""
    typed = [plain(word) for word in words_of(words) if "-" not in word]
    return [_needle(word) for word in typed[:_MOST_WORDS]]


def _needle(word: str) -> str:
    if _is_chinese(word):  # which has no spaces between its words, and no endings
        return f"%{word}%"
    stems = [len(stem) for stem in stems_of(word) if word.startswith(stem)]
    # A vowel that comes and goes («заявок», «заявки») is in the stem as well.
    letters = min([*stems, len(word) - _LETTERS_OF_AN_ENDING])
    return f"% {word[: max(_SHORTEST, letters)]}%"


def _is_chinese(word: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in word)
