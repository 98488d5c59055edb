"""/follow and /following: what a chat follows, and the buttons of it."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.projects import shown as card_shown
from handlers.showing import look_of, say, show_in_place
from model.ids import ProjectId
from model.people import Role, Schedule
from model.projects import FollowKind
from projects.asking import AskStatus
from projects.following import (
    ChangeFollow,
    SeeChoices,
    SeeFollow,
    SeeFollows,
    Thing,
    Wish,
    named_by,
)
from projects.seeing import SeeProject
from views import following as views
from views.callbacks import Press, number, parse
from views.links import BotLinks


def router() -> Router:
    router = Router(name="following")

    @router.message(Command("follow"))
    async def follow(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        ask_status: AskStatus,
        schedule: Schedule,
    ) -> None:
        look, words = look_of(actor, schedule), (command.args or "").strip()
        if not words:
            await say(actor, answers, views.choose(look, is_official=_is_official(actor)))
            return
        found = (await ask_status.beside_news(actor, words)).found
        things = [Thing(FollowKind.PROJECT, str(one.id), project=one) for one in found]
        await say(actor, answers, views.found([*things, *named_by(words)], look))

    @router.message(Command("following"))
    async def following(
        message: Message,
        actor: Actor,
        answers: Answers,
        see_follows: SeeFollows,
        schedule: Schedule,
    ) -> None:
        things = await see_follows(actor)
        await say(actor, answers, views.following(things, 0, look_of(actor, schedule)))

    @router.callback_query(Fits(F.data == views.MINE))
    async def mine(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_follows: SeeFollows,
        schedule: Schedule,
    ) -> None:
        """From under another message, which stays as it is."""
        things = await see_follows(actor)
        await say(actor, answers, views.following(things, 0, look_of(actor, schedule)))
        await answers.toast(query.id)

    @router.callback_query(Fits(F.data.startswith("follow:open:")))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """From under what was told at once: the card is a message of its own."""
        match parse(query.data):
            case Press("follow", "open", (at,)):
                card = await see_project(actor, ProjectId(number(at) or 0))
            case _:
                card = None
        await say(actor, answers, card_shown(card, look_of(actor, schedule), links, clock))
        await answers.toast(query.id)

    @router.callback_query(Fits(F.data.startswith("follow:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_follow: ChangeFollow,
        see_choices: SeeChoices,
        see_follow: SeeFollow,
        see_follows: SeeFollows,
        schedule: Schedule,
    ) -> None:
        look, said = look_of(actor, schedule), ""
        shown: Outgoing
        match parse(query.data):
            case Press("follow", "choose", ()):
                shown = views.choose(look, is_official=_is_official(actor))
            case Press("follow", "show", (kind, key)):
                shown = views.thing(await see_follow(actor, *_what(kind, key)), look)
            case Press("follow", "digest" | "now" | "stop" as wish, (kind, key)):
                changed = await change_follow(actor, *_what(kind, key), Wish(wish))
                shown = views.thing(changed, look)
            case Press("follow", "list", (page,)):
                shown = views.following(await see_follows(actor), number(page) or 0, look)
            case Press("follow", "list", ("digest" | "now" | "stop" as wish, kind, key, page)):
                changed = await change_follow(actor, *_what(kind, key), Wish(wish))
                said = views.toast(changed, look.language)
                shown = views.following(await see_follows(actor), number(page) or 0, look)
            case Press("follow", "pick", (kind, page)):
                choices = await see_choices(actor, _kind(kind))
                shown = views.pick(choices, number(page) or 0, look)
            case Press("follow", "pick", (kind, page, "digest" | "now" | "stop" as wish, key)):
                changed = await change_follow(actor, *_what(kind, key), Wish(wish))
                said = views.toast(changed, look.language)
                choices = await see_choices(actor, changed.kind)
                shown = views.pick(choices, number(page) or 0, look)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown, said)

    return router


def _what(kind: str, key: str) -> tuple[FollowKind, str]:
    """WrongChoiceError for what no button of ours says."""
    what = _kind(kind)
    if what not in (FollowKind.PROJECT, FollowKind.CURATOR):
        return what, key
    if (numbered := number(key)) is None:
        raise WrongChoiceError(f"follow {kind} {key!r}")
    return what, str(numbered)


def _kind(kind: str) -> FollowKind:
    try:
        return FollowKind(kind)
    except ValueError as error:
        raise WrongChoiceError(f"follow {kind!r}") from error


def _is_official(actor: Actor) -> bool:
    """For what is shown; the use case asks anew."""
    return actor.is_private and actor.role.covers(Role.OFFICIAL)
