"""/overview and /overdue: officials look at all projects, in their private chat."""

import asyncio

import structlog
from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.overview import Dimension
from model.people import Schedule
from model.projects import Filter
from projects.overview import BreakDown, Listing, ListOverdue, ListProjects, SeeOverview
from publishing.pictures import DrawChart, NotDrawnError, is_empty
from views import groups as group_views
from views import overview as views
from views.callbacks import Press, number, parse
from views.links import BotLinks
from views.selections import filter_of
from views.texts import Texts

log = structlog.get_logger(__name__)

DRAW_SECONDS = 9.0
"""A press is handled in ten seconds at most (bot/intake.py)."""


def router() -> Router:
    router = Router(name="overview")
    _said(router)
    _pressed(router)
    return router


def _said(router: Router) -> None:
    @router.message(Command("overview"))
    async def overview(
        message: Message,
        actor: Actor,
        answers: Answers,
        see_overview: SeeOverview,
        links: BotLinks,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        seen = await see_overview(actor, Filter())
        await say(actor, answers, views.overview(seen, actor.language))

    @router.message(Command("overdue"))
    async def overdue(
        message: Message,
        actor: Actor,
        answers: Answers,
        list_overdue: ListOverdue,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        seen = await list_overdue(actor)
        await say(actor, answers, views.overdue(seen, _zone(actor, schedule), actor.language))


def _pressed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("overview:chart:")))
    async def drawn(
        query: CallbackQuery, actor: Actor, answers: Answers, draw_chart: DrawChart
    ) -> None:
        match parse(query.data):
            case Press("overview", "chart", (chart, word)) if chart in views.CHARTS:
                which = _filter(word, query)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        text = Texts(actor.language)
        seen = await draw_chart.look(actor, chart, which)
        if is_empty(seen):
            await answers.toast(query.id, text.plain(f"chart-{chart}-none"), alert=True)
            return
        # A button does not wait as long as drawing may take.
        await answers.toast(query.id, text.plain("chart-making"))
        try:
            async with asyncio.timeout(DRAW_SECONDS):
                png = await draw_chart(seen, actor.language)
        except (NotDrawnError, TimeoutError) as error:
            log.warning("a picture was not drawn", error=str(error) or "too slow")
            await say(actor, answers, Outgoing(text("error-chart-failed")))
            return
        caption = views.chart_caption(chart, which, seen.people, text)
        buttons = views.chart_buttons(which, actor.language)
        await answers.send_photo(actor.chat_id, png, caption, buttons)

    @router.callback_query(Fits(F.data.startswith("overview:")))
    async def looked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_overview: SeeOverview,
        break_down: BreakDown,
        list_projects: ListProjects,
        schedule: Schedule,
    ) -> None:
        shown: Outgoing
        match parse(query.data):
            case Press("overview", "all", (word,)):
                seen = await see_overview(actor, _filter(word, query))
                shown = views.overview(seen, actor.language)
            case Press("overview", "by", (by, page, word)) if by in set(Dimension):
                found = await break_down(actor, Dimension(by), _filter(word, query))
                shown = views.breakdown(found, number(page) or 0, actor.language)
            case Press("overview", "list", (listing, page, word)) if listing in set(Listing):
                which, at = _filter(word, query), number(page) or 0
                listed = await list_projects(actor, Listing(listing), which, at)
                shown = views.project_list(listed, _zone(actor, schedule), actor.language)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("overdue:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_overdue: ListOverdue,
        schedule: Schedule,
    ) -> None:
        match parse(query.data):
            case Press("overdue", "list", (("own" | "all") as whose, page)):
                seen = await list_overdue(actor, own=whose == "own", page=number(page) or 0)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = views.overdue(seen, _zone(actor, schedule), actor.language)
        await show_in_place(query, actor, answers, shown)


def _filter(word: str, query: CallbackQuery) -> Filter:
    which = filter_of(word)
    if which is None:
        raise WrongChoiceError(f"{query.data!r}")
    return which


def _zone(actor: Actor, schedule: Schedule) -> str:
    return look_of(actor, schedule).timezone
