"""Posting by itself in channels: stories, and what changed in projects.

channels of the settings, one by one: room now | what was never told there | choose | render,
enqueue, note, move the hour
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from common.clock import Clock
from model.alerts import Alert
from model.channels import Channel, PostKind
from model.following import ProjectNews, ToldChange
from model.ids import BodyId, ChangeId, StoryId
from model.outbox import NewRow, Priority
from model.projects import Change
from projects.followed import news_of
from publishing.channels.bodies import StoryPost, look_of
from publishing.channels.deciding import (
    CHANGES_FRESH,
    SETTLED,
    STORIES_FRESH,
    best,
    hour_of,
    ready,
    room,
)
from publishing.digests import BREATH
from storage.database import Database
from storage.editions import PROJECT_POST, STORY_POST
from storage.transaction import Transaction
from views.channel_posts import project_post
from views.links import BotLinks

LOOKED_AT = 500
"""Stories that wait for room in a channel, the most relevant of them."""

KINDS = {PostKind.STORY: STORY_POST, PostKind.PROJECT: PROJECT_POST}
"""What the outbox calls their rows."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one channel gets now."""

    stories: tuple[StoryId, ...] = ()
    projects: tuple[tuple[ProjectNews, tuple[ChangeId, ...]], ...] = ()
    """What changed in each, and the entries that this takes in."""
    next_post_at: datetime | None = None

    def changes(self, channel: Channel) -> bool:
        """Whether anything is to be written."""
        return bool(self.stories or self.projects) or self.next_post_at != channel.next_post_at


class PostInChannels:
    """Enqueues what is to be posted now; one transaction for each channel.

    A crash between two leaves the rest for the next look: what a channel was told is known. What
    finds no room stays as long as it is fresh.
    """

    def __init__(self, database: Database, clock: Clock, links: BotLinks) -> None:
        self._database = database
        self._clock = clock
        self._links = links

    async def __call__(self) -> int:
        """How many posts were enqueued."""
        now = self._clock.now()
        async with self._database.reading() as db:
            plans = [(one, await plan_for(db, one, now)) for one in await db.channels.all()]
        enqueued = 0
        for one, plan in plans:
            if not plan.changes(one):
                continue
            async with self._database.writing() as db:
                # As digests: a story is told once, by one of them.
                await db.editions.take_turn()
                channel = await db.channels.get(one.subscriber.id, hold=True)
                if channel is not None:
                    enqueued += await self._post(db, channel, plan, now)
            await asyncio.sleep(BREATH)
        return enqueued

    async def _post(self, db: Transaction, channel: Channel, read: Plan, now: datetime) -> int:
        """Of what was chosen before anybody was kept waiting, what is still to be posted."""
        plan = await plan_for(db, channel, now, read.stories)
        rows = await self._stories(db, channel, plan.stories, now)
        rows += await self._projects(db, channel, plan.projects, now)
        if plan.next_post_at != channel.next_post_at:
            await db.channels.save(replace(channel, next_post_at=plan.next_post_at))
        return rows

    async def _stories(
        self, db: Transaction, channel: Channel, stories: Sequence[StoryId], now: datetime
    ) -> int:
        rows: list[NewRow] = []
        told: list[StoryId] = []
        for story in stories:
            made_of = StoryPost.for_channel(story, channel)
            outgoing = await made_of.page(db, self._links)
            if outgoing is None:
                continue
            page = outgoing.to_json()
            body = await db.outbox.body(made_of.key(page), page, now)
            rows.append(_row(channel, PostKind.STORY, str(story), body, now))
            told.append(story)
        ids = await db.outbox.enqueue(rows, now)
        await db.alerts.enter(
            [
                Alert(channel.subscriber.id, story, now, row)
                for story, row in zip(told, ids, strict=True)
                if row is not None
            ]
        )
        return sum(row is not None for row in ids)

    async def _projects(
        self,
        db: Transaction,
        channel: Channel,
        projects: Sequence[tuple[ProjectNews, tuple[ChangeId, ...]]],
        now: datetime,
    ) -> int:
        rows: list[NewRow] = []
        look = look_of(channel)
        for news, changes in projects:
            page = project_post(news, now, look, self._links).to_json()
            subject = f"{news.project.id}:{changes[-1]}"
            key = f"project-post:{channel.subscriber.id}:{subject}"
            body = await db.outbox.body(key, page, now)
            rows.append(_row(channel, PostKind.PROJECT, subject, body, now))
        ids = await db.outbox.enqueue(rows, now)
        await db.follows.enter(
            [
                ToldChange(channel.subscriber.id, change, now, row)
                for (_, changes), row in zip(projects, ids, strict=True)
                if row is not None
                for change in changes
            ]
        )
        return sum(row is not None for row in ids)


async def plan_for(
    db: Transaction, channel: Channel, now: datetime, among: Collection[StoryId] | None = None
) -> Plan:
    """What the channel gets now, by what this transaction sees; of stories, `among` these."""
    since = hour_of(now, channel.subscriber.schedule.timezone)
    posted = await db.channels.posted_since(channel, since)
    found = room(channel, {kind: posted.get(name, 0) for kind, name in KINDS.items()}, now)
    return Plan(
        await stories_for(db, channel, found.posts.get(PostKind.STORY, 0), now, among),
        await projects_for(db, channel, found.posts.get(PostKind.PROJECT, 0), now),
        found.next_post_at,
    )


async def stories_for(
    db: Transaction,
    channel: Channel,
    room: int,
    now: datetime,
    among: Collection[StoryId] | None = None,
) -> tuple[StoryId, ...]:
    """The best of what the channel has neither been told of ahead of a digest nor by one."""
    if room == 0:
        return ()
    since = now - STORIES_FRESH
    untold = await db.channels.untold_stories(channel, since, now - SETTLED, LOOKED_AT)
    if among is not None:
        untold = [story for story in untold if story in among]
    if not untold:
        return ()
    chat = channel.subscriber.id
    in_digests = (await db.alerts.in_digests([chat], since)).get(chat, set())
    stories = (await db.alerts.stories(untold)).values()
    return best(list(stories), channel.subscriber.choices, in_digests, room, now)


async def projects_for(
    db: Transaction, channel: Channel, room: int, now: datetime
) -> tuple[tuple[ProjectNews, tuple[ChangeId, ...]], ...]:
    """What changed and the channel was not told of, a post for each project."""
    if room == 0:
        return ()
    changes = await db.channels.untold_changes(channel, now - CHANGES_FRESH, now)
    projects = await db.projects.by_ids({one.project_id for one in changes})
    news = ready(news_of(changes, projects), channel.subscriber.choices, room, now)
    entries = _by_project(changes)
    return tuple((one, tuple(entries[one.project.id])) for one in news)


def _by_project(changes: Sequence[Change]) -> Mapping[object, list[ChangeId]]:
    found: dict[object, list[ChangeId]] = {}
    for one in changes:
        found.setdefault(one.project_id, []).append(one.id)
    return found


def _row(channel: Channel, kind: PostKind, subject: str, body: BodyId, now: datetime) -> NewRow:
    """Old news are not posted late: a row that could not go in time is left to the digest."""
    lasts = STORIES_FRESH if kind is PostKind.STORY else CHANGES_FRESH
    return NewRow(
        subscriber_id=channel.subscriber.id,
        chat_id=channel.subscriber.chat_id,
        body_id=body,
        unique_key=f"{KINDS[kind]}:{channel.subscriber.id}:{subject}",
        kind=KINDS[kind],
        priority=Priority.NOTICE,
        not_before=now,
        expires_at=now + lasts,
    )
