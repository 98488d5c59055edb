"""The channels as who looks after them sees them: how each stands, and what its posts look like."""

from datetime import timedelta

from accounts.actor import Actor
from accounts.rights import Acting
from common.clock import Clock
from common.errors import KeruenError
from delivery.outgoing import Outgoing
from model.announcements import Announcing
from model.channels import Channel, ChannelCard, PostKind
from model.ids import SubscriberId
from projects.followed import news_of
from publishing.announcing.rights import AnnouncingRights
from publishing.channels.bodies import StoryPost, look_of
from publishing.channels.deciding import next_posts_at, suits
from publishing.channels.posting import projects_for, stories_for
from publishing.channels.standing import HeedRights, Look
from publishing.choosing import suits as story_suits
from publishing.digests import PreviewDigest
from storage.database import Database
from storage.transaction import Transaction
from views.channel_posts import project_post
from views.links import BotLinks

NOT_POSTED_FOR = timedelta(days=7)
"""How long what did not get there is said."""

EVERYTHING = 1_000_000
"""Room for all there is."""

LOOKED_AT = 300
"""Of the newest stories and changes: in these a sample is looked for."""


class ChannelGoneError(KeruenError):
    """No channel of the settings, or not any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"channel {number}", "error-channel-gone")


class Looking:
    """What the use cases share: the right, and the channel."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def _may(self, db: Transaction, actor: Actor) -> Acting:
        return await self._rights.require(db, actor, Announcing.SEND)

    async def _channel(
        self, db: Transaction, number: SubscriberId, *, hold: bool = False
    ) -> Channel:
        channel = await db.channels.get(number, hold=hold)
        if channel is None:
            raise ChannelGoneError(number)
        return channel


class ListChannels(Looking):
    async def __call__(self, actor: Actor) -> list[Channel]:
        async with self._database.reading() as db:
            await self._may(db, actor)
            return await db.channels.all()


class OpenChannel(Looking):
    """ChannelGoneError for one that the settings do not name."""

    async def __call__(self, actor: Actor, number: SubscriberId) -> ChannelCard:
        now = self._clock.now()
        async with self._database.reading() as db:
            await self._may(db, actor)
            channel = await self._channel(db, number)
            posting = channel.posting
            stories = await stories_for(db, channel, EVERYTHING, now) if posting.stories_on else ()
            projects = (
                await projects_for(db, channel, EVERYTHING, now) if posting.projects_on else ()
            )
            return ChannelCard(
                channel,
                await db.channels.last_post(channel),
                next_posts_at(channel, now),
                len(stories),
                len(projects),
                await db.channels.not_posted(channel, now - NOT_POSTED_FOR),
            )


class CheckChannel(Looking):
    """Asks Telegram now what the bot may do there; False where it could not be asked."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        rights: AnnouncingRights,
        look: Look,
        heed: HeedRights,
    ) -> None:
        super().__init__(database, clock, rights)
        self._look = look
        self._heed = heed

    async def __call__(self, actor: Actor, number: SubscriberId) -> bool:
        async with self._database.reading() as db:
            await self._may(db, actor)
            chat = (await self._channel(db, number)).subscriber.chat_id
        looked = await self._look(chat)
        if looked is None:
            return False
        await self._heed(chat, looked)
        return True


class PreviewPost(Looking):
    """A post as the channel would have it, of the newest that suits; None where there is none.

    It is shown to who asks: in the channel itself readers would take it for news.
    """

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, links: BotLinks
    ) -> None:
        super().__init__(database, clock, rights)
        self._links = links
        self._digest = PreviewDigest(database, clock, links)

    async def __call__(self, actor: Actor, number: SubscriberId, kind: PostKind) -> Outgoing | None:
        async with self._database.reading() as db:
            await self._may(db, actor)
            channel = await self._channel(db, number)
            if kind is PostKind.STORY:
                return await self._story(db, channel)
            if kind is PostKind.PROJECT:
                return await self._project(db, channel)
        found = await self._digest(channel.subscriber.chat_id)
        return None if found is None else found.message

    async def _story(self, db: Transaction, channel: Channel) -> Outgoing | None:
        choices = channel.subscriber.choices
        for one in await db.stories.newest(LOOKED_AT):
            if story_suits(one, choices):
                return await StoryPost.for_channel(one.id, channel).page(db, self._links)
        return None

    async def _project(self, db: Transaction, channel: Channel) -> Outgoing | None:
        now = self._clock.now()
        changes = await db.projects.newest_changes(LOOKED_AT)
        projects = await db.projects.by_ids({one.project_id for one in changes})
        for news in news_of(changes, projects):
            if suits(news.project, channel.subscriber.choices):
                return project_post(news, now, look_of(channel), self._links)
        return None
