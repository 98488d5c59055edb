"""What to send: every filter on one screen, tried on last week's news as it is chosen.

Nothing counts until "Save". Until a chat has subscribed, the first button of every screen goes on.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.ids import SourceId
from model.news import Story
from model.people import ChatKind, Choices, Language, Subscriber
from news.key_words import MOST_WORDS, Refusal
from views.callbacks import pack
from views.packing import BETWEEN
from views.pickers import KINDS, mark, names, picker, quoted, word_rows
from views.stories import one_line
from views.texts import Texts

AREA = "filters"
OPEN = pack(AREA, "open")
SAVE = pack(AREA, "save")
CANCEL = pack(AREA, "cancel")
FIELDS = {"languages": "news_languages", "districts": "districts", "sectors": "sectors"}
"""Which of the choices each picker is of."""
WORDS = {"words": "words", "without": "without_words"}

TITLE_UNITS = 120
NAMED = 3
"""Names in a summary; how many more there are is said."""

_LINE = Markup("\n")


@dataclass(frozen=True, slots=True)
class Tried:
    """The filters as they are shown: what is tried out, and what it lets through."""

    subscriber: Subscriber
    choices: Choices
    is_draft: bool
    of: int
    """Stories of the last week."""
    fitting: int
    first: Sequence[Story] = ()
    sources: Sequence[tuple[SourceId, str]] = ()
    """Muted ones, by title."""


def filters(tried: Tried, note: str | None = None) -> Outgoing:
    """All filters; `note` is the key of a sentence that says what has just been done."""
    text = Texts(tried.subscriber.language)
    lines = [text("filters-title")]
    lines += [
        text(f"filters-line-{name}", chosen=chosen)
        for name, chosen in _chosen(tried.choices, text, MOST_WORDS)
    ]
    parts = [_LINE.join(lines), _preview(tried, text)]
    if note is not None:
        parts.insert(0, text(note))
    if tried.is_draft:
        parts.append(text("filters-unsaved"))
    return Outgoing(BETWEEN.join(parts), buttons=_main_buttons(tried, text))


def choose_of(tried: Tried, kind: str, page: int = 0) -> Outgoing:
    """A picker: languages, districts or sectors."""
    text = Texts(tried.subscriber.language)
    chosen: Set[str] = getattr(tried.choices, FIELDS[kind])
    said = [text(f"filters-ask-{kind}", chosen=names(kind, chosen, text)), _preview(tried, text)]
    rows = picker(AREA, kind, chosen, page, text)
    return Outgoing(BETWEEN.join(said), buttons=_with_ends(tried, rows, text))


def choose_words(tried: Tried, kind: str, refused: tuple[str, Refusal] | None = None) -> Outgoing:
    """Words that a story must have, or must not; more of them are typed."""
    text = Texts(tried.subscriber.language)
    words: Set[str] = getattr(tried.choices, WORDS[kind])
    is_private = tried.subscriber.kind is ChatKind.PRIVATE
    said = [
        text(f"filters-ask-{kind}", chosen=_quoted(words, text, MOST_WORDS)),
        text("filters-words-how" if is_private else "filters-words-how-group"),
        _preview(tried, text),
    ]
    if refused is not None:
        said.insert(0, word_refused(*refused, text))
    rows = word_rows(AREA, kind, words)
    return Outgoing(BETWEEN.join(said), buttons=_with_ends(tried, rows, text))


def word_refused(word: str, why: Refusal, text: Texts) -> Markup:
    """Why something typed is no key word, in a kind sentence."""
    return text(f"word-refused-{why}", word=word, most=MOST_WORDS)


def muted(tried: Tried) -> Outgoing:
    """The muted sources; a button brings one back at once."""
    text = Texts(tried.subscriber.language)
    key = "filters-ask-sources" if tried.sources else "filters-ask-sources-none"
    rows = tuple(
        (Button(text.plain("filters-hear", source=shorten(title, 40)), _hear(source)),)
        for source, title in tried.sources
    )
    return Outgoing(text(key), buttons=_with_ends(tried, rows, text))


def summary(choices: Choices, text: Texts) -> str:
    """All that is chosen in one line, for /settings."""
    said = [
        text.plain(f"filters-short-{name}", chosen=chosen)
        for name, chosen in _chosen(choices, text, NAMED)
        if _is_chosen(choices, name)
    ]
    separator = "；" if text.language is Language.CHINESE else "; "
    return separator.join(said) or text.plain("filters-short-none")


def _is_chosen(choices: Choices, name: str) -> bool:
    fields = {**FIELDS, **WORDS, "amount": "with_amount", "sources": "muted_sources"}
    return bool(getattr(choices, fields[name]))


def _chosen(choices: Choices, text: Texts, most: int) -> list[tuple[str, str]]:
    """Each filter and what is chosen of it, in words."""
    said = [(kind, _names(kind, getattr(choices, FIELDS[kind]), text, most)) for kind in KINDS]
    said.append(("amount", text.plain("filters-yes" if choices.with_amount else "filters-no")))
    said += [(kind, _quoted(getattr(choices, WORDS[kind]), text, most)) for kind in WORDS]
    if choices.muted_sources:
        said.append(("sources", str(len(choices.muted_sources))))
    return said


def _names(kind: str, chosen: Set[str], text: Texts, most: int) -> str:
    if len(chosen) <= most:
        return names(kind, chosen, text)
    first = frozenset([code for code in KINDS[kind].codes if code in chosen][:most])
    return text.plain("filters-and-more", named=names(kind, first, text), count=len(chosen) - most)


def _quoted(words: Set[str], text: Texts, most: int) -> str:
    return quoted(words, text, most) if words else text.plain("filters-none")


def _preview(tried: Tried, text: Texts) -> Markup:
    """What last week's news would have been, with the newest of them."""
    if not tried.of:
        return text("preview-no-news")
    if not tried.fitting:
        return text("preview-none", of=tried.of)
    key = "preview-all" if tried.fitting == tried.of else "preview-some"
    head = text(key, of=tried.of, count=tried.fitting)
    titles = [
        Markup("• {}").format(shorten(one_line(story.title) or "…", TITLE_UNITS))
        for story in tried.first
    ]
    return _LINE.join([head, *titles])


def _main_buttons(tried: Tried, text: Texts) -> Rows:
    with_amount = tried.choices.with_amount
    amount = Button(
        mark(with_amount) + text.plain("filters-amount"),
        pack(AREA, "amount", "no" if with_amount else "yes"),
    )
    rows: list[tuple[Button, ...]] = [
        (_open(text, "languages"), _open(text, "districts")),
        (_open(text, "sectors"), amount),
        (_open(text, "words"), _open(text, "without")),
    ]
    if tried.choices.muted_sources:
        rows.append((_open(text, "sources"),))
    home = (Button(text.plain("button-home"), pack("settings", "main")),)
    save = (Button(text.plain("filters-save"), SAVE), Button(text.plain("filters-cancel"), CANCEL))
    if tried.is_draft:
        return (save, *rows, home)
    return (*rows, home) if tried.subscriber.is_subscribed else (home, *rows)


def _with_ends(tried: Tried, rows: Rows, text: Texts) -> Rows:
    """The ways on: last, but first for a newcomer who only wants to go on."""
    back = Button(text.plain("filters-back"), OPEN)
    ends = (Button(text.plain("filters-save"), SAVE), back) if tried.is_draft else (back,)
    return (*rows, ends) if tried.subscriber.is_subscribed else (ends, *rows)


def _open(text: Texts, screen: str) -> Button:
    return Button(text.plain(f"filters-{screen}"), pack(AREA, screen))


def _hear(source: SourceId) -> str:
    return pack(AREA, "hear", source)
