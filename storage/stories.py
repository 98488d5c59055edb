"""Queries over stories."""

from sqlalchemy.ext.asyncio import AsyncSession


class Stories:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
