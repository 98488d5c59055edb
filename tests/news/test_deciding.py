"""What is new, under everything that feeds do."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.news import Item
from news.deciding import what_is_new
from tests.news.makers import NOT_OURS, NOW, OURS, article, counts, item, source, stored

LONG_AGO = NOW - timedelta(days=400)


def decide(items: list[Item], before: list[Item] | None = None) -> tuple[int, int, int]:
    """New, updated and unchanged among the items, after a fetch that gave `before`."""
    return counts(what_is_new(source(), items, stored(before or []), NOW))


def test_an_unknown_item_is_new() -> None:
    assert decide([item()]) == (1, 0, 0)


def test_the_same_again_is_unchanged() -> None:
    assert decide([item()], [item()]) == (0, 0, 1)


def test_the_guid_changes_while_the_link_stays() -> None:
    assert decide([item(guid="new")], [item(guid="old")]) == (0, 1, 0)


def test_a_guid_used_again_for_another_item() -> None:
    before = item("Открыт завод", "https://a.example/1", "7")
    after = item("Построена школа в ауле", "https://a.example/2", "7")
    assert decide([after], [before]) == (1, 0, 0)
    both = decide([before, after], [before])
    assert both == (1, 0, 1)


def test_a_guid_used_again_without_links() -> None:
    before = item("Открыт завод", None, "7", NOW - timedelta(days=1))
    after = item("Построена школа в ауле", None, "7", NOW)
    assert decide([after], [before]) == (1, 0, 0)


@pytest.mark.parametrize("guid", ["1", None])
def test_a_corrected_title_updates_the_article(guid: str | None) -> None:
    before = item("В Туркистане открыт завод", guid=guid)
    after = item("В Туркестане открыт завод", guid=guid)
    assert decide([after], [before]) == (0, 1, 0)


def test_a_corrected_title_may_change_the_link_made_of_it() -> None:
    before = item("В Туркистане открыт новый завод", "https://a.example/v-turkistane", "1")
    after = item("В Туркестане открыт новый завод", "https://a.example/v-turkestane", "1")
    assert decide([after], [before]) == (0, 1, 0)


def test_a_corrected_lead_updates_the_article() -> None:
    assert decide([item(summary="Стало.")], [item(summary="Было.")]) == (0, 1, 0)


def test_a_date_printed_anew_is_no_change() -> None:
    assert decide([item(published=NOW)], [item(published=NOW - timedelta(hours=5))]) == (0, 0, 1)


def test_an_old_item_that_returns_is_known() -> None:
    old = item("Старая", "https://a.example/old", "old", LONG_AGO)
    new = item("Новая", "https://a.example/new", "new")
    assert decide([new, old], [old]) == (1, 0, 1)


def test_an_old_item_that_slides_in_from_before_our_time_is_no_news() -> None:
    changes = what_is_new(source(), [item(published=LONG_AGO)], [], NOW)
    assert [new.is_news for new in changes.new] == [False]


@pytest.mark.parametrize(
    "link",
    [
        "http://news.example/1",
        "https://www.news.example/1/",
        "https://m.news.example/1",
        "https://news.example/1?utm_source=rss&utm_medium=feed",
        "https://news.example/1?fbclid=x&yclid=2",
        "https://NEWS.example:443/1#comments",
        "https://news.example/1/amp",
        "https://news.example/1?",
    ],
)
@pytest.mark.parametrize("guid", [None, "another"])
def test_variants_of_a_link_are_one_item(link: str, guid: str | None) -> None:
    new, _, _ = decide([item(link=link, guid=guid)], [item(guid=None)])
    assert new == 0


@pytest.mark.parametrize(
    "link",
    ["https://news.example/2", "https://news.example/1?id=2", "https://other.example/1"],
)
def test_another_link_is_another_item(link: str) -> None:
    after = item("Другая новость", link, None)
    assert decide([after], [item("Первая новость", guid=None)]) == (1, 0, 0)


def test_the_parameters_that_name_a_page_tell_items_apart() -> None:
    one = item("Первая", "https://a.example/?p=1", None)
    other = item("Вторая", "https://a.example/?p=2", None)
    assert decide([one, other]) == (2, 0, 0)


def test_items_without_guid_link_or_date() -> None:
    bare = item(link=None, guid=None, published=None)
    other = item("Построена школа", link=None, guid=None, published=None)
    assert decide([bare, other], [bare]) == (1, 0, 1)
    changes = what_is_new(source(), [other], stored([bare]), NOW)
    assert changes.new[0].is_news


def test_one_title_on_two_pages_is_two_items() -> None:
    one = item("Курс валют", "https://a.example/1", "1", NOW - timedelta(days=1))
    other = item("Курс валют", "https://a.example/2", "2", NOW)
    assert decide([one, other], [one]) == (1, 0, 1)


def test_guid_and_link_change_while_title_and_date_stay() -> None:
    before = item(link="https://a.example/x?session=1", guid="1")
    after = item(link="https://a.example/x?session=2", guid="2")
    assert decide([after], [before]) == (0, 1, 0)


def test_a_series_with_one_guid_is_many_items() -> None:
    before = item("Курс тенге на 23 ноября", "https://a.example/23", "rate")
    after = item("Курс тенге на 24 ноября", "https://a.example/24", "rate")
    assert decide([after], [before]) == (1, 0, 0)


def test_a_link_that_all_items_share_names_none() -> None:
    def at(number: int) -> Item:
        return item(f"Новость {number}", "https://a.example/news", str(number))

    assert decide([at(1), at(2), at(3)], [at(1), at(2)]) == (1, 0, 2)
    assert decide([at(3)], [at(1), at(2)]) == (1, 0, 0)


def test_a_shared_link_without_guids() -> None:
    one = item("Открыт завод", "https://a.example/news", None)
    other = item("Построена школа", "https://a.example/news", None)
    assert decide([one, other]) == (2, 0, 0)


def test_the_front_page_names_no_item() -> None:
    one = item("Открыт завод", "https://a.example/", None)
    other = item("Построена школа", "https://a.example", None)
    assert decide([other], [one]) == (1, 0, 0)


def test_an_item_listed_twice_is_one() -> None:
    assert decide([item(), item(), item(guid=None)]) == (1, 0, 0)
    assert decide([item(), item()], [item()]) == (0, 0, 1)


def test_an_item_without_words_is_nothing() -> None:
    assert decide([item("", None, None)]) == (0, 0, 0)


def test_another_sources_article_is_not_this_ones() -> None:
    other = article(item(), source_id=2)
    assert counts(what_is_new(source(), [item()], [other], NOW)) == (1, 0, 0)


def test_a_first_fetch_stores_all_and_tells_the_last_two_days() -> None:
    first = source(succeeded_at=None, newest_at=None, added_at=NOW)
    ages = [0, 47, 49, 1_000]
    items = [
        item(f"Новость {age}", f"https://a.example/{age}", str(age), NOW - timedelta(hours=age))
        for age in ages
    ]
    changes = what_is_new(first, items, [], NOW)
    assert [new.is_news for new in changes.new] == [True, True, False, False]


def test_a_first_fetch_that_succeeds_late_counts_from_its_success() -> None:
    first = source(succeeded_at=None, added_at=NOW - timedelta(days=9))
    changes = what_is_new(first, [item(published=NOW - timedelta(days=5))], [], NOW)
    assert not changes.new[0].is_news


def test_later_an_old_date_is_news_all_the_same() -> None:
    changes = what_is_new(source(), [item(published=NOW - timedelta(days=5))], [], NOW)
    assert changes.new[0].is_news


def test_a_source_added_again_repeats_nothing() -> None:
    again = source(succeeded_at=None, added_at=NOW)
    assert counts(what_is_new(again, [item()], stored([item()]), NOW)) == (0, 0, 1)


def test_what_is_not_ours_is_stored_and_no_news() -> None:
    changes = what_is_new(source(), [item(judgement=NOT_OURS)], [], NOW)
    assert not changes.new[0].is_news


def test_a_correction_can_make_an_article_ours() -> None:
    before = article(item("Открыт завод", judgement=NOT_OURS))
    after = item("Открыт завод в Туркестане", judgement=OURS)
    assert what_is_new(source(), [after], [before], NOW).updated[0].is_news
    long_stored = replace(before, stored_at=NOW - timedelta(days=3))
    assert not what_is_new(source(), [after], [long_stored], NOW).updated[0].is_news


ANY_ITEMS = st.lists(
    st.builds(
        item,
        title=st.sampled_from(["а б в", "а б г", "другое", "", "1"]),
        link=st.sampled_from(
            [None, "https://a.example/1", "https://a.example/2", "https://a.example"]
        ),
        guid=st.sampled_from([None, "1", "2"]),
        published=st.sampled_from([None, NOW, LONG_AGO]),
    ),
    max_size=6,
)


@example(
    [
        item("а б в", None, "2"),
        item("а б в", None, None),
        item("а б в", None, "1"),
        item("а б г", None, "1"),
    ]
)
@given(ANY_ITEMS)
def test_a_feed_that_stays_as_it_is_gives_nothing_new(items: list[Item]) -> None:
    first = what_is_new(source(), items, [], NOW)
    known = stored([new.item for new in first.new])
    again = what_is_new(source(), items, known, NOW)
    assert again.new == ()


@given(ANY_ITEMS, ANY_ITEMS)
def test_every_item_with_words_is_answered_at_most_once(
    before: list[Item], after: list[Item]
) -> None:
    known = stored([new.item for new in what_is_new(source(), before, [], NOW).new])
    changes = what_is_new(source(), after, known, NOW)
    updated = [update.article.id for update in changes.updated]
    assert len(updated) == len(set(updated))
    assert sum(counts(changes)) <= len([one for one in after if one.title_key])
