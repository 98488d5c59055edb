"""Which story each line tells: `keruen news group`."""

import json
from codecs import BOM_UTF8
from datetime import UTC, datetime, tzinfo
from typing import Any

from news.dates import read_date
from news.explaining import WrongLineError
from news.grouper import Grouper
from news.signatures import signature

LATEST = datetime(2080, 1, 1, tzinfo=UTC)
"""A later date is a slip, like one before there were feeds: it counts as not printed."""


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
            article = _read(line)
        except WrongLineError as error:
            known = {} if error.article_id is None else {"id": error.article_id}
            return {**known, "error": str(error)}
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


def _read(line: bytes) -> dict[str, Any]:
    line = line.removeprefix(BOM_UTF8)
    try:
        article = json.loads(line.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError):
        raise WrongLineError("not JSON") from None
    if not isinstance(article, dict):
        raise WrongLineError("not a JSON object")
    article_id = article.get("id")
    try:
        line.decode()
    except UnicodeDecodeError:
        raise WrongLineError("not UTF-8", article_id) from None
    for key in ("title", "lead", "published", "source"):
        if not isinstance(article.get(key), str | None):
            raise WrongLineError(f"{key} is not a text", article_id)
    if article.get("title") is None and article.get("lead") is None:
        raise WrongLineError("neither title nor lead", article_id)
    return article
