"""The HTTP door: /webhook for Telegram, /healthz, /readyz and /metrics for the operator.

It is handed what it serves as callables and knows neither the dispatcher nor the database.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

UpdateHandler = Callable[[bytes], Awaitable[bool]]
"""Handles one update given as JSON; False: it should come again; ValueError: it is none."""
Readiness = Callable[[], Awaitable[Mapping[str, str]]]
"""What is not as it should be, by part; empty when all is well."""
Metrics = Callable[[], tuple[bytes, str]]
"""The metrics and their content type."""

MAX_UPDATE_BYTES = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def make_app(
    *,
    ready: Readiness,
    metrics: Metrics,
    handle_update: UpdateHandler | None = None,
    webhook_path: str = "/webhook",
    secret: str = "",
) -> web.Application:
    """The application; without `handle_update` there is no webhook in it."""
    app = web.Application(client_max_size=MAX_UPDATE_BYTES)

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readiness(_: web.Request) -> web.Response:
        troubles = await ready()
        return web.json_response(
            {"ok": not troubles, "troubles": dict(troubles)}, status=503 if troubles else 200
        )

    async def measured(_: web.Request) -> web.Response:
        body, content_type = metrics()
        return web.Response(body=body, headers={"Content-Type": content_type})

    async def webhook(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        assert handle_update is not None
        try:
            is_done = await handle_update(await request.read())
        except ValueError:
            return web.Response(status=400)
        return web.Response(
            status=200 if is_done else 503
        )  # after handling: a crash before this brings the update again

    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", readiness)
    app.router.add_get("/metrics", measured)
    if handle_update is not None:
        app.router.add_post(webhook_path, webhook)
    return app
