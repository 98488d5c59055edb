"""The use cases of announcements under the names by which handlers ask for them."""

from typing import Any

from accounts.rights import Rights
from common.clock import Clock
from publishing.announcing.drafting import (
    BeginDraft,
    ChangeDraft,
    DeleteDraft,
    ListDrafts,
    OpenAnnouncement,
)
from publishing.announcing.feeding import FeedAnnouncements
from publishing.announcing.giving import GiveAnnouncing
from publishing.announcing.pressing import PressButton
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.sending import ConfirmAnnouncement, CountRecipients
from storage.database import Database
from views.links import BotLinks


def use_cases(
    database: Database, clock: Clock, rights: Rights, links: BotLinks, messages_per_second: int
) -> dict[str, Any]:
    may = AnnouncingRights(rights)
    return {
        "begin_draft": BeginDraft(database, clock, may),
        "change_draft": ChangeDraft(database, clock, may),
        "confirm_announcement": ConfirmAnnouncement(database, clock, may),
        "count_recipients": CountRecipients(database, clock, may),
        "delete_draft": DeleteDraft(database, clock, may),
        "feed_announcements": FeedAnnouncements(database, clock, links, messages_per_second),
        "give_announcing": GiveAnnouncing(database, clock, rights),
        "list_drafts": ListDrafts(database, may),
        "open_announcement": OpenAnnouncement(database, may),
        "press_button": PressButton(database, clock),
    }
