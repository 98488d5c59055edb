"""What texts are found by: FTS5 on SQLite, tsvector on PostgreSQL, over the same terms.

There is one such index of the stories and one of the projects. Both databases keep theirs beside
the table of texts by themselves, so a row written there, by a restore too, is found.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    TextClause,
    Update,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from model.search import UNCOUNTED, Group, KnownWord, Match, SearchText
from storage.sharing import chunks, is_sqlite
from storage.tables import (
    Base,
    ProjectTextTable,
    ProjectWordTable,
    SearchTextTable,
    SearchWordTable,
)

HEAD = 3
"""Letters of a term that `head` keeps; `middle` keeps as many after them, and one."""
MOST_CANDIDATES = 4_000
_LATEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class IndexTables:
    """Where an index is kept: the tables and columns that differ between the two."""

    full_text: str
    """The FTS5 table beside the texts."""
    texts: Any
    id: str
    """Column of the texts: what is found."""
    words: Any
    count: str
    """Column of the words: how many texts have one."""


STORIES = IndexTables("search_index", SearchTextTable, "story_id", SearchWordTable, "stories")
PROJECTS = IndexTables(
    "project_index", ProjectTextTable, "project_id", ProjectWordTable, "projects"
)


class TextIndex:
    """The queries of one index."""

    def __init__(self, session: AsyncSession, tables: IndexTables) -> None:
        self._session = session
        self._tables = tables
        self._sql = _queries(tables)

    async def put(self, texts: Sequence[SearchText]) -> None:
        """Each is found by this from now on."""
        for chunk in chunks(sorted(texts, key=lambda one: one.id)):
            known = await self._terms_of([one.id for one in chunk])
            changed = [one for one in chunk if known.get(one.id) != _joined(one)]
            gone = {one.id: known[one.id][1] for one in changed if one.id in known}
            if gone:
                await self._drop(gone)
            if changed:
                rows = [self._row(one) for one in changed]
                await self._session.execute(insert(self._tables.texts), rows)
            await self._count(changed, gone.values())

    async def remove(self, ids: Collection[int]) -> None:
        """They are found no more."""
        for chunk in chunks(sorted(ids)):
            known = await self._terms_of(chunk)
            if known:
                await self._drop(known)
                await self._count((), [terms for _, terms in known.values()])

    async def _terms_of(self, ids: Collection[int]) -> dict[int, tuple[str, str]]:
        rows = await self._session.execute(self._sql.texts.where(self._sql.id.in_(ids)))
        return {number: (title, terms) for number, title, terms in rows}

    async def _drop(self, ids: Collection[int]) -> None:
        await self._session.execute(delete(self._tables.texts).where(self._sql.id.in_(ids)))

    async def _count(self, added: Iterable[SearchText], gone: Iterable[str]) -> None:
        """The vocabulary after these texts came in place of those with the terms `gone`."""
        changes: Counter[str] = Counter()
        words: dict[str, str] = {}
        for one in added:
            if UNCOUNTED in one.terms:
                continue
            changes.update(one.words.keys())
            for term, word in one.words.items():
                words[term] = min(words.get(term, word), word, key=len)
        for terms in gone:
            each = terms.split(" ")
            changes.subtract(() if UNCOUNTED in each else each)
        more = [(term, count) for term, count in sorted(changes.items()) if count > 0]
        less = [(term, count) for term, count in sorted(changes.items()) if count < 0]
        for chunk in chunks(more):
            await self._session.execute(
                self._meet(), [self._word_row(term, words[term], count) for term, count in chunk]
            )
        for chunk in chunks(less):
            await self._session.execute(
                self._sql.fewer, [{"of": term, "by": -count} for term, count in chunk]
            )

    def _meet(self) -> Any:
        on = sqlite if is_sqlite(self._session) else postgresql
        statement: Any = on.insert(self._sql.vocabulary)
        new, old, count = statement.excluded, self._sql.vocabulary.c, self._tables.count
        shorter = func.length(new.word) < func.length(old.word)
        return statement.on_conflict_do_update(
            index_elements=["term"],
            set_={
                count: old[count] + new[count],
                "word": case((shorter, new.word), else_=old.word),
            },
        )

    def _row(self, one: SearchText) -> dict[str, Any]:
        title, terms = _joined(one)
        return {self._tables.id: one.id, "title": title, "terms": terms}

    def _word_row(self, term: str, word: str, count: int) -> dict[str, Any]:
        """What no word is printed for is counted, and nothing was mistyped for it."""
        return {
            "term": term,
            "word": word,
            "head": term[:HEAD] if word else "",
            "middle": middle(term) if word else "",
            self._tables.count: count,
        }

    # Asking

    async def known(self, terms: Collection[str]) -> dict[str, int]:
        """Which of these terms the vocabulary has, and in how many texts."""
        rows = await self._session.execute(
            self._sql.counts.where(self._sql.term.in_(sorted(terms)))
        )
        return {row[0]: row[1] for row in rows}

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
            self._sql.words.where(
                or_(self._sql.head.in_(heads), self._sql.middle.in_(middles)),
                func.length(self._sql.term).between(
                    min(lengths, default=0) - slips, max(lengths, default=0) + slips
                ),
            ).limit(MOST_CANDIDATES)
        )
        return [KnownWord(*row) for row in rows]

    async def beginning(self, letters: str, limit: int) -> list[KnownWord]:
        """The commonest stems that begin so; at least `HEAD` letters."""
        rows = await self._session.execute(
            self._sql.words.where(
                self._sql.head == letters[:HEAD],
                self._sql.term.startswith(letters, autoescape=True),
            )
            .order_by(self._sql.count.desc(), self._sql.term)
            .limit(limit)
        )
        return [KnownWord(*row) for row in rows]

    async def matching(
        self,
        groups: Sequence[Group],
        least: int,
        upto: int | None,
        limit: int,
        start: int = 0,
        *,
        within: Group = (),
        with_terms: bool = False,
    ) -> list[Match]:
        """Texts with at least so many of the groups, the newest first, none after `upto`.

        `within`: a group that they must have besides. Their terms are read where that is asked, or
        `least` is fewer than all.
        """
        on_sqlite = is_sqlite(self._session)
        wanted = _expression(groups, least, within, _ASKS_SQLITE if on_sqlite else _ASKS_TSQUERY)
        rows = await self._session.execute(
            self._sql.on_sqlite if on_sqlite else self._sql.on_postgresql,
            {
                "wanted": wanted,
                "upto": _LATEST if upto is None else upto,
                "most": limit,
                "start": start,
                "with_terms": with_terms or least < len(groups),
            },
        )
        return [Match(row[0], f" {row[1]} ", f" {row[2]} ") for row in rows]


@dataclass(frozen=True, slots=True)
class _Queries:
    """What is asked of one index."""

    texts: Select[Any]
    words: Select[Any]
    counts: Select[Any]
    vocabulary: Table
    fewer: Update
    on_sqlite: TextClause
    on_postgresql: TextClause
    id: ColumnElement[Any]
    term: ColumnElement[Any]
    head: ColumnElement[Any]
    middle: ColumnElement[Any]
    count: ColumnElement[Any]


@cache
def _queries(tables: IndexTables) -> _Queries:
    texts = Base.metadata.tables[tables.texts.__tablename__]
    words = Base.metadata.tables[tables.words.__tablename__]
    number, count = texts.c[tables.id], words.c[tables.count]
    # Of the newest 500 stories only the titles are read, if that is enough: they stand before the
    # terms, which are long.
    chosen = f"s.{tables.id}, s.title, CASE WHEN :with_terms THEN s.terms ELSE '' END"
    return _Queries(
        select(number, texts.c.title, texts.c.terms),
        select(words.c.term, words.c.word, count).where(count > 0),
        select(words.c.term, count).where(count > 0),
        words,
        update(words)
        .where(words.c.term == bindparam("of"))
        .values({count: count - bindparam("by")}),
        text(
            f"SELECT {chosen} FROM {tables.full_text} JOIN {texts.name} AS s"
            f" ON s.{tables.id} = {tables.full_text}.rowid WHERE {tables.full_text} MATCH :wanted"
            f" AND {tables.full_text}.rowid <= :upto"
            f" ORDER BY {tables.full_text}.rowid DESC LIMIT :most OFFSET :start"
        ),
        text(
            f"SELECT {chosen} FROM {texts.name} AS s"
            " WHERE array_to_tsvector(string_to_array(s.terms, ' ')) @@ CAST(:wanted AS tsquery)"
            f" AND s.{tables.id} <= :upto"
            f" ORDER BY s.{tables.id} DESC LIMIT :most OFFSET :start"
        ),
        number,
        words.c.term,
        words.c.head,
        words.c.middle,
        count,
    )


def middle(form: str, by: int = 0) -> str:
    """The letters after the head; with a slip in it, they stand a letter earlier or later."""
    return form[HEAD + by : 2 * HEAD + 1 + by]


def _joined(one: SearchText) -> tuple[str, str]:
    return " ".join(one.title), " ".join(one.terms)


_Asks = tuple[str, str, str, str]
"""A quote, its form within quotes, "and", "or"."""
_ASKS_SQLITE: _Asks = ('"', '""', " AND ", " OR ")
_ASKS_TSQUERY: _Asks = ("'", "''", " & ", " | ")


def _expression(groups: Sequence[Group], least: int, within: Group, asks: _Asks) -> str:
    """A query in the database's own notation: every term quoted, so nothing in it is an order."""
    quote, escaped, both, either = asks

    def term(word: str) -> str:
        return quote + word.replace("\\", "").replace(quote, escaped) + quote

    def group(one: Group) -> str:
        ways = (both.join(map(term, terms)) for terms in one)
        return f"({either.join(f'({way})' for way in ways)})"

    chosen = combinations(map(group, groups), max(1, min(least, len(groups))))
    wanted = either.join(f"({both.join(some)})" for some in chosen)
    return f"({wanted}){both}{group(within)}" if within else wanted
