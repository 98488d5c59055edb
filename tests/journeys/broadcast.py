"""An announcement to a crowd: the sandbox takes it over HTTP, the rest is the product's own."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time
from io import BytesIO
from typing import Any, TypeVar

from aiogram import Bot
from python_calamine import load_workbook
from sqlalchemy import func, insert, select

from accounts.actor import Actor
from accounts.rights import Rights
from accounts.subscribing import Welcome
from bot.answers import LimitedAnswers
from bot.session import make_bot
from bot.telegram import TelegramSender
from common.clock import Clock
from common.worker import WorkFailed
from delivery.limiter import Limiter
from delivery.outcomes import Outcome
from delivery.outgoing import Outgoing
from delivery.sender import Sender
from model.announcements import Announcement, AnnouncementState
from model.ids import AnnouncementId, ChatId
from model.people import ChatKind, Language, Schedule
from model.results import Results
from publishing.announcing.assembling import cases_after, use_cases, watching_cases
from publishing.announcing.reporting import Asked
from publishing.notices import NotifyAdmins
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import OutboxTable, RecipientTable, SubscriberTable
from tests.clocks import FastClock
from tests.journeys.stage import ADMIN, TOKEN, until
from views.links import BotLinks

T = TypeVar("T")

TICKS = (
    "start_due",
    "feed_announcements",
    "guard_announcements",
    "hold_back",
    "amend_announcements",
)
"""What the program does each second."""

Note = Callable[[int, Outcome], None]

LINKS = BotLinks("keruen_bot")
ADMIN_ACTS = Actor(ChatId(ADMIN), ChatKind.PRIVATE, ADMIN, Language.RUSSIAN)
IMPATIENT_SECONDS = 1.0
"""What a request may take where a time-out is to be met in a test's time."""
LOOK_SECONDS = 0.02
"""How often the sender looks and the feeder feeds: the clock of the product runs faster."""


class Witness(TelegramSender):
    """Notes what it was told of each message: the chat and the outcome."""

    def __init__(self, bot: Bot, note: Note) -> None:
        super().__init__(bot)
        self._note = note

    async def send(self, chat_id: int, outgoing: Outgoing, **how: Any) -> Outcome:
        outcome = await super().send(chat_id, outgoing, **how)
        self._note(chat_id, outcome)
        return outcome


@asynccontextmanager
async def sending(
    api_url: str,
    database: Database,
    clock: Clock,
    per_second: int,
    note: Note = lambda *_: None,
    request_seconds: float = IMPATIENT_SECONDS,
) -> AsyncIterator[Sender]:
    """A sender and what feeds it at work, as one process of the program has them."""
    bot = make_bot(TOKEN, api_url)
    bot.session.timeout = request_seconds
    limiter = Limiter(clock, per_second)
    cases = cases_of(database, clock, per_second, LimitedAnswers(bot, limiter))
    sender = Sender(database, Witness(bot, note), limiter, clock)
    stop = asyncio.Event()

    async def ticks() -> None:
        while not stop.is_set():
            for tick in TICKS:
                await cases[tick]()
            sender.wake()
            await asyncio.sleep(LOOK_SECONDS)

    async with bot.session, asyncio.TaskGroup() as group:
        group.create_task(sender.run(stop))
        group.create_task(ticks())
        try:
            yield sender
        finally:
            stop.set()


def cases_of(
    database: Database, clock: Clock, per_second: int, answers: LimitedAnswers
) -> dict[str, Any]:
    """All that can be done with announcements; spreadsheets are made on the spot."""
    admins = frozenset({ADMIN})
    rights, notify = Rights(admins), NotifyAdmins(database, clock, admins)
    welcome = Welcome(database, clock, Schedule())
    return (
        use_cases(database, clock, rights, LINKS, per_second)
        | watching_cases(database, clock, rights, answers, notify)
        | cases_after(database, clock, rights, LINKS, _at_once, answers, welcome, per_second)
    )


async def _at_once(function: Callable[..., T], *arguments: Any) -> T | WorkFailed:
    return function(*arguments)


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
        self.bot = make_bot(TOKEN, sandbox.url)
        answers = LimitedAnswers(self.bot, Limiter(clock, 100))
        self.cases = cases_of(database, clock, 100, answers)

    async def close(self) -> None:
        await self.bot.session.close()
        await self.database.close()

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

    async def corrects(self, number: AnnouncementId, text: str) -> None:
        """An admin lets it say something else, to those who have it too."""
        draft: Announcement = await self.cases["begin_correction"](ADMIN_ACTS, number)
        said = {Language.RUSSIAN: Outgoing.authored(text, []).to_json()}
        written: Announcement = await self.cases["change_draft"](
            ADMIN_ACTS, draft.id, lambda each: replace(each, versions=said)
        )
        await self.cases["correct"](ADMIN_ACTS, draft.id, written.version)

    async def withdraws(self, number: AnnouncementId) -> None:
        """An admin takes it back."""
        seen = (await self.announcement(number)).version
        await self.cases["withdraw_announcement"](ADMIN_ACTS, number, seen)

    async def pauses(self, number: AnnouncementId) -> None:
        await self.cases["pause_announcement"](ADMIN_ACTS, number)

    async def resumes(self, number: AnnouncementId) -> None:
        seen = (await self.announcement(number)).version
        await self.cases["resume_announcement"](ADMIN_ACTS, number, seen)

    async def cancels(self, number: AnnouncementId) -> None:
        await self.cases["cancel_announcement"](ADMIN_ACTS, number)

    async def is_still(self, number: AnnouncementId, seconds: float) -> None:
        """Wait until nothing of it is under way, be it a message or an edit."""

        async def still() -> bool:
            async with self.database.reading() as db:
                rows = await db.session.scalar(
                    select(func.count()).where(OutboxTable.state.in_(["pending", "sending"]))
                )
            return not rows and (await self.announcement(number)).amending_since is None

        await until(still, "nothing of it is under way", seconds)

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

    async def results(self, number: AnnouncementId) -> Results:
        """The report, as an admin sees it."""
        results: Results = await self.cases["see_results"](ADMIN_ACTS, number)
        return results

    async def spreadsheet(self, number: AnnouncementId) -> dict[int, str]:
        """The report as it is sent to an admin: chats, and what it says of them (in English)."""
        if ADMIN not in self.sandbox.api.world.users:
            self.sandbox.user("Админ", id=ADMIN)
        self.sandbox.say(ADMIN, "/start")
        asked = Asked(1, Language.ENGLISH, "Asia/Almaty")
        await self.cases["ask_results_file"](ADMIN_ACTS, number, asked)
        assert await self.cases["make_asked_files"]() == 1
        sent = [each for each in self.sandbox.from_bot(ADMIN) if "document" in each][-1]
        content = self.sandbox.api.world.files[sent["document"]["file_id"]].content
        sheet = load_workbook(BytesIO(content)).get_sheet_by_name("Recipients")
        rows = iter(sheet.to_python())
        heads = next(row for row in rows if "Chat number" in row)
        chat, state = heads.index("Chat number"), heads.index("State")
        return {int(str(row[chat])): str(row[state]) for row in rows}

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
