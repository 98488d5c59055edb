"""What a reader says of a story: more like it, less like it, nothing more of its source.

A press names the state it leads to, so it may come twice. What was said is kept story by story;
what follows for editions is summed up in the chat's choices, in the same transaction.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accounts.actor import Actor
from accounts.errors import UnknownChatError, WrongChoiceError
from accounts.rights import GroupAdmins, require_own_chat
from common.clock import Clock
from model.ids import SourceId, StoryId
from model.people import Choices, Liking, Subscriber
from storage.database import Database
from storage.transaction import Transaction

MOST_LIKINGS = 200
"""Stories whose likings count, those said last."""
MOST_TASTES = 60
"""Keys that are kept, those with the most weight: choices are read for every digest."""
MOST_MUTED = 50
"""A reader who mutes more sources wants another bot."""


def tastes_of(likings: Sequence[Liking]) -> frozenset[tuple[str, int]]:
    """For each key how often more of it was wanted, less how often less was; the newest first.

    Of equal weights the ones said last are kept.
    """
    sums: Counter[str] = Counter()
    for liking in likings:
        for key in sorted(set(liking.keys)):
            sums[key] += liking.liked
    weighty = sorted((key for key in sums if sums[key]), key=lambda key: -abs(sums[key]))
    return frozenset((key, sums[key]) for key in weighty[:MOST_TASTES])


@dataclass(frozen=True, slots=True)
class SayTaste:
    """More (1) or less (-1) like this story is wanted from now on, or neither (0)."""

    database: Database
    clock: Clock
    group_admins: GroupAdmins

    async def __call__(self, actor: Actor, story: StoryId, liked: int) -> Subscriber:
        await require_own_chat(actor, self.group_admins)
        async with self.database.writing() as db:
            before = await _subscriber(db, actor)
            if story not in await db.stories.by_ids([story]):
                raise WrongChoiceError(f"story {story}")
            if await db.tastes.of(before.id, story) != liked:
                await db.tastes.say(before.id, story, liked, self.clock.now())
            tastes = tastes_of(await db.tastes.likings(before.id, MOST_LIKINGS))
            return await _choose(db, before, replace(before.choices, tastes=tastes))


@dataclass(frozen=True, slots=True)
class MuteSource:
    """What only this source tells does not come from now on, or comes again."""

    database: Database
    group_admins: GroupAdmins

    async def __call__(self, actor: Actor, source: SourceId, *, is_muted: bool) -> Subscriber:
        await require_own_chat(actor, self.group_admins)
        async with self.database.writing() as db:
            before = await _subscriber(db, actor)
            muted = before.choices.muted_sources - {source}
            if is_muted:
                if len(muted) >= MOST_MUTED or await db.sources.get(source) is None:
                    raise WrongChoiceError(f"mute {source}")
                muted |= {source}
            return await _choose(db, before, replace(before.choices, muted_sources=muted))


async def _subscriber(db: Transaction, actor: Actor) -> Subscriber:
    found = await db.subscribers.get(actor.chat_id, hold=True)
    if found is None:
        raise UnknownChatError(actor.chat_id)
    return found


async def _choose(db: Transaction, before: Subscriber, choices: Choices) -> Subscriber:
    after = replace(before, choices=choices)
    if after != before:
        await db.subscribers.save(after)
    return after
