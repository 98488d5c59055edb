"""Those who send announcements, and a world of chats in many time zones that get them."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select, update

from accounts.actor import OPERATOR, Actor
from accounts.rights import Rights
from accounts.two_person import ANNOUNCEMENTS, TwoPersonRule
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Announcing, Recurrence
from model.ids import AnnouncementId, ChatId, SubscriberId
from model.outbox import RowState
from model.people import ChatKind, Language, Role
from projects.rights import ProjectRights
from publishing.announcing.approving import (
    ApproveAnnouncement,
    AskToSend,
    ReturnAnnouncement,
    TakeFromWaiting,
)
from publishing.announcing.audiences import SeeAudience
from publishing.announcing.feeding import FeedAnnouncements
from publishing.announcing.posting import ChooseChannel
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.scheduling import ChooseMoment, Plan, StartDue
from publishing.announcing.sending import ConfirmAnnouncement, PrepareSending
from storage.database import Database
from storage.tables import AuditTable, BodyTable, OutboxTable, RecipientTable, SubscriberTable
from tests.clocks import ManualClock
from tests.publishing.announced import ADMIN, LINKS, Broadcasts

OTHER, THIRD = 10, 11
"""Admins by the table; ADMIN is one of the settings."""
PER_SECOND = 25


class SendingStage(Broadcasts):
    """The use cases of sending over one database, and what became of it all."""

    def __init__(
        self, database: Database, clock: ManualClock, per_second: int = PER_SECOND
    ) -> None:
        super().__init__(database, clock)
        self.rights = AnnouncingRights(Rights(frozenset({ADMIN})))
        both = (database, clock, self.rights)
        self.feed = FeedAnnouncements(database, clock, LINKS, per_second)
        self.start_due = StartDue(*both)
        projects = ProjectRights(Rights(frozenset({ADMIN})))
        self.prepare = PrepareSending(*both, SeeAudience(*both, projects, LINKS, per_second))
        self.confirm = ConfirmAnnouncement(*both)
        self.approve = ApproveAnnouncement(*both)
        self.returns = ReturnAnnouncement(*both)
        self.stop = TakeFromWaiting(*both)
        self.ask = AskToSend(*both)
        self.choose_moment = ChooseMoment(*both)
        self.choose_channel = ChooseChannel(*both)

    # People

    async def people(self, *chats: int, **changed: Any) -> None:
        for chat in chats:
            await self.chat(chat, changed.pop("language", Language.RUSSIAN))
            if changed:
                await self.change(chat, **changed)

    async def change(self, chat: int, **changed: Any) -> None:
        async with self.database.writing() as db:
            where = SubscriberTable.chat_id == chat
            await db.session.execute(update(SubscriberTable).where(where).values(changed))

    async def channel(self, chat: int, language: Language, timezone: str) -> SubscriberId:
        """One of the settings."""
        await self.people(chat, language=language)
        await self.change(chat, kind=ChatKind.CHANNEL, timezone=timezone, title=f"Канал {chat}")
        async with self.database.writing() as db:
            found = await db.subscribers.get(ChatId(chat))
            assert found is not None
            await db.channels.begin(found.id)
            return found.id

    async def admins(self, *users: int, announcing: Announcing | None = None) -> None:
        async with self.database.writing() as db:
            for user in users:
                await db.roles.grant(user, Role.ADMIN, ADMIN, self.clock.now())
                await db.roles.let_announce(user, announcing)

    async def demote(self, user: int) -> None:
        async with self.database.writing() as db:
            await db.roles.revoke(user)

    async def wants_two(self) -> None:
        rule = TwoPersonRule(self.database, self.clock, Rights(frozenset({ADMIN})))
        await rule(OPERATOR, ANNOUNCEMENTS, is_on=True)

    # What is done

    async def confirmed(
        self, *said: str, by: int = ADMIN, at: datetime | None = None,
        every: Recurrence | None = None, **more: Any,
    ) -> Announcement:  # fmt: skip
        """Written by ADMIN, and confirmed as it was seen."""
        draft = await self.draft(*(said or ("Открыт приём заявок",)), **more)
        if at is not None or every is not None:
            draft = await self.choose_moment(actor(ADMIN), draft.id, Plan(at, every))
        return await self.confirm(actor(by), draft.id, draft.version)

    async def feeds(self, *, arrives: bool = False) -> int:
        """A tick; what it enqueued arrives at once, if told so."""
        await self.start_due()
        fed = await self.feed()
        if arrives:
            await self.arrives()
        return fed

    async def all_goes(self, hours: float = 0) -> None:
        """Ticks until nothing more happens, then so much later, hour by hour."""
        await self.arrives()
        while await self.feeds(arrives=True):
            self.clock.advance(1)
        await self.feed()
        for _ in range(int(hours)):
            self.clock.advance(3600)
            while await self.feeds(arrives=True):
                self.clock.advance(1)
            await self.feed()

    # What became of it

    async def in_line(self, number: AnnouncementId | None = None) -> list[int]:
        """Chats whose rows wait in the outbox, in their order."""
        query = (
            select(OutboxTable.chat_id)
            .join(RecipientTable, RecipientTable.row_id == OutboxTable.id)
            .where(OutboxTable.state == RowState.PENDING)
            .order_by(OutboxTable.priority, OutboxTable.id)
        )
        if number is not None:
            query = query.where(RecipientTable.announcement_id == number)
        async with self.database.reading() as db:
            return [chat or 0 for chat in await db.session.scalars(query)]

    async def had(self) -> dict[int, int]:
        """How many messages of announcements each chat has had."""
        query = (
            select(OutboxTable.chat_id, func.count())
            .where(OutboxTable.kind == "announcement", OutboxTable.state == RowState.SENT)
            .group_by(OutboxTable.chat_id)
        )
        async with self.database.reading() as db:
            return {chat or 0: count for chat, count in await db.session.execute(query)}

    async def told(self, chat: int) -> list[str]:
        """What somebody was told without having asked: the texts, in order."""
        query = (
            select(BodyTable.outgoing)
            .join(OutboxTable, OutboxTable.body_id == BodyTable.id)
            .where(OutboxTable.kind == "notice", OutboxTable.chat_id == chat)
            .order_by(OutboxTable.id)
        )
        async with self.database.reading() as db:
            return [str(Outgoing.from_json(each).text) for each in await db.session.scalars(query)]

    async def acts(self) -> list[tuple[str, int]]:
        query = select(AuditTable.action, AuditTable.actor_id).order_by(AuditTable.id)
        async with self.database.reading() as db:
            found = await db.session.execute(query)
            return [(action, actor) for action, actor in found if action != "role.two-person"]

    async def state(self, number: AnnouncementId) -> AnnouncementState:
        return (await self.announcement(number)).state

    async def runs_of(self, series: AnnouncementId) -> list[Announcement]:
        async with self.database.reading() as db:
            found = await db.announcements.among(frozenset(AnnouncementState))
        return [one for one in reversed(found) if one.parent_id == series]


def actor(user: int) -> Actor:
    return Actor(ChatId(user), ChatKind.PRIVATE, user, Language.RUSSIAN)


def hours(n: float) -> timedelta:
    return timedelta(hours=n)


NINE = time(9)
