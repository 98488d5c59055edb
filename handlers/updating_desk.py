"""An official at work on an update: its screens as the handlers show them.

`awaiting` names the screen before the official (`update:PROJECT:HEARD:SCREEN:ARGUMENT`), so that
what is typed or sent finds it, after a restart and on another device as well. HEARD is the update
that led here: should it come twice, it is not taken for the answer to the next question.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from common.clock import Clock
from delivery.outgoing import Outgoing
from handlers.filters import awaited
from handlers.showing import look_of, today_of
from model.ids import ProjectId
from model.people import Schedule
from projects.updating.drafting import Update
from projects.updating.offering import SeeOffered
from views import updating as views
from views.callbacks import number
from views.digest import Look
from views.updating_screens import NAMES, screen

QUESTION = "update"
PICK = "update-pick"

_WITH_CHOICES = frozenset({"curator", "source", "preview", "why"})
"""Screens that name people or stories."""


@dataclass(frozen=True, slots=True)
class Question:
    """The screen whose answer is awaited."""

    project: ProjectId
    screen: str
    arg: str = ""
    heard: int = 0


class UpdateDesk:
    """Handed to handlers; `at` is for one official."""

    def __init__(
        self,
        clock: Clock,
        schedule: Schedule,
        see_offered: SeeOffered,
        expect_answer: ExpectAnswer,
        welcome: Welcome,
    ) -> None:
        self._clock = clock
        self._schedule = schedule
        self._see_offered = see_offered
        self._expect_answer = expect_answer
        self._welcome = welcome

    def look(self, actor: Actor) -> Look:
        return look_of(actor, self._schedule)

    def now(self) -> datetime:
        return self._clock.now()

    def today(self, actor: Actor) -> date:
        return today_of(actor, self._schedule, self.now())

    async def show(
        self,
        actor: Actor,
        update: Update,
        name: str,
        arg: str = "",
        said: Markup | None = None,
        heard: int = 0,
    ) -> Outgoing:
        """A screen, whose answer may be typed from now on."""
        if name not in NAMES:
            raise WrongChoiceError(f"screen {name!r}")
        shown = views.Shown(update, self.look(actor), self.now(), said)
        if name in _WITH_CHOICES:
            offered = await self._see_offered(actor, update.project.id)
            stories = [(one.id, one.title) for one in offered.stories if one.link]
            shown = replace(shown, people=offered.people, stories=stories)
        await self.expect(actor, f"{QUESTION}:{update.project.id}:{heard}:{name}:{arg}")
        return screen(shown, name, arg)

    async def after(
        self, actor: Actor, update: Update, to: tuple[str, str], heard: int = 0
    ) -> Outgoing:
        """The screen after something was said: with a reason there is no need to ask for one."""
        if to[0] == "why" and update.draft.reason:
            to = ("preview", "")
        if to[0] == "why" and not update.changes:
            to = ("menu", "")
        return await self.show(actor, update, *to, heard=heard)

    async def expect(self, actor: Actor, question: str | None) -> None:
        known = replace(actor, subscriber=actor.subscriber or await self._welcome(actor))
        await self._expect_answer(known, question)

    async def link(self, actor: Actor, project: ProjectId, story: int | None) -> str:
        """Of a story that may be the source."""
        offered = await self._see_offered(actor, project)
        for one in offered.stories:
            if one.id == story and one.link:
                return one.link
        raise WrongChoiceError(f"story {story} of {project}")


def question_of(actor: Actor) -> Question | None:
    project, _, rest = (awaited(actor, QUESTION) or "").partition(":")
    heard, _, rest = rest.partition(":")
    name, _, arg = rest.partition(":")
    found = number(project)
    return None if found is None else Question(ProjectId(found), name, arg, number(heard) or 0)


def project_named(word: str) -> ProjectId:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"project {word!r}")
    return ProjectId(found)
