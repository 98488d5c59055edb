"""The channels that an announcement is posted in besides, each with the rest or at its own time."""

from dataclasses import replace
from datetime import datetime

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from model.announcements import Announcement, Announcing
from model.ids import AnnouncementId, SubscriberId
from publishing.announcing.audiences import draft_held
from publishing.announcing.moments import check
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database


class ChooseChannel:
    """Of a draft: a channel of the settings comes in, at a time of its own or none, or goes out."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(
        self,
        actor: Actor,
        number: AnnouncementId,
        channel: SubscriberId,
        at: datetime | None = None,
        *,
        is_in: bool = True,
    ) -> Announcement:
        """PastMomentError, FarMomentError; WrongChoiceError for a chat that is no such channel,

        and for a moment where the announcement goes again and again.
        """
        now = self._clock.now()
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = await draft_held(db, number)
            if is_in and await db.channels.get(channel) is None:
                raise WrongChoiceError(f"chat {channel} is no channel of the settings")
            if at is not None:
                if draft.recurrence is not None:
                    raise WrongChoiceError("a moment of its own, again and again")
                check(number, at, now)
            channels = dict(draft.channels)
            channels.pop(channel, None)
            if is_in:
                channels[channel] = at
            if channels == draft.channels:
                return draft
            changed = replace(draft, channels=channels, version=draft.version + 1, changed_at=now)
            await db.announcements.save(changed)
            return changed
