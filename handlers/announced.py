"""What was announced, for those who read it: buttons under announcements."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.projects import shown
from handlers.showing import look_of, say
from model.ids import AnnouncementId
from model.people import Schedule
from projects.seeing import SeeProject
from publishing.announcing.pressing import PressButton
from views.callbacks import Press, number, parse
from views.links import BotLinks


def router() -> Router:
    router = Router(name="announced")

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
        project = await press_button(actor, *_pressed(query.data))
        card = await see_project(actor, project)
        await say(actor, answers, shown(card, look_of(actor, schedule), links, clock))
        await answers.toast(query.id)

    return router


def _pressed(data: str | None) -> tuple[AnnouncementId, int]:
    """Announcement and button, from 0; WrongChoiceError for what no button of ours says."""
    match parse(data):
        case Press("announced", "press", (announcement, button)):
            found, index = number(announcement), number(button)
            if found is not None and index is not None:
                return AnnouncementId(found), index
    raise WrongChoiceError(f"{data!r}")
