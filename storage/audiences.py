"""The SQL of an audience: what model/audiences.py says of one chat, asked of all at once."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.audiences import Audience
from model.people import ChatKind
from storage.tables import RoleTable, SubscriberTable


def chosen(
    session: AsyncSession, audience: Audience, admin_ids: frozenset[int], now: datetime
) -> ColumnElement[bool]:
    """A condition over subscribers, reachable or not."""
    chat = SubscriberTable
    has_role = exists(select(RoleTable.user_id).where(RoleTable.user_id == chat.chat_id))
    belongs = or_(chat.subscribed_at.is_not(None), has_role, chat.chat_id.in_(admin_ids))
    speaks = or_(chat.paused_at.is_(None), chat.paused_until <= now)
    is_chat = chat.kind != ChatKind.CHANNEL
    which = belongs & speaks & is_chat
    if audience.among.languages:
        which &= chat.language.in_(sorted(audience.among.languages))
    return which
