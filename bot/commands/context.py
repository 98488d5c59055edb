"""What commands begin with: settings, logging, the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.settings import Settings, load, unknown

if TYPE_CHECKING:
    from storage.database import Database


def begin() -> Settings:
    """The settings, with logging set up by them."""
    import structlog

    from bot import log

    settings = load()
    log.configure(settings.log_format, settings.secrets())
    for name in unknown():
        structlog.get_logger(__name__).warning("a setting that means nothing", name=name)
    return settings


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator["Database"]:
    """The database, at the schema this code expects; a new SQLite file is made on the way."""
    from storage import schema
    from storage.database import Database

    url = settings.database_url.get_secret_value()
    if url.startswith("sqlite") and await schema.revision(url) is None:
        await schema.migrate(url)
    await schema.check(url)
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()
