"""/search, words said to the bot, further pages, and `@bot words` in any chat."""

import re

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineQuery, Message

from accounts.actor import Actor
from accounts.settings import ExpectAnswer
from common.clock import Clock
from delivery.answers import Answers
from handlers import projects
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import SearchId
from model.people import Schedule
from projects.asking import AskStatus
from publishing.searching import INLINE_PAGE, PAGE, SearchStories
from views import asking as asking_views
from views import search as views
from views.callbacks import Press, number, parse
from views.links import BotLinks


def router() -> Router:
    router = Router(name="search")

    @router.message(Command("search"))
    async def search(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        search_stories: SearchStories,
        expect_answer: ExpectAnswer,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """Without words it asks for them: what is said next is looked for."""
        if actor.is_private and actor.subscriber is not None:
            await expect_answer(actor, None)  # a question asked before is given up
        found = await search_stories(actor, command.args or "")
        look = look_of(actor, schedule)
        shown = views.found(found, PAGE, clock.now(), look, links)
        await say(actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("search:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        search_stories: SearchStories,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        look = look_of(actor, schedule)
        match parse(query.data):
            case Press("search", "from", (search, upto, start)):
                place = views.place_of(upto, start)
                found = await search_stories.page(actor, SearchId(number(search) or 0), place)
            case _:
                found = None
        if found is None:
            await answers.toast(query.id, views.gone(look).text, alert=True)
        else:
            shown = views.found(found, PAGE, clock.now(), look, links)
            await show_in_place(query, actor, answers, shown)

    @router.inline_query()
    async def typed(
        query: InlineQuery,
        actor: Actor,
        answers: Answers,
        search_stories: SearchStories,
        ask_status: AskStatus,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """Projects first, where the words are clearly theirs; the public view, whoever asks."""
        place, look = views.offset_of(query.offset), look_of(actor, schedule)
        found = await search_stories.inline(actor, query.query, place)
        cards = () if place.start else await ask_status.inline(actor, query.query)
        results = [
            asking_views.inline(card, projects.shown(card, look, links, clock), look, links)
            for card in cards
        ]
        page = views.inline(found, INLINE_PAGE, clock.now(), look, links)
        await answers.inline(query.id, views.after_projects(results, page))

    return router


async def words_said(message: Message, bot: Bot) -> str:
    """What was said to the bot, without its name."""
    name = re.escape(f"@{(await bot.me()).username}")
    return re.sub(rf"{name}\b", " ", message.text or "", flags=re.IGNORECASE).strip()
