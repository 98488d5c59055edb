"""Which story an item tells: one page or one title within three days is one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from model.ids import StoryId
from model.news import Article, Item

SAME_STORY_WITHIN = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Told:
    """An item's story: one that exists, or the number of one that begins with this batch."""

    story_id: StoryId | None
    number: int | None


def group(items: Sequence[Item], known: Iterable[Article], now: datetime) -> list[Told]:
    """A story for each item, in order. `known` are articles that could be of the same story."""
    by_link: dict[str, Told] = {}
    by_title: dict[str, Told] = {}
    for article in known:
        if article.story_id is None or article.stored_at < now - SAME_STORY_WITHIN:
            continue
        told = Told(article.story_id, None)
        if _says_enough(article.title_key):
            by_title.setdefault(article.title_key, told)
        if article.link_key:
            by_link.setdefault(article.link_key, told)
    answer: list[Told] = []
    begun = 0
    for item in items:
        same_page = by_link.get(item.link_key) if item.link_key else None
        told = same_page or by_title.get(item.title_key) or Told(None, begun)
        begun += told.number == begun
        if _says_enough(item.title_key):
            by_title.setdefault(item.title_key, told)
        if item.link_key:
            by_link.setdefault(item.link_key, told)
        answer.append(told)
    return answer


def _says_enough(title_key: str) -> bool:
    """ "News" or "Investments" is the title of many an event."""
    return len(title_key) >= 12 or len(title_key.split()) >= 3
