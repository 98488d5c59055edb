"""Queries over roles."""

from sqlalchemy.ext.asyncio import AsyncSession


class Roles:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
