"""Files that people send, over real HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.files import TelegramFiles
from bot.session import make_bot
from delivery.files import FileNotFetchedError, FileTooLargeError
from sandbox.server import Sandbox

TOKEN = "42:TEST"
PERSON = 1001
CONTENT = b"\x00\xffkeruen" * 50_000


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(token=TOKEN) as sandbox:
        sandbox.user("Сергей", "ru", id=PERSON)
        yield sandbox


@pytest.fixture
async def files(sandbox: Sandbox) -> AsyncIterator[TelegramFiles]:
    bot = make_bot(TOKEN, sandbox.url)
    yield TelegramFiles(bot)
    await bot.session.close()


def _sent(sandbox: Sandbox, content: bytes = CONTENT) -> str:
    """The id of a file that somebody has sent."""
    sandbox.say(PERSON, document=("projects.xlsx", content))
    return str(sandbox.messages(PERSON)[-1]["document"]["file_id"])


async def test_a_file_comes_as_it_was_sent(sandbox: Sandbox, files: TelegramFiles) -> None:
    assert await files.fetch(_sent(sandbox), len(CONTENT)) == CONTENT


async def test_a_large_file_is_not_downloaded(sandbox: Sandbox, files: TelegramFiles) -> None:
    with pytest.raises(FileTooLargeError):
        await files.fetch(_sent(sandbox), len(CONTENT) - 1)


async def test_what_telegram_finds_too_big_is_too_large(
    sandbox: Sandbox, files: TelegramFiles
) -> None:
    with pytest.raises(FileTooLargeError) as told:
        await files.fetch(_sent(sandbox, bytes(21 * 2**20)), 50 * 2**20)
    assert told.value.values == {"megabytes": 20}


@pytest.mark.parametrize("trouble", [{"code": 400, "description": "x"}, {"drop": "before"}])
async def test_a_file_that_is_not_given_is_an_error(
    sandbox: Sandbox, files: TelegramFiles, trouble: dict[str, Any]
) -> None:
    file_id = _sent(sandbox)
    sandbox.fault("getFile", **trouble)
    with pytest.raises(FileNotFetchedError):
        await files.fetch(file_id, len(CONTENT))


async def test_the_token_is_in_no_error(sandbox: Sandbox, files: TelegramFiles) -> None:
    file_id = _sent(sandbox)
    sandbox.api.world.files[file_id].file_id = "elsewhere"  # getFile names an address of nothing
    with pytest.raises(FileNotFetchedError) as told:
        await files.fetch(file_id, len(CONTENT))
    assert TOKEN not in str(told.value)
    assert told.value.__cause__ is None
