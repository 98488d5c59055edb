"""The HTTP door, opened where the settings ask for one."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

from bot import metrics
from bot.intake import Intake
from bot.settings import Settings
from common.errors import OperatorError
from delivery.sender import Sender
from web.app import make_app

DEFAULT_PORT = 8080


@asynccontextmanager
async def http_door(settings: Settings, intake: Intake, sender: Sender) -> AsyncIterator[None]:
    """OperatorError where its port cannot be had."""
    if settings.http_port is None and settings.webhook_url is None:
        yield
        return

    async def handle_update(body: bytes) -> bool:
        update = json.loads(body)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            raise ValueError("not an update")
        return await intake(update)

    async def ready() -> dict[str, str]:
        trouble = sender.trouble
        return {"sender": trouble} if trouble else {}

    app = make_app(
        ready=ready,
        metrics=metrics.exposition,
        handle_update=handle_update if settings.webhook_url else None,
        webhook_path=urlsplit(settings.webhook_url or "").path or "/",
        secret=settings.webhook_secret.get_secret_value() if settings.webhook_secret else "",
    )
    runner = web.AppRunner(app, handle_signals=False, access_log=None)
    await runner.setup()
    port = settings.http_port or DEFAULT_PORT
    try:
        try:
            await web.TCPSite(runner, settings.http_host, port).start()
        except OSError as error:
            raise OperatorError(
                f"KERUEN_HTTP_PORT: {settings.http_host}:{port} cannot be used: {error.strerror}"
            ) from error
        yield
    finally:
        await runner.cleanup()
