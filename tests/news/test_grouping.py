"""Which items tell one story."""

from datetime import timedelta

from model.ids import StoryId
from news.grouping import Told, group
from tests.news.makers import NOW, article, item

TITLE = "В Туркестане открыт завод"


def test_strangers_begin_stories_of_their_own() -> None:
    items = [item(TITLE, "https://a.example/1"), item("Построена школа", "https://b.example/2")]
    assert group(items, [], NOW) == [Told(None, 0), Told(None, 1)]


def test_one_page_or_one_title_is_one_story() -> None:
    items = [
        item(TITLE, "https://a.example/1"),
        item("Иначе назвали", "http://www.a.example/1?utm_source=x"),
        item("В Туркестане открыт завод!", "https://b.example/2"),
        item("Совсем о другом деле", "https://c.example/3"),
    ]
    assert [told.number for told in group(items, [], NOW)] == [0, 0, 0, 1]


def test_a_story_goes_on_for_three_days() -> None:
    young = article(item(TITLE), 5, stored_at=NOW - timedelta(hours=71))
    old = article(item(TITLE), 5, stored_at=NOW - timedelta(hours=73))
    again = item(TITLE, "https://b.example/9")
    assert group([again], [young], NOW) == [Told(StoryId(5), None)]
    assert group([again], [old], NOW) == [Told(None, 0)]


def test_what_tells_no_story_begins_none() -> None:
    known = article(item(TITLE), story_id=None)
    assert group([item(TITLE)], [known], NOW) == [Told(None, 0)]


def test_a_title_that_says_nothing_joins_nothing() -> None:
    items = [item("Новости", "https://a.example/1"), item("Новости", "https://b.example/2")]
    assert [told.number for told in group(items, [], NOW)] == [0, 1]
