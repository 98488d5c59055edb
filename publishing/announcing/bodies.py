"""What an announcement says to a chat: its version, with the buttons under it."""

from dataclasses import dataclass, replace
from datetime import datetime

from delivery.outgoing import Outgoing
from model.announcements import Announcement
from model.ids import BodyId
from model.people import ChatKind, Language
from storage.transaction import Transaction
from views.announcing import button_rows
from views.links import BotLinks


@dataclass(frozen=True, slots=True)
class Bodies:
    """Makes the bodies that rows share: one for each version and kind of chat."""

    links: BotLinks

    async def of(
        self,
        db: Transaction,
        announcement: Announcement,
        language: Language,
        kind: ChatKind,
        now: datetime,
    ) -> BodyId:
        in_channel = kind is ChatKind.CHANNEL
        key = f"announcement:{announcement.id}:{announcement.revision}:{language}"
        outgoing = said(announcement, language, self.links, in_channel=in_channel)
        return await db.outbox.body(
            f"{key}:channel" if in_channel else key, outgoing.to_json(), now
        )


def said(
    announcement: Announcement, language: Language, links: BotLinks, *, in_channel: bool = False
) -> Outgoing:
    """The version of a language exactly as it is sent."""
    outgoing = Outgoing.from_json(announcement.versions[language])
    rows = button_rows(announcement, language, links, in_channel=in_channel)
    return replace(outgoing, buttons=rows)
