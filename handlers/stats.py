"""/stats, for admins in their private chat."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from accounts.actor import Actor
from delivery.answers import Answers
from handlers.showing import say
from publishing.statistics import CountAll
from views import groups as group_views
from views.links import BotLinks
from views.stats import stats as stats_view


def router() -> Router:
    router = Router(name="stats")

    @router.message(Command("stats"))
    async def stats(
        message: Message, actor: Actor, answers: Answers, count_all: CountAll, links: BotLinks
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        await say(actor, answers, stats_view(await count_all(actor), actor.language))

    return router
