"""A stage for whole journeys: Telegram is the sandbox, everything else is the real program."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import SecretStr
from sqlalchemy import func, select

from accounts.actor import OPERATOR
from bot.program import Program, run_until
from bot.settings import Channel, Settings
from model.people import Subscriber
from news.opml import Outline
from sandbox.faults import Faults
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import MovableClock
from tests.journeys.feeds import Feeds

Json = dict[str, Any]

TOKEN = "42:TEST"
ADMIN = 9
WAIT_SECONDS = 30.0
"""The longest a test waits for what must happen: it fails then, slow machines included."""
LOOK_SECONDS = 0.02
PERSON_SECONDS = 2
"""What a person takes to read and to act: no limit holds up an answer."""


async def until(
    holds: Callable[[], Awaitable[bool]], what: str, seconds: float = WAIT_SECONDS
) -> None:
    """Wait for it; TimeoutError says what has not come about."""
    try:
        async with asyncio.timeout(seconds):
            while not await holds():  # noqa: ASYNC110 - what is waited for is in a database
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        raise TimeoutError(f"not in {seconds:.0f} s: {what}") from None


class Journey:
    """The program beside a sandbox and a site with a feed, and the passing of time."""

    def __init__(self, sandbox: Sandbox, feeds: Feeds, clock: MovableClock, url: str) -> None:
        self.sandbox = sandbox
        self.feeds = feeds
        self.clock = clock
        self.settings = Settings.model_construct(
            bot_token=SecretStr(TOKEN),
            bot_api_url=sandbox.url,
            database_url=SecretStr(url),
            admin_ids=frozenset({ADMIN}),
            fetch_allow=frozenset({("127.0.0.1", feeds.port)}),
        )
        self.expected_refusals: list[str] = []
        """Parts of the descriptions of those 400s that a test asked for."""
        self._program: Program | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def program(self) -> Program:
        assert self._program is not None, "the bot does not run"
        return self._program

    async def starts(self) -> None:
        """Run the program; returns when it takes updates. What ends it is raised here."""
        stop, ready = asyncio.Event(), asyncio.Event()

        async def beside(program: Program, stop: asyncio.Event) -> None:
            self._program = program
            ready.set()
            await stop.wait()

        self._stop = stop
        asked = len(self.sandbox.calls())
        self._running = asyncio.create_task(run_until(self.settings, stop, self.clock, beside))
        readiness = asyncio.create_task(ready.wait())
        await asyncio.wait({self._running, readiness}, return_when=asyncio.FIRST_COMPLETED)
        readiness.cancel()
        if self._running.done():
            await self.ends()
        if self.settings.webhook_url is not None:
            await self.sandbox.wait_for("setWebhook", since=asked)
            return
        await self.sandbox.wait_until_asked("getUpdates", since=asked)
        await self.settles()

    async def stops(self) -> None:
        """Stop in good order."""
        if self._running is not None:
            self._stop.set()
            running, self._running, self._program = self._running, None, None
            await asyncio.wait_for(running, WAIT_SECONDS)

    async def ends(self) -> None:
        """Wait until the program ends by itself; raises what ended it."""
        assert self._running is not None
        running, self._running, self._program = self._running, None, None
        await asyncio.wait_for(running, WAIT_SECONDS)

    async def restarts(self) -> None:
        await self.stops()
        await self.starts()

    async def has_a_source(self) -> None:
        await self.program.cases["add_source"](
            Outline(self.feeds.url, "Южные вести", "ru"), OPERATOR
        )

    def names_channel(self, channel: Channel) -> None:
        """In the settings; the next start takes it up."""
        self.settings = self.settings.model_copy(
            update={"channel_id": (*self.settings.channel_id, channel)}
        )

    def person(self, name: str, language: str | None = "ru", id: int | None = None) -> "Person":
        user_id = self.sandbox.user(name, language, id)
        return Person(self, user_id, user_id)

    def admin(self) -> "Person":
        return self.person("Админ", "ru", ADMIN)

    async def time_passes(self, *, hours: float = 0, minutes: float = 0) -> None:
        """Move every clock, let the program look at what is due, and let it all arrive."""
        self.moves_clocks(hours * 3600 + minutes * 60)
        await self.program.tick_sources()
        await self.program.tick_alerts()
        await self.program.tick_channels()
        await self.program.tick_digests()
        await self.program.tick_corrections()
        await self.program.tick_announcements()
        await self.program.tick_guarding()
        await self.program.tick_amending()
        await self.program.tick_results()
        await self.program.tick_watching()
        await self.settles()

    def listens(self, port: int, secret: str) -> None:
        """By webhook, from the next start on."""
        changed = {
            "webhook_url": f"http://127.0.0.1:{port}/telegram",
            "webhook_secret": SecretStr(secret),
            "http_port": port,
        }
        self.settings = self.settings.model_copy(update=changed)

    def moves_clocks(self, seconds: float) -> None:
        """Nobody looks at anything: that is for the ticks."""
        self.clock.advance(seconds)
        self.sandbox.advance(seconds)

    def telegram_recovers(self) -> None:
        """No failure is scheduled any more."""
        self.sandbox.faults = Faults()

    async def news_arrives(self, *titles: str) -> None:
        """The feed prints them, and half an hour later the program has looked."""
        self.feeds.publishes(*titles)
        await self.time_passes(minutes=31)

    async def settles(self) -> None:
        """Until every update is dealt with and every row that may go has gone."""
        await self.sandbox.settled(WAIT_SECONDS)
        await until(self._nothing_to_send, "the outbox is empty")

    async def _nothing_to_send(self) -> bool:
        waits = (OutboxTable.state == "pending") & (OutboxTable.not_before <= self.clock.now())
        async with self.program.database.reading() as db:
            return not await db.session.scalar(
                select(func.count()).where(waits | (OutboxTable.state == "sending"))
            )

    async def rows(self, *states: str) -> int:
        """How many rows of the outbox are in one of the states."""
        async with self.program.database.reading() as db:
            found = await db.session.scalar(
                select(func.count()).where(OutboxTable.state.in_(states))
            )
        return found or 0

    async def subscriber(self, chat_id: int) -> Subscriber | None:
        """As another session sees it, whether the bot runs or not."""
        database = Database(self.settings.database_url.get_secret_value())
        try:
            async with database.reading() as db:
                return await db.subscribers.get(chat_id)
        finally:
            await database.close()

    def refusals(self) -> list[str]:
        """The 400s that no test asked for: requests the bot should not have made."""
        found = [call for call in self.sandbox.calls() if call["code"] == 400]
        said = [f"{call['method']}: {call['response']} for {call['params']}" for call in found]
        return [each for each in said if not any(part in each for part in self.expected_refusals)]


@dataclass(frozen=True)
class Person:
    """Someone in their private chat, unless they are `.at(...)` another one."""

    journey: Journey
    user_id: int
    chat_id: int
    thread_id: int | None = None
    is_anonymous: bool = False

    def at(self, chat_id: int, thread_id: int | None = None) -> "Person":
        return replace(self, chat_id=chat_id, thread_id=thread_id)

    def anonymously(self) -> "Person":
        return replace(self, is_anonymous=True)

    async def says(self, text: str, reply_to: int | None = None) -> None:
        """Say it, and let the bot deal with it."""
        self.journey.moves_clocks(PERSON_SECONDS)
        self.journey.sandbox.say(
            self.user_id,
            text,
            self.chat_id,
            thread_id=self.thread_id,
            anonymous=self.is_anonymous,
            reply_to=reply_to,
        )
        await self.journey.settles()

    async def presses(self, label: str, on: int | None = None) -> Json | None:
        """The newest button whose label has these words, or that of one message."""
        for message in reversed(self.messages):
            for button in buttons(message):
                if label in button["text"] and on in (None, message["message_id"]):
                    return await self.presses_data(button["callback_data"], message["message_id"])
        raise AssertionError(f"no button {label!r}; there are {self.labels}")

    async def presses_first(self) -> Json | None:
        first = buttons(self.message)[0]
        return await self.presses_data(first["callback_data"], self.message["message_id"])

    async def presses_data(self, data: str, message_id: int) -> Json | None:
        self.journey.moves_clocks(PERSON_SECONDS)
        answer = await self.journey.sandbox.press(
            self.user_id, self.chat_id, data=data, message_id=message_id
        )
        await self.journey.settles()
        return answer

    async def follows(self, link: str) -> None:
        """Open a link to the bot: what it carries is said to the bot in private."""
        bot, _, start = link.partition("?start=")
        assert bot == f"https://t.me/{self.journey.sandbox.username}", link
        await self.at(self.user_id).says(f"/start {start}")

    @property
    def messages(self) -> list[Json]:
        """What the bot has said in the chat, as it stands."""
        return self.journey.sandbox.from_bot(self.chat_id)

    @property
    def message(self) -> Json:
        return self.messages[-1]

    @property
    def screen(self) -> str:
        """The text of the bot's last message."""
        return str(self.message["text"])

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in buttons(self.message)]

    def said_with(self, words: str) -> list[Json]:
        """The bot's messages that have these words."""
        return [each for each in self.messages if words in each.get("text", "")]

    async def subscribes(self) -> None:
        await self.says("/start")
        await self.presses_first()

    async def profile(self) -> Subscriber:
        found = await self.journey.subscriber(self.chat_id)
        assert found is not None, f"nothing is kept of {self.chat_id}"
        return found


def buttons(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def link_of(message: Json, label: str) -> str:
    """Where the button with these words leads."""
    return next(str(each["url"]) for each in buttons(message) if label in each["text"])
