"""Queries over tastes: of which stories a chat wants more, or less."""

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import StoryId, SubscriberId
from model.people import Liking
from storage.tables import StoryTable, TasteTable


class Tastes:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, subscriber: SubscriberId, story: StoryId) -> int:
        """1: more like it is wanted; -1: less; 0: nothing was said of it."""
        query = select(TasteTable.liked).where(
            TasteTable.subscriber_id == subscriber, TasteTable.story_id == story
        )
        return await self._session.scalar(query) or 0

    async def say(
        self, subscriber: SubscriberId, story: StoryId, liked: int, now: datetime
    ) -> None:
        """In place of what was said of the story; 0 takes it back. The story must be there."""
        await self._session.execute(
            delete(TasteTable).where(
                TasteTable.subscriber_id == subscriber, TasteTable.story_id == story
            )
        )
        if liked:
            await self._session.execute(
                insert(TasteTable).values(
                    subscriber_id=subscriber, story_id=story, liked=liked, at=now
                )
            )

    async def likings(self, subscriber: SubscriberId, limit: int | None = None) -> list[Liking]:
        """What was said last comes first."""
        rows = await self._session.execute(
            select(TasteTable.story_id, TasteTable.liked, TasteTable.at, StoryTable.keys)
            .join(StoryTable, StoryTable.id == TasteTable.story_id)
            .where(TasteTable.subscriber_id == subscriber)
            .order_by(TasteTable.at.desc(), TasteTable.story_id.desc())
            .limit(limit)
        )
        return [Liking(StoryId(story), liked, at, tuple(keys)) for story, liked, at, keys in rows]
