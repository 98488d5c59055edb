"""migrate, backup, restore."""

from pathlib import Path

from bot.commands.context import begin


async def migrate() -> None:
    """Bring the database to the newest schema."""
    from storage import schema

    url = begin().database_url.get_secret_value()
    await schema.migrate(url)
    print(f"the database is at revision {schema.head()}")


async def backup(file: Path | None = None) -> None:
    """Write a consistent copy of the database, while the bot runs.

    Parameters
    ----------
    file: Path
        Where to; a new file in KERUEN_BACKUP_DIR if left out.
    """
    from common.clock import SystemClock
    from storage import backup as copies

    settings = begin()
    if file is None:
        file = settings.backup_dir / f"keruen-{SystemClock().now():%Y%m%dT%H%M%SZ}.db"
    await copies.backup(settings.database_url.get_secret_value(), file)
    print(file)


async def restore(file: Path, *, force: bool = False) -> None:
    """Put a backup in the place of the database. The bot must be stopped.

    Parameters
    ----------
    file: Path
        What `keruen backup` wrote.
    force: bool
        Replace what the database holds.
    """
    from storage import backup as copies

    await copies.restore(begin().database_url.get_secret_value(), file, force=force)
    print(f"restored from {file}")
