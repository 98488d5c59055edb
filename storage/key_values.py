"""Single values that outlive the process."""

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.sharing import is_sqlite
from storage.tables import KeyValueTable


class KeyValues:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, name: str) -> str | None:
        query = select(KeyValueTable.value).where(KeyValueTable.name == name)
        return await self._session.scalar(query)

    async def beginning(self, prefix: str) -> dict[str, str]:
        """All whose names begin so, by name."""
        query = select(KeyValueTable.name, KeyValueTable.value).where(
            KeyValueTable.name.startswith(prefix, autoescape=True)
        )
        found = await self._session.execute(query.order_by(KeyValueTable.name))
        return {row.name: row.value for row in found}

    async def set(self, name: str, value: str) -> None:
        """One statement: two processes may both be the first to set it."""
        dialect = sqlite if is_sqlite(self._session) else postgresql
        added = dialect.insert(KeyValueTable).values(name=name, value=value)
        await self._session.execute(
            added.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )

    async def forget(self, name: str) -> None:
        await self._session.execute(delete(KeyValueTable).where(KeyValueTable.name == name))
