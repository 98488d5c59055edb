"""Labelled cases of which story tells of which project, and how well the linker does on them.

`linking_cases.jsonl`: short stories written from the facts of the demo's projects, some of them
about something else (the linker was tuned on these); `fresh_linking_cases.jsonl`: more of them, by
someone who had not seen the linker (it learned from the mistakes of one half, those of the other
stay unread: print only counts of it); `linked_articles.json`: labels for the articles of
shared/data/articles-dev.jsonl.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.labelled import DEV
from bot.demo_projects import fill
from model.ids import ArticleId, ProjectId, SourceId
from model.news import Article
from news.judging import stem_judge
from projects.linking import Linker
from projects.profiles import profile_of, profile_of_story
from storage.database import Database

HERE = Path(__file__).parent
WHEN = datetime(2026, 11, 23, 4, tzinfo=UTC)
_judge = stem_judge()


@dataclass(frozen=True, slots=True)
class Case:
    title: str
    lead: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quality:
    """Links that are right, links that are wrong, links that were not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def own_cases(name: str = "linking_cases.jsonl") -> list[Case]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [
        Case(one["title"], one["lead"], frozenset(one["codes"])) for one in map(json.loads, lines)
    ]


def articles() -> list[Case]:
    """Of shared/data, which must be there."""
    labels = json.loads((HERE / "linked_articles.json").read_bytes())["links"]
    lines = map(json.loads, DEV.read_text("utf-8").splitlines())
    return [
        Case(one.get("title") or "", one.get("lead") or "", frozenset(labels.get(one["id"], ())))
        for one in lines
    ]


async def linker(database: Database) -> tuple[Linker, dict[ProjectId, str]]:
    """Knows the demo's projects; their codes by id."""
    await fill(database, WHEN, curator=1010)
    async with database.reading() as db:
        projects = await db.projects.after(ProjectId(0), 1_000)
    known = Linker()
    for one in projects:
        known.know(one.id, profile_of(one))
    return known, {one.id: one.code for one in projects}


def article_of(title: str, lead: str, number: int = 1) -> Article:
    judged = _judge(title, lead, None)
    return Article(
        id=ArticleId(number),
        source_id=SourceId(1),
        guid=None,
        link=f"https://example.kz/{number}",
        link_key=None,
        title=title,
        title_key="",
        lead=lead,
        language=judged.language,
        published_at=WHEN,
        stored_at=WHEN,
        updated_at=WHEN,
        kept=judged.kept,
        score=judged.score,
        reasons=judged.reasons,
        districts=judged.districts,
        sectors=judged.sectors,
        story_id=None,
        topic=judged.topic,
        region=judged.region,
        facts=judged.facts,
    )


def compared(
    known: Linker, codes: dict[ProjectId, str], cases: Iterable[Case]
) -> Iterator[tuple[Case, frozenset[str]]]:
    """Each case with the codes that the linker gives."""
    for case in cases:
        links = known.links(profile_of_story([article_of(case.title, case.lead)]))
        yield case, frozenset(codes[link.project] for link in links)


def quality(results: Iterable[tuple[Case, frozenset[str]]]) -> Quality:
    counted = [(case.codes, found) for case, found in results]
    return Quality(
        sum(len(wanted & found) for wanted, found in counted),
        sum(len(found - wanted) for wanted, found in counted),
        sum(len(wanted - found) for wanted, found in counted),
    )
