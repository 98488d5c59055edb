"""Queries over drafts: filters that a chat is trying out and has not saved."""

from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import SubscriberId
from model.people import Draft
from storage.tables import DraftTable

_SETS = ("news_languages", "districts", "sectors", "words", "without_words")


class Drafts:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, subscriber: SubscriberId) -> Draft | None:
        row = (
            await self._session.execute(
                select(DraftTable.choices, DraftTable.at).where(
                    DraftTable.subscriber_id == subscriber
                )
            )
        ).first()
        if row is None:
            return None
        sets = {name: frozenset(row.choices[name]) for name in _SETS if name in row.choices}
        return Draft(at=row.at, with_amount=row.choices.get("with_amount"), **sets)

    async def put(self, subscriber: SubscriberId, draft: Draft) -> None:
        """In place of what was there. Its subscriber is to be held before."""
        await self.drop(subscriber)
        values: dict[str, Any] = {
            name: sorted(value) for name in _SETS if (value := getattr(draft, name)) is not None
        }
        if draft.with_amount is not None:
            values["with_amount"] = draft.with_amount
        await self._session.execute(
            insert(DraftTable).values(subscriber_id=subscriber, choices=values, at=draft.at)
        )

    async def drop(self, subscriber: SubscriberId) -> None:
        await self._session.execute(
            delete(DraftTable).where(DraftTable.subscriber_id == subscriber)
        )
