"""/announcements: what was announced, for those who read it; and buttons under announcements."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.answers import Answers
from handlers.announcing_desk import number_of
from handlers.filters import Fits
from handlers.projects import shown
from handlers.showing import look_of, say, show_in_place
from model.archive import Which
from model.ids import AnnouncementId, SearchId
from model.people import Schedule
from projects.seeing import SeeProject
from publishing.announcing.archive import ListAll, ListTold, OpenTold
from publishing.announcing.pressing import PressButton
from views import announced as views
from views.callbacks import Press, number, parse
from views.links import BotLinks


def router() -> Router:
    router = Router(name="announced")
    _pressed(router)
    _listed(router)
    return router


def _pressed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announced:press:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        press_button: PressButton,
        see_project: SeeProject,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """The card is a message of its own: the announcement stays as it is."""
        project = await press_button(actor, *_button(query.data))
        card = await see_project(actor, project)
        await say(actor, answers, shown(card, look_of(actor, schedule), links, clock))
        await answers.toast(query.id)


def _listed(router: Router) -> None:
    @router.message(Command("announcements"))
    async def announcements(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        list_told: ListTold,
        list_all: ListAll,
        schedule: Schedule,
    ) -> None:
        """Whoever may write sees all there is, anybody else what was announced to the chat."""
        zone = look_of(actor, schedule).timezone
        search = await list_told.kept(actor, command.args or "")
        found = await list_told(actor, search, 0)
        if found.sees_all:
            every = await list_all(actor, Which.ANY, search, 0)
            await say(actor, answers, views.every(every, zone, actor.language))
        else:
            await say(actor, answers, views.told(found, zone, actor.language))

    @router.callback_query(Fits(F.data.startswith("announced:list:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_told: ListTold,
        schedule: Schedule,
    ) -> None:
        match parse(query.data):
            case Press(_, _, (search, page)):
                found = await list_told(actor, _search(search), number(page) or 0)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        zone = look_of(actor, schedule).timezone
        await show_in_place(query, actor, answers, views.told(found, zone, actor.language))

    @router.callback_query(Fits(F.data.startswith("announced:all:")))
    async def turned_all(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_all: ListAll,
        schedule: Schedule,
    ) -> None:
        match parse(query.data):
            case Press(_, _, (which, search, page)) if which in set(Which):
                found = await list_all(actor, Which(which), _search(search), number(page) or 0)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        zone = look_of(actor, schedule).timezone
        await show_in_place(query, actor, answers, views.every(found, zone, actor.language))

    @router.callback_query(Fits(F.data.startswith("announced:open:")))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, open_told: OpenTold
    ) -> None:
        """A message of its own, as it was: the list stays as it is."""
        shown = await open_told(actor, number_of(query))
        if shown is None:
            raise WrongChoiceError(f"{query.data!r}")
        sent = await answers.send(actor.chat_id, shown)
        said = "" if sent is not None else views.not_shown(actor.language)
        await answers.toast(query.id, said, alert=bool(said))


def _search(word: str) -> SearchId | None:
    """The row that keeps what is looked for; 0 where nothing is."""
    found = number(word)
    return SearchId(found) if found else None


def _button(data: str | None) -> tuple[AnnouncementId, int]:
    """Announcement and button, from 0; WrongChoiceError for what no button of ours says."""
    match parse(data):
        case Press("announced", "press", (announcement, button)):
            found, index = number(announcement), number(button)
            if found is not None and index is not None:
                return AnnouncementId(found), index
    raise WrongChoiceError(f"{data!r}")
