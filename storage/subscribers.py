"""Queries over subscribers."""

from sqlalchemy.ext.asyncio import AsyncSession


class Subscribers:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
