"""A story in full: opened from a digest, from /news, from search, or by a link anyone may share."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.subscribing import Welcome
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import SourceId, StoryId
from model.people import Schedule
from publishing.cards import Opened, OpenStory
from publishing.tastes import MuteSource, SayTaste
from views import story_card as views
from views.callbacks import Press, number, parse
from views.digest import Look
from views.links import BotLinks, parse_story
from views.texts import Texts
from views.ways_back import WayBack, way_back
from views.welcome import invitation
from views.why import why_page

LIKED = {"more": 1, "less": -1, "even": 0}
SAID = frozenset({"more", "less", "mute", "hear"})
"""Presses whose consequence a toast tells."""


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
        look = look_of(actor, schedule)
        await say(actor, answers, _card(await open_story(actor, story), look, links, clock))
        if not actor.is_subscribed:
            await say(actor, answers, invitation(actor.language))

    @router.callback_query(Fits(F.data.startswith("story:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        welcome: Welcome,
        open_story: OpenStory,
        say_taste: SayTaste,
        mute_source: MuteSource,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        verb, story, rest = _named(parse(query.data))
        if verb in LIKED:
            await welcome(actor)  # who came by a link may choose too
            await say_taste(actor, story, LIKED[verb])
        elif verb in ("mute", "hear") and rest:
            await welcome(actor)
            source, *rest = rest
            await mute_source(actor, SourceId(number(source) or 0), is_muted=verb == "mute")
        elif verb not in ("show", "open", "back", "why"):
            raise WrongChoiceError(f"{query.data!r}")
        found, look, back = await open_story(actor, story), look_of(actor, schedule), way_back(rest)
        if found is None:
            await answers.toast(query.id, Texts(actor.language).plain("story-gone"), alert=True)
        elif verb == "why":
            page = why_page(found.card.story, found.why, look, back)
            await show_in_place(query, actor, answers, page)
        elif verb == "open" or (verb == "show" and not actor.is_private):
            # An alert, and what a group reads, stay as they are.
            await say(actor, answers, _card(found, look, links, clock))
            await answers.toast(query.id)
        else:
            said = Texts(actor.language).plain(f"story-said-{verb}") if verb in SAID else ""
            card = _card(found, look, links, clock, back)
            await show_in_place(query, actor, answers, card, said)

    return router


def _named(press: Press | None) -> tuple[str, StoryId, list[str]]:
    """Verb, story and the other words of a button about a story."""
    match press:
        case Press("story", verb, (word, *rest)) if (story := number(word)) is not None:
            return verb, StoryId(story), rest
    raise WrongChoiceError(f"{press}")


def _card(
    found: Opened | None, look: Look, links: BotLinks, clock: Clock, back: WayBack = ()
) -> Outgoing:
    if found is None:
        return views.story_gone(look)
    return views.story_card(
        found.card, clock.now(), look, links, found.standing, back, found.projects
    )
