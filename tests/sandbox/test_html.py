"""The sandbox reads HTML as TDLib does, whose parser is the very one behind the Bot API."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import nesting
from sandbox.entities import clean, finish
from sandbox.found import find_entities
from sandbox.html import ParseError, parse_html
from tests import tdlib
from tests.sandbox import oracle

NAMES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "CustomEmoji": "custom_emoji",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "DateTime": "date_time",
    "Url": "url",
    "EmailAddress": "email",
    "Mention": "mention",
    "BotCommand": "bot_command",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
}
OPENING = (
    "<b>", "<STRONG>", "<i>", "<em x=y z='q'>", "<u>", "<s>", "<code>", "<pre>", "<tg-spoiler>",
    "<code class='language-py'>", "<code class=language-Py>", "<span class=tg-spoiler>", "<a>",
    "<a href='a.b'>", '<a href="https://e.kz/?q=1&amp;r">', "<a href='tg://user?id=77'>",
    "<a href='javascript:x'>", "<blockquote>", "<blockquote expandable>", "<tg-emoji emoji-id=55>",
    "<tg-time unix=5 format=wt>",
)  # fmt: skip
SCRAPS = (
    "<", ">", "</", "</>", "/>", "&", "&lt", "&lt;", "&amp;", "&quot;", "&nbsp;", "&#65;", "&#0;",
    "&#x1F600;", "&#xD83D;", "&#x0000041;", "=", "'", '"', "\0", "\t", "\r", "\n", " ", "<br>",
    "<span>", "<b ", "<b x=", "<b x='", "<p class=x>", "B", "ы", "😀", "a < b", "1<2", "c.d", "-",
)  # fmt: skip
URL_SCRAPS = (
    "a", ".", "b.c", "http://", "https://", "HTTP://", "tg:", "//", "user?id=5", "tg://", "ton:",
    ":", "80", "@", "/", "?", "#", "%", "%4f", "é", " ", "A", "_", "[::1]", "[", "]", "&amp;",
    "\\", "~", "0", "\n", "70000",
)  # fmt: skip


WORDS = (
    "a", "bc ", " ", "\n", "ы", "😀", "x.kz", "\t", "\r", "\x01", "\u2028", "\u202e", "\u200e",
    "\u200f", "\u200b", "\xa0", "\x7f", "\x85", "\ufeff", "\u0333", "\u033f", "\u030a", "\u3164",
)  # fmt: skip


@st.composite
def nested(draw: st.DrawFn) -> str:
    """Well-formed tags, in whatever order they may not stand."""
    written: list[str] = []
    opened: list[str] = []
    for step in draw(st.lists(st.integers(0, 3), max_size=16)):
        if step == 0 and opened:
            written.append(f"</{opened.pop()}>")
        elif step == 1:
            written.append(draw(st.sampled_from(WORDS)))
        else:
            tag = draw(st.sampled_from(OPENING))
            opened.append(tag[1:-1].split()[0])
            written.append(tag)
    return "".join([*written, *(f"</{each}>" for each in reversed(opened))])


torn = st.lists(st.sampled_from(OPENING + SCRAPS + ("</b>", "</i>", "</a>")), max_size=12).map(
    "".join
)
linked = st.lists(st.sampled_from(URL_SCRAPS), max_size=7).map(
    lambda parts: f'<a href="{"".join(parts)}">x</a>'
)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
sources = st.one_of(nested(), torn, linked, anything)


def described(entity: dict[str, Any]) -> tuple[Any, ...]:
    """One of our entities, to be compared."""
    user = entity.get("user", {})
    more = ("url", "language", "custom_emoji_id", "unix_time")
    place = entity["offset"], entity["length"], entity["type"]
    return (*place, user.get("id"), *(entity.get(name) for name in more))


def theirs(entity: dict[str, Any]) -> tuple[Any, ...]:
    """One of TDLib's, likewise."""
    kind = entity["type"]
    more = ("user_id", "url", "language", "custom_emoji_id", "unix_time")
    name = str(kind["@type"]).removeprefix("textEntityType")
    place = entity["offset"], entity["length"], NAMES.get(name, name)
    return (*place, *(kind.get(each) for each in more))


def read(source: str) -> tuple[str, list[tuple[Any, ...]]] | str:
    """What the sandbox makes of the source; the error if it makes nothing of it."""
    try:
        text, entities = parse_html(source)
    except ParseError as error:
        return f"Can't parse entities: {error}"
    return text, sorted(map(described, entities), key=repr)


def read_by_tdlib(source: str) -> tuple[str, list[tuple[Any, ...]]] | str:
    try:
        parsed = tdlib.parse_html(source)
    except ValueError as error:
        return str(error)
    return parsed.text, sorted(map(theirs, parsed.entities), key=repr)


@settings(max_examples=1_000, deadline=None)
@given(sources)
def test_tags_become_the_same_text_and_entities_or_the_same_error(source: str) -> None:
    assert read(source) == read_by_tdlib(source)


@settings(max_examples=700, deadline=None)
@given(nested())
def test_text_and_entities_are_put_right_in_the_same_way(source: str) -> None:
    expected = oracle.put_right(source)
    if not expected.text.strip():
        return  # TDLib drops a blank text with all its entities; for us that is the next step
    text, entities = parse_html(source)
    text, entities = clean(text, nesting.fix(entities))
    assert text == expected.text
    assert list(map(described, nesting.fix(entities))) == list(map(theirs, expected.entities))


@pytest.mark.parametrize("source", tdlib.HOSTILE)
def test_what_feeds_and_mistakes_bring(source: str) -> None:
    assert read(source) == read_by_tdlib(source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a\tb\x01c\rd\u2028e\u202ef ", "a b cdef", []),
        (" \n x", "x", []),
        ("  <b> x</b> \n", " x", [(0, 2, "bold")]),
        ("<b>  x</b>  ", "  x", [(0, 3, "bold")]),
        ("<b> </b>", "", []),
        ("<code>https://a.kz</code> b.kz", "https://a.kz b.kz", [(0, 12, "code"), (13, 4, "url")]),
        ("<b>a.kz</b>", "a.kz", [(0, 4, "url"), (0, 4, "bold")]),
        ('<a href="b.kz">a.kz</a>', "a.kz", [(0, 4, "text_link")]),
    ],
)
def test_the_way_of_a_text(source: str, text: str, entities: list[tuple[int, int, str]]) -> None:
    got, marks = finish(*parse_html(source))
    assert (got, [described(each)[:3] for each in marks]) == (text, entities)


@pytest.mark.parametrize(
    "text",
    [
        "см. https://gov.kz/a(b)?q=1, и kaz.kz.",
        "https://127.0.0.1:80/z (https://a.kz) https://t.me/keruen_bot?start=abc).",
        "пишите a.b@mail.kz или @keruen_bot!",
        "/start@keruen_bot a /help, x/y //z /a/b",
        "#тег #1 #a·b # #_x $KZT $kzt $USD.",
        "example.com/путь?x=«y» қаз.қаз пример.рф",
        "v1.2.3 3.14 10.11.2026 т.е. и т.д. г.Туркестан ул.Абая",
        "@abc @a_b_c_d_e https://user:pw@a.kz/ ftp://a.kz http://пример.рф/ё",
    ],
)
def test_entities_that_nobody_marked(text: str) -> None:
    found = [described(each)[:3] for each in find_entities(text)]
    assert found == [theirs(each)[:3] for each in oracle.entities_of(text)]
