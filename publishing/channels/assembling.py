"""The use cases of channels under the names by which handlers ask for them."""

from typing import Any

from accounts.rights import Rights
from common.clock import Clock
from publishing.announcing.rights import AnnouncingRights
from publishing.channels.choosing import ChangeChannel
from publishing.channels.looking import CheckChannel, ListChannels, OpenChannel, PreviewPost
from publishing.channels.pinning import PinDigests
from publishing.channels.posting import PostInChannels
from publishing.channels.standing import HeedRights, Look
from publishing.notices import NotifyAdmins
from storage.database import Database
from views.links import BotLinks


def use_cases(
    database: Database,
    clock: Clock,
    rights: Rights,
    links: BotLinks,
    notify: NotifyAdmins,
    look: Look,
) -> dict[str, Any]:
    may = AnnouncingRights(rights)
    heed = HeedRights(database, clock, notify)
    return {
        "change_channel": ChangeChannel(database, clock, may),
        "check_channel": CheckChannel(database, clock, may, look, heed),
        "heed_rights": heed,
        "list_channels": ListChannels(database, clock, may),
        "open_channel": OpenChannel(database, clock, may),
        "pin_digests": PinDigests(database, clock),
        "post_in_channels": PostInChannels(database, clock, links),
        "preview_post": PreviewPost(database, clock, may, links),
    }
