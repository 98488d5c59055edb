"""Files that people send, as Telegram keeps them."""

import asyncio
from contextlib import aclosing

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiohttp import ClientError

from delivery.files import LARGEST_FILE, FileNotFetchedError, FileTooLargeError

FETCH_SECONDS = 8.0
"""Within what one update may take (bot/intake.py), and some left to answer."""
_CHUNK = 2**16


class TelegramFiles:
    """delivery's port over getFile and the address that it names."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str, limit: int) -> bytes:
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                return await self._download(file_id, min(limit, LARGEST_FILE))
        except (AiogramError, ClientError, TimeoutError) as error:
            if "file is too big" in str(error):
                raise FileTooLargeError(file_id, min(limit, LARGEST_FILE)) from error
            # The error may name the address, and the token is part of that.
            raise FileNotFetchedError(file_id, type(error).__name__) from None

    async def _download(self, file_id: str, limit: int) -> bytes:
        file = await self._bot.get_file(file_id)
        if (file.file_size or 0) > limit:
            raise FileTooLargeError(file_id, limit)
        if file.file_path is None:
            raise FileNotFetchedError(file_id, "Telegram names no address")
        url = self._bot.session.api.file_url(self._bot.token, file.file_path)
        content = bytearray()
        async with aclosing(self._bot.session.stream_content(url, chunk_size=_CHUNK)) as chunks:
            async for chunk in chunks:
                content += chunk
                if len(content) > limit:
                    raise FileTooLargeError(file_id, limit)
        return bytes(content)
