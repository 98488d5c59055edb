"""Whoever reviews, at their desk: the screens of /review as its handlers show them."""

from dataclasses import dataclass

from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.outgoing import Outgoing
from handlers.showing import look_of
from model.ids import ArticleId
from model.people import Schedule
from model.review import Queue
from news.review_cards import Card, SeeArticle, SeeQueues, Step
from news.reviewing import Decided, Outcome
from views import review as views
from views import review_screens as screens
from views.texts import Texts


@dataclass(frozen=True, slots=True)
class Desk:
    """Whoever reviews, and what it takes to show them a card."""

    actor: Actor
    timezone: str
    see_article: SeeArticle
    see_queues: SeeQueues

    async def queues(
        self, said: Markup | None = None, undo: int | None = None, here: Queue | None = None
    ) -> Outgoing:
        overview = await self.see_queues(self.actor)
        return screens.queues(overview, self.actor.language, said, undo, here)

    async def card(
        self,
        queue: Queue,
        at: ArticleId | None = None,
        step: Step = Step.HERE,
        said: Markup | None = None,
        undo: int | None = None,
    ) -> Outgoing:
        """The card; the queues where there is no card."""
        shown = await self.see_article(self.actor, queue, at, step)
        if shown is None:
            return await self.queues(said, undo, queue)
        return views.card(shown, self.timezone, self.actor.language, said, undo)

    async def here(self, queue: Queue, at: ArticleId) -> Card:
        shown = await self.see_article(self.actor, queue, at)
        assert shown is not None  # an article that is gone is an error
        return shown

    async def fixing(self, screen: str, queue: Queue, at: ArticleId) -> Outgoing:
        """The card with what can be put right under it, or a question for what is typed."""
        shown = await self.here(queue, at)
        text = Texts(self.actor.language)
        if screen in screens.TYPED:
            return screens.asking(shown, screen, self.actor.language)
        rows = {
            "fix": screens.fixing,
            "sectors": screens.sectors,
            "places": screens.places,
            "stage": screens.stages,
        }[screen](shown, text)
        return views.card(shown, self.timezone, self.actor.language, buttons=rows)

    async def meanwhile(self, queue: Queue, at: ArticleId) -> Outgoing:
        """The card as it now is, under a word on what was decided."""
        shown = await self.here(queue, at)
        said = views.meanwhile(shown, self.timezone, self.actor.user_id, self.actor.language)
        return views.card(shown, self.timezone, self.actor.language, said)

    async def after(self, decided: Decided, queue: Queue, verb: str) -> Outgoing:
        """What follows a word: the next card after keep and drop, else the same one again."""
        article = decided.article
        if decided.outcome is Outcome.MEANWHILE:
            return await self.meanwhile(queue, article.id)
        said = views.said_of(verb, article.title, self.actor.language)
        if verb not in ("keep", "drop"):
            return await self.card(queue, article.id, Step.HERE, said, decided.act)
        following = await self.see_article(self.actor, queue, article.id, Step.OLDER)
        at = following.told.article.id if following else None
        return await self.card(queue, at, Step.HERE, said, decided.act)


def desk_of(
    actor: Actor, schedule: Schedule, see_article: SeeArticle, see_queues: SeeQueues
) -> Desk:
    return Desk(actor, look_of(actor, schedule).timezone, see_article, see_queues)


def in_private(actor: Actor) -> Actor:
    """An admin's card is for nobody else's eyes: in a group no button of ours shows it."""
    if not actor.is_private:
        raise WrongChoiceError("a card of /review in a group")
    return actor
