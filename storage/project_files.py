"""Queries over the files of projects: bytes of our own beside Telegram's copy."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import FileId, ProjectId
from model.updates import WaitingFile
from storage.tables import ProjectFileTable


class ProjectFiles:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self,
        project: ProjectId,
        name: str,
        content: bytes | None,
        file_id: str | None,
        now: datetime,
        next_try_at: datetime | None = None,
    ) -> FileId:
        """A file; `content` is None where its bytes are to be fetched at `next_try_at`."""
        added = await self._session.execute(
            insert(ProjectFileTable)
            .values(
                project_id=project,
                name=name,
                content=content,
                file_id=file_id,
                added_at=now,
                next_try_at=next_try_at,
                failures=0,
            )
            .returning(ProjectFileTable.id)
        )
        return FileId(added.scalar_one())

    async def content(self, number: FileId) -> bytes | None:
        """None for one that is not there, or not yet."""
        query = select(ProjectFileTable.content).where(ProjectFileTable.id == number)
        return await self._session.scalar(query)

    async def name(self, number: FileId) -> str | None:
        query = select(ProjectFileTable.name).where(ProjectFileTable.id == number)
        return await self._session.scalar(query)

    async def due(self, now: datetime, limit: int) -> list[WaitingFile]:
        """Files to be fetched once more."""
        rows = await self._session.execute(
            select(ProjectFileTable.id, ProjectFileTable.file_id, ProjectFileTable.failures)
            .where(ProjectFileTable.next_try_at <= now, ProjectFileTable.file_id.is_not(None))
            .order_by(ProjectFileTable.next_try_at)
            .limit(limit)
        )
        return [WaitingFile(FileId(row.id), row.file_id or "", row.failures) for row in rows]

    async def fetched(self, number: FileId, content: bytes) -> None:
        await self._session.execute(
            update(ProjectFileTable)
            .where(ProjectFileTable.id == number)
            .values(content=content, next_try_at=None)
        )

    async def failed(self, number: FileId, next_try_at: datetime | None) -> None:
        """`next_try_at` is None where it is not to be had any more."""
        await self._session.execute(
            update(ProjectFileTable)
            .where(ProjectFileTable.id == number)
            .values(next_try_at=next_try_at, failures=ProjectFileTable.failures + 1)
        )

    async def drop(self, numbers: Collection[FileId]) -> None:
        await self._session.execute(
            delete(ProjectFileTable).where(ProjectFileTable.id.in_(numbers))
        )
