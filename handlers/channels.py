"""Channels of the settings: what is posted in them by itself, chosen by whoever may send.

Also what Telegram tells of the bot's standing there.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from aiogram import F, Router
from aiogram.types import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberOwner,
    ChatMemberUpdated,
    ResultChatMemberUnion,
)

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.typed import parse_time
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from model.channels import Channel, PostKind, When
from model.ids import SubscriberId
from model.people import ChatKind, Choices
from publishing.channels.choosing import ChangeChannel, ChannelChange
from publishing.channels.looking import CheckChannel, ListChannels, OpenChannel, PreviewPost
from publishing.channels.standing import MAY_NOT_POST, HeedRights, Looked, Rights
from views import channels as views
from views.callbacks import Press, number, parse
from views.pickers import Pick, pick_of

SCREENS = frozenset({"stories", "projects", "pace", "quiet", "digest", "zone", "samples"})


def router() -> Router:
    router = Router(name="channels")
    _standing(router)
    _looked_at(router)
    _changed(router)
    return router


def _standing(router: Router) -> None:
    @router.my_chat_member(Fits(F.chat.type == ChatKind.CHANNEL))
    async def stands(change: ChatMemberUpdated, heed_rights: HeedRights) -> None:
        await heed_rights(change.chat.id, Looked(rights_of(change.new_chat_member)))


def rights_of(member: ResultChatMemberUnion) -> Rights:
    """What a standing in a channel means; only its admins post there.

    Telegram has pins in channels go with the right to edit what others wrote.
    """
    if isinstance(member, ChatMemberOwner):
        return Rights(may_pin=True)
    if not isinstance(member, ChatMemberAdministrator):
        return Rights(trouble="put out")
    trouble = None if member.can_post_messages else MAY_NOT_POST
    return Rights(trouble, bool(member.can_edit_messages))


def _looked_at(router: Router) -> None:
    @router.callback_query(Fits(F.data == "channel:list"))
    async def listed(
        query: CallbackQuery, actor: Actor, answers: Answers, list_channels: ListChannels
    ) -> None:
        shown = views.channel_list(await list_channels(actor), actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("channel:show:")))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_channel: OpenChannel,
        clock: Clock,
    ) -> None:
        _, channel = _press(query)
        card = await open_channel(actor, channel)
        shown = views.channel_card(card, clock.now(), actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("channel:check:")))
    async def checked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        check_channel: CheckChannel,
        open_channel: OpenChannel,
        clock: Clock,
    ) -> None:
        _, channel = _press(query)
        if not await check_channel(actor, channel):
            await answers.toast(query.id, views.not_asked(actor.language), alert=True)
            return
        card = await open_channel(actor, channel)
        shown = views.channel_card(card, clock.now(), actor.language, "channel-checked")
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("channel:sample:")))
    async def sampled(
        query: CallbackQuery, actor: Actor, answers: Answers, preview_post: PreviewPost
    ) -> None:
        press, channel = _press(query)
        match press.args[1:]:
            case (kind,) if kind in set(PostKind):
                sample = await preview_post(actor, channel, PostKind(kind))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        if sample is None:
            said = views.no_sample(PostKind(kind), actor.language)
            await answers.toast(query.id, said, alert=True)
            return
        await say(actor, answers, sample)
        await answers.toast(query.id)


def _changed(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^channel:hours:\d+:none$")))
    async def no_hour_left(query: CallbackQuery, actor: Actor, answers: Answers) -> None:
        await answers.toast(query.id, views.last_hour_stays(actor.language), alert=True)

    @router.callback_query(Fits(F.data.startswith("channel:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_channel: OpenChannel,
        change_channel: ChangeChannel,
        clock: Clock,
    ) -> None:
        press, number_of = _press(query)
        change = change_of(press)
        if change is None:
            channel = (await open_channel(actor, number_of)).channel
        else:
            channel = await change_channel(actor, number_of, change)
        await show_in_place(query, actor, answers, _screen(press, channel, actor, clock))


def change_of(press: Press) -> ChannelChange | None:
    """The choice that a button names, None for a screen; WrongChoiceError for what none says."""
    pick = _pick(press)
    if pick is not None:
        return None if not pick.is_all and pick.code is None else ChannelChange(wish=_picked(pick))
    match press.verb, press.args[1:]:
        case screen, () if screen in SCREENS:
            return None
        case "stories", (when,) if when in set(When):
            return ChannelChange(stories=When(when))
        case "projects", (when,) if when in set(When):
            return ChannelChange(projects=When(when))
        case "most", (many,) if (most := number(many)) is not None:
            return ChannelChange(most=most)
        case "hours", (word,) if (hours := _hours(word)) is not None:
            return ChannelChange(hours=hours)
        case "quiet", (start, end) if (quiet := _quiet(start, end)) is not None:
            return ChannelChange(quiet=quiet)
        case "digest", ("on" | "off" as turn,):
            return ChannelChange(digest=turn == "on")
        case "time", (digits,) if (at := parse_time(digits)) is not None:
            return ChannelChange(digest_at=at)
        case "pin", ("yes" | "no" as pins,):
            return ChannelChange(pins_digest=pins == "yes")
        case "zone", (zone,):
            return ChannelChange(timezone=zone)
    raise WrongChoiceError(f"{press}")


def _screen(press: Press, channel: Channel, actor: Actor, clock: Clock) -> Outgoing:
    """Where a choice was made, with what it is now."""
    pick = _pick(press)
    if pick is not None:
        return views.choose_of(channel, pick.kind, actor.language, pick.page)
    match press.verb:
        case "stories" | "projects" as what:
            return views.choose_when(channel, what, actor.language)
        case "quiet":
            return views.choose_quiet(channel, actor.language)
        case "digest" | "time" | "pin":
            return views.choose_digest(channel, actor.language)
        case "zone":
            return views.choose_zone(channel, clock.now(), actor.language)
        case "samples":
            return views.choose_sample(channel, actor.language)
    return views.choose_pace(channel, actor.language)


def _pick(press: Press) -> Pick | None:
    """Whose choice it is stands before it."""
    return pick_of(replace(press, args=press.args[1:]))


def _picked(pick: Pick) -> Callable[[Choices], Choices]:
    def wish(choices: Choices) -> Choices:
        return views.with_picked(choices, pick.kind, pick.made(views.picked(choices, pick.kind)))

    return wish


def _hours(word: str) -> frozenset[int] | None:
    found = [number(each) for each in word.split("-")]
    hours = frozenset(each for each in found if each is not None and each < 24)
    return hours if len(hours) == len(found) else None


def _quiet(start: str, end: str) -> tuple[time, time] | None:
    quiet_from, quiet_until = parse_time(start), parse_time(end)
    if quiet_from is None or quiet_until is None:
        return None
    return quiet_from, quiet_until


def _press(query: CallbackQuery) -> tuple[Press, SubscriberId]:
    press = parse(query.data)
    found = number(press.args[0]) if press is not None and press.args else None
    if press is None or found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return press, SubscriberId(found)
