"""Queries over subscribers: one row per chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, bindparam, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ChatId, SubscriberId
from model.people import (
    Alerts,
    ChatKind,
    Choices,
    Language,
    Readership,
    Role,
    Schedule,
    State,
    Subscriber,
)
from storage.choices import alerts_json, alerts_of, choices_json, choices_of
from storage.editions import WAS_HAD
from storage.sharing import insert_new
from storage.tables import (
    AlertTable,
    EditionTable,
    LedgerTable,
    OutboxTable,
    RecipientTable,
    RoleTable,
    SearchTable,
    SubscriberTable,
    TasteTable,
)


@dataclass(frozen=True, slots=True)
class Received:
    """An edition that a chat has had."""

    at: datetime
    stories: int


@dataclass(frozen=True, slots=True)
class Message:
    """A row of the outbox, as its reader may see it."""

    kind: str
    state: str
    at: datetime


class Subscribers:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, chat_id: int, *, hold: bool = False) -> Subscriber | None:
        query = select(SubscriberTable).where(SubscriberTable.chat_id == chat_id)
        if hold:
            query = query.with_for_update()
        row = await self._session.scalar(query.execution_options(populate_existing=True))
        return None if row is None else subscriber_of(row)

    async def with_role(
        self, chat_id: int, user_id: int | None
    ) -> tuple[Subscriber | None, Role | None]:
        """The chat, and the role that the person there holds by the table: asked at every update,
        so it is one statement over plain columns.
        """
        row = (
            await self._session.execute(_WITH_ROLE, {"chat": chat_id, "user": user_id or 0})
        ).first()
        if row is None:
            return None, None
        role = None if row.held is None else Role(row.held)
        return (None if row.id is None else subscriber_of(row)), role

    async def channels(self) -> list[Subscriber]:
        query = select(SubscriberTable).where(SubscriberTable.kind == ChatKind.CHANNEL)
        query = query.order_by(SubscriberTable.id)
        return [subscriber_of(row) for row in await self._session.scalars(query.with_for_update())]

    async def get_or_create(
        self,
        chat_id: int,
        kind: ChatKind,
        language: Language,
        schedule: Schedule,
        now: datetime,
        title: str | None = None,
    ) -> Subscriber:
        """The chat's row, to be changed; a new one has not subscribed to anything yet."""
        found = await self.get(chat_id, hold=True)
        if found is not None:
            return found
        await self._session.execute(
            insert_new(self._session, SubscriberTable, "chat_id").values(
                chat_id=chat_id,
                kind=kind,
                title=title,
                language=language,
                created_at=now,
                tells_nothing_new=False,
                **_chosen(schedule, Choices(), None),
            )
        )
        created = await self.get(chat_id, hold=True)
        assert created is not None
        return created

    async def save(self, subscriber: Subscriber) -> None:
        """Writes what was held and decided since."""
        await self._session.execute(
            update(SubscriberTable)
            .where(SubscriberTable.id == subscriber.id)
            .values(
                chat_id=subscriber.chat_id,
                kind=subscriber.kind,
                title=subscriber.title,
                language=subscriber.language,
                thread_id=subscriber.thread_id,
                tells_nothing_new=subscriber.tells_nothing_new,
                subscribed_at=subscriber.subscribed_at,
                paused_at=subscriber.paused_at,
                paused_until=subscriber.paused_until,
                unreachable_at=subscriber.unreachable_at,
                unreachable_reason=subscriber.unreachable_reason,
                next_digest_at=subscriber.next_digest_at,
                awaiting=subscriber.awaiting,
                menu=subscriber.menu,
                **_chosen(subscriber.schedule, subscriber.choices, subscriber.alerts),
            )
        )

    async def mark_unreachable(self, chat_id: int, reason: str, now: datetime) -> None:
        """No digest comes until the chat returns; every choice stays, the first reason counts."""
        await self._session.execute(
            update(SubscriberTable)
            .where(SubscriberTable.chat_id == chat_id, SubscriberTable.unreachable_at.is_(None))
            .values(
                unreachable_at=now, unreachable_reason=reason, next_digest_at=None, awaiting=None
            )
        )

    async def forget_thread(self, chat_id: int) -> None:
        """The topic is gone: from now on the digest goes to the whole group."""
        await self._session.execute(
            update(SubscriberTable).where(SubscriberTable.chat_id == chat_id).values(thread_id=None)
        )

    async def migrate(self, chat_id: int, new_chat_id: int) -> None:
        """The group is a supergroup now, under a new id; asked twice, it happens once.

        The new id can have a row already, where its first message came before the news of the
        change. The row that has subscribed stays (the old one, if both or none have) and takes
        over what the other has had.
        """
        old = await self.get(chat_id, hold=True)
        if old is None:
            return
        new = await self.get(new_chat_id, hold=True)
        kept = old
        if new is not None:
            kept, gone = (new, old) if new.is_subscribed and not old.is_subscribed else (old, new)
            await self._take_over(kept.id, gone.id)
        await self._session.execute(
            update(SubscriberTable)
            .where(SubscriberTable.id == kept.id)
            .values(chat_id=new_chat_id, kind=ChatKind.SUPERGROUP)
        )

    async def _take_over(self, kept: SubscriberId, gone: SubscriberId) -> None:
        for said in (AlertTable, TasteTable):
            both = select(said.story_id).where(said.subscriber_id == kept)
            await self._session.execute(
                update(said)
                .where(said.subscriber_id == gone, said.story_id.not_in(both))
                .values(subscriber_id=kept)
                .execution_options(synchronize_session=False)
            )
        of_both = select(RecipientTable.announcement_id).where(RecipientTable.subscriber_id == kept)
        await self._session.execute(
            update(RecipientTable)
            .where(
                RecipientTable.subscriber_id == gone,
                RecipientTable.announcement_id.not_in(of_both),
            )
            .values(subscriber_id=kept)
            .execution_options(synchronize_session=False)
        )
        for table in (LedgerTable, OutboxTable, SearchTable):
            await self._session.execute(
                update(table).where(table.subscriber_id == gone).values(subscriber_id=kept)
            )
        await self._session.execute(delete(SubscriberTable).where(SubscriberTable.id == gone))

    async def set_awaiting(self, chat_id: int, question: str | None) -> None:
        await self._session.execute(
            update(SubscriberTable)
            .where(SubscriberTable.chat_id == chat_id)
            .values(awaiting=question)
        )

    async def set_menu(self, chat_id: int, menu: str | None) -> None:
        await self._session.execute(
            update(SubscriberTable).where(SubscriberTable.chat_id == chat_id).values(menu=menu)
        )

    async def see(self, chat_id: int, now: datetime) -> None:
        """It speaks or presses."""
        await self._session.execute(
            update(SubscriberTable).where(SubscriberTable.chat_id == chat_id).values(seen_at=now)
        )

    async def take_hint(self, chat_id: int, now: datetime, every: timedelta) -> bool:
        """Whether the chat may have a hint now; if so, none for that long."""
        taken = await self._session.execute(
            update(SubscriberTable)
            .where(
                SubscriberTable.chat_id == chat_id,
                or_(SubscriberTable.hint_at.is_(None), SubscriberTable.hint_at <= now - every),
            )
            .values(hint_at=now)
            .returning(SubscriberTable.id)
        )
        return taken.first() is not None

    async def delete(self, subscriber_id: SubscriberId) -> None:
        """The row and its ledger. Rows of the outbox are let go first: see Outbox.forget."""
        await self._session.execute(
            delete(SubscriberTable).where(SubscriberTable.id == subscriber_id)
        )

    async def received(self, subscriber_id: SubscriberId) -> list[Received]:
        """The digests that the chat has had; not those that failed, or wait."""
        query = (
            select(LedgerTable.created_at, func.json_array_length(EditionTable.story_ids))
            .join(EditionTable, EditionTable.id == LedgerTable.edition_id)
            .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
            .where(LedgerTable.subscriber_id == subscriber_id, WAS_HAD)
            .order_by(LedgerTable.id)
        )
        return [Received(at, stories) for at, stories in await self._session.execute(query)]

    async def count_received(self, subscriber_id: SubscriberId) -> int:
        query = (
            select(func.count())
            .select_from(LedgerTable)
            .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
            .where(LedgerTable.subscriber_id == subscriber_id, WAS_HAD)
        )
        return await self._session.scalar(query) or 0

    async def messages(self, chat_id: int) -> list[Message]:
        query = (
            select(OutboxTable.kind, OutboxTable.state, OutboxTable.created_at)
            .where(OutboxTable.chat_id == chat_id)
            .order_by(OutboxTable.id)
        )
        return [Message(kind, state, at) for kind, state, at in await self._session.execute(query)]

    async def readership(self, now: datetime) -> Readership:
        """The numbers of `/stats`."""
        paused = SubscriberTable.paused_at.is_not(None) & or_(
            SubscriberTable.paused_until.is_(None), SubscriberTable.paused_until > now
        )
        state = case(
            (SubscriberTable.subscribed_at.is_(None), State.VISITOR.value),
            (SubscriberTable.unreachable_at.is_not(None), State.UNREACHABLE.value),
            (paused, State.PAUSED.value),
            else_=State.ACTIVE.value,
        ).label("state")
        query = select(SubscriberTable.language, state, func.count()).group_by(
            SubscriberTable.language, state
        )
        counted: dict[Language, dict[State, int]] = {}
        for language, name, count in await self._session.execute(query):
            counted.setdefault(Language(language), {})[State(name)] = count
        week = now - timedelta(days=7)
        return Readership(
            counted,
            new_this_week=await self._count(SubscriberTable.subscribed_at > week),
            lost_this_week=await self._count(
                SubscriberTable.unreachable_at > week, SubscriberTable.subscribed_at.is_not(None)
            ),
            groups=await self._count(
                SubscriberTable.kind.in_([ChatKind.GROUP, ChatKind.SUPERGROUP]),
                SubscriberTable.subscribed_at.is_not(None),
            ),
            channels=await self._count(
                SubscriberTable.kind == ChatKind.CHANNEL,
                SubscriberTable.subscribed_at.is_not(None),
            ),
        )

    async def _count(self, *conditions: Any) -> int:
        query = select(func.count()).select_from(SubscriberTable).where(*conditions)
        return await self._session.scalar(query) or 0


def days_of(mask: int) -> frozenset[int]:
    """Days of the week out of their column: bit 0 is Monday."""
    return frozenset(day for day in range(7) if mask >> day & 1)


def mask_of(days: Sequence[int] | frozenset[int]) -> int:
    return sum(1 << day for day in set(days))


_CHATS = SubscriberTable.metadata.tables["subscribers"]
_ROLES = RoleTable.metadata.tables["roles"]
_ASKED = select(
    bindparam("chat", type_=BigInteger).label("chat"),
    bindparam("user", type_=BigInteger).label("user"),
).subquery()
# From what is asked, so that there is a row even where nobody is known yet.
_WITH_ROLE = select(*_CHATS.c, _ROLES.c.role.label("held")).select_from(
    _ASKED.outerjoin(_CHATS, _CHATS.c.chat_id == _ASKED.c.chat).outerjoin(
        _ROLES, _ROLES.c.user_id == _ASKED.c.user
    )
)


def subscriber_of(row: Any) -> Subscriber:
    """The subscriber a row tells of."""
    return Subscriber(
        id=SubscriberId(row.id),
        chat_id=ChatId(row.chat_id),
        kind=ChatKind(row.kind),
        language=Language(row.language),
        schedule=Schedule(row.digest_time, days_of(row.days), row.timezone),
        choices=choices_of(row.choices),
        alerts=alerts_of(row.alerts),
        thread_id=row.thread_id,
        tells_nothing_new=row.tells_nothing_new,
        created_at=row.created_at,
        subscribed_at=row.subscribed_at,
        paused_at=row.paused_at,
        paused_until=row.paused_until,
        unreachable_at=row.unreachable_at,
        unreachable_reason=row.unreachable_reason,
        next_digest_at=row.next_digest_at,
        title=row.title,
        awaiting=row.awaiting,
        menu=row.menu,
        hint_at=row.hint_at,
        seen_at=row.seen_at,
    )


def _chosen(schedule: Schedule, choices: Choices, alerts: Alerts | None) -> dict[str, Any]:
    return {
        "timezone": schedule.timezone,
        "digest_time": schedule.at,
        "days": mask_of(schedule.days),
        "choices": choices_json(choices),
        "alerts": alerts_json(alerts),
    }
