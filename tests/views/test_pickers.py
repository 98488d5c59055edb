"""Choosing several of a list: pages, marks, and presses that may come twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.people import Language
from views.callbacks import Press, parse
from views.pickers import KINDS, Pick, names, pick_of, picker, without_word, word_key, word_rows
from views.texts import Texts

RUSSIAN = Texts(Language.RUSSIAN)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("language", list(Language))
def test_every_choice_is_on_some_page_once(kind: str, language: Language) -> None:
    codes = KINDS[kind].codes
    met: list[str | None] = []
    pages = -(-len(codes) // 10)
    for page in range(pages):
        for row in picker("filters", kind, set(codes[:2]), page, Texts(language)):
            for button in row:
                press = parse(button.data)
                assert press is not None
                pick = pick_of(press)
                assert pick is not None, button
                if pick.code is not None:
                    assert pick.page == page
                    assert pick.is_wanted is (pick.code not in codes[:2])
                    assert button.label.startswith("✓ ") is not pick.is_wanted
                    met.append(pick.code)
    assert met == list(codes)


def test_pages_lead_to_each_other() -> None:
    first = picker("alerts", "sectors", set(), 0, RUSSIAN)
    assert [button.label for button in first[0]] == ["✓ Все отрасли"]
    assert [(button.label, button.data) for button in first[-1]] == [
        ("2/3 ›", "alerts:sectors:page:1")
    ]
    last = picker("alerts", "sectors", set(), 99, RUSSIAN)
    assert [button.label for button in last[-1]] == ["‹ 2/3"]


@pytest.mark.parametrize(
    "data",
    [
        "filters:sectors:with:nothing:0",
        "filters:sectors:with",
        "filters:sectors:page:-1",
        "filters:sectors:page:x",
        "filters:colours:all",
        "filters:districts:maybe:612000000:0",
    ],
)
def test_forged_presses_say_nothing(data: str) -> None:
    press = parse(data)
    assert press is not None
    assert pick_of(press) is None


SECTORS = st.frozensets(st.sampled_from(KINDS["sectors"].codes))


@given(SECTORS, st.sampled_from(KINDS["sectors"].codes), st.booleans())
def test_a_press_that_comes_twice_says_the_same(
    chosen: frozenset[str], code: str, is_wanted: bool
) -> None:
    pick = Pick("sectors", code, is_wanted)
    once = pick.made(chosen)
    assert pick.made(once) == once
    assert (code in once) is is_wanted
    assert once ^ chosen <= {code}
    assert Pick("sectors", is_all=True).made(chosen) == frozenset()


def test_names_of_what_is_chosen() -> None:
    assert names("sectors", {"tourism", "textile"}, RUSSIAN) == "Текстиль, Туризм"
    assert names("sectors", {"gone"}, RUSSIAN) == "gone"
    assert names("districts", set(), RUSSIAN) == "вся область"
    assert names("districts", {"612000000"}, Texts(Language.CHINESE)) == "肯套市"


@given(st.frozensets(st.text(min_size=1, max_size=40), max_size=20))
def test_every_word_can_be_taken_off_its_list(words: frozenset[str]) -> None:
    buttons = [button for row in word_rows("filters", "without", words) for button in row]
    assert len(buttons) == len(words)
    for word in words:
        left = without_word(words, word_key(word))
        assert left == words - {word}
        assert without_word(left, word_key(word)) == left


def test_a_button_names_its_word() -> None:
    ((button,),) = word_rows("filters", "words", {"инвест*"})
    assert button.label == "✕ инвест*"
    assert parse(button.data) == Press("filters", "words", ("drop", word_key("инвест*")))
