"""Announcements as a database holds them, for tests of what comes after they are sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from accounts.actor import Actor
from accounts.rights import Rights
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState
from model.ids import AnnouncementId, ChatId
from model.outbox import RowState
from model.people import ChatKind, Language, Schedule
from publishing.announcing.carrying_out import AmendAnnouncements
from publishing.announcing.correcting import BeginCorrection, Correct
from publishing.announcing.drafting import ChangeDraft, words_of
from publishing.announcing.feeding import FeedAnnouncements
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.sending import begin
from publishing.announcing.withdrawing import WithdrawAnnouncement
from storage.amendments import KIND
from storage.database import Database
from storage.tables import BodyTable, OutboxTable, RecipientTable
from tests.clocks import ManualClock
from views.links import BotLinks

LINKS = BotLinks("keruen_bot")
ADMIN = 9
RIGHTS = AnnouncingRights(Rights(frozenset({ADMIN})))


def admin(user_id: int = ADMIN) -> Actor:
    return Actor(ChatId(user_id), ChatKind.PRIVATE, user_id, Language.RUSSIAN)


class Broadcasts:
    """Verbs of those who write, send and receive; Telegram is what `arrives` says."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock
        self.feed = FeedAnnouncements(database, clock, LINKS, 1000)
        self.amend = AmendAnnouncements(database, clock, LINKS, 1000)
        self._message_id = 100

    async def chat(
        self, chat_id: int, language: Language = Language.RUSSIAN, name: str | None = None
    ) -> None:
        """Somebody who gets what is announced to everyone."""
        kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.SUPERGROUP
        now = self.clock.now()
        async with self.database.writing() as db:
            await db.subscribers.get_or_create(chat_id, kind, language, Schedule(), now, name)
            made = await db.subscribers.get(chat_id, hold=True)
            assert made is not None
            await db.session.execute(
                update(_SUBSCRIBERS)
                .where(_SUBSCRIBERS.c.id == made.id)
                .values(language=language.value, subscribed_at=now)
            )

    async def draft(self, *said: str | Outgoing, **more: Any) -> Announcement:
        """In Russian, and what comes second in Kazakh."""
        now = self.clock.now()
        languages = (Language.RUSSIAN, Language.KAZAKH)
        versions = {
            language: _outgoing(one).to_json()
            for language, one in zip(languages, said, strict=False)
        }
        made = Announcement(
            AnnouncementId(0), ADMIN, AnnouncementState.DRAFT, now, now, versions=versions, **more
        )
        async with self.database.writing() as db:
            return await db.announcements.add(made, words_of(made))

    async def sends(self, *said: str | Outgoing, **more: Any) -> AnnouncementId:
        """It is being sent, and nothing of it is in the outbox yet."""
        draft = await self.draft(*said, **more)
        async with self.database.writing() as db:
            await begin(db, draft, frozenset(), self.clock.now())
        return draft.id

    async def sent(self, *said: str | Outgoing, **more: Any) -> AnnouncementId:
        """Everybody has it."""
        number = await self.sends(*said, **more)
        await self.feed()
        await self.arrives()
        await self.feed()
        return number

    async def arrives(
        self,
        *chats: int,
        state: RowState = RowState.SENT,
        error: str | None = None,
        **more: Any,
    ) -> None:
        """What waits in the outbox ends so, for these chats or for all."""
        now = self.clock.now()
        async with self.database.writing() as db:
            waiting = select(OutboxTable.id, OutboxTable.body_id).where(
                OutboxTable.state.in_([RowState.PENDING, RowState.SENDING])
            )
            if chats:
                waiting = waiting.where(OutboxTable.chat_id.in_(chats))
            for row_id, _ in (await db.session.execute(waiting.order_by(OutboxTable.id))).all():
                self._message_id += 1
                ids = [self._message_id] if state is RowState.SENT else []
                values = {"message_ids": ids} | more
                await db.session.execute(
                    update(OutboxTable)
                    .where(OutboxTable.id == row_id)
                    .values(state=state, error=error, finished_at=now, **values)
                )

    async def correction(self, number: AnnouncementId, *said: str | Outgoing) -> Announcement:
        """A draft of what it is to say, not carried out yet."""
        draft = await BeginCorrection(self.database, self.clock, RIGHTS)(admin(), number)

        def anew(one: Announcement) -> Announcement:
            wanted = zip(one.versions, said, strict=False)
            changed = {each: _outgoing(words).to_json() for each, words in wanted}
            return replace(one, versions={**one.versions, **changed})

        return await ChangeDraft(self.database, self.clock, RIGHTS)(admin(), draft.id, anew)

    async def corrects(self, number: AnnouncementId, *said: str | Outgoing) -> Announcement:
        """From now on it says this, and nothing is in the outbox yet."""
        draft = await self.correction(number, *said)
        correct = Correct(self.database, self.clock, RIGHTS, LINKS)
        return await correct(admin(), draft.id, draft.version)

    async def withdraws(self, number: AnnouncementId) -> Announcement:
        one = await self.announcement(number)
        withdraw = WithdrawAnnouncement(self.database, self.clock, RIGHTS)
        return await withdraw(admin(), number, one.version)

    async def carries_out(self) -> int:
        """One look at what is to be edited and deleted."""
        return await self.amend()

    async def edits(self) -> list[tuple[int | None, str, int | None, str]]:
        """Chat, action, message and words of every row that edits or deletes, in their order."""
        async with self.database.reading() as db:
            query = (
                select(
                    OutboxTable.chat_id,
                    OutboxTable.action,
                    OutboxTable.message_id,
                    BodyTable.outgoing,
                )
                .outerjoin(BodyTable, BodyTable.id == OutboxTable.body_id)
                .where(OutboxTable.kind == KIND)
                .order_by(OutboxTable.id)
            )
            return [
                (chat, action, message, str(Outgoing.from_json(said).text) if said else "")
                for chat, action, message, said in await db.session.execute(query)
            ]

    async def announcement(self, number: AnnouncementId) -> Announcement:
        async with self.database.reading() as db:
            found = await db.announcements.get(number)
        assert found is not None
        return found

    async def rows(self, *columns: Any) -> Sequence[Any]:
        async with self.database.reading() as db:
            return (await db.session.execute(select(*columns).order_by(OutboxTable.id))).all()

    async def recipients(self, number: AnnouncementId) -> list[RecipientTable]:
        async with self.database.reading() as db:
            query = select(RecipientTable).where(RecipientTable.announcement_id == number)
            return list(await db.session.scalars(query.order_by(RecipientTable.id)))

    async def forgets(self, chat_id: int) -> None:
        """The person asked to be forgotten."""
        async with self.database.writing() as db:
            found = await db.subscribers.get(chat_id, hold=True)
            assert found is not None
            await db.outbox.forget(found.id, self.clock.now())
            await db.subscribers.delete(found.id)

    async def blocks(self, chat_id: int, at: datetime | None = None) -> None:
        async with self.database.writing() as db:
            reason = "Forbidden: bot was blocked by the user"
            await db.subscribers.mark_unreachable(ChatId(chat_id), reason, at or self.clock.now())


_SUBSCRIBERS = RecipientTable.metadata.tables["subscribers"]


def _outgoing(said: str | Outgoing) -> Outgoing:
    return Outgoing.authored(said, []) if isinstance(said, str) else said
