"""What is typed where chats and projects are picked, and how long sending takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from model.audiences import PickedChat
from model.ids import SubscriberId
from model.people import ChatKind
from publishing.announcing.picking import MOST_LINES, Typed, matching, pieces, read


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("1001", Typed((1001,))),
        ("1001, 1002;1003\n-100200300", Typed((1001, 1002, 1003, -100200300))),
        ("№ 1001\n−5", Typed((1001, -5))),
        ("1001 1001", Typed((1001,))),
        ("@Совет инвесторов", Typed((), ("Совет инвесторов",))),
        ("Группа 5\n7", Typed((7,), ("Группа 5",))),
        ("  \n@ \n", Typed()),
        ("9" * 19, Typed((), ("9" * 19,))),
        ("1e5", Typed((), ("1e5",))),
        ("٣", Typed((), ("٣",))),
    ],
)
def test_lines_of_numbers_and_titles(text: str, typed: Typed) -> None:
    assert read(text) == typed


@given(some.text())
def test_whatever_is_typed_is_read(text: str) -> None:
    typed = read(text)
    assert all(abs(one) < 2**63 for one in typed.numbers)
    assert len(typed.titles) <= MOST_LINES
    assert len(pieces(text)) <= MOST_LINES
    assert all(one.strip() for one in (*typed.titles, *pieces(text)))


def group(number: int, title: str) -> PickedChat:
    return PickedChat(SubscriberId(number), -number, ChatKind.GROUP, title)


def test_a_title_in_full_goes_before_those_that_have_it_in_them() -> None:
    council, kentau = group(1, "Совет инвесторов"), group(2, "«Совет инвесторов» Кентау")
    assert matching("совет ИНВЕСТОРОВ", [council, kentau]) == [council]
    assert matching("инвесторов", [council, kentau]) == [council, kentau]
    assert matching("Шымкент", [council, kentau]) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("TUR-001 TUR-002", ["TUR-001", "TUR-002"]),
        ("TUR 001", ["TUR 001"]),
        ("кабельный завод, TUR-002\nцемент", ["кабельный завод", "TUR-002", "цемент"]),
        ("завод 5", ["завод 5"]),
        (" , ; ", []),
    ],
)
def test_codes_side_by_side_are_several(text: str, asked: list[str]) -> None:
    assert pieces(text) == asked
