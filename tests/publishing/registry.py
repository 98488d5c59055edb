"""Projects that change, and chats that follow them, for tests of what goes out."""

from typing import Any

from sqlalchemy import select

from accounts.actor import OPERATOR
from model.ids import ChangeId, ProjectId
from model.projects import Field, Follow, FollowKind, Project, Why
from projects.recording import AddProject, RecordChanges
from storage.tables import SubscriberTable
from tests.projects import makers
from tests.publishing.stage import Stage


class Registry:
    """On the stage: an operator changes projects, chats follow them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._add = AddProject(stage.database, stage.clock, makers.rights())
        self._record = RecordChanges(stage.database, stage.clock, makers.rights())

    async def project(self, **fields: Any) -> ProjectId:
        told = makers.CABLE | {Field(name): value for name, value in fields.items()}
        return (await self._add(OPERATOR, told, makers.WHY)).project.id

    async def get(self, number: ProjectId) -> Project:
        async with self.stage.database.reading() as db:
            project = await db.projects.get(number)
        assert project is not None
        return project

    async def change(
        self, number: ProjectId, reason: str = "по итогам проверки", **fields: Any
    ) -> list[ChangeId]:
        project = await self.get(number)
        changes = {Field(name): value for name, value in fields.items()}
        why = Why(reason, "https://example.kz/act")
        recorded = await self._record(OPERATOR, number, changes, why, seen=project.version)
        return [one.id for one in recorded.changes]

    async def follow(
        self, kind: FollowKind, key: object, *, chat_id: int = 100, at_once: bool = False
    ) -> None:
        now = self.stage.clock.now()
        async with self.stage.database.writing() as db:
            chat = await self._chat(db, chat_id)
            last = await db.projects.last_change_id()
            await db.follows.add(Follow(chat, kind, str(key), at_once, now, last))

    async def unfollow(self, kind: FollowKind, key: object, *, chat_id: int = 100) -> None:
        async with self.stage.database.writing() as db:
            await db.follows.remove(await self._chat(db, chat_id), kind, str(key))

    @staticmethod
    async def _chat(db: Any, chat_id: int) -> Any:
        query = select(SubscriberTable.id).where(SubscriberTable.chat_id == chat_id)
        return await db.session.scalar(query)
