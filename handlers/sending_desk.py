"""What the handlers of sending have in common: the screens of an announcement before it is sent."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from common.clock import Clock
from delivery.outgoing import Outgoing
from handlers.showing import look_of
from model.announcements import AnnouncementState, Every
from model.channels import Channel
from model.ids import AnnouncementId, SubscriberId
from model.people import Schedule
from publishing.announcing.moments import offered
from publishing.announcing.sending import PrepareSending
from views import announcing_moments as moment_views
from views import announcing_sending as views
from views.digest import Look
from views.texts import Texts

RETURN, WHEN, TIME, OWN = "send-return", "send-when", "send-time", "send-own"
"""Questions; about which announcement, and what of it, stands behind a colon."""
WAITING = frozenset({AnnouncementState.AWAITING, AnnouncementState.SCHEDULED})


@dataclass(frozen=True, slots=True)
class SendingDesk:
    """Each method gives a screen as it is now; those that ask something expect the answer."""

    clock: Clock
    schedule: Schedule
    prepare: PrepareSending
    expect_answer: ExpectAnswer
    welcome: Welcome

    def look(self, actor: Actor) -> Look:
        return look_of(actor, self.schedule)

    async def screen(
        self, actor: Actor, announcement: AnnouncementId, said: Markup | str | None = None
    ) -> Outgoing:
        """It in the state that it is in. `said`: what has just happened, in words or by a key."""
        prepared = await self.prepare(actor, announcement)
        told = said if said is None or isinstance(said, Markup) else Texts(actor.language)(said)
        match prepared.announcement.state:
            case AnnouncementState.DRAFT:
                return views.confirm(prepared, self.look(actor), told)
            case state if state in WAITING:
                return views.waiting(prepared, self.look(actor), told)
        return views.begun(prepared.announcement, actor.language)

    async def _ask(self, actor: Actor, *question: object) -> None:
        known = replace(actor, subscriber=await self.welcome(actor))
        await self.expect_answer(known, ":".join(map(str, question)))

    async def why(self, actor: Actor, announcement: AnnouncementId, seen: int) -> Outgoing:
        """Why is it returned?"""
        prepared = await self.prepare(actor, announcement)
        await self._ask(actor, RETURN, announcement, seen)
        return moment_views.ask_word(prepared.announcement, actor.language)

    async def when(
        self, actor: Actor, announcement: AnnouncementId, said: Markup | None = None
    ) -> Outgoing:
        """When does it go?"""
        prepared, look = await self.prepare(actor, announcement), self.look(actor)
        await self._ask(actor, WHEN, announcement)
        moments = offered(prepared.now, look.timezone)
        return moment_views.ask_when(prepared.announcement, moments, prepared.now, look, said)

    async def day(self, actor: Actor, announcement: AnnouncementId, every: Every) -> Outgoing:
        """On which day of the week or month, again and again?"""
        prepared = await self.prepare(actor, announcement)
        return moment_views.ask_day(prepared.announcement, every, self.look(actor))

    async def time(
        self,
        actor: Actor,
        announcement: AnnouncementId,
        every: Every,
        day: int,
        said: Markup | None = None,
    ) -> Outgoing:
        """At what time of that day?"""
        prepared, look = await self.prepare(actor, announcement), self.look(actor)
        await self._ask(actor, TIME, announcement, every.value, day)
        return moment_views.ask_time(prepared.announcement, every, day, look, prepared.now, said)

    async def channels(self, actor: Actor, announcement: AnnouncementId) -> Outgoing:
        """In which channels is it posted?"""
        prepared = await self.prepare(actor, announcement)
        return moment_views.choose_channels(prepared, self.look(actor))

    async def own_time(
        self,
        actor: Actor,
        announcement: AnnouncementId,
        channel: SubscriberId,
        said: Markup | None = None,
    ) -> Outgoing:
        """When is it posted in that channel?"""
        prepared, look = await self.prepare(actor, announcement), self.look(actor)
        found = channel_of(prepared, channel)
        await self._ask(actor, OWN, announcement, channel)
        moments = offered(prepared.now, look.timezone)
        return moment_views.ask_own_time(prepared, found, moments, look, said)


def channel_of(prepared: views.Prepared, number: SubscriberId) -> Channel:
    """One of the settings; WrongChoiceError for any other chat."""
    for one in prepared.channels:
        if one.subscriber.id == number:
            return one
    raise WrongChoiceError(f"chat {number} is no channel of the settings")
