import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import ELLIPSIS, shorten, utf16_length

encodable = st.text(st.characters(exclude_categories=["Cs"]))


@given(encodable)
def test_length_is_that_of_the_utf16_encoding(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(encodable, st.integers(1, 200))
def test_a_shortened_text_fits_and_is_a_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert utf16_length(short) <= limit
    if utf16_length(text) <= limit:
        assert short == text
    else:
        assert short.endswith(ELLIPSIS)
        assert text.startswith(short.removesuffix(ELLIPSIS))


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Завод в Кентау открыт", 15, "Завод в Кентау…"),
        ("Завод в Кентау открыт", 16, "Завод в Кентау…"),
        ("Завод в Кентау открыт", 14, "Завод в…"),
        ("Түркістан", 5, "Түрк…"),
        ("😀😀😀", 4, "😀…"),
    ],
)
def test_it_is_cut_at_a_word(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


def test_no_room_is_an_error() -> None:
    with pytest.raises(ValueError, match="no room"):
        shorten("завод", 0)
