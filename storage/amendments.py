"""Queries over amendments: what recipients have, how much of it can be reached, what came of it.

A recipient is behind while its revision is older than the announcement's. Where it has a row of the
outbox, the row says what it was sent and under which numbers; amendments say what became of those.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Table,
    and_,
    case,
    func,
    insert,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import RecipientState
from model.ids import AnnouncementId, BodyId, ChatId, RecipientId, RowId, SubscriberId
from model.outbox import Priority, RowState
from model.people import ChatKind, Language
from model.results import Came, Reach
from storage.announcement_results import HOW_FAR, WITH_CHATS
from storage.claiming import BODIES, IS_PENDING, IS_SENDING, OUTBOX
from storage.recipients import CHATS, RECIPIENTS
from storage.sharing import chunks
from storage.tables import AmendmentTable, AnnouncementTable

KIND = "announcement-edit"
"""Of their rows of the outbox."""

AMENDMENTS: Table = AmendmentTable.metadata.tables["amendments"]

_UNDER_WAY = (RowState.PENDING.value, RowState.SENDING.value)
_HAS_ROW = RECIPIENTS.c.row_id.is_not(None)
_HAS_MESSAGES = func.json_array_length(OUTBOX.c.message_ids) > 0
# By its priority a row is found among those that wait without a look at 100,000 others.
_IN_LINE = IS_PENDING & OUTBOX.c.priority.in_([Priority.BROADCAST, Priority.URGENT])
# Where the chat is another than it was sent to, its numbers mean other messages.
_IS_THERE = and_(CHATS.c.unreachable_at.is_(None), CHATS.c.chat_id == OUTBOX.c.chat_id)


@dataclass(frozen=True, slots=True)
class Had:
    """What a recipient was sent, who is behind."""

    id: RecipientId
    row_id: RowId
    state: RowState
    subscriber_id: SubscriberId | None
    chat_id: ChatId | None
    """Where it was sent to."""
    kind: ChatKind | None
    thread_id: int | None
    is_there: bool
    """Whether that chat can be reached, and is the same."""
    language: Language
    revision: int
    body_id: BodyId | None
    message_ids: tuple[int, ...]
    parts_sent: int
    was_uncertain: bool
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """One message of a recipient that was edited, or is to be."""

    recipient_id: RecipientId
    position: int
    state: RowState
    body_id: BodyId | None


class Amendments:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def under_way(self) -> list[AnnouncementId]:
        """Announcements that are being edited or taken back."""
        query = select(AnnouncementTable.id).where(AnnouncementTable.amending_since.is_not(None))
        found = await self._session.scalars(query.order_by(AnnouncementTable.id))
        return [AnnouncementId(number) for number in found]

    async def reach(
        self, number: AnnouncementId, languages: Collection[Language], since: datetime
    ) -> dict[Reach, int]:
        """How many have these versions where they can be reached; `since`: not sent before."""
        state = HOW_FAR.element
        arrived = or_(state == RowState.SENT.value, _HAS_MESSAGES)
        reach = case(
            (state == RecipientState.WAITING.value, Reach.WAITING.value),
            (state.in_(_UNDER_WAY), Reach.UNDER_WAY.value),
            (and_(~arrived, state == RowState.UNCERTAIN.value), Reach.DOUBT.value),
            (~arrived, Reach.NEVER.value),
            (~_HAS_ROW, Reach.OLD.value),
            (OUTBOX.c.finished_at < since, Reach.OLD.value),
            (and_(_IS_THERE, _HAS_MESSAGES), Reach.WITHIN.value),
            else_=Reach.GONE.value,
        ).label("reach")
        query = (
            select(reach, func.count().label("chats"))
            .select_from(WITH_CHATS)
            .where(
                RECIPIENTS.c.announcement_id == number,
                RECIPIENTS.c.language.in_([one.value for one in languages]),
            )
            .group_by(reach)
        )
        return {Reach(row.reach): row.chats for row in await self._session.execute(query)}

    async def out_of_sight(self, number: AnnouncementId, languages: Collection[Language]) -> int:
        """How many have these versions by rows that were dropped long ago."""
        query = select(func.count()).where(
            RECIPIENTS.c.announcement_id == number,
            RECIPIENTS.c.language.in_([one.value for one in languages]),
            RECIPIENTS.c.state == RecipientState.SENT.value,
            ~_HAS_ROW,
        )
        return await self._session.scalar(query) or 0

    async def behind(
        self, number: AnnouncementId, revision: int, after: tuple[int, RecipientId], n: int
    ) -> list[Had]:
        """The next n with a row and an older revision, after a revision and a recipient."""
        # The page first, by its index alone: else PostgreSQL joins them all to sort them.
        page = (
            select(RECIPIENTS.c.id)
            .where(
                RECIPIENTS.c.announcement_id == number,
                RECIPIENTS.c.revision < revision,
                _HAS_ROW,
                tuple_(RECIPIENTS.c.revision, RECIPIENTS.c.id)
                > tuple_(literal(after[0]), literal(after[1])),
            )
            .order_by(RECIPIENTS.c.revision, RECIPIENTS.c.id)
            .limit(n)
        )
        query = (
            select(
                RECIPIENTS.c.id,
                RECIPIENTS.c.language,
                RECIPIENTS.c.revision,
                RECIPIENTS.c.subscriber_id,
                OUTBOX.c.id.label("row_id"),
                OUTBOX.c.state,
                OUTBOX.c.chat_id,
                OUTBOX.c.body_id,
                OUTBOX.c.message_ids,
                OUTBOX.c.parts_sent,
                OUTBOX.c.was_uncertain,
                OUTBOX.c.finished_at,
                CHATS.c.kind,
                CHATS.c.thread_id,
                func.coalesce(_IS_THERE, False).label("is_there"),
            )
            .select_from(WITH_CHATS)
            .where(RECIPIENTS.c.id.in_(page))
            .order_by(RECIPIENTS.c.revision, RECIPIENTS.c.id)
        )
        return [_had(row) for row in await self._session.execute(query)]

    async def of(self, recipients: Collection[RecipientId]) -> list[Amendment]:
        """All that were made for these, the first one first."""
        found: list[Amendment] = []
        for chunk in chunks(sorted(recipients)):
            query = (
                select(
                    AMENDMENTS.c.recipient_id,
                    AMENDMENTS.c.position,
                    OUTBOX.c.state,
                    OUTBOX.c.body_id,
                )
                .select_from(AMENDMENTS.join(OUTBOX, OUTBOX.c.id == AMENDMENTS.c.row_id))
                .where(AMENDMENTS.c.recipient_id.in_(chunk))
                .order_by(AMENDMENTS.c.row_id)
            )
            found += [
                Amendment(
                    RecipientId(row.recipient_id),
                    row.position,
                    RowState(row.state),
                    None if row.body_id is None else BodyId(row.body_id),
                )
                for row in await self._session.execute(query)
            ]
        return found

    async def bodies(self, ids: Collection[BodyId]) -> dict[BodyId, str]:
        """What bodies say, as JSON."""
        query = select(BODIES.c.id, BODIES.c.outgoing).where(BODIES.c.id.in_(ids))
        return {BodyId(row.id): row.outgoing for row in await self._session.execute(query)}

    async def add(
        self,
        number: AnnouncementId,
        revision: int,
        rows: Mapping[RowId, tuple[RecipientId, int]],
    ) -> None:
        """Rows of the outbox edit these messages: of a recipient, the one at a position."""
        if not rows:
            return
        values = [
            {
                "row_id": row,
                "announcement_id": number,
                "recipient_id": recipient,
                "revision": revision,
                "position": position,
            }
            for row, (recipient, position) in rows.items()
        ]
        await self._session.execute(insert(AMENDMENTS), values)

    async def caught_up(self, recipients: Sequence[RecipientId], revision: int) -> None:
        """They have a revision, are getting it, or cannot get it."""
        for chunk in chunks(sorted(recipients)):
            await self._session.execute(
                update(RECIPIENTS).where(RECIPIENTS.c.id.in_(chunk)).values(revision=revision)
            )

    async def say_instead(self, rows: Mapping[RowId, BodyId]) -> None:
        """Rows of which nothing has arrived and nothing is under way say this, if ever they go."""
        by_body: dict[BodyId, list[RowId]] = {}
        for row, body in sorted(rows.items()):
            by_body.setdefault(body, []).append(row)
        for body, some in by_body.items():
            for chunk in chunks(some):
                await self._session.execute(
                    update(OUTBOX)
                    .where(OUTBOX.c.id.in_(chunk), OUTBOX.c.state != RowState.SENDING.value)
                    .values(body_id=body)
                )

    async def in_line(self, number: AnnouncementId | None = None) -> list[RowId]:
        """Rows that wait in the outbox to edit or delete, for one announcement or for all."""
        query = select(OUTBOX.c.id).where(_IN_LINE, OUTBOX.c.kind == KIND).order_by(OUTBOX.c.id)
        if number is not None:
            query = query.join(AMENDMENTS, AMENDMENTS.c.row_id == OUTBOX.c.id).where(
                AMENDMENTS.c.announcement_id == number
            )
        return [RowId(row) for row in await self._session.scalars(query)]

    async def came(
        self, number: AnnouncementId, revision: int, languages: Collection[Language]
    ) -> Came:
        """What came of a revision; a chat is done when all its messages are.

        Whoever has one of the versions that changed, a row, and is behind is left, whether it can
        be reached or not.
        """
        failed = OUTBOX.c.state.in_([RowState.FAILED.value, RowState.CANCELLED.value])
        chats = (
            select(
                func.max(case((OUTBOX.c.state.in_(_UNDER_WAY), 1), else_=0)).label("goes_on"),
                func.max(case((failed, func.coalesce(OUTBOX.c.error, "")), else_=None)).label(
                    "why"
                ),
            )
            .select_from(AMENDMENTS.join(OUTBOX, OUTBOX.c.id == AMENDMENTS.c.row_id))
            .where(AMENDMENTS.c.announcement_id == number, AMENDMENTS.c.revision == revision)
            .group_by(AMENDMENTS.c.recipient_id)
            .subquery()
        )
        query = select(chats.c.goes_on, chats.c.why, func.count().label("chats"))
        behind = select(func.count()).select_from(RECIPIENTS)
        behind = behind.where(
            RECIPIENTS.c.announcement_id == number,
            RECIPIENTS.c.revision < revision,
            RECIPIENTS.c.language.in_([one.value for one in languages]),
            _HAS_ROW,
        )
        done, left = 0, await self._session.scalar(behind) or 0
        why: Counter[str] = Counter()
        for row in await self._session.execute(query.group_by(chats.c.goes_on, chats.c.why)):
            if row.goes_on:
                left += row.chats
            elif row.why is not None:
                why[row.why] += row.chats
            else:
                done += row.chats
        return Came(done, left, dict(why))

    async def is_under_way(self, number: AnnouncementId, revision: int) -> bool:
        """Whether a row that edits or deletes waits or is in flight, or one may come to be needed.

        That is where a recipient is behind whose own row has not ended yet.
        """
        rows = OUTBOX.join(AMENDMENTS, AMENDMENTS.c.row_id == OUTBOX.c.id)
        # From the few rows that are under way, by their small indexes, not from the 100,000 edited.
        edits = [
            select(OUTBOX.c.id)
            .select_from(rows)
            .where(which, OUTBOX.c.kind == KIND, AMENDMENTS.c.announcement_id == number)
            for which in (_IN_LINE, IS_SENDING & OUTBOX.c.lease_until.is_not(None))
        ]
        behind = select(RECIPIENTS.c.id).where(
            RECIPIENTS.c.announcement_id == number, RECIPIENTS.c.revision < revision, _HAS_ROW
        )
        for query in (behind, *edits):
            if await self._session.scalar(query.limit(1)) is not None:
                return True
        return False


def _had(row: Any) -> Had:
    return Had(
        id=RecipientId(row.id),
        row_id=RowId(row.row_id),
        state=RowState(row.state),
        subscriber_id=None if row.subscriber_id is None else SubscriberId(row.subscriber_id),
        chat_id=None if row.chat_id is None else ChatId(row.chat_id),
        kind=None if row.kind is None else ChatKind(row.kind),
        thread_id=row.thread_id,
        is_there=bool(row.is_there),
        language=Language(row.language),
        revision=row.revision,
        body_id=None if row.body_id is None else BodyId(row.body_id),
        message_ids=tuple(row.message_ids),
        parts_sent=row.parts_sent,
        was_uncertain=row.was_uncertain,
        ended_at=row.finished_at,
    )
