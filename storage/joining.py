"""Two stories that turned out to be one: whoever had one of them has had the other."""

from datetime import datetime

from sqlalchemy import delete, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import EditionId, StoryId
from storage.tables import AlertTable, EditionTable


class Joining:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def replace(
        self, gone: StoryId, stays: StoryId, since: datetime
    ) -> dict[EditionId, list[StoryId]]:
        """In editions that end after a moment one story stands for both, in the earlier place.

        Returns the editions that changed, as they were.
        """
        changed: dict[EditionId, list[StoryId]] = {}
        query = select(EditionTable.id, EditionTable.story_ids).where(EditionTable.until >= since)
        for edition, stories in (await self._session.execute(query)).all():
            if gone in stories:
                changed[EditionId(edition)] = [StoryId(story) for story in stories]
                both = [stays if story == gone else StoryId(story) for story in stories]
                await self._set(EditionId(edition), list(dict.fromkeys(both)))
        told = select(AlertTable.subscriber_id).where(AlertTable.story_id == stays)
        alerted = select(
            AlertTable.subscriber_id, literal(int(stays)), AlertTable.row_id, AlertTable.at
        ).where(AlertTable.story_id == gone, AlertTable.subscriber_id.not_in(told))
        columns = ["subscriber_id", "story_id", "row_id", "at"]
        await self._session.execute(insert(AlertTable).from_select(columns, alerted))
        return changed

    async def put_back(
        self, gone: StoryId, stays: StoryId, editions: dict[EditionId, list[StoryId]]
    ) -> None:
        """As it was before they were joined."""
        for edition, stories in editions.items():
            await self._set(edition, stories)
        rows = select(AlertTable.row_id).where(AlertTable.story_id == gone)
        await self._session.execute(
            delete(AlertTable).where(AlertTable.story_id == stays, AlertTable.row_id.in_(rows))
        )

    async def _set(self, edition: EditionId, stories: list[StoryId]) -> None:
        await self._session.execute(
            update(EditionTable).where(EditionTable.id == edition).values(story_ids=stories)
        )
