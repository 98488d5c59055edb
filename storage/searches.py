"""Searches that buttons name, and the index of the stories."""

from datetime import datetime

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import SearchId, SubscriberId
from model.search import Search
from storage.tables import SearchTable
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

    async def of(self, subscriber: SubscriberId) -> list[Search]:
        """All that a chat's buttons name."""
        query = _SEARCHES.where(SearchTable.subscriber_id == subscriber).order_by(SearchTable.id)
        return [_search(row) for row in await self._session.execute(query)]


_SEARCHES = select(SearchTable.id, SearchTable.subscriber_id, SearchTable.words, SearchTable.at)


def _search(row: Row[int, int | None, str, datetime]) -> Search:
    search, subscriber, words, at = row
    owner = None if subscriber is None else SubscriberId(subscriber)
    return Search(SearchId(search), owner, words, at)
