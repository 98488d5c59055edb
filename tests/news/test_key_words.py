"""Key words as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.folding import fold
from news.key_words import LONGEST, MOST_WORDS, Refusal, read_key_words, with_words
from news.stems import has_word, term_set


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("завод", ("завод",)),
        ("  Завод,ТЕПЛИЦА;  «хлопок» ", ("завод", "теплица", "хлопок")),
        ("инвест*", ("инвест*",)),
        ("инвест**, солнечная электростанция", ("инвест*", "солнечная электростанция")),
        ("投资，温室、纺织*", ("投资", "温室", "纺织")),
        ("эко-культура, көшет", ("эко-культура", "көшет")),
        ("ёлка, елка", ("ёлка",)),
        ("2026", ("2026",)),
        ("завод.\nзавод!", ("завод",)),
    ],
)
def test_words_are_read(typed: str, words: tuple[str, ...]) -> None:
    assert read_key_words(typed).words == words
    assert read_key_words(typed).why is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("(завод|фабрика)+", Refusal.SIGNS),
        ("^.*$", Refusal.SIGNS),
        ("*", Refusal.SIGNS),
        ("*завод", Refusal.SIGNS),
        ("за*вод", Refusal.SIGNS),
        ("ин*", Refusal.SHORT),
        ("я", Refusal.SHORT),
        ("州", Refusal.SHORT),
        ("🙂🙂", Refusal.SIGNS),
        ("", Refusal.SIGNS),
        ("?!..", Refusal.SIGNS),
        ("\u200b\u200b", Refusal.SIGNS),
        ("ы" * 41, Refusal.LONG),
        ("один два три четыре", Refusal.LONG),
        ("завод_1", Refusal.SIGNS),
    ],
)
def test_nonsense_is_refused(typed: str, why: Refusal) -> None:
    read = read_key_words(typed)
    assert read.words == ()
    assert read.why is why


def test_what_is_good_is_taken_beside_what_is_not() -> None:
    read = read_key_words("завод, a[b]c, теплица")
    assert read.words == ("завод", "теплица")
    assert (read.refused, read.why) == ("a[b]c", Refusal.SIGNS)


def test_a_list_has_an_end() -> None:
    known = frozenset(f"слово{number}" for number in range(MOST_WORDS - 1))
    read = read_key_words("завод, теплица, СЛОВО1", known)
    assert read.words == ("завод",)
    assert (read.refused, read.why) == ("теплица", Refusal.MANY)
    full = with_words(known, ("завод", "теплица"))
    assert full == known | {"завод"}
    assert with_words(full, ("теплица",)) == full


@given(st.text(max_size=300), st.frozensets(st.sampled_from(["завод", "хлопок", "ёлка"])))
def test_whatever_is_typed(typed: str, known: frozenset[str]) -> None:
    read = read_key_words(typed, known)
    assert (read.why is None) == (read.refused is None)
    assert len(known) + len(read.words) <= MOST_WORDS
    folded = [fold(word) for word in (*known, *read.words)]
    assert len(set(folded)) == len(folded)
    for word in read.words:
        assert 0 < len(word) <= LONGEST
        assert word == word.strip() == word.lower()
        assert read_key_words(word).words == (word,), "read again it is the same"


@given(st.sampled_from(["Построят завод в Кентау", "Жаңа зауыт салынады", "在肯套建设新工厂"]))
def test_a_word_of_a_text_finds_it(title: str) -> None:
    terms = term_set([(title, None)])
    for word in read_key_words(title.replace(" ", ",")).words:
        assert has_word(terms, word)
