"""The demo's sample feeds and its registry: stories that link to projects, and that say more."""

from collections.abc import Iterator

from model.ids import ProjectId, StoryId
from model.news import Article, Stage
from model.projects import Field
from projects.linking_stories import NEAR
from projects.profiles import profile_of_story
from projects.proposing import facts_told, is_candidate, proposals_of
from sandbox.site import read_outlets
from storage.database import Database
from tests.projects.labelled_links import WHEN, article_of, linker


def articles() -> Iterator[Article]:
    """All that the outlets print, at once or later."""
    for outlet in read_outlets(WHEN.timestamp()):
        for item in outlet.items + outlet.waiting:
            yield article_of(item.title, item.lead, item.number)


async def test_sample_news_tell_of_projects_and_more_than_is_known(database: Database) -> None:
    known, codes = await linker(database)
    async with database.reading() as db:
        projects = await db.projects.by_ids([ProjectId(one) for one in codes])
    linked: set[str] = set()
    stages: dict[str, Stage] = {}
    new_amounts: set[str] = set()
    candidates: list[str] = []
    for article in articles():
        profile = profile_of_story([article])
        links = known.links(profile)
        told = facts_told(StoryId(article.id), [article])
        is_near = any(one.score >= NEAR for one in known.ranked(profile))
        if not is_near and is_candidate(told):
            candidates.append(article.title)
        for link in links:
            code = codes[link.project]
            linked.add(code)
            for changes in proposals_of(projects[link.project], told, is_alone=len(links) == 1):
                stages |= {code: changes[Field.STAGE]} if Field.STAGE in changes else {}
                new_amounts |= {code} if Field.AMOUNT in changes else set()
    assert len(linked) >= 25
    assert stages["TUR-008"] is Stage.LAUNCHED
    assert stages["TUR-019"] is Stage.CONSTRUCTION
    assert {"TUR-004", "TUR-008", "TUR-012", "TUR-021"} <= new_amounts
    assert len(candidates) == 2
