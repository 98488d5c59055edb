"""Which story each line tells: `keruen news group`."""

from datetime import UTC, datetime, tzinfo
from typing import Any

from news.dates import read_date
from news.grouper import Grouper
from news.json_lines import WrongLineError, read_article
from news.signatures import signature

LATEST = datetime(2080, 1, 1, tzinfo=UTC)
"""A later date is a slip, like one before there were feeds: it counts as not printed."""

_TEXTS = ("title", "lead", "published", "source")


class GroupArticles:
    """One JSON line in, `{"id","title","lead"?,"published"?,"source"?}`; its story out, or what

    is wrong. Lines are in time order; one without a date is of the hour of the line before.
    """

    def __init__(self, grouper: Grouper, zone: tzinfo) -> None:
        self._grouper = grouper
        self._zone = zone
        self._hour_before: datetime | None = None

    def __call__(self, line: bytes) -> dict[str, Any]:
        try:
            article = read_article(line, _TEXTS)
        except WrongLineError as error:
            return error.answer
        published = self._published(article.get("published") or "")
        told = signature(
            article.get("title") or "",
            article.get("lead") or "",
            published,
            source=article.get("source"),
        )
        return {"id": article.get("id"), "story": self._grouper.add(told)}

    def _published(self, printed: str) -> datetime | None:
        moment = read_date(printed, self._zone, LATEST)
        if moment is None or moment >= LATEST:
            return self._hour_before
        self._hour_before = moment
        return moment
