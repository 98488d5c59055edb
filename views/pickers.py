"""Choosing several of a list, page by page, and keeping a list of words: for filters and alerts.

A press says "with this one" or "without this one", so that pressed twice it says the same. The
buttons of a picker are `area:kind:with:code:page`; whose choice it is, the area knows, or the
buttons say it by a few words after the kind.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256

from common.text import utf16_length
from delivery.outgoing import Button, Rows
from model.people import Language
from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name
from views import formats, phrases
from views.callbacks import Press, number, pack
from views.texts import Texts

PAGE = 10
"""Choices of one page."""
HALF = 18
"""Units of a label that fits into half a row of a phone."""
ALL = "all"

Where = tuple[str, str, *tuple[object, ...]]
"""How all buttons of a picker begin: its area, its kind, and whose choice it is."""

_KEY = 8
"""Signs of a word's key: twenty words of one list do not collide."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What there is to choose from, and what each choice is called."""

    codes: tuple[str, ...]
    name: Callable[[str, Language], str]


KINDS: Mapping[str, Kind] = {
    "languages": Kind(
        tuple(language.value for language in Language),
        lambda code, _: phrases.own_name(Language(code)),
    ),
    "districts": Kind(DISTRICTS, district_name),
    "sectors": Kind(SECTORS, sector_name),
}


@dataclass(frozen=True, slots=True)
class Pick:
    """A press on a picker: with or without one, all of them, or another page."""

    kind: str
    code: str | None = None
    is_wanted: bool = False
    is_all: bool = False
    page: int = 0

    def made(self, chosen: frozenset[str]) -> frozenset[str]:
        """The choice after the press; pressed twice it is the same."""
        if self.is_all:
            return frozenset()
        if self.code is None:
            return chosen
        return chosen | {self.code} if self.is_wanted else chosen - {self.code}


def pick_of(press: Press, kinds: Mapping[str, Kind] = KINDS) -> Pick | None:
    """The pick that a button says; None for what no picker has."""
    kind = kinds.get(press.verb)
    if kind is None:
        return None
    match press.args:
        case ():
            return Pick(press.verb)
        case ("all",):
            return Pick(press.verb, is_all=True)
        case ("page", page) if (at := number(page)) is not None:
            return Pick(press.verb, page=at)
        case ("with" | "without" as wish, code, page) if code in kind.codes:
            return Pick(press.verb, code, wish == "with", page=number(page) or 0)
    return None


def picker(
    area: str,
    kind: str,
    chosen: Set[str],
    page: int,
    text: Texts,
    *owner: object,
    is_all: bool | None = None,
    all_label: str | None = None,
    kinds: Mapping[str, Kind] = KINDS,
) -> Rows:
    """A button for "all", one for each choice of the page, and the way to the other pages.

    `owner` is whose choice it is, where the buttons have to say so; `is_all` whether "all" is
    chosen, where nothing chosen does not say it; `all_label` what it is called, where that differs.
    """
    is_all = not chosen if is_all is None else is_all
    codes = kinds[kind].codes
    pages = -(-len(codes) // PAGE)
    page = max(0, min(page, pages - 1))
    everything = Button(
        mark(is_all) + (all_label or text.plain(f"pick-all-{kind}")), pack(area, kind, *owner, ALL)
    )
    where: Where = (area, kind, *owner)
    name = kinds[kind].name
    labels = [
        toggle(name(code, text.language), code in chosen, where, code, page)
        for code in codes[page * PAGE : (page + 1) * PAGE]
    ]
    turns = turn_row(page, pages, lambda at: pack(area, kind, *owner, "page", at))
    return ((everything,), *in_rows(labels), *turns)


def toggle(
    label: str,
    is_chosen: bool,
    where: tuple[str, str, *tuple[object, ...]],
    code: object,
    page: int,
) -> Button:
    """With this one or without it: whichever is not so. `where`: area, kind, and owner if any."""
    area, kind, *owner = where
    wish = "without" if is_chosen else "with"
    return Button(mark(is_chosen) + label, pack(area, kind, *owner, wish, code, page))


def names(kind: str, chosen: Set[str], text: Texts) -> str:
    """What is chosen, in words: «Текстиль, Туризм», or "all" where nothing is."""
    if not chosen:
        return text.plain(f"picked-all-{kind}")
    known = [code for code in KINDS[kind].codes if code in chosen]
    gone = sorted(chosen - set(known))
    return formats.listed(
        (KINDS[kind].name(code, text.language) for code in (*known, *gone)), text.language
    )


def quoted(words: Set[str], text: Texts, most: int) -> str:
    """Key words: «суд», «ГЭС»; how many more there are is said."""
    said = [text.plain("key-word", word=word) for word in sorted(words)[:most]]
    named = formats.listed(said, text.language)
    if len(words) <= most:
        return named
    return text.plain("filters-and-more", named=named, count=len(words) - most)


def word_rows(area: str, kind: str, words: Set[str]) -> Rows:
    """A button for each word that takes it off the list."""
    return in_rows(
        [Button(f"✕ {word}", pack(area, kind, "drop", word_key(word))) for word in sorted(words)]
    )


def word_key(word: str) -> str:
    """What a button calls a word that may be too long for it."""
    return sha256(word.encode()).hexdigest()[:_KEY]


def without_word(words: frozenset[str], key: str) -> frozenset[str]:
    return frozenset(word for word in words if word_key(word) != key)


def turn_row(page: int, pages: int, data: Callable[[int], str]) -> Rows:
    """To the pages before and after this one, as far as there are any: a row, or none.

    `data` is what the button of a page says.
    """
    turns = tuple(
        Button(label.format(at + 1, pages), data(at))
        for at, label in ((page - 1, "‹ {}/{}"), (page + 1, "{}/{} ›"))
        if 0 <= at < pages
    )
    return (turns,) if turns else ()


def in_rows(buttons: Sequence[Button]) -> Rows:
    """Two short ones side by side, a long one alone; their order stays.

    A mark does not count: a button that jumped when it is pressed would be pressed amiss.
    """
    rows: list[list[Button]] = []
    for button in buttons:
        has_room = rows and len(rows[-1]) == 1 and _is_short(rows[-1][0])
        if has_room and _is_short(button):
            rows[-1].append(button)
        else:
            rows.append([button])
    return tuple(map(tuple, rows))


def _is_short(button: Button) -> bool:
    return utf16_length(button.label.removeprefix(mark(True))) <= HALF


def mark(chosen: bool) -> str:
    return "✓ " if chosen else ""
