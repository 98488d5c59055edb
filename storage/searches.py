"""Searches that buttons name, and the index of the stories."""

from datetime import datetime

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ChatId, SearchId, SubscriberId
from model.search import Search, Told
from storage.tables import SearchTable, SubscriberTable
from storage.text_index import STORIES, TextIndex


class Searches(TextIndex):
    def __init__(self, session: AsyncSession) -> None:
        super().__init__(session, STORIES)

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

    async def tell(self, search: SearchId, now: datetime) -> None:
        """Its words are a question that the registry could not answer."""
        told = update(SearchTable).where(SearchTable.id == search).values(told_at=now)
        await self._session.execute(told)

    async def answer(self, search: SearchId) -> bool:
        """It is no open question any more, nor are the same words of others; False: it was none."""
        words = select(SearchTable.words).where(
            SearchTable.id == search, SearchTable.told_at.is_not(None)
        )
        answered = await self._session.scalars(
            update(SearchTable)
            .where(SearchTable.told_at.is_not(None), SearchTable.words == words.scalar_subquery())
            .values(told_at=None)
            .returning(SearchTable.id)
        )
        return bool(answered.all())

    async def told(self, limit: int) -> list[Told]:
        """Open questions, the last asked first."""
        query = (
            select(SearchTable.id, SearchTable.words, SearchTable.told_at, SubscriberTable.chat_id)
            .join(SubscriberTable, SubscriberTable.id == SearchTable.subscriber_id)
            .where(SearchTable.told_at.is_not(None))
            .order_by(SearchTable.told_at.desc(), SearchTable.id.desc())
        )
        return [
            Told(SearchId(number), words, at, ChatId(chat))
            for number, words, at, chat in await self._session.execute(query.limit(limit))
            if at is not None
        ]

    async def count_told(
        self, since: datetime | None = None, by: SubscriberId | None = None
    ) -> int:
        """How many questions are open, of those told since then, by this subscriber."""
        query = select(func.count()).where(SearchTable.told_at.is_not(None))
        if since is not None:
            query = query.where(SearchTable.told_at >= since)
        if by is not None:
            query = query.where(SearchTable.subscriber_id == by)
        return await self._session.scalar(query) or 0

    async def of(self, subscriber: SubscriberId) -> list[Search]:
        """All that a chat's buttons name."""
        query = _SEARCHES.where(SearchTable.subscriber_id == subscriber).order_by(SearchTable.id)
        return [_search(row) for row in await self._session.execute(query)]


_SEARCHES = select(
    SearchTable.id,
    SearchTable.subscriber_id,
    SearchTable.words,
    SearchTable.at,
    SearchTable.told_at,
)


def _search(row: Row[int, int | None, str, datetime, datetime | None]) -> Search:
    search, subscriber, words, at, told_at = row
    owner = None if subscriber is None else SubscriberId(subscriber)
    return Search(SearchId(search), owner, words, at, told_at)
