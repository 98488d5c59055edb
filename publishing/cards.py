"""A story opened: all of it that anyone may see, and why its reader is shown it."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.actor import Actor
from model.ids import StoryId
from model.news import Article, Story
from model.people import Choices, Language, Role
from model.projects import Project
from news.cards import Card, card_of
from projects.rights import ProjectRights
from projects.seeing import projects_of
from publishing.choosing import languages_of
from publishing.reasoning import why
from publishing.stories import stories_for
from storage.database import Database
from storage.transaction import Transaction
from views.story_card import Standing
from views.why import Why

MOST_RELATED = 3


@dataclass(frozen=True, slots=True)
class Opened:
    card: Card
    standing: Standing
    why: Why
    projects: tuple[Project, ...] = ()
    """Those it tells of, as far as the reader may see them."""


class OpenStory:
    """The story as its reader's language has it; None for one that is gone.

    It is shown by a muted source's article, too: here the source can be brought back. What the chat
    has chosen is read anew: it may just have been changed.
    """

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor, story: StoryId) -> Opened | None:
        async with self._database.reading() as db:
            reader = await db.subscribers.get(actor.chat_id)
            choices = reader.choices if reader is not None else Choices()
            languages = languages_of(actor.language, choices)
            shown = (await db.stories.by_ids([story], languages)).get(story)
            candidate = await db.stories.as_candidate(story)
            if shown is None or candidate is None:
                return None
            articles = (await db.articles.of_stories([story]))[story]
            card = await _card(db, shown, articles, actor.language, choices)
            articles.sort(key=lambda one: one.id != shown.lead_article_id)
            projects = await projects_of(db, await self._rights.standing(db, actor), story)
            liked = 0 if reader is None else await db.tastes.of(reader.id, story)
        is_editors = actor.is_private and actor.role is Role.ADMIN
        is_muted = card.story.source_id in choices.muted_sources
        standing = Standing(liked, is_muted, is_editors)
        return Opened(card, standing, why(candidate, articles, choices), projects)


async def _card(
    db: Transaction,
    shown: Story,
    articles: Sequence[Article],
    language: Language,
    choices: Choices,
) -> Card:
    sources = await db.sources.among({one.source_id for one in articles})
    related = await db.stories.related(shown.id, MOST_RELATED)
    others = await stories_for(db, related, language, choices)
    return card_of(shown, articles, sources, others)
