"""A small site of sample feeds: seven outlets that do not exist, with news made of real projects.

Part of the news is there from the start, dated within the last day; the rest waits, and one item
comes out every `interval` seconds, so that there is something to see.
`python -m sandbox.site` serves until it is told to stop.
"""

import argparse
import asyncio
import hashlib
import html
import itertools
import signal
import time
import tomllib
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path
from typing import Self

from aiohttp import web

DATA = Path(__file__).parent / "site_data"
TURKISTAN_SECONDS = 5 * 3600


@dataclass
class Item:
    """One piece of news. `published` is 0 while it waits for its `turn`."""

    number: int
    title: str
    paragraphs: list[str]
    turn: int = 0
    published: float = 0.0

    @property
    def lead(self) -> str:
        return self.paragraphs[0]


@dataclass
class Outlet:
    """One feed: what it prints, newest first, and what it will print later."""

    slug: str
    title: str
    language: str
    format: str
    encoding: str
    url: str = ""
    items: list[Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)

    @property
    def changed(self) -> float:
        return self.items[0].published if self.items else 0.0

    def publish(self, item: Item, moment: float) -> None:
        item.published = moment
        self.items.append(item)
        self.items.sort(key=lambda each: each.published, reverse=True)


class Site:
    """`async with Site() as site: site.feeds`. With no interval news comes out only when asked."""

    def __init__(self, port: int = 0, interval: float | None = 45) -> None:
        self._port = port
        self._interval = interval
        self.feeds = read_outlets(time.time())

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/", self._front)
        app.router.add_get("/feeds.json", self._list)
        app.router.add_get("/feeds/{slug}.xml", self._feed)
        app.router.add_get("/news/{number}", self._article)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        for outlet in self.feeds:
            outlet.url = f"{self.url}/feeds/{outlet.slug}.xml"
        self._task = asyncio.create_task(self._publish()) if self._interval else None
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._runner.cleanup()

    def release_next(self) -> Item | None:
        """Publish the waiting item whose turn it is; None: there are no more."""
        outlets = [outlet for outlet in self.feeds if outlet.waiting]
        if not outlets:
            return None
        outlet = min(outlets, key=lambda each: each.waiting[0].turn)
        item = outlet.waiting.pop(0)
        outlet.publish(item, time.time())
        return item

    async def _publish(self) -> None:
        assert self._interval is not None
        while True:
            await asyncio.sleep(self._interval)
            self.release_next()

    async def _list(self, _: web.Request) -> web.Response:
        shown = [{"title": o.title, "url": o.url, "language": o.language} for o in self.feeds]
        return web.json_response(shown)

    async def _feed(self, request: web.Request) -> web.Response:
        outlet = next((o for o in self.feeds if o.slug == request.match_info["slug"]), None)
        if outlet is None:
            raise web.HTTPNotFound
        draw = _atom if outlet.format == "atom" else _rss
        body = draw(outlet, self.url).encode(outlet.encoding, "xmlcharrefreplace")
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {
            "ETag": etag,
            "Last-Modified": formatdate(outlet.changed, usegmt=True),
            "Cache-Control": "no-cache",
        }
        if _is_known(request, etag, outlet.changed):
            return web.Response(status=304, headers=headers)
        kind = f"application/{outlet.format}+xml; charset={outlet.encoding}"
        return web.Response(body=body, headers=headers | {"Content-Type": kind})

    async def _front(self, _: web.Request) -> web.Response:
        parts = [f'<li><a href="{o.url}">{_x(o.title)}</a> ({o.language})</li>' for o in self.feeds]
        return _page("Sample feeds", "en", f"<h1>Sample feeds</h1><ul>{''.join(parts)}</ul>")

    async def _article(self, request: web.Request) -> web.Response:
        for outlet in self.feeds:
            for item in outlet.items:
                if str(item.number) == request.match_info["number"]:
                    return _page(item.title, outlet.language, _article(outlet, item))
        raise web.HTTPNotFound


def read_outlets(now: float) -> list[Outlet]:
    """Every outlet of the data folder, its first news dated back from now."""
    numbers = itertools.count(1)
    outlets = []
    for path in sorted(DATA.glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        items = told.pop("items")
        outlet = Outlet(path.stem, **told)
        for each in items:
            paragraphs = [part.strip() for part in each["text"].strip().split("\n\n")]
            item = Item(next(numbers), each["title"], paragraphs, each.get("turn", 0))
            if item.turn:
                outlet.waiting.append(item)
            else:
                outlet.publish(item, now - each["hours"] * 3600)
        outlet.waiting.sort(key=lambda item: item.turn)
        outlets.append(outlet)
    return outlets


def _is_known(request: web.Request, etag: str, changed: float) -> bool:
    """The asker has it already. A tag says more than a date, so the date counts only alone."""
    if "If-None-Match" in request.headers:
        return request.headers["If-None-Match"] == etag
    since = request.if_modified_since
    return since is not None and int(changed) <= since.timestamp()


def _rss(outlet: Outlet, site: str) -> str:
    items = "".join(
        f"<item><title>{_x(item.title)}</title>"
        f"<link>{site}/news/{item.number}</link>"
        f'<guid isPermaLink="false">{outlet.slug}-{item.number}</guid>'
        f"<description>{_x(f'<p>{_x(item.lead)}</p>')}</description>"
        f"<pubDate>{formatdate(item.published)}</pubDate></item>\n"
        for item in outlet.items
    )
    return (
        f'<?xml version="1.0" encoding="{outlet.encoding}"?>\n<rss version="2.0"><channel>'
        f"<title>{_x(outlet.title)}</title><link>{site}</link>"
        f"<description>{_x(outlet.title)}</description><language>{outlet.language}</language>\n"
        f"{items}</channel></rss>\n"
    )


def _atom(outlet: Outlet, site: str) -> str:
    entries = "".join(
        f"<entry><title>{_x(item.title)}</title>"
        f'<link href="{site}/news/{item.number}"/><id>urn:{outlet.slug}:{item.number}</id>'
        f'<summary type="text">{_x(item.lead)}</summary>'
        f"<updated>{_iso(item.published)}</updated></entry>\n"
        for item in outlet.items
    )
    return (
        f'<?xml version="1.0" encoding="{outlet.encoding}"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}">'
        f"<title>{_x(outlet.title)}</title><id>urn:{outlet.slug}</id>"
        f"<updated>{_iso(outlet.changed)}</updated>\n{entries}</feed>\n"
    )


def _article(outlet: Outlet, item: Item) -> str:
    paragraphs = "".join(f"<p>{_x(each)}</p>" for each in item.paragraphs)
    return (
        f"<header>{_x(outlet.title)}</header><article><h1>{_x(item.title)}</h1>"
        f"<time>{_local(item.published)}</time>{paragraphs}</article>"
    )


def _page(title: str, language: str, inside: str) -> web.Response:
    text = (DATA / "page.html").read_text("utf-8")
    for name, value in (("LANGUAGE", language), ("TITLE", _x(title)), ("INSIDE", inside)):
        text = text.replace(f"<!--{name}-->", value)
    return web.Response(text=text, content_type="text/html")


def _x(text: str) -> str:
    return html.escape(text)


def _iso(moment: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def _local(moment: float) -> str:
    return time.strftime("%d.%m.%Y, %H:%M", time.gmtime(moment + TURKISTAN_SECONDS))


async def serve(port: int, interval: float) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with Site(port, interval) as site:
        print(site.url, flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox.site", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="any free one if left out")
    parser.add_argument("--interval", type=float, default=45, help="seconds between new items")
    chosen = parser.parse_args()
    asyncio.run(serve(chosen.port, chosen.interval))


if __name__ == "__main__":
    main()
