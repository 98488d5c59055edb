"""What editors said, as examples: `keruen news labels`.

One line for each article, in the form that `keruen news explain` takes, with what the judge had
said and what the editors said beside it: the last word on each thing counts.
"""

from collections.abc import AsyncIterator, Iterable
from typing import Any

from model.ids import ArticleId
from model.review import Label, Verdict
from storage.database import Database

PAGE = 500
"""Labels read at once."""


class ExportLabels:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self) -> list[dict[str, Any]]:
        """In the order in which editors first spoke of the articles."""
        return examples([label async for label in self._labels()])

    async def _labels(self) -> AsyncIterator[Label]:
        after, more = 0, True
        while more:
            async with self._database.reading() as db:
                page = await db.labels.after(after, PAGE)
            for number, label in page:
                after = number
                yield label
            more = len(page) == PAGE


def examples(labels: Iterable[Label]) -> list[dict[str, Any]]:
    """Of labels in the order they were given. Pure."""
    last: dict[ArticleId, Label] = {}
    verdicts: dict[ArticleId, Label] = {}
    amendments: dict[ArticleId, Label] = {}
    for label in labels:
        kind = amendments if label.verdict is Verdict.AMEND else verdicts
        kind[label.article_id] = label
        last[label.article_id] = label
    return [_example(verdicts.get(each), amendments.get(each), last[each]) for each in last]


def _example(verdict: Label | None, amendment: Label | None, last: Label) -> dict[str, Any]:
    said = {**(verdict.said if verdict else {}), **(amendment.said if amendment else {})}
    return {
        "id": int(last.article_id),
        "title": last.title,
        "lead": last.lead,
        "lang": last.judged.get("language"),
        "at": last.at.isoformat(),
        "said": said,
        "judged": last.judged,
    }
