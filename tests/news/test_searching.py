"""What a question asks for: by stems, by things that no language owns, with its slips put right."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ids import StoryId
from model.search import KnownWord, Match
from news.searching import LONGEST, MOST_WORDS, Word, corrected, ranked, read
from news.terms import search_text
from tests.news.makers import article, item

KNOWN = [
    KnownWord("завод", "завод", 900),
    KnownWord("тепличн", "тепличный", 40),
    KnownWord("кента", "кентау", 80),
    KnownWord("комплекс", "комплекс", 70),
    KnownWord("комплект", "комплект", 7),
]


def terms(title: str, language: str = "ru", **changes: Any) -> set[str]:
    one = article(item(title), language=language, **changes)
    return set(search_text(StoryId(1), [one]).terms)


def finds(question: str, title: str, language: str = "ru", **changes: Any) -> bool:
    there = terms(title, language, **changes)
    words = read(question)
    assert words, question
    return all(any(there.issuperset(way) for way in word.group) for word in words)


@pytest.mark.parametrize(
    ("question", "title", "language"),
    [
        ("Туркистан", "Түркістандағы өндіріс", "kk"),
        ("Turkistan", "Түркістандағы өндіріс", "kk"),
        ("Түркістан", "В Туркестане открыли цех", "ru"),
        ("туркестанская область", "Түркістан облысында зауыт ашылды", "kk"),
        ("зауыттар", "Шымкентте зауыт салынды", "kk"),
        ("zauyt", "Шымкентте зауыт салынды", "kk"),
        ("заводы", "В Кентау заводов стало больше", "ru"),
        ("завод", "Шымкентте зауыт салынды", "kk"),
        ("plant", "В Кентау построят завод", "ru"),
        ("cotton factory", "Мақта зауыты ашылды", "kk"),
        ("елка", "Ёлку поставили", "ru"),
        ("ёлки", "Елка стоит", "ru"),
        ("棉花", "Мақта жинау басталды", "kk"),
        ("中国 工厂", "Китайский завод в Кентау", "ru"),
        ("土耳其投资", "Инвесторы из Турции и их инвестиции", "ru"),
        ("突厥斯坦州", "Инвестиции Туркестанской области", "ru"),
        ("工厂", "突厥斯坦新工厂投产", "zh"),
        ("China", "Қытай компаниясы келді", "kk"),
        ("Китай", "Chinese company comes", "en"),
        ("что нового про хлопок?", "Цены на хлопок выросли", "ru"),
        ("какие новости о заводе в Арысе", "В Арысе строят завод", "ru"),
        ("қандай зауыт бар", "Зауыт іске қосылды", "kk"),
    ],
)
def test_a_question_finds(question: str, title: str, language: str) -> None:
    assert finds(question, title, language)


@pytest.mark.parametrize(
    ("question", "title"),
    [("хлопок", "Построен завод"), ("завод Кентау", "Завод в Арысе"), ("Турция", "Из Китая")],
)
def test_a_question_does_not_find(question: str, title: str) -> None:
    assert not finds(question, title)


def test_units_and_sectors_are_found_by_their_names_in_any_language() -> None:
    known: dict[str, Any] = {"districts": ("612000000",), "sectors": ("light-industry",)}
    for question in ("Кентау", "肯套", "Kentau", "light industry", "Жеңіл өнеркәсіп", "轻工业"):
        assert finds(question, "Фабрику открыли", **known), question


@pytest.mark.parametrize("typed", ["", " ", "?!", "😀 😀", "\u200b", "—", "что где когда", "的"])
def test_nothing_is_asked_for(typed: str) -> None:
    assert read(typed) == ()


@given(st.text(max_size=400))
def test_any_text_is_read_into_plain_terms(typed: str) -> None:
    words = read(typed)
    assert len(words) <= MOST_WORDS
    for word in words:
        assert word.group
        for term in (term for way in word.group for term in way):
            assert term
            assert not set(term) & set(" \"'\\*():&|!<>-")


@given(st.text(max_size=300), st.sampled_from(["ru", "kk", "en", "zh", None]))
def test_any_text_is_indexed_in_plain_terms(text: str, language: str | None) -> None:
    for term in terms(text, language or "ru"):
        assert term
        assert not any(sign.isspace() or sign in "\"'\\*():&|!<>" for sign in term)


@given(st.text(alphabet="абвгдежзиклмнопрстуәіңғүұқөһ", min_size=3, max_size=20))
def test_a_word_is_found_as_it_was_written(word: str) -> None:
    for language in ("ru", "kk"):
        there = terms(f"{word}", language)
        assert all(any(there.issuperset(way) for way in each.group) for each in read(word))


def test_a_question_is_read_no_further_than_it_is_kept() -> None:
    assert read("а" * LONGEST + " завод") == read("а" * LONGEST)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("завдо", "завод"),
        ("звод", "завод"),
        ("заввод", "завод"),
        ("яавод", "завод"),
        ("комплкес", "комплекс"),
        ("кмоплкес", "комплекс"),
        ("тиличный", "тепличный"),
        ("тилечнай", None),
        ("зав", None),
        ("кот", None),
    ],
)
def test_a_slip(typed: str, meant: str | None) -> None:
    (word,) = read(typed)
    found = corrected(word, KNOWN)
    assert (found and found.printed) == meant


def test_of_equally_near_words_the_commoner_is_meant() -> None:
    (word,) = read("комплекж")
    found = corrected(word, [KnownWord("комплект", "комплект", 7), *KNOWN])
    assert found is not None
    assert found.printed == "комплекс"
    assert corrected(word, []) is None


def test_more_words_in_the_title_come_first_and_then_the_newest() -> None:
    words = [Word("завод", (), (("завод",), ("=завод",))), Word("рис", (), (("рис",),))]
    matches = [
        Match(StoryId(5), " хлеб ", " завод рис хлеб "),
        Match(StoryId(4), " =завод зауыт ", " =завод зауыт рис "),
        Match(StoryId(3), " завод ", " завод рис "),
        Match(StoryId(2), " завод рис ", " завод рис "),
        Match(StoryId(1), " завод рис ", " завод рис "),
    ]
    assert ranked(words, matches) == [2, 1, 3, 4, 5]
