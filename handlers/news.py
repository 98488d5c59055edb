"""/news: the latest stories, page by page."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.showing import look_of, show_in_place
from model.ids import StoryId
from model.people import Schedule
from publishing.asking import LatestNews
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
        look = look_of(actor, schedule)
        await answers.send(
            actor.chat_id, news_page(page.stories, page.newer, page.older, clock.now(), look, links)
        )

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
        look = look_of(actor, schedule)
        shown = news_page(page.stories, page.newer, page.older, clock.now(), look, links)
        await show_in_place(query, actor, answers, shown)

    return router


def _story(word: str) -> StoryId | None:
    found = number(word)
    return None if found is None else StoryId(found)
