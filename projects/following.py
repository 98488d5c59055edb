"""What a chat follows: looked at, begun, switched and ended. Nobody else is told of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from accounts.actor import Actor
from accounts.errors import UnknownChatError
from accounts.rights import GroupAdmins, NotAllowedError, require_own_chat
from common.clock import Clock
from model.ids import ProjectId
from model.people import Language, Role
from model.projects import Follow, FollowKind, KeyKind, Project
from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name
from projects.errors import ProjectError, no_project
from projects.rights import ProjectRights, Standing, seen
from storage.database import Database
from storage.transaction import Transaction

MOST = 100
"""Things that one chat follows."""

LEAST_TYPED = 3
"""Letters by which a district or a sector is looked for."""


class Wish(StrEnum):
    """How a chat wants to follow. The values stand in buttons: they never change."""

    DIGEST = "digest"
    AT_ONCE = "now"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be followed, and whether this chat does."""

    kind: FollowKind
    key: str
    wish: Wish = Wish.STOP
    project: Project | None = None
    """As far as it may be seen; None for what is no project, and for one that is gone."""
    curator: str | None = None
    """The name of an official, where it is known and whoever looks may know it."""

    @property
    def is_followed(self) -> bool:
        return self.wish is not Wish.STOP

    @property
    def is_gone(self) -> bool:
        return self.kind is FollowKind.PROJECT and self.project is None


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is of one kind, and which of it the chat follows."""

    kind: FollowKind
    things: tuple[Thing, ...]


class _Following:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        rights: ProjectRights,
        group_admins: GroupAdmins,
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._group_admins = group_admins


class SeeFollows(_Following):
    """All that a chat follows, in the order in which it began to."""

    async def __call__(self, actor: Actor) -> tuple[Thing, ...]:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            follows = await _follows(db, actor)
            things = [Thing(one.kind, one.key, _wish(one)) for one in follows]
            return tuple(await _named(db, standing, things))


class SeeFollow(_Following):
    """One thing and whether the chat follows it; a ProjectError for what is not there for them."""

    async def __call__(self, actor: Actor, kind: FollowKind, key: str) -> Thing:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            follows = {(one.kind, one.key): _wish(one) for one in await _follows(db, actor)}
            (thing,) = await _named(db, standing, [Thing(kind, key)])
            wish = follows.get((kind, key), Wish.STOP)
            if wish is Wish.STOP:
                await _check(db, actor, standing, thing)
        return replace(thing, wish=wish)


class SeeChoices(_Following):
    """What there is to follow of one kind."""

    async def __call__(self, actor: Actor, kind: FollowKind) -> Choices:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            follows = {(one.kind, one.key): _wish(one) for one in await _follows(db, actor)}
            keys = await _keys(db, actor, standing, kind)
            things = [Thing(kind, key, follows.get((kind, key), Wish.STOP)) for key in keys]
            return Choices(kind, tuple(await _named(db, standing, things)))


class ChangeFollow(_Following):
    """Begin, switch or end: said twice, it is the same.

    Who begins is told of what changes from now on. What is gone can still be ended.
    """

    async def __call__(self, actor: Actor, kind: FollowKind, key: str, wish: Wish) -> Thing:
        await require_own_chat(actor, self._group_admins)
        now = self._clock.now()
        async with self._database.writing() as db:
            standing = await self._rights.standing(db, actor)
            subscriber = await db.subscribers.get(actor.chat_id, hold=True)
            if subscriber is None:
                raise UnknownChatError(actor.chat_id)
            (thing,) = await _named(db, standing, [Thing(kind, key, wish)])
            if wish is Wish.STOP:
                await db.follows.remove(subscriber.id, kind, key)
                return thing
            if not subscriber.is_subscribed:
                raise ProjectError(f"chat {actor.chat_id} has no digest", "error-follow-subscribe")
            follows = await db.follows.of(subscriber.id)
            at_once = wish is Wish.AT_ONCE
            known = next((one for one in follows if (one.kind, one.key) == (kind, key)), None)
            if known is not None:
                await db.follows.switch(replace(known, at_once=at_once))
                return thing
            await _check(db, actor, standing, thing)
            if len(follows) >= MOST:
                raise ProjectError(f"follows {MOST} already", "error-follow-many", most=MOST)
            last = await db.projects.last_change_id()
            await db.follows.add(Follow(subscriber.id, kind, key, at_once, now, last))
        return thing


def named_by(words: str) -> list[Thing]:
    """Districts and sectors that these words name, in any of the languages."""
    typed = words.strip().casefold()
    if len(typed) < LEAST_TYPED:
        return []
    return [
        Thing(kind, code)
        for kind, codes, name in (
            (FollowKind.DISTRICT, DISTRICTS, district_name),
            (FollowKind.SECTOR, SECTORS, sector_name),
        )
        for code in codes
        if any(typed in name(code, language).casefold() for language in Language)
    ]


def may_follow_curators(actor: Actor, standing: Standing) -> bool:
    """Who looks after what is internal: officials only, and only where nobody reads along."""
    return actor.is_private and standing.is_official


async def _follows(db: Transaction, actor: Actor) -> Sequence[Follow]:
    subscriber = await db.subscribers.get(actor.chat_id)
    return () if subscriber is None else await db.follows.of(subscriber.id)


def _wish(follow: Follow) -> Wish:
    return Wish.AT_ONCE if follow.at_once else Wish.DIGEST


async def _named(db: Transaction, standing: Standing, things: Collection[Thing]) -> list[Thing]:
    """With the projects and the names that whoever looks may see."""
    numbers = {ProjectId(int(one.key)) for one in things if one.kind is FollowKind.PROJECT}
    projects = await db.projects.by_ids(numbers)
    names: dict[str, str] = {}
    if standing.is_official and any(one.kind is FollowKind.CURATOR for one in things):
        names = {str(who): name for who, name in (await db.roles.names()).items()}
    return [
        replace(one, project=seen(standing, projects.get(ProjectId(int(one.key)))))
        if one.kind is FollowKind.PROJECT
        else replace(one, curator=names.get(one.key))
        for one in things
    ]


async def _check(db: Transaction, actor: Actor, standing: Standing, thing: Thing) -> None:
    """That there is such a thing for them."""
    if thing.kind is FollowKind.PROJECT:
        if thing.project is None:
            raise no_project(thing.key)
    elif thing.key not in await _keys(db, actor, standing, thing.kind):
        raise ProjectError(f"nothing to follow: {thing.kind} {thing.key}", "error-old-button")


async def _keys(
    db: Transaction, actor: Actor, standing: Standing, kind: FollowKind
) -> Sequence[str]:
    match kind:
        case FollowKind.DISTRICT:
            return DISTRICTS
        case FollowKind.SECTOR:
            return SECTORS
        case FollowKind.COUNTRY:
            return await db.projects.keys(KeyKind.COUNTRY)
        case FollowKind.CURATOR:
            if not may_follow_curators(actor, standing):
                raise NotAllowedError(actor, Role.OFFICIAL.value)
            return [str(one.user_id) for one in await db.roles.offices()]
    raise ProjectError(f"no list of {kind}", "error-old-button")
