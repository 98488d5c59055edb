"""What the measured ones talk to, in its own process: a Bot API that answers at once, feeds."""

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from aiohttp import web

FEEDS = 20
ENTRIES = 100
_TEXT = "Инвестор вкладывает в производство. " * 6
_CHAT = '{"id":1,"type":"private","first_name":"A"}'
_BOT = '{"id":42,"is_bot":true,"first_name":"Keruen","username":"keruen_bot"}'
_MESSAGE = '{"message_id":7,"date":1,"chat":%s,"from":%s,"text":"x"}' % (_CHAT, _BOT)  # noqa: UP031
_ANSWERS = {"getMe": _BOT, "sendMessage": _MESSAGE, "editMessageText": _MESSAGE}


def feed(number: int) -> bytes:
    """An RSS feed of 100 entries about nothing in particular."""
    items = "".join(
        f"<item><title>Завод номер {number}-{entry} в Кентау: инвестиции растут</title>"
        f"<link>https://example.kz/{number}/{entry}</link><guid>{number}-{entry}</guid>"
        f"<description>&lt;p&gt;{_TEXT}&lt;/p&gt;</description>"
        "<pubDate>Mon, 23 Nov 2026 08:00:00 +0500</pubDate></item>"
        for entry in range(ENTRIES)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{number}'
        f"</title><link>https://example.kz</link>{items}</channel></rss>"
    ).encode()


async def _answer(request: web.Request) -> web.Response:
    await request.read()
    if request.match_info["method"] == "getUpdates":
        await asyncio.sleep(1)
        return web.Response(text='{"ok":true,"result":[]}', content_type="application/json")
    result = _ANSWERS.get(request.match_info["method"], "true")
    return web.Response(text=f'{{"ok":true,"result":{result}}}', content_type="application/json")


async def _feed(request: web.Request) -> web.Response:
    body = feed(int(request.match_info["number"]))
    return web.Response(body=body, content_type="application/rss+xml")


def _serve(pipe: Connection) -> None:
    async def serve() -> None:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", _answer)
        app.router.add_get("/feeds/{number}", _feed)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        pipe.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
        await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
        await runner.cleanup()

    asyncio.run(serve())


@contextmanager
def server() -> Iterator[str]:
    """The server's address, while it runs."""
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("stop")
        process.join(5)
        if process.is_alive():
            process.terminate()
