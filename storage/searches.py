"""The search index: FTS5 on SQLite, tsvector on PostgreSQL, over the same terms.

Both databases keep their index beside `search_texts` by themselves, so a row written there, by a
restore too, is found.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import combinations
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, func, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import SearchId, StoryId, SubscriberId
from model.search import Group, KnownWord, Match, Search, SearchText
from storage.sharing import chunks, is_sqlite
from storage.tables import Base, SearchTable, SearchTextTable, SearchWordTable

HEAD = 3
"""Letters of a term that `head` keeps; `middle` keeps as many after them, and one."""
MOST_CANDIDATES = 4_000
_LATEST = 2**63 - 1

# Of the newest 500 only the titles are read, if that is enough: they stand before the terms,
# which are long.
_TERMS = "CASE WHEN :with_terms THEN s.terms ELSE '' END"
_ON_SQLITE = text(
    f"SELECT s.story_id, s.title, {_TERMS} FROM search_index JOIN search_texts AS s"
    " ON s.story_id = search_index.rowid WHERE search_index MATCH :wanted"
    " AND search_index.rowid <= :upto ORDER BY search_index.rowid DESC LIMIT :most OFFSET :start"
)
_ON_POSTGRESQL = text(
    f"SELECT s.story_id, s.title, {_TERMS} FROM search_texts AS s"
    " WHERE array_to_tsvector(string_to_array(s.terms, ' ')) @@ CAST(:wanted AS tsquery)"
    " AND s.story_id <= :upto ORDER BY s.story_id DESC LIMIT :most OFFSET :start"
)


class Searches:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    # The index

    async def put(self, texts: Sequence[SearchText]) -> None:
        """These stories are found by this from now on."""
        for chunk in chunks(sorted(texts, key=lambda one: one.story)):
            known = await self._terms_of([one.story for one in chunk])
            changed = [one for one in chunk if known.get(one.story) != _joined(one)]
            gone = [one.story for one in changed if one.story in known]
            if gone:
                await self._drop(gone)
            if changed:
                rows = [_row(one) for one in changed]
                await self._session.execute(insert(SearchTextTable), rows)
            before = Counter(term for story in gone for term in known[story][1].split(" "))
            await self._count(changed, before)

    async def remove(self, stories: Collection[StoryId]) -> None:
        """They are found no more."""
        for chunk in chunks(sorted(stories)):
            known = await self._terms_of(chunk)
            if known:
                await self._drop(known)
                await self._count(
                    (), Counter(term for _, terms in known.values() for term in terms.split(" "))
                )

    async def _terms_of(self, stories: Collection[StoryId]) -> dict[StoryId, tuple[str, str]]:
        rows = await self._session.execute(
            select(SearchTextTable.story_id, SearchTextTable.title, SearchTextTable.terms).where(
                SearchTextTable.story_id.in_(stories)
            )
        )
        return {StoryId(story): (title, terms) for story, title, terms in rows}

    async def _drop(self, stories: Collection[StoryId]) -> None:
        await self._session.execute(
            delete(SearchTextTable).where(SearchTextTable.story_id.in_(stories))
        )

    async def _count(self, added: Iterable[SearchText], before: Counter[str]) -> None:
        """The vocabulary after stories with these texts came in place of those terms."""
        changes: Counter[str] = Counter()
        words: dict[str, str] = {}
        for one in added:
            changes.update(one.words.keys())
            for term, word in one.words.items():
                words[term] = min(words.get(term, word), word, key=len)
        changes.subtract(before)
        more = [(term, count) for term, count in sorted(changes.items()) if count > 0]
        less = [(term, count) for term, count in sorted(changes.items()) if count < 0]
        for chunk in chunks(more):
            await self._session.execute(
                self._meet(), [_word_row(term, words[term], count) for term, count in chunk]
            )
        for chunk in chunks(less):
            await self._session.execute(
                _FEWER, [{"of": term, "by": -count} for term, count in chunk]
            )

    def _meet(self) -> Any:
        on = sqlite if is_sqlite(self._session) else postgresql
        statement: Any = on.insert(_VOCABULARY)
        new, old = statement.excluded, _VOCABULARY.c
        shorter = func.length(new.word) < func.length(old.word)
        return statement.on_conflict_do_update(
            index_elements=["term"],
            set_={
                "stories": old.stories + new.stories,
                "word": case((shorter, new.word), else_=old.word),
            },
        )

    # Asking

    async def known(self, terms: Collection[str]) -> dict[str, int]:
        """Which of these stems the index has, and in how many stories."""
        rows = await self._session.execute(
            select(SearchWordTable.term, SearchWordTable.stories).where(
                SearchWordTable.term.in_(sorted(terms)), SearchWordTable.stories > 0
            )
        )
        return {row.term: row.stories for row in rows}

    async def near(self, forms: Collection[str], slips: int) -> list[KnownWord]:
        """Stems that one of these may be mistyped for: the caller looks which are near enough.

        A slip behind the head leaves the head; one within it leaves the middle, which may have
        moved by a letter.
        """
        heads = {form[:HEAD] for form in forms}
        heads |= {form[: HEAD - 1] + form[HEAD : HEAD + 1] for form in forms}
        middles = {middle(form, by) for form in forms for by in (-1, 0, 1)} - {""}
        lengths = [len(form) for form in forms]
        rows = await self._session.execute(
            _WORDS.where(
                or_(SearchWordTable.head.in_(heads), SearchWordTable.middle.in_(middles)),
                func.length(SearchWordTable.term).between(
                    min(lengths, default=0) - slips, max(lengths, default=0) + slips
                ),
            ).limit(MOST_CANDIDATES)
        )
        return [KnownWord(*row) for row in rows]

    async def beginning(self, letters: str, limit: int) -> list[KnownWord]:
        """The commonest stems that begin so; at least `HEAD` letters."""
        rows = await self._session.execute(
            _WORDS.where(
                SearchWordTable.head == letters[:HEAD],
                SearchWordTable.term.startswith(letters, autoescape=True),
            )
            .order_by(SearchWordTable.stories.desc(), SearchWordTable.term)
            .limit(limit)
        )
        return [KnownWord(*row) for row in rows]

    async def matching(
        self,
        groups: Sequence[Group],
        least: int,
        upto: StoryId | None,
        limit: int,
        start: int = 0,
    ) -> list[Match]:
        """Stories with at least so many of the groups, the newest first, none after `upto`.

        Their terms are read where that is fewer than all.
        """
        on_sqlite = is_sqlite(self._session)
        asks = _ASKS_SQLITE if on_sqlite else _ASKS_TSQUERY
        rows = await self._session.execute(
            _ON_SQLITE if on_sqlite else _ON_POSTGRESQL,
            {
                "wanted": _expression(groups, least, asks),
                "upto": _LATEST if upto is None else upto,
                "most": limit,
                "start": start,
                "with_terms": least < len(groups),
            },
        )
        return [Match(StoryId(row[0]), f" {row[1]} ", f" {row[2]} ") for row in rows]

    # Searches that buttons name

    async def keep(self, subscriber: SubscriberId | None, words: str, now: datetime) -> SearchId:
        """The search's row; the same words of the same subscriber have one."""
        same = select(SearchTable.id).where(
            SearchTable.subscriber_id == subscriber, SearchTable.words == words
        )
        found = await self._session.scalar(same.order_by(SearchTable.id).limit(1))
        if found is None:
            row = {"subscriber_id": subscriber, "words": words, "at": now}
            added = insert(SearchTable).values(row).returning(SearchTable.id)
            return SearchId((await self._session.execute(added)).scalar_one())
        # Asked again, it is young again: the oldest are dropped one day.
        renewed = update(SearchTable).where(SearchTable.id == found).values(at=now)
        await self._session.execute(renewed)
        return SearchId(found)

    async def get(self, search: SearchId) -> Search | None:
        row = (await self._session.execute(_SEARCHES.where(SearchTable.id == search))).first()
        return None if row is None else _search(row)

    async def of(self, subscriber: SubscriberId) -> list[Search]:
        """All that a chat's buttons name."""
        query = _SEARCHES.where(SearchTable.subscriber_id == subscriber).order_by(SearchTable.id)
        return [_search(row) for row in await self._session.execute(query)]


_WORDS = select(SearchWordTable.term, SearchWordTable.word, SearchWordTable.stories).where(
    SearchWordTable.stories > 0
)
_SEARCHES = select(SearchTable.id, SearchTable.subscriber_id, SearchTable.words, SearchTable.at)
_VOCABULARY = Base.metadata.tables[SearchWordTable.__tablename__]
_FEWER = (
    update(_VOCABULARY)
    .where(_VOCABULARY.c.term == bindparam("of"))
    .values(stories=_VOCABULARY.c.stories - bindparam("by"))
)


def middle(form: str, by: int = 0) -> str:
    """The letters after the head; with a slip in it, they stand a letter earlier or later."""
    return form[HEAD + by : 2 * HEAD + 1 + by]


def _word_row(term: str, word: str, count: int) -> dict[str, Any]:
    return {
        "term": term,
        "word": word,
        "head": term[:HEAD],
        "middle": middle(term),
        "stories": count,
    }


def _search(row: Row[int, int | None, str, datetime]) -> Search:
    search, subscriber, words, at = row
    owner = None if subscriber is None else SubscriberId(subscriber)
    return Search(SearchId(search), owner, words, at)


def _row(one: SearchText) -> dict[str, Any]:
    title, terms = _joined(one)
    return {"story_id": one.story, "title": title, "terms": terms}


def _joined(one: SearchText) -> tuple[str, str]:
    return " ".join(one.title), " ".join(one.terms)


_Asks = tuple[str, str, str, str]
"""A quote, its form within quotes, "and", "or"."""
_ASKS_SQLITE: _Asks = ('"', '""', " AND ", " OR ")
_ASKS_TSQUERY: _Asks = ("'", "''", " & ", " | ")


def _expression(groups: Sequence[Group], least: int, asks: _Asks) -> str:
    """A query in the database's own notation: every term quoted, so nothing in it is an order."""
    quote, escaped, both, either = asks

    def term(word: str) -> str:
        return quote + word.replace("\\", "").replace(quote, escaped) + quote

    def group(one: Group) -> str:
        ways = (both.join(map(term, terms)) for terms in one)
        return f"({either.join(f'({way})' for way in ways)})"

    chosen = combinations(map(group, groups), max(1, min(least, len(groups))))
    return either.join(f"({both.join(some)})" for some in chosen)
