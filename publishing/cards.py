"""A story opened: all of it that anyone may see."""

from accounts.actor import Actor
from model.ids import StoryId
from model.people import Choices
from news.cards import Card, card_of
from publishing.choosing import languages_of
from publishing.composing import stories_of
from storage.database import Database

MOST_RELATED = 3


class OpenStory:
    """The story as its reader's language has it; None for one that is gone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, actor: Actor, story: StoryId) -> Card | None:
        choices = actor.subscriber.choices if actor.subscriber is not None else Choices()
        languages = languages_of(actor.language, choices)
        async with self._database.reading() as db:
            shown = (await db.stories.by_ids([story], languages)).get(story)
            if shown is None:
                return None
            articles = (await db.articles.of_stories([story]))[story]
            sources = await db.sources.among({one.source_id for one in articles})
            related = await db.stories.related(story, MOST_RELATED)
            return card_of(shown, articles, sources, await stories_of(db, related, languages))
