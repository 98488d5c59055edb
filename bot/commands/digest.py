"""digest: what would go out, and sending what is due."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from cyclopts import App

from bot.commands.context import begin, opened
from bot.settings import Settings
from common.errors import OperatorError

app = App(name="digest", help="Preview a digest, or send what is due.")


class WrongTimeError(OperatorError):
    """`--at` is no moment."""


@app.command
async def preview(*, chat: int, at: str | None = None) -> int:
    """What a chat would get now, as text. Nothing of it is kept.

    Parameters
    ----------
    chat: int
        The chat's id at Telegram.
    at: str
        Another moment, ISO 8601; without an offset in KERUEN_TIMEZONE.
    """
    from common.clock import SystemClock
    from model.ids import ChatId
    from publishing.digests import PreviewDigest
    from views.links import BotLinks
    from views.packing import readable

    settings = begin()
    moment = _moment(at, settings)
    async with opened(settings) as database:
        shown = await PreviewDigest(database, SystemClock(), BotLinks())(ChatId(chat), moment)
    if shown is None:
        raise OperatorError(f"nobody knows the chat {chat}")
    print("nothing new" if shown.message is None else readable(shown.message.text))
    return 0


@app.command
async def send(*, at: str | None = None) -> None:
    """Enqueue the digests that are due; a running bot sends them within a second.

    Parameters
    ----------
    at: str
        The clock for choosing, ISO 8601; without an offset in KERUEN_TIMEZONE.
    """
    from common.clock import SystemClock
    from publishing.digests import SendDueDigests
    from views.links import BotLinks

    settings = begin()
    moment = _moment(at, settings)
    async with opened(settings) as database:
        links = BotLinks(await _username(settings))
        enqueued = await SendDueDigests(database, SystemClock(), links)(moment)
    print(f"{enqueued.digests} digests and {enqueued.notices} notices enqueued")


async def _username(settings: Settings) -> str | None:
    """The bot's name for links into it; None where Telegram cannot be asked."""
    if settings.bot_token is None:
        return None
    from aiogram.exceptions import AiogramError

    from bot.session import make_bot

    bot = make_bot(settings.token(), settings.bot_api_url)
    try:
        return (await bot.get_me(request_timeout=5)).username
    except AiogramError:
        return None
    finally:
        await bot.session.close()


def _moment(at: str | None, settings: Settings) -> datetime | None:
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise WrongTimeError(f"--at: {at!r} is no ISO 8601 time") from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(settings.timezone))
    return moment.astimezone(UTC)
