"""Queries over the outbox and its bodies: the one place where rows change state."""

from sqlalchemy.ext.asyncio import AsyncSession


class Outbox:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
