"""Queries over sources."""

from sqlalchemy.ext.asyncio import AsyncSession


class Sources:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
