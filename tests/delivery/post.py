"""The outbox in the hands of a test: people to write to, rows put in, rows looked at."""

from datetime import datetime, time
from typing import Any

from markupsafe import Markup
from sqlalchemy import insert, select

from delivery.outgoing import Outgoing
from model.ids import ChatId, RowId, SubscriberId
from model.outbox import Action, NewRow, Priority
from storage.database import Database
from storage.tables import OutboxTable, SubscriberTable
from tests.clocks import ManualClock


class Post:
    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock
        self._known: dict[int, SubscriberId] = {}
        self._count = 0

    async def person(self, chat_id: int) -> SubscriberId:
        if chat_id not in self._known:
            async with self.database.writing() as db:
                made = await db.session.scalar(
                    insert(SubscriberTable)
                    .values(
                        chat_id=chat_id,
                        kind="private" if chat_id > 0 else "group",
                        language="ru",
                        choices={},
                        timezone="Asia/Almaty",
                        digest_time=time(9),
                        days=127,
                        created_at=self.clock.now(),
                        subscribed_at=self.clock.now(),
                        next_digest_at=self.clock.now(),
                        thread_id=7,
                    )
                    .returning(SubscriberTable.id)
                )
            assert made is not None
            self._known[chat_id] = SubscriberId(made)
        return self._known[chat_id]

    async def put(
        self,
        chat_id: int,
        text: str = "a digest",
        *,
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
        priority: Priority = Priority.DIGEST,
        key: str | None = None,
        edits: int | None = None,
        outgoing: Outgoing | None = None,
    ) -> RowId | None:
        """A row that sends the text, or the message that is given, or edits one of ours."""
        subscriber = await self.person(chat_id)
        self._count += 1
        now = self.clock.now()
        said = (outgoing or Outgoing(Markup(text), thread_id=7)).to_json()
        async with self.database.writing() as db:
            row = NewRow(
                subscriber,
                ChatId(chat_id),
                await db.outbox.body(said, said, now),
                key or f"test:{self._count}",
                "digest",
                priority,
                not_before or now,
                expires_at,
                Action.SEND if edits is None else Action.EDIT,
                edits,
            )
            return (await db.outbox.enqueue([row], now))[0]

    async def ask(self, chat_id: int, action: Action, *message_ids: int) -> RowId | None:
        """A row that deletes our messages, or pins one."""
        subscriber = await self.person(chat_id)
        self._count += 1
        row = NewRow(
            subscriber,
            ChatId(chat_id),
            None,
            f"test:{self._count}",
            "digest",
            Priority.DIGEST,
            self.clock.now(),
            action=action,
            message_id=message_ids[0] if action is Action.PIN else None,
            message_ids=message_ids if action is Action.DELETE else (),
        )
        async with self.database.writing() as db:
            return (await db.outbox.enqueue([row], self.clock.now()))[0]

    async def row(self, row_id: RowId | None) -> Any:
        """The row as another session sees it."""
        async with self.database.reading() as db:
            return await db.session.scalar(select(OutboxTable).where(OutboxTable.id == row_id))

    async def states(self) -> list[str]:
        async with self.database.reading() as db:
            query = select(OutboxTable.state).order_by(OutboxTable.id)
            return list(await db.session.scalars(query))

    async def subscriber(self, chat_id: int) -> Any:
        async with self.database.reading() as db:
            return await db.session.scalar(
                select(SubscriberTable).where(SubscriberTable.chat_id == chat_id)
            )
