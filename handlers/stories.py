"""A story in full: opened from a digest, from /news, from search, or by a link anyone may share."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.digest import look_of
from handlers.filters import Fits
from handlers.menu import say
from handlers.showing import show_in_place
from model.ids import StoryId
from model.people import Schedule
from news.cards import Card
from publishing.cards import OpenStory
from views import story_card as views
from views.callbacks import Press, number, parse
from views.links import BotLinks, parse_story
from views.settings import not_subscribed
from views.ways_back import WayBack, way_back


def router() -> Router:
    router = Router(name="stories")

    @router.message(CommandStart(deep_link=True, magic=F.args.startswith("s_")))
    async def opened(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        open_story: OpenStory,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """A link in a channel, a group or a friend's message; anyone may follow it."""
        story = parse_story(command.args or "")
        if story is None:
            raise SkipHandler
        card = await open_story(actor, story)
        await say(actor, answers, _shown(card, actor, links, schedule, clock))
        if not actor.is_subscribed:
            await say(actor, answers, not_subscribed(actor.language))

    @router.callback_query(Fits(F.data.startswith("story:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_story: OpenStory,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        match parse(query.data):
            case Press("story", "show", (word, *rest)) if (story := number(word)) is not None:
                card = await open_story(actor, StoryId(story))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        outgoing = _shown(card, actor, links, schedule, clock, way_back(rest))
        if card is None:
            await answers.toast(query.id, outgoing.text, alert=True)
        elif actor.is_private:
            await show_in_place(query, actor, answers, outgoing)
        else:  # what the group reads stays as it is
            await say(actor, answers, outgoing)
            await answers.toast(query.id)

    return router


def _shown(
    card: Card | None,
    actor: Actor,
    links: BotLinks,
    schedule: Schedule,
    clock: Clock,
    back: WayBack = (),
) -> Outgoing:
    look = look_of(actor, schedule)
    if card is None:
        return views.story_gone(look)
    return views.story_card(card, clock.now(), look, links, back)
