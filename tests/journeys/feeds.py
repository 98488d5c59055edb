"""A site with one feed, and a test that decides what it prints."""

from dataclasses import dataclass, field
from email.utils import format_datetime
from html import escape
from itertools import count
from typing import Self

from aiohttp import web

from common.clock import Clock

LEAD = "Инвестор вкладывает в проект в Туркестанской области 3 млрд тенге."
"""What makes any title news of investment in the region."""


@dataclass
class Feeds:
    """`async with Feeds(clock) as feeds: feeds.publishes("title")`."""

    clock: Clock
    items: list[str] = field(default_factory=list)
    asked: int = 0
    url: str = ""

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def publishes(self, *titles: str, lead: str = LEAD) -> None:
        for title in titles:
            number = next(self._numbers)
            self.items.insert(
                0,
                f"<item><title>{escape(title)}</title><link>{self.site}/news/{number}</link>"
                f"<guid>item-{number}</guid><description>{escape(lead)}</description>"
                f"<pubDate>{format_datetime(self.clock.now())}</pubDate></item>",
            )

    def puts_right(self, before: str, after: str) -> None:
        """The outlet prints other words in the same items."""
        self.items[:] = [item.replace(before, after) for item in self.items]

    def takes_down(self, title: str) -> None:
        """The item is gone, and its page answers 404, as every page here does."""
        self.items[:] = [item for item in self.items if escape(title) not in item]

    @property
    def port(self) -> int:
        return int(self._runner.addresses[0][1])

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/feed.xml", self._feed)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"{self.site}/feed.xml"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _feed(self, _: web.Request) -> web.Response:
        self.asked += 1
        body = (
            "<rss version='2.0'><channel><title>Южные вести</title><language>ru</language>"
            f"{''.join(self.items)}</channel></rss>"
        )
        return web.Response(text=body, content_type="application/rss+xml")
