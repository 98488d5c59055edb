"""Looking after officials and admins: who they are, and changing or ending what they may.

Each use case is an admin's, takes the turn of those who give roles and reads everything after it:
so of two admins who end each other's role at once, one stays. Admins of the settings are admins
without a row, and nobody changes them here.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.invites import INVITED, scope_words
from accounts.rights import Acting, Rights
from accounts.two_person import RULED, TwoPersonRule
from common.clock import Clock
from common.errors import KeruenError
from model.announcements import Announcing
from model.audit import Act
from model.ids import ChatId
from model.people import EVERYTHING, Office, Role, Scope, Subscriber
from model.projects import FollowKind, Project
from storage.database import Database
from storage.transaction import Transaction


class OfficeError(KeruenError):
    """A role that does not become what was asked; the key says why."""

    def __init__(self, user_id: int, why: str) -> None:
        super().__init__(f"the role of {user_id}: {why}", f"error-office-{why}")


@dataclass(frozen=True, slots=True)
class Colleague:
    """An official or an admin, as admins see them."""

    user_id: int
    role: Role
    name: str | None = None
    scope: Scope = EVERYTHING
    granted_at: datetime | None = None
    """None: by the settings."""
    granted_by: int | None = None
    is_from_settings: bool = False
    said_of_announcing: Announcing | None = None
    """None: what the role may by itself."""

    @property
    def announcing(self) -> Announcing:
        """What they may do with announcements."""
        return Announcing.of(self.role, self.said_of_announcing)


@dataclass(frozen=True, slots=True)
class People:
    colleagues: tuple[Colleague, ...]
    ruled: frozenset[str]
    """Of what a second person confirms: see RULED."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of them, with the projects that are named in their scope."""

    colleague: Colleague
    projects: tuple[Project, ...] = ()
    granted_by: Colleague | None = None
    """Who gave the role, where they are still one of us."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Someone's role as it is now, and their chat, whose menu it changes."""

    before: Colleague
    role: Role
    subscriber: Subscriber | None


def colleagues(offices: Iterable[Office], admin_ids: Collection[int]) -> list[Colleague]:
    """Admins of the settings first, then the others as they came."""
    known = {one.user_id: one for one in offices}
    by_settings = [
        Colleague(
            number,
            Role.ADMIN,
            known[number].name if number in known else None,
            is_from_settings=True,
        )
        for number in sorted(admin_ids)
    ]
    return by_settings + [
        Colleague(
            one.user_id,
            one.role,
            one.name,
            one.scope,
            one.granted_at,
            one.granted_by,
            said_of_announcing=None if one.announcing is None else Announcing(one.announcing),
        )
        for one in known.values()
        if one.user_id not in admin_ids
    ]


def is_last_admin(user_id: int, people: Iterable[Colleague]) -> bool:
    """Whether nobody would be left to give roles."""
    admins = {one.user_id for one in people if one.role is Role.ADMIN}
    return admins == {user_id}


class _Offices:
    """What the use cases share: who there is, and the record of an act."""

    def __init__(self, database: Database, clock: Clock, rights: Rights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def _people(self, db: Transaction) -> list[Colleague]:
        return colleagues(await db.roles.offices(), self._rights.admin_ids)

    async def _one(self, db: Transaction, user_id: int) -> Colleague:
        for one in await self._people(db):
            if one.user_id == user_id:
                return one
        raise OfficeError(user_id, "gone")

    async def _changeable(self, db: Transaction, user_id: int) -> Colleague:
        one = await self._one(db, user_id)
        if one.is_from_settings:
            raise OfficeError(user_id, "settings")
        return one

    async def _acting(self, db: Transaction, actor: Actor) -> Acting:
        await db.roles.take_turn()
        return await self._rights.acting(db, actor, Role.ADMIN)

    async def _rescope(self, db: Transaction, acting: Acting, one: Colleague, scope: Scope) -> None:
        if scope == one.scope:
            return
        assert one.granted_at is not None  # only the settings' admins have none
        await db.roles.grant(
            one.user_id,
            one.role,
            one.granted_by,
            one.granted_at,
            name=one.name,
            scope=scope,
            announcing=one.said_of_announcing,
        )
        before, after = scope_words(one.role, one.scope), scope_words(one.role, scope)
        await self._record(db, acting, "role.scope", one.user_id, before, after)

    async def _record(
        self,
        db: Transaction,
        acting: Acting,
        action: str,
        user_id: int,
        before: dict[str, Any],
        after: dict[str, Any] | None,
    ) -> None:
        await db.audit.record(
            Act(
                at=self._clock.now(),
                actor_id=acting.user_id,
                role=acting.role,
                action=action,
                subject=str(user_id),
                before=before,
                after=after,
            )
        )


class ListPeople(_Offices):
    async def __call__(self, actor: Actor) -> People:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            people = await self._people(db)
            ruled = frozenset([what for what in RULED if await TwoPersonRule.is_on(db, what)])
        return People(tuple(people), ruled)


class OpenPerson(_Offices):
    """OfficeError for whoever has no role."""

    async def __call__(self, actor: Actor, user_id: int) -> Person:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            one = await self._one(db, user_id)
            projects = await db.projects.by_ids(one.scope.projects)
            giver = [each for each in await self._people(db) if each.user_id == one.granted_by]
        return Person(one, tuple(projects.values()), giver[0] if giver else None)


class ChangeRole(_Offices):
    """An official becomes an admin or the other way; the scope stays, an admin's does not count.

    What was said of their announcements was said of another role, and is forgotten.
    """

    async def __call__(self, actor: Actor, user_id: int, role: Role) -> Changed:
        if role not in INVITED:
            raise WrongChoiceError(f"the role of a {role}")
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._acting(db, actor)
            one = await self._changeable(db, user_id)
            if role is not Role.ADMIN and is_last_admin(user_id, await self._people(db)):
                raise OfficeError(user_id, "last-admin")
            subscriber = await db.subscribers.get(ChatId(user_id))
            if role is not one.role:
                await db.roles.grant(
                    user_id, role, acting.user_id, now, name=one.name, scope=one.scope
                )
                before, after = scope_words(one.role, one.scope), scope_words(role, one.scope)
                await self._record(db, acting, "role.change", user_id, before, after)
        return Changed(one, role, subscriber)


class EndRole(_Offices):
    """The role is over, and with it the name that colleagues knew the person by."""

    async def __call__(self, actor: Actor, user_id: int) -> Changed:
        async with self._database.writing() as db:
            acting = await self._acting(db, actor)
            one = await self._changeable(db, user_id)
            if is_last_admin(user_id, await self._people(db)):
                raise OfficeError(user_id, "last-admin")
            subscriber = await db.subscribers.get(ChatId(user_id))
            await db.roles.revoke(user_id)
            await db.follows.remove_all(user_id, FollowKind.CURATOR)
            told = scope_words(one.role, one.scope)
            await self._record(db, acting, "role.revoke", user_id, told, None)
        return Changed(one, Role.SUBSCRIBER, subscriber)


class ChangeScope(_Offices):
    """Where an official works. To everywhere they come by `everywhere` only, never by the last

    district or project that was taken away: OfficeError then.
    """

    async def __call__(
        self,
        actor: Actor,
        user_id: int,
        change: Callable[[Scope], Scope],
        *,
        everywhere: bool = False,
    ) -> None:
        async with self._database.writing() as db:
            acting = await self._acting(db, actor)
            one = await self._changeable(db, user_id)
            scope = EVERYTHING if everywhere else change(one.scope)
            if scope.is_everything and not one.scope.is_everything and not everywhere:
                raise OfficeError(user_id, "scope-empty")
            await self._rescope(db, acting, one, scope)


class AddProjectsToScope(_Offices):
    """Projects by their codes; returns the codes that no project has."""

    async def __call__(self, actor: Actor, user_id: int, codes: Sequence[str]) -> tuple[str, ...]:
        async with self._database.writing() as db:
            acting = await self._acting(db, actor)
            one = await self._changeable(db, user_id)
            found = {code: await db.projects.with_code(code) for code in codes}
            known = {each.id for each in found.values() if each is not None and not each.deleted}
            scope = Scope(one.scope.districts, one.scope.projects | known)
            await self._rescope(db, acting, one, scope)
        return tuple(code for code, each in found.items() if each is None or each.deleted)
