"""A channel of the settings, and who looks after it, for tests of what is posted."""

from typing import Any

from accounts.actor import Actor
from accounts.rights import Rights as Roles
from model.channels import Channel, ChannelCard
from model.ids import ChatId, SubscriberId
from model.people import ChatKind, Language
from publishing.announcing.rights import AnnouncingRights
from publishing.channels.choosing import ChangeChannel, ChannelChange
from publishing.channels.looking import OpenChannel
from publishing.channels.pinning import PinDigests
from publishing.channels.posting import PostInChannels
from publishing.channels.standing import HeedRights, Looked, Rights
from publishing.notices import NotifyAdmins
from storage.database import Database
from tests.publishing.stage import LINKS, Sent, Stage

EDITOR = 9
CHANNEL = -1001
ACTOR = Actor(ChatId(EDITOR), ChatKind.PRIVATE, EDITOR, Language.RUSSIAN)


class Newsroom:
    """On the stage: a channel, its posts, and an admin who has pressed /start."""

    def __init__(self, stage: Stage, database: Database | None = None) -> None:
        self.stage = stage
        self.database = database or stage.database
        clock, rights = stage.clock, AnnouncingRights(Roles(frozenset({EDITOR})))
        notify = NotifyAdmins(self.database, clock, frozenset({EDITOR}))
        self.post = PostInChannels(self.database, clock, LINKS)
        self.pin = PinDigests(self.database, clock)
        self.heed = HeedRights(self.database, clock, notify)
        self._change = ChangeChannel(self.database, clock, rights)
        self._open = OpenChannel(self.database, clock, rights)

    async def opens(self, chat_id: int = CHANNEL, **changed: Any) -> SubscriberId:
        """A channel as the start makes it: with a digest and nothing else."""
        values = {"kind": ChatKind.CHANNEL, "title": "Керуен", **changed}
        await self.stage.subscriber(chat_id, **values)
        async with self.database.writing() as db:
            number = await db.channels.of_chat(chat_id)
            assert number is not None
            await db.channels.begin(number)
        return number

    async def chooses(self, chat_id: int = CHANNEL, **choices: Any) -> Channel:
        number = await self.number(chat_id)
        return await self._change(ACTOR, number, ChannelChange(**choices))

    async def card(self, chat_id: int = CHANNEL) -> ChannelCard:
        return await self._open(ACTOR, await self.number(chat_id))

    async def channel(self, chat_id: int = CHANNEL) -> Channel:
        """As another session sees it."""
        async with self.database.reading() as db:
            found = await db.channels.get(await self.number(chat_id))
        assert found is not None
        return found

    async def number(self, chat_id: int = CHANNEL) -> SubscriberId:
        async with self.database.reading() as db:
            number = await db.channels.of_chat(chat_id)
        assert number is not None
        return number

    async def loses(self, trouble: str = "put out", chat_id: int = CHANNEL) -> None:
        """Telegram tells of it."""
        await self.heed(chat_id, Looked(Rights(trouble)))

    async def regains(self, chat_id: int = CHANNEL, *, may_pin: bool = True) -> None:
        await self.heed(chat_id, Looked(Rights(may_pin=may_pin)))

    async def posts(self, chat_id: int = CHANNEL) -> list[Sent]:
        """The rows of posts in the channel, whatever became of them."""
        return [one for one in await self.stage.rows(chat_id) if one.kind.endswith("post")]

    async def told(self) -> list[str]:
        """What the admin was told."""
        return [one.text for one in await self.stage.rows(EDITOR)]
