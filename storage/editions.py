"""Queries over editions, their ledger, and the bodies made of them."""

from sqlalchemy.ext.asyncio import AsyncSession


class Editions:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
