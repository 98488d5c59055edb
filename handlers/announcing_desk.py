"""An author at work on a draft: its screens as the handlers show them.

`awaiting` names what is expected (`announce-say:DRAFT:LANGUAGE:ALBUM`), so that what is sent finds
its draft after a restart and on another device as well. ALBUM is the group of messages that is
coming in: each is an update of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.types import CallbackQuery
from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.outgoing import Outgoing
from handlers.filters import awaited
from model.ids import AnnouncementId
from model.people import Language
from publishing.announcing.audiences import SeeAudience
from publishing.announcing.bodies import said
from publishing.announcing.drafting import OpenAnnouncement
from publishing.announcing.errors import NothingSaidError
from views import announcing as views
from views.callbacks import number, parse
from views.links import BotLinks

SAY = "announce-say"
LANGUAGES = {one.value: one for one in Language}


class AnnouncingDesk:
    """Handed to handlers."""

    def __init__(
        self,
        open_announcement: OpenAnnouncement,
        see_audience: SeeAudience,
        expect_answer: ExpectAnswer,
        welcome: Welcome,
        links: BotLinks,
    ) -> None:
        self._open = open_announcement
        self._see_audience = see_audience
        self._expect_answer = expect_answer
        self._welcome = welcome
        self._links = links

    async def draft(
        self, actor: Actor, which: AnnouncementId, happened: Markup | None = None
    ) -> Outgoing:
        """The draft's screen; `happened` is said above it."""
        aimed = await self._see_audience(actor, which)
        return views.draft(aimed.announcement, actor.language, said=happened)

    async def looks(
        self, actor: Actor, which: AnnouncementId, version: Language | None
    ) -> list[Outgoing]:
        """A version, or all there are, exactly as they will look; each after its language."""
        one = await self._open(actor, which)
        wanted = [version] if version in one.versions else list(one.versions)
        if not wanted:
            raise NothingSaidError(which)
        return [said(one, each, self._links) for each in wanted if each is not None]

    async def expect(self, actor: Actor, question: str, *about: object) -> None:
        """What is sent next answers this question, also of who has never pressed /start."""
        known = replace(actor, subscriber=actor.subscriber or await self._welcome(actor))
        await self._expect_answer(known, ":".join([question, *map(str, about)]))

    async def expect_nothing(self, actor: Actor) -> None:
        await self._expect_answer(actor, None)


def words_of(actor: Actor, question: str) -> Sequence[str]:
    """What the question that is open is about, word by word; none where another is open."""
    about = awaited(actor, question)
    return () if about is None else about.split(":")


def number_of(query: CallbackQuery) -> AnnouncementId:
    """The announcement that a button names first; WrongChoiceError for one that names none."""
    press = parse(query.data)
    found = number(press.args[0]) if press is not None and press.args else None
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return AnnouncementId(found)


def language_of(query: CallbackQuery) -> Language | None:
    """The version that a button names after the announcement; None where it names none."""
    press = parse(query.data)
    words = () if press is None else press.args
    return LANGUAGES.get(words[1]) if len(words) > 1 else None
