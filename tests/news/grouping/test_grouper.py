from datetime import UTC, datetime, timedelta

from news.grouper import MOST_TERMS, Grouper, index_terms
from news.signatures import Signature, signature
from tests.news.grouping.bulletins import BULLETINS
from tests.news.grouping.retellings import IN_ONE_LANGUAGE, IN_TWO_LANGUAGES

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def all_told() -> list[Signature]:
    pairs = IN_ONE_LANGUAGE + IN_TWO_LANGUAGES + BULLETINS
    return [
        signature(title, lead, NOW + timedelta(minutes=number))
        for number, (title, lead) in enumerate(item for pair in pairs for item in pair)
    ]


def test_the_same_items_in_the_same_order_give_the_same_stories() -> None:
    told = all_told()
    one, other = Grouper(), Grouper()
    assert [one.add(each) for each in told] == [other.add(each) for each in told]


def test_among_many_items_retellings_join_and_issues_do_not() -> None:
    grouper = Grouper()
    stories = [grouper.add(each) for each in all_told()]
    retold = 2 * len(IN_ONE_LANGUAGE + IN_TWO_LANGUAGES)
    assert all(stories[at] == stories[at + 1] for at in range(0, retold, 2))
    assert all(stories[at] != stories[at + 1] for at in range(retold, len(stories), 2))


def test_items_that_are_out_of_order_join_by_their_own_dates() -> None:
    title, lead = IN_ONE_LANGUAGE[0][0]
    grouper = Grouper()
    assert grouper.add(signature(title, lead, NOW)) == 1
    assert grouper.add(signature(title, lead, NOW - timedelta(days=10))) == 2
    assert grouper.add(signature(title, lead, NOW - timedelta(hours=71))) == 1


def test_a_story_does_not_drift() -> None:
    """Each item is like the one before it, and the last is nothing like the first."""
    words = [f"слово{number}ъ" for number in range(40)]
    told = [" ".join(words[start : start + 8]) for start in range(0, 32, 2)]
    grouper = Grouper()
    stories = [grouper.add(signature(text.capitalize(), text, NOW)) for text in told]
    assert stories[0] == stories[1]
    assert stories[0] != stories[-1]


def test_index_terms_are_few_and_telling() -> None:
    terms = index_terms(all_told()[0])
    assert 0 < len(terms) <= MOST_TERMS
    assert "#12000000000" in terms
    assert "=завод" not in terms


def test_an_empty_item_is_a_story_of_its_own() -> None:
    grouper = Grouper()
    assert [grouper.add(signature("", "", None)) for _ in range(3)] == [1, 2, 3]
