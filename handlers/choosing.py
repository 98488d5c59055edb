"""What to send: the screens of the filters, and the words that are typed into them."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Awaits, Fits
from handlers.showing import say, show_in_place
from model.ids import SourceId
from model.people import Choices
from news.key_words import Typed, read_key_words, with_words
from publishing.filters import SaveFilters, TryFilters, Wish
from publishing.tastes import MuteSource
from views import filters as views
from views.callbacks import Press, number, parse
from views.pickers import KINDS, pick_of, without_word

AWAITED = {f"filters-{kind}": kind for kind in views.WORDS}
"""Questions whose answer is typed, and which list of words each is for."""


def router() -> Router:
    router = Router(name="choosing")

    @router.message(Fits(F.text & ~F.text.startswith("/")), Awaits(AWAITED))
    async def typed(
        message: Message, actor: Actor, answers: Answers, try_filters: TryFilters
    ) -> None:
        assert actor.subscriber is not None
        kind = AWAITED[actor.subscriber.awaiting or ""]
        field = views.WORDS[kind]
        read = Typed()

        def joined(choices: Choices) -> Choices:
            nonlocal read
            known: frozenset[str] = getattr(choices, field)
            read = read_key_words(message.text or "", known)
            return _with(choices, field, with_words(known, read.words))

        tried = await try_filters(actor, joined)
        refused = None if read.refused is None or read.why is None else (read.refused, read.why)
        await say(actor, answers, views.choose_words(tried, kind, refused))

    @router.callback_query(Fits(F.data.startswith("filters:") | (F.data == "settings:news")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
        try_filters: TryFilters,
        save_filters: SaveFilters,
        mute_source: MuteSource,
    ) -> None:
        # What an old button of the settings opened is one of the filters now.
        press = parse("filters:languages" if query.data == "settings:news" else query.data)
        if press is None:
            raise WrongChoiceError(f"{query.data!r}")
        if actor.subscriber is None:
            actor = replace(actor, subscriber=await welcome(actor))
        note = None
        match press:
            case Press("filters", "save" | "cancel" as verb, ()):
                await save_filters(actor, keep=verb == "save")
                note = "filters-saved" if verb == "save" else "filters-cancelled"
                tried = await try_filters(actor)
            case Press("filters", "hear", (source,)):
                await mute_source(actor, SourceId(number(source) or 0), is_muted=False)
                tried = await try_filters(actor)
            case Press("filters", "words" | "without" as kind, ()):
                await expect_answer(actor, f"filters-{kind}")
                tried = await try_filters(actor)
            case _:
                tried = await try_filters(actor, wish_of(press))
                await expect_answer(actor, None)
        outgoing = _screen(press, tried, note)
        if press.verb == "below":
            await say(actor, answers, outgoing)
            await answers.toast(query.id)
        else:
            await show_in_place(query, actor, answers, outgoing)

    return router


def wish_of(press: Press) -> Wish | None:
    """The choice that a button names, None for a screen; WrongChoiceError for what none says."""
    if (pick := pick_of(press)) is not None:
        field = views.FIELDS[pick.kind]
        if pick.code is None and not pick.is_all:
            return None
        return lambda choices: _with(choices, field, pick.made(getattr(choices, field)))
    match press.verb, press.args:
        case "open" | "below" | "sources", ():
            return None
        case "amount", ("yes" | "no" as wanted,):
            return lambda choices: replace(choices, with_amount=wanted == "yes")
        case "words" | "without" as kind, ("drop", key):
            field = views.WORDS[kind]
            return lambda choices: _with(choices, field, without_word(getattr(choices, field), key))
    raise WrongChoiceError(f"{press}")


def _with(choices: Choices, field: str, value: frozenset[str]) -> Choices:
    changes: dict[str, frozenset[str]] = {field: value}
    return replace(choices, **changes)  # type: ignore[arg-type]


def _screen(press: Press, tried: views.Tried, note: str | None) -> Outgoing:
    if press.verb in KINDS:
        pick = pick_of(press)
        return views.choose_of(tried, press.verb, pick.page if pick else 0)
    if press.verb in views.WORDS:
        return views.choose_words(tried, press.verb)
    if press.verb in ("sources", "hear"):
        return views.muted(tried)
    return views.filters(tried, note)
