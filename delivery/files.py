"""The way to files that people send: bot/files.py in life, a fake in tests."""

from typing import Protocol

from common.errors import KeruenError

LARGEST_FILE = 20 * 2**20
"""Bytes that Telegram lets a bot download."""


class FileError(KeruenError):
    """A file that was sent cannot be had."""


class FileTooLargeError(FileError):
    def __init__(self, file_id: str, limit: int) -> None:
        super().__init__(
            f"file {file_id} has more than {limit} bytes",
            "error-file-large",
            megabytes=max(limit // 2**20, 1),
        )


class FileNotFetchedError(FileError):
    """Telegram does not give it, or not now."""

    def __init__(self, file_id: str, why: str) -> None:
        super().__init__(f"file {file_id} was not fetched: {why}", "error-file-not-fetched")


class Files(Protocol):
    async def fetch(self, file_id: str, limit: int) -> bytes:
        """The file's bytes; FileTooLargeError if they are more than `limit`, or FileError.

        Asks the network: to be called before a transaction is opened.
        """
        ...
