"""Choosing what a digest is made of: tried out on last week's news, saved when it is right.

What is tried out is a draft: the choices that differ from those that count, in a row of its own,
so that it outlives a restart. Whatever else is chosen meanwhile (a source muted, "more like this")
is no part of it and stays when the draft is saved.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from accounts.actor import Actor
from accounts.errors import UnknownChatError
from accounts.rights import GroupAdmins, require_own_chat
from common.clock import Clock
from model.news import Story
from model.people import Choices, Draft, Subscriber
from publishing.choosing import suits
from publishing.stories import stories_for
from storage.database import Database
from storage.transaction import Transaction
from views.filters import Tried

WEEK = timedelta(days=7)
MOST_LOOKED_AT = 1_000
"""Stories of a week that a filter is tried on, the newest of them."""
SHOWN = 3
KEPT = timedelta(days=1)
"""A draft older than that was given up."""

Wish = Callable[[Choices], Choices]
"""One choice made differently; made twice, it is the same."""


class TryFilters:
    """Looks at the filters, with another wish if there is one; saves nothing but the draft."""

    def __init__(self, database: Database, clock: Clock, group_admins: GroupAdmins) -> None:
        self._database = database
        self._clock = clock
        self._group_admins = group_admins

    async def __call__(self, actor: Actor, wish: Wish | None = None) -> Tried:
        if wish is None:
            async with self._database.reading() as db:
                subscriber = await _subscriber(db, actor, hold=False)
                draft = await self._draft(db, subscriber)
                return await self._look(db, subscriber, draft)
        await require_own_chat(actor, self._group_admins)
        async with self._database.writing() as db:
            subscriber = await _subscriber(db, actor)
            draft = await self._draft(db, subscriber)
            tried = wish(draft.over(subscriber.choices))
            draft = Draft.between(subscriber.choices, tried, self._clock.now())
            if draft.is_empty:
                await db.drafts.drop(subscriber.id)
            else:
                await db.drafts.put(subscriber.id, draft)
        async with self._database.reading() as db:  # a week's news are read beside other writers
            return await self._look(db, subscriber, draft)

    async def _draft(self, db: Transaction, subscriber: Subscriber) -> Draft:
        now = self._clock.now()
        draft = await db.drafts.get(subscriber.id)
        return draft if draft is not None and draft.at > now - KEPT else Draft(at=now)

    async def _look(self, db: Transaction, subscriber: Subscriber, draft: Draft) -> Tried:
        choices = draft.over(subscriber.choices)
        titles = await db.sources.among(choices.muted_sources)
        of, fitting, first = await _tried_on(db, subscriber, choices, self._clock.now())
        return Tried(
            subscriber,
            choices,
            is_draft=not draft.is_empty,
            of=of,
            fitting=fitting,
            first=first,
            sources=[(source.id, source.title) for source in titles.values()],
        )


class SaveFilters:
    """The draft counts from now on; the next digest is made by it."""

    def __init__(self, database: Database, clock: Clock, group_admins: GroupAdmins) -> None:
        self._database = database
        self._clock = clock
        self._group_admins = group_admins

    async def __call__(self, actor: Actor, *, keep: bool) -> None:
        """`keep`: False gives the draft up. Without a draft nothing happens."""
        await require_own_chat(actor, self._group_admins)
        async with self._database.writing() as db:
            subscriber = await _subscriber(db, actor)
            draft = await db.drafts.get(subscriber.id)
            is_fresh = draft is not None and draft.at > self._clock.now() - KEPT
            choices = draft.over(subscriber.choices) if draft and keep and is_fresh else None
            after = replace(subscriber, choices=choices or subscriber.choices, awaiting=None)
            if after != subscriber:
                await db.subscribers.save(after)
            await db.drafts.drop(subscriber.id)


async def _subscriber(db: Transaction, actor: Actor, *, hold: bool = True) -> Subscriber:
    found = await db.subscribers.get(actor.chat_id, hold=hold)
    if found is None:
        raise UnknownChatError(actor.chat_id)
    return found


async def _tried_on(
    db: Transaction, subscriber: Subscriber, choices: Choices, now: datetime
) -> tuple[int, int, list[Story]]:
    """How many stories the last week had, how many of them fit, and the newest of these."""
    newest = await db.stories.newest(MOST_LOOKED_AT)
    week = [story for story in newest if story.stored_at > now - WEEK]
    fitting = [story.id for story in week if suits(story, choices)]
    first = await stories_for(db, fitting[:SHOWN], subscriber.language, choices)
    return len(week), len(fitting), first
