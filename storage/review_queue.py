"""What waits for editors, and what else they look through: the newest first."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ArticleId
from model.news import Article, Review
from model.review import Queue, QueueKind
from storage.articles import SELECT_ARTICLES, article_of
from storage.tables import ArticleTable, SourceTable


class ReviewQueue:
    """Queues that are no waiting ones reach back to `since`; `home` is the region's code."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def older(
        self, queue: Queue, than: ArticleId | None, since: datetime, home: str
    ) -> Article | None:
        """The next of a queue; its first where `than` is None."""
        where = () if than is None else (ArticleTable.id < than,)
        query = SELECT_ARTICLES.where(*_of(queue, since, home), *where)
        rows = await self._session.execute(query.order_by(ArticleTable.id.desc()).limit(1))
        row = rows.first()
        return None if row is None else article_of(row)

    async def newer(
        self, queue: Queue, than: ArticleId, since: datetime, home: str
    ) -> Article | None:
        """The one before it."""
        query = SELECT_ARTICLES.where(*_of(queue, since, home), ArticleTable.id > than)
        row = (await self._session.execute(query.order_by(ArticleTable.id).limit(1))).first()
        return None if row is None else article_of(row)

    async def count(self, queue: Queue, since: datetime, home: str) -> int:
        query = select(func.count()).select_from(ArticleTable)
        return await self._session.scalar(query.where(*_of(queue, since, home))) or 0


def _of(queue: Queue, since: datetime, home: str) -> tuple[ColumnElement[bool], ...]:
    lately = ArticleTable.stored_at >= since
    waits = ArticleTable.review == Review.WAITING
    match queue.kind:
        case QueueKind.ALL:
            return (waits,)
        case QueueKind.DOUBT:
            return (waits, ArticleTable.in_doubt.is_(True))
        case QueueKind.WAITING:
            reviewed = select(SourceTable.id).where(SourceTable.is_reviewed.is_(True))
            return (waits, ArticleTable.source_id.in_(reviewed))
        case QueueKind.KEPT:
            return (lately, ArticleTable.kept.is_(True), ArticleTable.story_id.is_not(None))
        case QueueKind.DROPPED:
            undecided = or_(ArticleTable.review.is_(None), waits)
            return (lately, ArticleTable.kept.is_(False), ArticleTable.region == home, undecided)
        case QueueKind.SOURCE:
            return (lately, ArticleTable.source_id == queue.id)
    return (ArticleTable.story_id == queue.id,)
