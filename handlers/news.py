"""/news: the latest stories, page by page."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, show_in_place
from model.ids import StoryId
from model.people import Choices, Schedule
from publishing.asking import LatestNews, NewsPage
from views.callbacks import Press, number, parse
from views.links import BotLinks
from views.news import news as news_page


def router() -> Router:
    router = Router(name="news")

    @router.message(Command("news"))
    async def news(
        message: Message,
        actor: Actor,
        answers: Answers,
        latest_news: LatestNews,
        clock: Clock,
        schedule: Schedule,
        links: BotLinks,
    ) -> None:
        page = await latest_news(actor)
        await answers.send(actor.chat_id, _shown(page, actor, schedule, links, clock))

    @router.callback_query(Fits(F.data.startswith("news:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        latest_news: LatestNews,
        clock: Clock,
        schedule: Schedule,
        links: BotLinks,
    ) -> None:
        match parse(query.data):
            case Press("news", "before", (story,)):
                page = await latest_news(actor, before=_story(story))
            case Press("news", "after", (story,)):
                page = await latest_news(actor, after=_story(story))
            case _:
                page = await latest_news(actor)
        shown = _shown(page, actor, schedule, links, clock)
        await show_in_place(query, actor, answers, shown)

    return router


def _shown(
    page: NewsPage, actor: Actor, schedule: Schedule, links: BotLinks, clock: Clock
) -> Outgoing:
    return news_page(
        page.stories,
        page.newer,
        page.older,
        clock.now(),
        look_of(actor, schedule),
        links,
        is_chosen=actor.subscriber is not None and actor.subscriber.choices != Choices(),
    )


def _story(word: str) -> StoryId | None:
    found = number(word)
    return None if found is None else StoryId(found)
