"""Stories as a reader is shown them."""

from collections.abc import Sequence

from model.ids import SourceId, StoryId
from model.news import Story
from model.people import Choices, Language
from publishing.choosing import languages_of, shown_by, told_by
from storage.transaction import Transaction


async def stories_for(
    db: Transaction, ids: Sequence[StoryId], language: Language, choices: Choices
) -> list[Story]:
    """An edition's stories in its order, as a reader with these choices sees them: in their

    language, and by a source that is not muted, where there is one. One that is gone is left out.
    """
    languages = languages_of(language, choices)
    found = await db.stories.by_ids(ids, languages)
    if choices.muted_sources:
        await _tell_otherwise(db, found, languages, choices.muted_sources)
    return [found[story] for story in ids if story in found]


async def _tell_otherwise(
    db: Transaction,
    stories: dict[StoryId, Story],
    languages: Sequence[str],
    muted: frozenset[SourceId],
) -> None:
    """Show those that a muted source tells by another's article."""
    told = await db.articles.of_stories(
        [story.id for story in stories.values() if story.source_id in muted]
    )
    shown = {story: told_by(articles, languages, muted) for story, articles in told.items()}
    articles = [article for article in shown.values() if article is not None]
    sources = await db.sources.among({article.source_id for article in articles})
    for story, article in shown.items():
        if article is not None:
            title = sources[article.source_id].title
            stories[story] = shown_by(stories[story], article, title)
