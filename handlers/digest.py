"""/digest, the further pages of an edition, and the links that open one."""

from datetime import datetime

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message, Update

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import EditionId
from model.people import Schedule
from publishing.asking import AskDigest, Asked, ReadEdition, Told
from views import digest as views
from views.callbacks import Press, number, parse
from views.digest import Look
from views.links import BotLinks, parse_edition
from views.texts import Texts
from views.welcome import invitation


def router() -> Router:
    router = Router(name="digest")

    @router.message(Command("digest"))
    async def digest(
        message: Message,
        event_update: Update,
        actor: Actor,
        answers: Answers,
        ask_digest: AskDigest,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        asked = await ask_digest(actor, event_update.update_id)
        outgoing = _answer(asked, actor, look_of(actor, schedule), links, clock.now())
        if await answers.send(actor.chat_id, outgoing) is None:
            await ask_digest.release(asked)

    @router.message(CommandStart(deep_link=True, magic=F.args.startswith("e_")))
    async def opened(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        read_edition: ReadEdition,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        """A link in a channel, a group or a friend's message; anyone may follow it."""
        named = parse_edition(command.args or "")
        if named is None:
            raise SkipHandler
        look = look_of(actor, schedule)
        told = await read_edition(actor, named[0])
        if told is None:
            await answers.send(actor.chat_id, views.edition_gone(look))
        else:
            await say(actor, answers, _page(told, actor, look, links, named[1]))
        if not actor.is_subscribed:
            await say(actor, answers, invitation(actor.language))

    @router.callback_query(Fits(F.data.startswith("digest:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        read_edition: ReadEdition,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        look = look_of(actor, schedule)
        match parse(query.data):
            case Press("digest", "from", (edition, start)):
                told = await read_edition(actor, EditionId(number(edition) or 0))
                begin = number(start) or 0
            case _:
                told, begin = None, 0
        if told is None:
            await answers.toast(query.id, Texts(actor.language).plain("digest-gone"), alert=True)
        else:
            await show_in_place(query, actor, answers, _page(told, actor, look, links, begin))

    return router


def _answer(asked: Asked, actor: Actor, look: Look, links: BotLinks, now: datetime) -> Outgoing:
    if asked.told is not None:
        return _page(asked.told, actor, look, links)
    if asked.under_way:
        return views.under_way(look)
    subscriber = actor.subscriber
    is_paused = subscriber is not None and subscriber.is_subscribed and subscriber.is_paused(now)
    return views.nothing_asked(look, asked.next_at, now, paused=is_paused)


def _page(told: Told, actor: Actor, look: Look, links: BotLinks, start: int = 0) -> Outgoing:
    return views.digest(
        told.edition.id,
        told.edition.until,
        told.stories,
        look,
        links,
        start,
        projects=told.projects,
        grouped_by=told.edition.choices.grouped_by,
        is_subscribed=actor.is_subscribed,
    )
