"""Single values that outlive the process."""

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import KeyValueTable


class KeyValues:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, name: str) -> str | None:
        query = select(KeyValueTable.value).where(KeyValueTable.name == name)
        return await self._session.scalar(query)

    async def set(self, name: str, value: str) -> None:
        changed = await self._session.execute(
            update(KeyValueTable)
            .where(KeyValueTable.name == name)
            .values(value=value)
            .returning(KeyValueTable.name)
        )
        if changed.first() is None:
            await self._session.execute(insert(KeyValueTable).values(name=name, value=value))

    async def forget(self, name: str) -> None:
        await self._session.execute(delete(KeyValueTable).where(KeyValueTable.name == name))
