"""Queries over articles."""

from sqlalchemy.ext.asyncio import AsyncSession


class Articles:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
