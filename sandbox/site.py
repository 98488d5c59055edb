"""A small site of sample feeds: five outlets that do not exist, with news made of real projects.

One waiting item is published every `interval` seconds, so that there is something to see.
`python -m sandbox.site` serves until it is told to stop.
"""

import argparse
import asyncio
import hashlib
import html
import json
import signal
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path
from typing import Any, Self

from aiohttp import web

DATA = Path(__file__).parent / "site_data" / "outlets.json"
_CSS = "body{font:18px/1.6 system-ui;max-width:40em;margin:3em auto;padding:0 1em;color:#223}"


@dataclass
class Outlet:
    """One feed: what it prints, and what it will print later."""

    slug: str
    title: str
    language: str
    format: str
    encoding: str
    url: str = ""
    items: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)


class Site:
    """`async with Site() as site: site.feeds`."""

    def __init__(self, port: int = 0, interval: float | None = 45) -> None:
        self._port = port
        self._interval = interval
        self._numbers = iter(range(1, 1_000_000))
        self.feeds = [Outlet(**outlet) for outlet in json.loads(DATA.read_text("utf-8"))]
        began = time.time()
        for outlet in self.feeds:
            for item in outlet.items:
                self._date(item, began - item["hours"] * 3600)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/feeds/{slug}.xml", self._feed)
        app.router.add_get("/news/{number}", self._article)
        app.router.add_get("/feeds.json", self._list)
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

    def release_next(self) -> dict[str, Any] | None:
        """Publish the next waiting item, of the outlet with the most of them; None: no more."""
        outlet = max(self.feeds, key=lambda each: len(each.waiting))
        if not outlet.waiting:
            return None
        item = outlet.waiting.pop(0)
        self._date(item, time.time())
        outlet.items.insert(0, item)
        return item

    def _date(self, item: dict[str, Any], moment: float) -> None:
        item["number"] = next(self._numbers)
        item["published"] = moment

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
        make = self._atom if outlet.format == "atom" else self._rss
        body = make(outlet).encode(outlet.encoding, "xmlcharrefreplace")
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Cache-Control": "max-age=1"}
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers=headers)
        kind = "application/atom+xml" if outlet.format == "atom" else "application/rss+xml"
        return web.Response(body=body, headers=headers | {"Content-Type": kind})

    def _rss(self, outlet: Outlet) -> str:
        items = "".join(
            f"<item><title>{_x(item['title'])}</title>"
            f"<link>{self._link(item)}</link>"
            f'<guid isPermaLink="false">{outlet.slug}-{item["number"]}</guid>'
            f"<description>{_x('<p>' + item['text'] + '</p>')}</description>"
            f"<pubDate>{formatdate(item['published'])}</pubDate></item>\n"
            for item in outlet.items
        )
        return (
            f'<?xml version="1.0" encoding="{outlet.encoding}"?>\n<rss version="2.0"><channel>'
            f"<title>{_x(outlet.title)}</title><link>{self.url}</link>"
            f"<language>{outlet.language}</language><ttl>1</ttl>\n{items}</channel></rss>\n"
        )

    def _atom(self, outlet: Outlet) -> str:
        entries = "".join(
            f"<entry><title>{_x(item['title'])}</title>"
            f'<link href="{self._link(item)}"/><id>urn:{outlet.slug}:{item["number"]}</id>'
            f'<summary type="text">{_x(item["text"])}</summary>'
            f"<updated>{_iso(item['published'])}</updated></entry>\n"
            for item in outlet.items
        )
        return (
            f'<?xml version="1.0" encoding="{outlet.encoding}"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{_x(outlet.title)}</title>'
            f"<id>urn:{outlet.slug}</id><updated>{_iso(time.time())[:14]}00:00Z</updated>\n"
            f"{entries}</feed>\n"
        )

    def _link(self, item: dict[str, Any]) -> str:
        return f"{self.url}/news/{item['number']}"

    async def _article(self, request: web.Request) -> web.Response:
        for outlet in self.feeds:
            for item in outlet.items:
                if str(item["number"]) == request.match_info["number"]:
                    return web.Response(text=_page(outlet, item), content_type="text/html")
        raise web.HTTPNotFound


def _x(text: str) -> str:
    return html.escape(text)


def _iso(moment: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def _page(outlet: Outlet, item: dict[str, Any]) -> str:
    return (
        f'<!doctype html><html lang="{outlet.language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{_x(item["title"])}</title>'
        f"<style>{_CSS}</style><p>{_x(outlet.title)}</p>"
        f"<h1>{_x(item['title'])}</h1><p>{_x(item['text'])}</p></html>"
    )


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
