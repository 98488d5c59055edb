"""What of a feed is new: decided purely, and surviving what feeds really do.

Neither guid nor link nor title can be trusted alone. Guids change with a new engine of the site,
or are used again for another item; links come in variants; titles are corrected, and repeat.
So an entry is compared with what is known of its source:

- one page (the link's key, where it names a page of its own) is one item, whatever its guid;
- one guid is one item, unless its link or date and its title became another's;
- without either, one title is one item, unless its printed dates are days apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from model.news import Article, Item, Judgement, Review, Source
from news.identity import are_alike

NEWS_FOR = timedelta(days=2)
"""What is older than this when its source is first met is kept, but is no news."""

SAME_TITLE_WITHIN = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class New:
    """An item never seen before. `is_news`: ours and fresh, so it belongs in a story."""

    item: Item
    is_news: bool
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Updated:
    """A known article, printed differently. `is_news`: only now it turned out to be ours."""

    article: Article
    item: Item
    is_news: bool
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    new: tuple[New, ...] = ()
    updated: tuple[Updated, ...] = ()
    unchanged: int = 0


def what_is_new(
    source: Source, items: Sequence[Item], known: Iterable[Article], now: datetime
) -> Changes:
    """Sorts a feed's items into new, updated and unchanged.

    `known` may hold other sources' articles and more than could match; only this source's count.
    """
    items = [item for item in items if item.title_key]
    own = [article for article in known if article.source_id == source.id]
    shared = _links_of_many(map(_Print.of_item, items)) | _links_of_many(map(_Print.of, own))
    memory = _Memory(own, shared)
    new: list[New] = []
    updated: list[Updated] = []
    unchanged = 0
    for item in items:
        article = memory.recall(item)
        if article is None:
            if not memory.is_repeated(item):
                new.append(_new(source, item, now))
        elif _is_changed(article, item):
            updated.append(_updated(source, article, item, now))
        else:
            unchanged += 1
    return Changes(tuple(new), tuple(updated), unchanged)


def _new(source: Source, item: Item, now: datetime) -> New:
    is_fresh = _is_fresh(source, item, now)
    review = _review(source, item.judgement) if is_fresh else None
    waits = review is not None and source.is_reviewed
    return New(item, is_fresh and item.judgement.kept and not waits, review)


def _updated(source: Source, article: Article, item: Item, now: datetime) -> Updated:
    """What an editor decided stands, whatever the judge says of the new words."""
    if article.review in (Review.KEPT, Review.DROPPED):
        return Updated(article, item, False, article.review)
    is_fresh = article.story_id is None and article.stored_at >= now - NEWS_FOR
    became = is_fresh and item.judgement.kept and not article.kept
    review = article.review or (_review(source, item.judgement) if is_fresh else None)
    waits = review is not None and source.is_reviewed
    return Updated(article, item, became and not waits, review)


def _review(source: Source, judgement: Judgement) -> Review | None:
    """Editors look at what the judge is not sure of, and at all that is ours of some sources."""
    if judgement.in_doubt or (source.is_reviewed and judgement.kept):
        return Review.WAITING
    return None


def _is_fresh(source: Source, item: Item, now: datetime) -> bool:
    """An undated item is as old as its storing. A later fetch is held to the first one's line,

    or a list that slides back over what was deleted would bring up items from before our time.
    """
    met_at = now if source.succeeded_at is None else source.added_at
    printed = item.entry.published
    return printed is None or printed >= met_at - NEWS_FOR


def _is_changed(article: Article, item: Item) -> bool:
    """A date alone is no change: many engines print the hour of the fetch."""
    entry = item.entry
    return (
        article.title != entry.title
        or article.lead != entry.summary
        or article.link_key != item.link_key
        or article.guid != entry.guid
        or (article.published_at is None and entry.published is not None)
        or article.withdrawn_at is not None  # it is there again
    )


def _links_of_many(prints: Iterable["_Print"]) -> set[str]:
    """Keys of links that several items share: they name no item."""
    guids = defaultdict(set)
    titles = defaultdict(set)
    for one in prints:
        if one.link_key:
            guids[one.link_key].add(one.guid)
            titles[one.link_key].add(one.title_key)
    return {
        key
        for key in titles
        if len(titles[key]) > 1 and (len(guids[key]) > 1 or None in guids[key])
    }


class _Memory:
    """What is known of the source, and what this fetch has shown so far."""

    def __init__(self, known: Iterable[Article], shared: set[str]) -> None:
        self._shared = shared
        self._by_guid: dict[str, list[Article]] = defaultdict(list)
        self._by_link: dict[str, list[Article]] = defaultdict(list)
        self._by_title: dict[str, list[Article]] = defaultdict(list)
        self._taken: set[int] = set()
        self._seen: dict[str, list[Item]] = defaultdict(list)
        for article in known:
            self._remember(article)

    def _remember(self, article: Article) -> None:
        if article.guid:
            self._by_guid[article.guid].append(article)
        if article.link_key:
            self._by_link[article.link_key].append(article)
        self._by_title[article.title_key].append(article)

    def recall(self, item: Item) -> Article | None:
        """The article that the item is, the surest match first; each is recalled once."""
        for article in self._candidates(item):
            if article.id not in self._taken and self._is_same(_Print.of(article), item):
                self._taken.add(article.id)
                self._note(item)
                return article
        return None

    def is_repeated(self, item: Item) -> bool:
        """Whether this fetch has had the item already: some feeds list one twice."""
        seen = [each for key in _keys(item) for each in self._seen.get(key, ())]
        self._note(item)  # a repeated one too: the next may be like it and not like the first
        return any(self._is_same(_Print.of_item(each), item) for each in seen)

    def _note(self, item: Item) -> None:
        for key in _keys(item):
            self._seen[key].append(item)

    def _candidates(self, item: Item) -> list[Article]:
        found = [
            *(self._by_link.get(item.link_key, ()) if item.link_key else ()),
            *(self._by_guid.get(item.entry.guid, ()) if item.entry.guid else ()),
            *self._by_title.get(item.title_key, ()),
        ]
        # Of several on one page, the one with the same guid or title is meant.
        return sorted(
            found,
            key=lambda article: (
                -(article.link_key == item.link_key)
                - (article.guid == item.entry.guid)
                - (article.title_key == item.title_key),
                -article.id,
            ),
        )

    def _is_same(self, known: "_Print", item: Item) -> bool:
        link = None if item.link_key in self._shared else item.link_key
        known_link = None if known.link_key in self._shared else known.link_key
        if link and link == known_link:
            return True
        links_differ = bool(link and known_link)
        printed, known_printed = item.entry.published, known.published
        if item.entry.guid and item.entry.guid == known.guid:
            dates_differ = bool(printed and known_printed and printed != known_printed)
            is_reused = links_differ or dates_differ
            return not is_reused or are_alike(known.title_key, item.title_key)
        if known.title_key != item.title_key:
            return False
        if printed and printed == known_printed:
            return True
        if links_differ or (item.entry.guid and known.guid):
            return False
        return not (printed and known_printed and abs(printed - known_printed) > SAME_TITLE_WITHIN)


def _keys(item: Item) -> list[str]:
    """Under what an item of this fetch is found again."""
    keys = ["title " + item.title_key]
    if item.entry.guid:
        keys.append("guid " + item.entry.guid)
    if item.link_key:
        keys.append("link " + item.link_key)
    return keys


@dataclass(frozen=True, slots=True)
class _Print:
    """How an item was printed before: stored, or earlier in the same fetch."""

    guid: str | None
    link_key: str | None
    title_key: str
    published: datetime | None

    @classmethod
    def of(cls, article: Article) -> "_Print":
        return cls(article.guid, article.link_key, article.title_key, article.published_at)

    @classmethod
    def of_item(cls, item: Item) -> "_Print":
        return cls(item.entry.guid, item.link_key, item.title_key, item.entry.published)
