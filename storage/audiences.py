"""An audience as SQL: who is described, how many they are; and audiences kept under names.

`chosen` is the one condition that counting and sending share: model/audiences.py says in plain
words what it means, and tests hold the two against each other.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    String,
    and_,
    cast,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.audiences import Audience, Criteria, Sort, active_since
from model.ids import AnnouncementId, ProjectId
from model.people import ChatKind, Role
from model.projects import FollowKind
from storage.editions import BROUGHT_NOTHING
from storage.sharing import is_sqlite
from storage.tables import (
    FollowTable,
    OutboxTable,
    PressTable,
    RecipientTable,
    RoleTable,
    SubscriberTable,
)

KINDS = {
    Sort.PEOPLE: (ChatKind.PRIVATE,),
    Sort.GROUPS: (ChatKind.GROUP, ChatKind.SUPERGROUP),
}


def chosen(
    session: AsyncSession, audience: Audience, admin_ids: frozenset[int], now: datetime
) -> ColumnElement[bool]:
    """Of a subscriber: an announcement for this audience is for it, if it can be reached at all."""
    return and_(described(session, audience, admin_ids, now), not_(is_paused(now)))


def described(
    session: AsyncSession, audience: Audience, admin_ids: frozenset[int], now: datetime
) -> ColumnElement[bool]:
    """Paused or not: a person or group that has subscribed, or holds a role, and fits."""
    sides = _Sides(session, admin_ids, now)
    return and_(
        SubscriberTable.kind != ChatKind.CHANNEL.value,
        or_(SubscriberTable.subscribed_at.is_not(None), sides.has_role),
        *sides.conditions(audience.among, reads_all=True),
        *(not_(one) for one in sides.conditions(audience.less, reads_all=False)),
    )


def is_paused(now: datetime) -> ColumnElement[bool]:
    until = SubscriberTable.paused_until
    return and_(SubscriberTable.paused_at.is_not(None), or_(until.is_(None), until > now))


class _Sides:
    """Makes the conditions of either side of an audience; none of them is ever null."""

    def __init__(self, session: AsyncSession, admin_ids: frozenset[int], now: datetime) -> None:
        self._is_sqlite = is_sqlite(session)
        self._now = now
        self._is_admin = SubscriberTable.chat_id.in_(admin_ids)
        self.has_role = or_(self._is_admin, _holds(Role.OFFICIAL, Role.ADMIN))

    def conditions(self, criteria: Criteria, *, reads_all: bool) -> Iterator[ColumnElement[bool]]:
        """One for each kind that asks something."""
        if criteria.sorts:
            yield SubscriberTable.kind.in_(
                [kind.value for sort in sorted(criteria.sorts) for kind in KINDS[sort]]
            )
        if criteria.languages:
            yield SubscriberTable.language.in_(sorted(criteria.languages))
        if criteria.roles:
            yield or_(*(self._is(role) for role in sorted(criteria.roles)))
        if criteria.districts:
            yield self._reads("districts", criteria.districts, reads_all)
        if criteria.sectors:
            yield self._reads("sectors", criteria.sectors, reads_all)
        if criteria.projects:
            yield _follows_one(criteria.projects)
        if criteria.active_days is not None:
            seen = func.coalesce(SubscriberTable.seen_at, SubscriberTable.created_at)
            yield seen >= active_since(criteria.active_days, self._now)
        if criteria.chats:
            yield SubscriberTable.id.in_(self._listed(sorted(criteria.chats)))
        if criteria.pressed:
            yield _pressed_one(criteria.pressed)
        if criteria.missed:
            yield _missed_one(criteria.missed)

    def _is(self, role: Role) -> ColumnElement[bool]:
        """Admins of the settings are admins, whatever the table says."""
        match role:
            case Role.ADMIN:
                return or_(self._is_admin, _holds(role))
            case Role.OFFICIAL:
                return and_(not_(self._is_admin), _holds(role))
        return not_(self.has_role)

    def _reads(self, kind: str, codes: Collection[str], reads_all: bool) -> ColumnElement[bool]:
        """Of a kind of choices (a list of the JSON, absent where all is read)."""
        kept = SubscriberTable.choices
        where: tuple[Any, ...]
        if self._is_sqlite:
            where = (kept, f"$.{kind}")
            each = func.json_each(*where).table_valued("value")
        else:
            where = (kept.op("->")(literal(kind, String)),)
            each = func.json_array_elements_text(*where).table_valued("value")
        names_one = (
            select(literal_column("1"))
            .select_from(each)
            .where(each.c.value.in_(sorted(codes)))
            .exists()
        )
        if not reads_all:
            return names_one
        return or_(func.coalesce(func.json_array_length(*where), 0) == 0, names_one)

    def _listed(self, ids: list[int]) -> Any:
        """However many there are, one value of the query: databases count those."""
        kept = literal(json.dumps(ids), String)
        if self._is_sqlite:
            return select(func.json_each(kept).table_valued("value").c.value)
        each = func.json_array_elements_text(cast(kept, JSON)).table_valued("value")
        return select(cast(each.c.value, BigInteger))


def _holds(*roles: Role) -> ColumnElement[bool]:
    """Of a person's own chat: it has their number."""
    return SubscriberTable.chat_id.in_(select(RoleTable.user_id).where(RoleTable.role.in_(roles)))


def _follows_one(projects: Iterable[ProjectId]) -> ColumnElement[bool]:
    follows = select(FollowTable.subscriber_id).where(
        FollowTable.kind == FollowKind.PROJECT.value,
        FollowTable.key.in_([str(each) for each in sorted(projects)]),
    )
    return SubscriberTable.id.in_(follows)


def _pressed_one(buttons: Iterable[tuple[AnnouncementId, int]]) -> ColumnElement[bool]:
    """In whatever chat they pressed it: a person's own has their number."""
    pressed = select(PressTable.user_id).where(
        or_(
            *(
                and_(PressTable.announcement_id == announcement, PressTable.button == button)
                for announcement, button in sorted(buttons)
            )
        )
    )
    return SubscriberTable.chat_id.in_(pressed)


def _missed_one(announcements: Iterable[AnnouncementId]) -> ColumnElement[bool]:
    """A recipient whose row, or without one the recipient itself, has brought nothing and will not.

    Of those who asked to be forgotten the id is null, and nothing is outside a list with a null.
    """
    missed = (
        select(RecipientTable.subscriber_id)
        .outerjoin(OutboxTable, OutboxTable.id == RecipientTable.row_id)
        .where(
            RecipientTable.announcement_id.in_(sorted(announcements)),
            RecipientTable.subscriber_id.is_not(None),
            func.coalesce(OutboxTable.state, RecipientTable.state).in_(BROUGHT_NOTHING),
        )
    )
    return SubscriberTable.id.in_(missed)
