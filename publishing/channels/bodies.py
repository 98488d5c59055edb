"""What a story's post is made of, so that it can be made again when the story is put right."""

from dataclasses import dataclass, replace

from delivery.outgoing import Outgoing
from model.channels import Channel
from model.ids import StoryId
from model.people import ChatKind, Choices
from model.projects import Project
from projects.followed import is_for_everyone
from projects.rights import public_view
from publishing.alert_bodies import said_in, shown_key, shown_of, shown_of_key
from publishing.stories import stories_for
from storage.transaction import Transaction
from views.channel_posts import story_post
from views.digest import Look
from views.links import BotLinks

PREFIX = "post:"


@dataclass(frozen=True, slots=True)
class StoryPost:
    """All that the words of a post depend on besides its story as it stands."""

    story_id: StoryId
    look: Look
    choices: Choices
    """Of the channel's choices those that say which article shows a story."""

    @classmethod
    def for_channel(cls, story: StoryId, channel: Channel) -> "StoryPost":
        chosen = channel.subscriber.choices
        return cls(story, look_of(channel), shown_of(chosen))

    async def page(self, db: Transaction, links: BotLinks) -> Outgoing | None:
        """The post as its story is told now; None where the story is gone."""
        found = await stories_for(db, [self.story_id], self.look.language, self.choices)
        if not found:
            return None
        projects = await projects_of(db, self.story_id)
        return story_post(found[0], projects, self.look, links)

    def key(self, page: str) -> str:
        """Names what the post is made of, and what it said."""
        said, shown = said_in(page), shown_key(self.choices)
        return f"{PREFIX}{self.story_id}:{said}:{shown}:{self.look.key}"

    @classmethod
    def of_key(cls, key: str) -> "StoryPost":
        story, _, languages, muted, look = key.removeprefix(PREFIX).split(":", 4)
        return cls(StoryId(int(story)), Look.of_key(look), shown_of_key(languages, muted))


def look_of(channel: Channel) -> Look:
    """How a channel reads."""
    one = channel.subscriber
    look = Look.of(one.language, one.schedule, ChatKind.CHANNEL, None)
    return replace(look, discussion=channel.standing.discussion)


async def projects_of(db: Transaction, story: StoryId) -> list[Project]:
    """Those that a story tells of, in the public view; others are not there for a channel."""
    told = await db.project_stories.of_story(story)
    projects = await db.projects.by_ids(told)
    found = [projects[one] for one in told if one in projects]
    return [public_view(one) for one in found if is_for_everyone(one)]
