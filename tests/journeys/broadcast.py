"""An announcement to a crowd: the sandbox takes it over HTTP, the rest is the product's own."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from aiogram import Bot
from sqlalchemy import insert, select

from accounts.actor import Actor
from accounts.rights import Rights
from bot.session import make_bot
from bot.telegram import TelegramSender
from common.clock import Clock
from delivery.limiter import Limiter
from delivery.outcomes import Outcome, Unknown
from delivery.outgoing import Outgoing
from delivery.sender import Sender
from model.announcements import Announcement, AnnouncementState, Progress
from model.ids import AnnouncementId, ChatId
from model.people import ChatKind, Language
from publishing.announcing.assembling import use_cases
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import OutboxTable, RecipientTable, SubscriberTable
from tests.clocks import FastClock
from tests.journeys.stage import ADMIN, TOKEN, until
from views.links import BotLinks

LINKS = BotLinks("keruen_bot")
ADMIN_ACTS = Actor(ChatId(ADMIN), ChatKind.PRIVATE, ADMIN, Language.RUSSIAN)
REQUEST_SECONDS = 1.0
"""What a request may take where a time-out is to be met in a test's time."""
LOOK_SECONDS = 0.02
"""How often the sender looks and the feeder feeds: the clock of the product runs faster."""


class Witness(TelegramSender):
    """Notes which messages were in doubt: it was not told whether they had arrived."""

    def __init__(self, bot: Bot, note: Callable[[int], None]) -> None:
        super().__init__(bot)
        self._note = note

    async def send(self, chat_id: int, outgoing: Outgoing, **how: Any) -> Outcome:
        outcome = await super().send(chat_id, outgoing, **how)
        if isinstance(outcome, Unknown):
            self._note(chat_id)
        return outcome


@asynccontextmanager
async def sending(
    api_url: str,
    database: Database,
    clock: Clock,
    per_second: int,
    in_doubt: Callable[[int], None] = lambda _: None,
) -> AsyncIterator[Sender]:
    """A sender and a feeder at work, as one process of the program has them."""
    bot = make_bot(TOKEN, api_url)
    bot.session.timeout = REQUEST_SECONDS
    cases = use_cases(database, clock, Rights(frozenset({ADMIN})), LINKS, per_second)
    sender = Sender(database, Witness(bot, in_doubt), Limiter(clock, per_second), clock)
    stop = asyncio.Event()

    async def ticks() -> None:
        while not stop.is_set():
            await cases["feed_announcements"]()
            sender.wake()
            await asyncio.sleep(LOOK_SECONDS)

    async with bot.session, asyncio.TaskGroup() as group:
        group.create_task(sender.run(stop))
        group.create_task(ticks())
        try:
            yield sender
        finally:
            stop.set()


@dataclass(frozen=True)
class Fate:
    """How an announcement ended for one chat, as the database has it."""

    chat_id: int
    state: str
    error: str | None
    was_uncertain: bool
    attempts: int
    message_ids: tuple[int, ...]


class Broadcast:
    """Those who send and those who get it."""

    def __init__(self, sandbox: Sandbox, database: Database, clock: FastClock) -> None:
        self.sandbox = sandbox
        self.database = database
        self.clock = clock
        self.cases = use_cases(database, clock, Rights(frozenset({ADMIN})), LINKS, 100)

    async def subscribe(
        self, chats: Sequence[int], kind: ChatKind = ChatKind.PRIVATE, language: str = "ru"
    ) -> None:
        """They subscribed long ago."""
        now = self.clock.now()
        like = {
            "kind": kind,
            "language": language,
            "choices": {},
            "timezone": "Asia/Almaty",
            "digest_time": time(9),
            "days": 0b1111111,
            "tells_nothing_new": False,
            "created_at": now,
            "subscribed_at": now,
        }
        async with self.database.writing() as db:
            await db.session.execute(
                insert(SubscriberTable), [like | {"chat_id": chat} for chat in chats]
            )

    def groups(self, count: int, founder: int) -> list[int]:
        """Basic groups with the bot in them."""
        made = [self.sandbox.group(f"Группа {number}", [founder]) for number in range(count)]
        for group in made:
            self.sandbox.join(group)
        return made

    async def begins(self, text: str) -> AnnouncementId:
        """An admin writes it and sends it to everyone."""
        draft: Announcement = await self.cases["begin_draft"](ADMIN_ACTS)
        said = {Language.RUSSIAN: Outgoing.authored(text, []).to_json()}
        written: Announcement = await self.cases["change_draft"](
            ADMIN_ACTS, draft.id, lambda each: replace(each, versions=said)
        )
        await self.cases["confirm_announcement"](ADMIN_ACTS, draft.id, written.version)
        return draft.id

    async def announcement(self, number: AnnouncementId) -> Announcement:
        async with self.database.reading() as db:
            found = await db.announcements.get(number)
        assert found is not None
        return found

    async def is_over(self, number: AnnouncementId, seconds: float) -> None:
        """Wait until everybody has it or stands in the report."""

        async def sent() -> bool:
            return (await self.announcement(number)).state is AnnouncementState.SENT

        await until(sent, "everybody has it or stands in the report", seconds)

    async def progress(self, number: AnnouncementId) -> Progress:
        async with self.database.reading() as db:
            return await db.recipients.progress(number, self.clock.now())

    async def fates(self, number: AnnouncementId) -> list[Fate]:
        """Of all who it is for, as another session sees them."""
        columns: Any = (
            SubscriberTable.chat_id,
            OutboxTable.state,
            OutboxTable.error,
            OutboxTable.was_uncertain,
            OutboxTable.attempts,
            OutboxTable.message_ids,
            RecipientTable.state.label("without_row"),
            RecipientTable.error.label("why"),
        )
        query = (
            select(*columns)
            .select_from(RecipientTable)
            .join(SubscriberTable, SubscriberTable.id == RecipientTable.subscriber_id)
            .outerjoin(OutboxTable, OutboxTable.id == RecipientTable.row_id)
            .where(RecipientTable.announcement_id == number)
        )
        async with self.database.reading() as db:
            rows = (await db.session.execute(query)).all()
        return [
            Fate(row.chat_id, row.without_row, row.why, False, 0, ())
            if row.state is None
            else Fate(
                row.chat_id,
                row.state,
                row.error,
                row.was_uncertain,
                row.attempts,
                tuple(row.message_ids),
            )
            for row in rows
        ]


def reasons(fates: Sequence[Fate]) -> Counter[str]:
    """How many could not be reached, by what Telegram said."""
    return Counter(each.error or "" for each in fates if each.state == "failed")
