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
        thread_id: int | None = None,
    ) -> BodyId:
        """`thread_id`: the topic of a group where it is said."""
        in_channel = kind is ChatKind.CHANNEL
        codes = await codes_of(db, announcement) if in_channel else {}
        key = f"announcement:{announcement.id}:{announcement.revision}:{language}"
        outgoing = said(announcement, language, self.links, codes, in_channel=in_channel)
        if in_channel:
            key += ":channel"
        if thread_id is not None:
            key += f":{thread_id}"
            outgoing = replace(outgoing, thread_id=thread_id)
        return await db.outbox.body(key, outgoing.to_json(), now)


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


def messages_of(announcement: Announcement, links: BotLinks) -> int:
    """That the longest of its versions becomes in a chat, with what follows it."""
    made = (said(announcement, language, links) for language in announcement.versions)
    return max(sum(part.messages for part in one.parts) for one in made)


async def codes_of(db: Transaction, announcement: Announcement) -> dict[ProjectId, str]:
    """The codes of the projects that its buttons show; what is not public has no link."""
    wanted = {one.project_id for one in announcement.buttons if one.project_id is not None}
    projects = await db.projects.by_ids(wanted)
    return {each: one.code for each, one in projects.items() if one.published and not one.deleted}
