"""When an announcement goes, and in which channels: pressed or typed."""

from dataclasses import replace
from datetime import UTC, datetime, time

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.typed import parse_time
from delivery.answers import Answers
from handlers.announcing_desk import number_of
from handlers.filters import Fits, awaited
from handlers.sending_desk import OWN, TIME, WHEN, SendingDesk
from handlers.showing import say, show_in_place
from model.announcements import Every, Recurrence
from model.ids import AnnouncementId, SubscriberId
from publishing.announcing.drafting import ChangeDraft
from publishing.announcing.moments import Moment, read_moment
from publishing.announcing.posting import ChooseChannel
from publishing.announcing.scheduling import ChooseMoment, Plan
from views import announcing_moments as views
from views.callbacks import Press, number, parse

QUESTIONS = (WHEN, TIME, OWN)
EVERY = {each.value: each for each in Every}
DAYS = {Every.WEEK: range(7), Every.MONTH: range(1, 32)}
_LAST_MINUTE = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp()) // 60


def router() -> Router:
    router = Router(name="announcing-moments")
    _pressed(router)
    _again_and_again(router)
    _channels(router)
    _typed(router)
    return router


def _pressed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("send:when:")))
    async def asked(
        query: CallbackQuery, actor: Actor, answers: Answers, sending_desk: SendingDesk
    ) -> None:
        shown = await sending_desk.when(actor, number_of(query))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("send:now:") | F.data.startswith("send:at:")))
    async def chosen(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        choose_moment: ChooseMoment,
        sending_desk: SendingDesk,
    ) -> None:
        match parse(query.data):
            case Press("send", "now", (_,)):
                plan = Plan()
            case Press("send", "at", (_, minute)):
                plan = Plan(_moment(minute))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        after = await choose_moment(actor, number_of(query), plan)
        await show_in_place(query, actor, answers, await sending_desk.screen(actor, after.id))


def _again_and_again(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("send:every:")))
    async def every(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        choose_moment: ChooseMoment,
        sending_desk: SendingDesk,
    ) -> None:
        announcement = number_of(query)
        match parse(query.data):
            case Press("send", "every", (_, each)) if each in EVERY:
                shown = await sending_desk.day(actor, announcement, EVERY[each])
            case Press("send", "every", (_, each, day)) if (at := _day(each, day)) is not None:
                shown = await sending_desk.time(actor, announcement, EVERY[each], at)
            case Press("send", "every", (_, each, day, clock)) if (
                at := _day(each, day)
            ) is not None and (hour := parse_time(clock)) is not None:
                series = _series(actor, EVERY[each], at, hour, sending_desk)
                await choose_moment(actor, announcement, Plan(recurrence=series))
                shown = await sending_desk.screen(actor, announcement)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)


def _channels(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^send:(channels|pins):")))
    async def channels(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        sending_desk: SendingDesk,
    ) -> None:
        match parse(query.data):
            case Press("send", "channels", (_,)):
                pass
            case Press("send", "pins", (_, ("on" | "off") as wanted)):
                await change_draft(
                    actor, number_of(query), lambda draft: replace(draft, pins=wanted == "on")
                )
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = await sending_desk.channels(actor, number_of(query))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.regexp(r"^send:(channel|own):")))
    async def chosen(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        choose_channel: ChooseChannel,
        sending_desk: SendingDesk,
    ) -> None:
        announcement = number_of(query)
        match parse(query.data):
            case Press("send", "channel", (_, which, ("on" | "off") as wanted)):
                channel = SubscriberId(_number(which))
                await choose_channel(actor, announcement, channel, is_in=wanted == "on")
                shown = await sending_desk.channels(actor, announcement)
            case Press("send", "own", (_, which)):
                channel = SubscriberId(_number(which))
                shown = await sending_desk.own_time(actor, announcement, channel)
            case Press("send", "own", (_, which, minute)):
                channel = SubscriberId(_number(which))
                await choose_channel(actor, announcement, channel, _moment(minute))
                shown = await sending_desk.channels(actor, announcement)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)


def _typed(router: Router) -> None:
    @router.message(Fits(F.text & ~F.text.startswith("/")), _awaits_when)
    async def moment(
        message: Message,
        actor: Actor,
        answers: Answers,
        choose_moment: ChooseMoment,
        sending_desk: SendingDesk,
    ) -> None:
        announcement = AnnouncementId(_number(awaited(actor, WHEN) or ""))
        found = _read(message, actor, sending_desk)
        if found is None:
            shown = await sending_desk.when(actor, announcement, views.no_moment(actor.language))
        else:
            await choose_moment(actor, announcement, Plan(found.at))
            said = views.moved(found.at, sending_desk.look(actor)) if found.is_moved else None
            shown = await sending_desk.screen(actor, announcement, said)
        await say(actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _awaits_time)
    async def hour(
        message: Message,
        actor: Actor,
        answers: Answers,
        choose_moment: ChooseMoment,
        sending_desk: SendingDesk,
    ) -> None:
        about, each, on = (awaited(actor, TIME) or "::").split(":")
        announcement, day = AnnouncementId(_number(about)), _day(each, on)
        if day is None:
            raise WrongChoiceError(TIME)
        if (at := parse_time(message.text or "")) is None:
            said = views.no_time(actor.language)
            shown = await sending_desk.time(actor, announcement, EVERY[each], day, said)
        else:
            plan = Plan(recurrence=_series(actor, EVERY[each], day, at, sending_desk))
            await choose_moment(actor, announcement, plan)
            shown = await sending_desk.screen(actor, announcement)
        await say(actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _awaits_own)
    async def own(
        message: Message,
        actor: Actor,
        answers: Answers,
        choose_channel: ChooseChannel,
        sending_desk: SendingDesk,
    ) -> None:
        about, _, which = (awaited(actor, OWN) or ":").partition(":")
        announcement, channel = AnnouncementId(_number(about)), SubscriberId(_number(which))
        found = _read(message, actor, sending_desk)
        if found is None:
            said = views.no_moment(actor.language)
            shown = await sending_desk.own_time(actor, announcement, channel, said)
        else:
            await choose_channel(actor, announcement, channel, found.at)
            shown = await sending_desk.channels(actor, announcement)
        await say(actor, answers, shown)


async def _awaits_when(message: Message, actor: Actor) -> bool:
    return awaited(actor, WHEN) is not None


async def _awaits_time(message: Message, actor: Actor) -> bool:
    return awaited(actor, TIME) is not None


async def _awaits_own(message: Message, actor: Actor) -> bool:
    return awaited(actor, OWN) is not None


def _read(message: Message, actor: Actor, desk: SendingDesk) -> Moment | None:
    return read_moment(message.text or "", desk.clock.now(), desk.look(actor).timezone)


def _series(actor: Actor, every: Every, day: int, at: time, desk: SendingDesk) -> Recurrence:
    return Recurrence(every, day, at, desk.look(actor).timezone)


def _number(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"{word!r} is no number")
    return found


def _moment(minute: str) -> datetime:
    """A button names a moment by its minute since 1970, in any time zone the same."""
    found = _number(minute)
    if found > _LAST_MINUTE:
        raise WrongChoiceError(f"{minute} is no minute of this age")
    return datetime.fromtimestamp(found * 60, UTC)


def _day(every: str, word: str) -> int | None:
    """A day of the week or the month, if it is one."""
    day = number(word)
    return day if every in EVERY and day in DAYS[EVERY[every]] else None
