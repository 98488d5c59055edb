"""What an announcement says to a chat: its version, with the buttons under it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from delivery.outgoing import Outgoing
from model.announcements import Announcement
from model.ids import BodyId, ProjectId
from model.people import ChatKind, Language
from storage.transaction import Transaction
from views.announcing import below, button_rows
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
        codes = await codes_of(db, announcement) if in_channel else {}
        key = f"announcement:{announcement.id}:{announcement.revision}:{language}"
        outgoing = said(announcement, language, self.links, codes, in_channel=in_channel)
        return await db.outbox.body(
            f"{key}:channel" if in_channel else key, outgoing.to_json(), now
        )


def said(
    announcement: Announcement,
    language: Language,
    links: BotLinks,
    codes: Mapping[ProjectId, str] = MappingProxyType({}),
    *,
    in_channel: bool = False,
) -> Outgoing:
    """The version of a language exactly as it is sent.

    Under an album or a forward Telegram takes no buttons: there they stand in a message after it.
    `codes` of projects are for channels, where a button is a link to the bot.
    """
    outgoing = Outgoing.from_json(announcement.versions[language])
    rows = button_rows(announcement, language, links, codes, in_channel=in_channel)
    if not rows:
        return outgoing
    if outgoing.album or outgoing.forwarded:
        return replace(outgoing, then=below(language, rows))
    return replace(outgoing, buttons=rows)


async def codes_of(db: Transaction, announcement: Announcement) -> dict[ProjectId, str]:
    """The codes of the projects that its buttons show; what is not public has no link."""
    wanted = {one.project_id for one in announcement.buttons if one.project_id is not None}
    projects = await db.projects.by_ids(wanted)
    return {each: one.code for each, one in projects.items() if one.published and not one.deleted}
