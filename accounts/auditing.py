"""Reading the audit log: an admin's, who looks for what somebody did, to what, and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accounts.actor import Actor
from accounts.offices import colleagues
from accounts.rights import Rights
from model.audit import Entry, Sought
from model.ids import ProjectId
from model.people import Role
from model.projects import Project
from storage.database import Database
from storage.transaction import Transaction

MOST_EXPORTED = 10_000
"""Entries of one file, the newest; what is older is got by asking for other days."""


@dataclass(frozen=True, slots=True)
class Found:
    """Entries of the log, and what they name by numbers."""

    entries: tuple[Entry, ...]
    total: int
    people: Mapping[int, str]
    """Names of those who have a role still."""
    projects: Mapping[ProjectId, Project]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be looked for."""

    people: tuple[tuple[int, str | None], ...]
    """Everyone who ever did something, and their names where they have a role still."""
    actions: tuple[str, ...]


class _Reading:
    def __init__(self, database: Database, rights: Rights) -> None:
        self._database = database
        self._rights = rights

    async def _names(self, db: Transaction) -> dict[int, str]:
        people = colleagues(await db.roles.offices(), self._rights.admin_ids)
        return {one.user_id: one.name for one in people if one.name}


class SearchAudit(_Reading):
    """A page of what was found, or with `limit=MOST_EXPORTED` what goes into a file."""

    async def __call__(
        self, actor: Actor, sought: Sought, limit: int = MOST_EXPORTED, start: int = 0
    ) -> Found:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            entries = await db.audit.found(sought, limit, start)
            total = await db.audit.count(sought)
            names = await self._names(db)
            numbers = set(_projects(entries))
            if sought.project is not None:
                numbers.add(sought.project)
            projects = await db.projects.by_ids(numbers)
        return Found(tuple(entries), total, names, projects)


class AuditChoices(_Reading):
    async def __call__(self, actor: Actor) -> Choices:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            names = await self._names(db)
            people = [(number, names.get(number)) for number in await db.audit.actors()]
            return Choices(tuple(people), tuple(await db.audit.actions()))


class FindAuditedProject(_Reading):
    """A project by its code, deleted ones too: its log stays."""

    async def __call__(self, actor: Actor, code: str) -> Project | None:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            return await db.projects.with_code(code)


def _projects(entries: Iterable[Entry]) -> Iterable[ProjectId]:
    for entry in entries:
        kind, _, number = entry.act.subject.partition(":")
        if kind == "project" and number.isascii() and number.isdigit():
            yield ProjectId(int(number))
