"""The composition root: everything made and wired, run and stopped. Tests wire by it too."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import User

from bot import metrics
from bot.answers import LimitedAnswers
from bot.channels import KeepChannels, look_by
from bot.door import http_door
from bot.files import TelegramFiles
from bot.intake import Intake, RawUpdate
from bot.menus import Menus
from bot.patience import REFUSED, patiently
from bot.poller import Poller, PollerStoppedError
from bot.scheduler import Ticks
from bot.session import make_bot
from bot.settings import Settings
from bot.telegram import ChatAdmins, TelegramSender
from bot.wiring import Outside, wire
from common.clock import Clock, SystemClock, time_zones_are_current
from common.errors import OperatorError
from common.tasks import run_together
from delivery.limiter import Limiter
from delivery.sender import Sender
from model.people import Schedule
from news.collecting import AT_ONCE, CollectDue
from news.fetching import Fetcher
from news.indexing import IndexStories
from news.worker import ParserProcess
from projects.indexing import IndexProjects
from publishing.alerts import SendAlerts
from publishing.corrections import SendCorrections
from publishing.digests import SendDueDigests
from publishing.followed_at_once import SendProjectNews
from publishing.pruning import PruneOld
from publishing.worker import LongReportWorker, ReportWorker
from storage import schema
from storage.database import Database
from storage.running import running
from views.links import BotLinks

log = structlog.get_logger(__name__)

SOURCES_SECONDS = 20
ALERTS_SECONDS = 5
ANNOUNCEMENTS_SECONDS = 1
"""Feeding, guarding and watching alike."""
IMPORTS_SECONDS = 2
RESULTS_SECONDS = 1
FOLLOWED_SECONDS = 30
CHANNELS_SECONDS = 30
LINKING_SECONDS = 20
NUDGES_SECONDS = 600
HEADS_SECONDS = 900
PRUNING_SECONDS = 1800
"""How often to look whether it is night."""
TICK_STOP_SECONDS = 10.0


class StartError(OperatorError):
    """The program cannot start; the text is one sentence for the operator."""


@dataclass
class Program:
    """Everything that runs, wired. Made by `assembled`."""

    settings: Settings
    database: Database
    clock: Clock
    bot: Bot
    dispatcher: Dispatcher
    sender: Sender
    menus: Menus
    send_due_digests: SendDueDigests
    send_corrections: SendCorrections
    send_alerts: SendAlerts
    send_project_news: SendProjectNews
    prune_old: PruneOld
    collect_due: CollectDue
    index_stories: IndexStories
    index_projects: IndexProjects
    cases: dict[str, Any]

    def __post_init__(self) -> None:
        self.intake = Intake(self.feed, self.clock)
        self.keep_channels = KeepChannels(
            self.settings.channel_id,
            self.bot,
            self.cases["seed_channels"],
            self.cases["heed_rights"],
            self.clock,
        )

    async def feed(self, update: RawUpdate) -> None:
        """Handle one update as Telegram sent it."""
        metrics.updates.inc()
        await self.dispatcher.feed_raw_update(self.bot, update)

    async def tick_digests(self) -> None:
        """Enqueue the digests that are due, and let them go at once."""
        await self.send_due_digests()
        self.sender.wake()

    async def tick_sources(self) -> None:
        await self.collect_due()
        self.sender.wake()

    async def tick_search(self) -> None:
        """Index what was stored before it could be searched for; nothing, once that is done."""
        await self.index_stories()
        await self.index_projects()

    async def tick_corrections(self) -> None:
        """Put right what readers have had."""
        if await self.send_corrections():
            self.sender.wake()

    async def tick_imports(self) -> None:
        """Apply the spreadsheets that people pressed "apply" on."""
        await self.cases["apply_asked"]()

    async def tick_alerts(self) -> None:
        """Tell what is new at once to those who asked."""
        if await self.send_alerts():
            self.sender.wake()

    async def tick_channels(self) -> None:
        """Post in channels what is to be posted there; see that the bot may."""
        await self.keep_channels.again()
        posts = await self.cases["post_in_channels"]()
        if posts + await self.cases["pin_digests"]():
            self.sender.wake()

    async def tick_announcements(self) -> None:
        """Begin what is due, and keep the outbox fed with what is being announced."""
        begun = await self.cases["start_due"]()
        if await self.cases["feed_announcements"]() or begun:
            self.sender.wake()

    async def tick_guarding(self) -> None:
        """Pause announcements that go wrong, and hold back what belongs to stopped ones."""
        if await self.cases["guard_announcements"]():
            self.sender.wake()  # the admins are told why
        await self.cases["hold_back"]()

    async def tick_watching(self) -> None:
        """Tell those who watch an announcement how far it is."""
        await self.cases["tell_progress"]()

    async def tick_amending(self) -> None:
        """Edit and delete what people have of announcements, where that was decided."""
        if await self.cases["amend_announcements"]():
            self.sender.wake()

    async def tick_results(self) -> None:
        """Make the files of announcements' results that people have asked for."""
        await self.cases["make_asked_files"]()

    async def tick_linking(self) -> None:
        """Link stories to the projects they tell of; officials are told what waits for them."""
        if await self.cases["link_stories"]():
            self.sender.wake()

    async def tick_followed(self) -> None:
        """Tell at once what changed in projects, to those who follow them so."""
        if await self.send_project_news():
            self.sender.wake()

    async def tick_nudges(self) -> None:
        """Ask and remind the curators who have their morning."""
        if await self.cases["send_nudges"]():
            self.sender.wake()

    async def tick_files(self) -> None:
        """Fetch what Telegram did not give when it was sent."""
        await self.cases["copy_files"]()

    async def tick_heads(self) -> None:
        """Tell the heads what has been overdue or silent for long."""
        if await self.cases["tell_heads"]():
            self.sender.wake()

    async def tick_pruning(self) -> None:
        """Once a night, drop what no promise needs any more."""
        if pruned := await self.prune_old.when_due():
            log.info("dropped what is not needed any more", **asdict(pruned))


Beside = Callable[[Program, asyncio.Event], Coroutine[Any, Any, None]]


@asynccontextmanager
async def assembled(
    settings: Settings, database: Database, bot: Bot, me: User, clock: Clock
) -> AsyncIterator[Program]:
    """The program around a database and a bot that Telegram knows as `me`."""
    limiter = Limiter(clock, settings.messages_per_second)
    links = BotLinks(me.username)
    menus = Menus(bot, database, settings.default_language)
    async with (
        Fetcher(clock, allow=settings.fetch_allow) as fetch,
        ParserProcess() as parse,
        ReportWorker() as reporter,
        LongReportWorker() as long_reporter,
    ):
        answers = LimitedAnswers(bot, limiter)
        wired = wire(
            database,
            clock,
            Outside(
                answers,
                ChatAdmins(bot),
                menus,
                links,
                fetch,
                parse,
                TelegramFiles(bot),
                reporter.run,
                look_by(bot),
                long_reporter.run,
            ),
            admin_ids=settings.admin_ids,
            schedule=Schedule(timezone=settings.timezone),
            oc4ids_prefix=settings.oc4ids_prefix,
            messages_per_second=settings.messages_per_second,
            default_language=settings.default_language,
        )
        yield Program(
            settings,
            database,
            clock,
            bot,
            wired.dispatcher,
            Sender(database, TelegramSender(bot), limiter, clock),
            menus,
            SendDueDigests(database, clock, links),
            SendCorrections(database, clock, links),
            SendAlerts(database, clock, links),
            SendProjectNews(database, clock, links),
            PruneOld(database, clock, settings.timezone),
            wired.cases["collect_due"],
            IndexStories(database),
            IndexProjects(database),
            wired.cases,
        )


async def run(settings: Settings) -> None:
    """Run until a signal; raises KeruenError where it cannot start or go on."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        await run_until(settings, stop)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


async def run_until(
    settings: Settings,
    stop: asyncio.Event,
    clock: Clock | None = None,
    beside: Beside | None = None,
) -> None:
    """Run until `stop` is set, with one more part beside the bot's own (the demo's, a test's)."""
    if not time_zones_are_current():
        raise StartError("the time zones of this machine are out of date: update tzdata")
    url = settings.database_url.get_secret_value()
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(running(url))
        if url.startswith("sqlite"):
            await schema.migrate(url)
        await schema.check(url)
        database = Database(url)
        stack.push_async_callback(database.close)
        bot = make_bot(settings.token(), settings.bot_api_url)
        stack.push_async_callback(bot.session.close)
        me = await introduce(bot, stop)
        if me is None:
            return
        program = await stack.enter_async_context(assembled(settings, database, bot, me, clock))
        if settings.redis_url is not None:
            log.info("one process keeps its limits in memory: KERUEN_REDIS_URL is not used")
        # What was made to start with stays: looking through it again and again would only hold
        # up the loop.
        gc.collect()
        gc.freeze()
        log.info("at work", bot=me.username)
        await _work(program, stop, beside)
        log.info("stopped")


async def introduce(bot: Bot, stop: asyncio.Event) -> User | None:
    """Who the token says we are; None if told to stop first."""
    try:
        return await patiently(stop, "ask Telegram who the bot is", bot.get_me)
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise PollerStoppedError("Telegram refuses the token: check KERUEN_BOT_TOKEN") from error


async def _work(program: Program, stop: asyncio.Event, beside: Beside | None) -> None:
    ticks = Ticks()
    ticks.every(60, "digests", program.tick_digests)
    # One that finds no slot free is over at once: no more run than there are slots, and one.
    ticks.every(SOURCES_SECONDS, "sources", program.tick_sources, AT_ONCE + 1)
    ticks.every(IMPORTS_SECONDS, "imports", program.tick_imports)
    ticks.every(CHANNELS_SECONDS, "channels", program.tick_channels)
    ticks.every(ANNOUNCEMENTS_SECONDS, "announcements", program.tick_announcements)
    ticks.every(ANNOUNCEMENTS_SECONDS, "guarding", program.tick_guarding)
    # One that finds the last still waiting for Telegram is over at once.
    ticks.every(ANNOUNCEMENTS_SECONDS, "watching", program.tick_watching, 2)
    ticks.every(ANNOUNCEMENTS_SECONDS, "amending", program.tick_amending)
    ticks.every(RESULTS_SECONDS, "results", program.tick_results)
    ticks.every(ALERTS_SECONDS, "alerts", program.tick_alerts)
    ticks.every(FOLLOWED_SECONDS, "followed", program.tick_followed)
    ticks.every(60, "search", program.tick_search)
    ticks.every(60, "corrections", program.tick_corrections)
    ticks.every(LINKING_SECONDS, "linking", program.tick_linking)
    ticks.every(NUDGES_SECONDS, "nudges", program.tick_nudges)
    ticks.every(60, "files", program.tick_files)
    ticks.every(HEADS_SECONDS, "heads", program.tick_heads)
    ticks.every(PRUNING_SECONDS, "pruning", program.tick_pruning)
    settings = program.settings

    await patiently(stop, "make the channels subscribers", program.keep_channels)
    # Before the sender: what was in line when the night came waits for the morning.
    await patiently(stop, "look after announcements", program.tick_announcements)
    async with http_door(settings, program.intake, program.sender):
        ticks.start()
        parts: dict[str, Coroutine[Any, Any, None]] = {
            "sender": program.sender.run(stop),
            "updates": _updates(program, stop),
            "first_looks": _first_looks(program, stop),
        }
        if beside is not None:
            parts["beside"] = beside(program, stop)
        try:
            await run_together(stop, **parts)
        finally:
            await ticks.stop(TICK_STOP_SECONDS)


async def _first_looks(program: Program, stop: asyncio.Event) -> None:
    """What need not be waited for at the start; then nothing, until the stop."""
    await patiently(stop, "set the menus", program.menus.set_global)
    await patiently(stop, "send the digests that are due", program.tick_digests)
    await patiently(stop, "index what search should find", program.tick_search)
    await stop.wait()


async def _updates(program: Program, stop: asyncio.Event) -> None:
    kinds = program.dispatcher.resolve_used_update_types()
    settings = program.settings
    if settings.webhook_url is None:
        await Poller(program.bot, program.intake, kinds).run(stop)
        return
    assert settings.webhook_secret is not None
    url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()

    async def set_webhook() -> bool:
        return await program.bot.set_webhook(url, secret_token=secret, allowed_updates=kinds)

    try:
        await patiently(stop, "set the webhook", set_webhook)
    except REFUSED as error:
        raise StartError(f"Telegram refuses the webhook: {error}") from error
    await stop.wait()
