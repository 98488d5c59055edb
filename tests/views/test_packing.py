"""Whole items in one message, counted as Telegram counts."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from common.text import utf16_length
from tests.tdlib import parse_html
from views.packing import BETWEEN, Piece, fill, readable, starts, visible

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'😀ғ\n"), max_size=40
)
pieces = st.lists(
    st.builds(
        lambda units, size: Piece(Markup("x"), units, size),
        st.integers(1, 300),
        st.integers(1, 900),
    ),
    min_size=1,
    max_size=40,
)


@given(texts, texts)
def test_the_length_counted_is_never_less_than_telegrams(title: str, address: str) -> None:
    html = Markup('<b><a href="https://e.kz/{}">{}</a></b> {}').format(address, title, title)
    piece = Piece.of(html + "x")
    shown = parse_html(str(piece.html)).text
    assert len(shown) <= utf16_length(shown) <= piece.units
    assert piece.bytes == len(str(piece.html).encode())


@given(pieces, st.integers(300, 2_000), st.integers(900, 4_000))
def test_pages_hold_every_piece_once_and_keep_both_limits(
    items: list[Piece], units: int, size: int
) -> None:
    begins = starts(items, units, size)
    ends = [*begins[1:], len(items)]
    assert begins[0] == 0
    for begin, end in zip(begins, ends, strict=True):
        assert begin < end
        page = items[begin:end]
        gaps = len(BETWEEN) * (len(page) - 1)
        assert sum(each.units for each in page) + gaps <= units
        assert sum(each.bytes for each in page) + gaps <= size
        if end < len(items):  # and no page could have held one more
            fuller = items[begin : end + 1]
            gaps += len(BETWEEN)
            assert (
                sum(each.units for each in fuller) + gaps > units
                or sum(each.bytes for each in fuller) + gaps > size
            )


def test_a_piece_too_large_for_any_message_goes_alone() -> None:
    items = [
        Piece(Markup("x"), 10, 10),
        Piece(Markup("x"), 9_000, 9_000),
        Piece(Markup("x"), 10, 10),
    ]
    assert starts(items, 4_096) == [0, 1, 2]
    assert fill([], 0, 4_096) == 0


@given(texts)
def test_what_is_visible_is_what_was_escaped(text: str) -> None:
    assert visible(str(Markup("<i>{}</i>").format(text))) == text
    assert visible(str(escape(text))) == text


def test_a_terminal_sees_links_beside_their_words() -> None:
    html = '<b><a href="https://e.kz/?a=1&amp;b=2">1 &lt; 2</a></b>\n<i>x</i>'
    assert readable(html) == "1 < 2 (https://e.kz/?a=1&b=2)\nx"
