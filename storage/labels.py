"""Labels: what editors said, beside what the judge had said."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import case, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ArticleId
from model.review import Agreement, Label, Verdict
from storage.tables import LabelTable

_VERDICTS = (Verdict.KEEP, Verdict.DROP)


class Labels:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, label: Label) -> int:
        """The label's number."""
        added = await self._session.execute(
            insert(LabelTable).values(**asdict(label)).returning(LabelTable.id)
        )
        return int(added.scalar_one())

    async def remove(self, number: int) -> None:
        """The decision was taken back: it is no example."""
        await self._session.execute(delete(LabelTable).where(LabelTable.id == number))

    async def after(self, number: int, limit: int) -> Sequence[tuple[int, Label]]:
        """The labels after one, with their numbers, in the order they were given."""
        query = select(LabelTable).where(LabelTable.id > number).order_by(LabelTable.id)
        return [(row.id, _label(row)) for row in await self._session.scalars(query.limit(limit))]

    async def last_of(self, article: ArticleId) -> Label | None:
        """What was said of an article last."""
        query = select(LabelTable).where(LabelTable.article_id == article)
        found = await self._session.scalars(query.order_by(LabelTable.id.desc()).limit(1))
        row = found.first()
        return None if row is None else _label(row)

    async def agreement(self, since: datetime, until: datetime) -> Agreement:
        """Over the articles on which an editor had the last word in [since, until)."""
        last = (
            select(func.max(LabelTable.id))
            .where(LabelTable.verdict.in_(_VERDICTS))
            .group_by(LabelTable.article_id)
        )
        agreed = (
            LabelTable.judged["relevant"].as_boolean() == LabelTable.said["relevant"].as_boolean()
        )
        row = (
            await self._session.execute(
                select(func.coalesce(func.sum(case((agreed, 1), else_=0)), 0), func.count()).where(
                    LabelTable.id.in_(last), LabelTable.at >= since, LabelTable.at < until
                )
            )
        ).one()
        return Agreement(int(row[0]), int(row[1]))


def _label(row: LabelTable) -> Label:
    return Label(
        ArticleId(row.article_id),
        row.at,
        row.editor_id,
        Verdict(row.verdict),
        row.title,
        row.lead,
        row.judged,
        row.said,
    )
