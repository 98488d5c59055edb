"""The demo: sandbox and sample feeds as child processes, the bot in this one.

Its database lives in a folder that goes with it, so that every demo begins afresh.
"""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import time, timedelta
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import ClientSession, web
from pydantic import SecretStr
from yarl import URL

from accounts.actor import OPERATOR, Actor
from bot import log
from bot.demo_projects import fill
from bot.program import Program, run_until
from bot.settings import Channel, Settings
from common.clock import Clock
from common.errors import OperatorError
from model.channels import MOST_POSTS, When
from model.ids import ChatId
from model.people import ChatKind, Language, Role, Scope
from news.opml import Outline
from publishing.channels.choosing import ChannelChange
from storage.database import Database

TOKEN = "42:DEMO"
ADMIN = 1009
CURATOR = 1010
HELPER = 1011
OFFICIALS: dict[int, tuple[str, Scope]] = {
    CURATOR: ("Данияр", Scope()),
    HELPER: ("Гүлнұр", Scope(districts=frozenset({"613900000", "614600000", "615500000"}))),
}
"""One looks after everything, the other after Keles, Ordabasy and Sauran districts."""
PEOPLE: tuple[dict[str, Any], ...] = (
    {"id": 1001, "first_name": "Сергей", "username": "sergey", "language_code": "ru"},
    {"id": 1002, "first_name": "Айгерім", "username": "aigerim", "language_code": "kk"},
    {"id": 1003, "first_name": "Emma", "username": "emma", "language_code": "en"},
    {"id": 1004, "first_name": "王伟", "username": "wangwei", "language_code": "zh-hans"},
    {"id": ADMIN, "first_name": "Admin", "username": "admin", "language_code": "ru"},
    {"id": CURATOR, "first_name": "Данияр, official", "username": "daniyar", "language_code": "ru"},
    {"id": HELPER, "first_name": "Гүлнұр, official", "username": "gulnur", "language_code": "kk"},
)
PORT = 8765
START_SECONDS = 30.0
LOOK_SECONDS = 5.0
"""Between two looks at the sample feeds: nobody wants to watch a feed for half an hour."""


class DemoError(OperatorError):
    """The demo cannot start."""


async def run(*, port: int | None, interval: int, say: Callable[[str], None]) -> None:
    """Run the demo until Ctrl-C; its address is said once it can be opened.

    The port is the same each time unless another program has it, so that a page left open finds
    the next demo by itself.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="keruen-demo-")))
        sandbox = await stack.enter_async_context(
            _child(
                "sandbox", "--port", str(_usual_port() if port is None else port), "--token", TOKEN
            )
        )
        site = await stack.enter_async_context(_child("sandbox.site", "--interval", str(interval)))
        web_client = await stack.enter_async_context(ClientSession())
        control = _Control(web_client, sandbox)
        channel = await control.populate()
        settings = _settings(folder, sandbox, site, channel)
        log.configure(settings.log_format, settings.secrets())

        async def show(program: Program, stop: asyncio.Event) -> None:
            await _show(program, control, site, stop, say)

        await run_until(settings, stop, beside=show)


def _usual_port() -> int:
    """PORT, or any free one where that is taken."""
    with socket() as probe:
        probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            return 0
    return PORT


def _settings(folder: Path, sandbox: str, site: str, channel: int) -> Settings:
    feeds = URL(site)
    return Settings.model_construct(
        bot_token=SecretStr(TOKEN),
        bot_api_url=sandbox,
        database_url=SecretStr(f"sqlite+aiosqlite:///{folder}/keruen.db"),
        admin_ids=frozenset({ADMIN}),
        channel_id=(Channel(channel, Language.RUSSIAN),),
        fetch_allow=frozenset({(str(feeds.host), int(feeds.port or 0))}),
    )


async def _show(
    program: Program,
    control: "_Control",
    site: str,
    stop: asyncio.Event,
    say: Callable[[str], None],
) -> None:
    """Fill the bot with projects and news, open the door, look at the feeds often."""
    await settle(program.database, program.clock)
    for feed in await control.get(f"{site}/feeds.json"):
        outline = Outline(feed["url"], feed["title"], feed["language"])
        await program.cases["add_source"](outline, OPERATOR)
    await program.tick_sources()
    await post_by_itself(program)
    async with _actions(program, control):
        say(f"\n  Keruen's demo is at {control.address}\n  Ctrl-C stops it.\n")
        while not stop.is_set():
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await stop.wait()
            except TimeoutError:
                await program.cases["poll_sources"](everything=True)


async def settle(database: Database, clock: Clock) -> None:
    """The registry, and the officials who look after it."""
    now = clock.now()
    async with database.writing() as db:
        for user_id, (name, scope) in OFFICIALS.items():
            await db.roles.grant(user_id, Role.OFFICIAL, None, now, name=name, scope=scope)
    await fill(database, now, CURATOR)


async def post_by_itself(program: Program) -> None:
    """What comes from now on is posted in the channel, by night too: somebody is watching."""
    admin = Actor(ChatId(ADMIN), ChatKind.PRIVATE, ADMIN, Language.RUSSIAN)
    wanted = ChannelChange(
        stories=When.AT_ONCE,
        projects=When.AT_ONCE,
        most=MOST_POSTS,
        quiet=(time(0), time(0)),
        pins_digest=True,
    )
    for one in await program.cases["list_channels"](admin):
        await program.cases["change_channel"](admin, one.subscriber.id, wanted)


@asynccontextmanager
async def _actions(program: Program, control: "_Control") -> AsyncIterator[None]:
    """What only the demo can do, as buttons of the chat page."""

    async def send_the_digest(request: web.Request) -> web.Response:
        said = await _send_digest(program, int((await request.json())["chat_id"]))
        return web.json_response({"say": said})

    app = web.Application()
    app.router.add_post("/digest", send_the_digest)
    runner = web.AppRunner(app, handle_signals=False, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/digest"
        await control.post("actions", name="digest", title="Send the digest now", url=url)
        yield
    finally:
        await runner.cleanup()


async def _send_digest(program: Program, chat_id: int) -> str:
    """A chat's digest before its time; what is to be said of it."""
    now = program.clock.now()
    async with program.database.writing() as db:
        reader = await db.subscribers.get(chat_id, hold=True)
        if reader is None or not reader.is_subscribed:
            return "Nobody has subscribed here yet: send /start"
        if reader.is_paused(now) or reader.next_digest_at is None:
            return "The digest is paused: send /resume"
        had = await db.editions.last_had([reader.id])
        await db.editions.move({now - timedelta(seconds=1): [reader.id]})
    await program.tick_digests()
    async with program.database.reading() as db:
        is_sent = await db.editions.last_had([reader.id]) != had
    return "The digest is on its way" if is_sent else "Nothing new since the last digest"


@asynccontextmanager
async def _child(module: str, *arguments: str) -> AsyncIterator[str]:
    """A child process that prints its address; ended in the end, however that comes."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for us: children end when the bot has finished
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(START_SECONDS):
            address = (await process.stdout.readline()).decode().strip()
        if not address:
            raise DemoError(f"{module} did not start: is its port free?")
        yield address
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


class _Control:
    """The sandbox's control API."""

    def __init__(self, client: ClientSession, address: str) -> None:
        self._client = client
        self.address = address

    async def get(self, url: str) -> Any:
        async with self._client.get(url) as response:
            return await response.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self._client.post(f"{self.address}/sandbox/{path}", json=body) as response:
            return await response.json()

    async def populate(self) -> int:
        """People, a group and a channel; the channel's id."""
        for person in PEOPLE:
            await self.post("users", **person)
        everyone = [person["id"] for person in PEOPLE]
        await self.post("chats", type="group", title="Инвесторы Туркестана", members=everyone)
        made = await self.post("chats", type="channel", title="Керуен: новости")
        return int(made["id"])
