"""A town with something to hide in every room, people of every kind, and an eye on them all.

What must not be seen holds a marker, and what must not be changed is compared: so nobody has to say
of a command or a button what it does wrong.
"""

import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from sqlalchemy import make_url, select

from accounts.actor import OPERATOR
from accounts.rights import Acting
from accounts.subscribing import Channel
from model.ids import FileId, ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import EVERYTHING, Language, Role, Scope
from model.projects import Blocker, Claim, Document, DocumentKind, Field, Milestone, Why
from news.opml import Outline
from projects.proposals import propose
from publishing.channels.standing import Looked, Rights
from storage.database import Database
from storage.tables import Base, ProjectFileTable
from tests.clocks import ManualClock
from tests.handlers.town import WHEN, Person, Shown, Town
from tests.news.desk import DOUBTFUL, SURE, Desk
from tests.projects.makers import CABLE
from views.texts import Texts

KENTAU, SAIRAM = "612000000", "615200000"
GROUP, CHANNEL = -5, -1009999999999
OWN, FOREIGN, CANDIDATE = ProjectId(1), ProjectId(2), ProjectId(3)
CODES = ("TUR-001", "TUR-002", "TUR-003")
SETTINGS = 9
BYSTANDER = 77
"""An official whom others look at and do things to."""

ADMINS_ONLY, OFFICIALS_ONLY = "тайна-админ", "тайна-имя"
OF_KENTAU, OF_SAIRAM = "тайна-кентау", "тайна-сайрам"


@dataclass(frozen=True)
class Somebody:
    """Who it is, and what they were given."""

    name: str
    user_id: int
    role: Role | None = None
    scope: Scope = EVERYTHING
    is_known: bool = True
    """Has pressed /start."""

    @property
    def is_admin(self) -> bool:
        return self.role is Role.ADMIN or self.user_id == SETTINGS

    @property
    def is_official(self) -> bool:
        return self.is_admin or self.role is Role.OFFICIAL

    def looks_after(self, district: str) -> bool:
        here = self.scope.is_everything or district in self.scope.districts
        return self.is_admin or (self.is_official and here)


EVERYBODY = (
    Somebody("nobody", 101, is_known=False),
    Somebody("subscriber", 102),
    Somebody("official-everywhere", 103, Role.OFFICIAL),
    Somebody("official-of-kentau", 104, Role.OFFICIAL, Scope(frozenset({KENTAU}))),
    Somebody("official-of-sairam", 105, Role.OFFICIAL, Scope(frozenset({SAIRAM}))),
    Somebody("admin", 106, Role.ADMIN),
    Somebody("admin-of-the-settings", SETTINGS),
)

_ADMINS_TABLES = frozenset(
    {"roles", "invites", "sources", "articles", "stories", "labels", "channels"}
    | {"announcements", "audiences"}
)
_OFFICIALS_TABLES = frozenset({"audit", "imports", "update_drafts", "proposals"})
_PROJECTS_TABLES = frozenset(
    {"projects", "project_changes", "project_files", "project_keys", "project_stories", "proposals"}
)
WATCHED = _ADMINS_TABLES | _OFFICIALS_TABLES | _PROJECTS_TABLES | {"key_values"}

Rows = dict[str, dict[Any, tuple[Any, ...]]]


def may_see(marker: str, who: Somebody, chat_id: int) -> bool:
    """Everything that is not for everyone is for private chats."""
    if chat_id != who.user_id:
        return False
    return {
        ADMINS_ONLY: who.is_admin,
        OFFICIALS_ONLY: who.is_official,
        OF_KENTAU: who.looks_after(KENTAU),
        OF_SAIRAM: who.looks_after(SAIRAM),
    }[marker]


def may_change(table: str, row: Mapping[str, Any], who: Somebody, chat_id: int) -> bool:
    """Whether a row may be another after what somebody said or pressed."""
    if chat_id != who.user_id:
        return False
    if table in _ADMINS_TABLES:
        return who.is_admin
    project = row.get("id") if table == "projects" else row.get("project_id")
    if table in _PROJECTS_TABLES and project is not None:
        district = {OWN: KENTAU, FOREIGN: SAIRAM, CANDIDATE: KENTAU}.get(ProjectId(project))
        return who.is_official if district is None else who.looks_after(district)
    if table == "key_values":
        return who.is_admin or not str(row["name"]).startswith("two-person")
    if table == "update_drafts":
        return who.is_official and row["user_id"] == who.user_id
    return who.is_official


class World:
    """A town that is the same each time it is made: what was pressed in one fits another."""

    def __init__(self, database: Database) -> None:
        self.clock = ManualClock(WHEN)
        self.town = Town(database, self.clock, admin_ids={SETTINGS})
        self.database = database
        self._other = sqlite3.connect(make_url(database.url).database or "")
        self._seen: tuple[int, Rows] = (-1, {})

    def close(self) -> None:
        self._other.close()

    @classmethod
    async def made(cls, database: Database) -> "World":
        world = cls(database)
        await world._people()
        await world._news()
        await world._projects()
        await world._channel()
        return world

    async def _people(self) -> None:
        async with self.database.writing() as db:
            for one in EVERYBODY:
                if one.role is not None:
                    await db.roles.grant(
                        one.user_id, one.role, SETTINGS, WHEN, name=one.name, scope=one.scope
                    )
            await db.roles.grant(BYSTANDER, Role.OFFICIAL, SETTINGS, WHEN, name=OFFICIALS_ONLY)
            invite = await db.invites.begin(Role.ADMIN, SETTINGS, WHEN)
            await db.invites.issue(invite.id, "0" * 64, WHEN.replace(year=2027))
        group = self.town.person(SETTINGS).at(GROUP)
        self.town.telegram.admins.add((GROUP, SETTINGS))
        await group.says("/start@keruen_bot")
        await group.presses_first()
        self.town.telegram.admins.clear()
        for one in EVERYBODY:
            if one.is_known:
                await self.town.person(one.user_id).says("/start")

    async def _news(self) -> None:
        desk = Desk(self.database, self.clock)
        await desk.prints(DOUBTFUL.replace("Аким", f"{ADMINS_ONLY} аким"), SURE)
        url = f"https://{ADMINS_ONLY}.kz/rss"
        await self.town.cases["add_source"](Outline(url, ADMINS_ONLY), OPERATOR)

    async def _channel(self) -> None:
        await self.town.cases["seed_channels"]([Channel(CHANNEL, ADMINS_ONLY)])
        self.town.telegram.standings[CHANNEL] = Looked(Rights())

    async def _projects(self) -> None:
        for district, marker, published in (
            (KENTAU, OF_KENTAU, True),
            (SAIRAM, OF_SAIRAM, True),
            (KENTAU, OF_KENTAU, False),
        ):
            fields = _fields(district, marker, published)
            await self.town.cases["add_project"](OPERATOR, fields, Why("с начала", None))
        async with self.database.writing() as db:
            now = self.clock.now()
            for number in (OWN, FOREIGN):
                marker = OF_KENTAU if number == OWN else OF_SAIRAM
                db.session.add(
                    ProjectFileTable(
                        project_id=number,
                        name=f"{marker}.pdf",
                        content=marker.encode(),
                        added_at=now,
                    )
                )
                await db.session.flush()
                project = await db.projects.get(number, hold=True)
                assert project is not None
                document = Document(FileId(number), DocumentKind.DOCUMENT, marker, None, now)
                await db.projects.save([replace(project, documents=(document,))])
                project = await db.projects.get(number, hold=True)
                assert project is not None
                acting = Acting(BYSTANDER, Role.OFFICIAL)
                why = Why(f"{marker} предложение", None)
                await propose(db, project, {Field.JOBS_CREATED: 7}, why, now, acting)

    # What somebody does, and what came of it

    def person(self, who: Somebody, place: int) -> Person:
        person = self.town.person(who.user_id)
        return person if place == who.user_id else person.at(place)

    async def rows(self) -> Rows:
        """What is watched; read again only where something was written."""
        version = self._version()
        if self._seen[0] != version:
            self._seen = (version, await self._read_rows())
        return self._seen[1]

    def _version(self) -> int:
        """A number that SQLite changes with every commit of others."""
        (version,) = self._other.execute("PRAGMA data_version").fetchone()
        return int(version)

    async def _read_rows(self) -> Rows:
        found: Rows = {}
        async with self.database.reading() as db:
            for table in Base.metadata.sorted_tables:
                if table.name not in WATCHED:
                    continue
                keys = [column.name for column in table.primary_key.columns]
                rows = (await db.session.execute(select(table))).mappings()
                found[table.name] = {
                    tuple(row[key] for key in keys): tuple(row.items()) for row in rows
                }
        return found

    async def does(self, act: Callable[[], Any], who: Somebody, place: int) -> "Outcome":
        """Runs one update and tells what somebody saw of it and what became otherwise."""
        telegram = self.town.telegram
        shown = {id(each): _read(each) for each in telegram.messages}
        counts = [len(each) for each in (telegram.toasts, telegram.files, telegram.offered)]
        before = await self.rows()
        await act()
        told = [each for each in telegram.messages if shown.get(id(each)) != _read(each)]
        files = telegram.files[counts[1] :]
        words = [_read(each) for each in told]
        toasts = telegram.toasts[counts[0] :]
        words += toasts
        words += [f"{name}\n{_opened(name, content)}" for name, content in files]
        for offer in telegram.offered[counts[2] :]:
            words += [
                f"{one.title}\n{one.description}\n{one.message.text}" for one in offer.results
            ]
        after = await self.rows()
        changed = () if before is after else tuple(_changed(before, after))
        return Outcome(tuple(words), changed, tuple(told), who, place)


@dataclass(frozen=True)
class Outcome:
    words: tuple[str, ...]
    changed: tuple[tuple[str, Mapping[str, Any]], ...]
    screens: tuple[Shown, ...]
    who: Somebody
    place: int

    @property
    def wrongs(self) -> list[str]:
        """What they saw and should not have, and what they changed and may not."""
        said = "\n".join(self.words)
        seen = [
            f"{self.who.name} in {self.place} saw {marker}"
            for marker in (ADMINS_ONLY, OFFICIALS_ONLY, OF_KENTAU, OF_SAIRAM)
            if marker in said.casefold() and not may_see(marker, self.who, self.place)
        ]
        return seen + [
            f"{self.who.name} in {self.place} changed {table}: {dict(row)}"[:300]
            for table, row in self.changed
            if not may_change(table, row, self.who, self.place)
        ]

    @property
    def is_refused(self) -> bool:
        """Whether all that came was a sentence that says no."""
        said = [each for each in self.words if each.strip()]
        return not said or all(each.split("\n")[0] in REFUSALS for each in said)


def _refusals() -> Iterator[str]:
    text = Texts(Language.RUSSIAN)
    for key in (
        "error-needs-official",
        "error-needs-admin",
        "error-needs-own-project",
        "error-needs-group-admin",
        "error-needs-announcing-write",
        "error-needs-announcing-send",
        "error-old-button",
        "error-no-project",
        "group-private-only",
    ):
        yield text.plain(key)


REFUSALS = frozenset(_refusals())


def _fields(district: str, marker: str, published: bool) -> dict[Field, Any]:
    """A project with something for officials only in each field that may have it."""
    named = "Завод" if published else f"{marker} кандидат"
    return CABLE | {
        Field.NAMES: {"ru": named},
        Field.DISTRICTS: (district,),
        Field.PUBLISHED: published,
        Field.STAGE: Stage.CONSTRUCTION,
        Field.NOTES: f"{marker} заметка",
        Field.CURATOR: BYSTANDER,
        Field.BLOCKERS: (Blocker(1, f"{marker} препятствие", PartialDate(2026, 5)),),
        Field.MILESTONES: (Milestone(1, "Запуск линии", PartialDate(2026, 3)),),
        Field.CLAIMS: (
            Claim(1, "3 млрд тенге", Money(3_000_000_000, "KZT"), PartialDate(2023, 8, 30)),
            Claim(2, f"{marker} 7 млн", Money(7_000_000, "USD"), PartialDate(2024)),
        ),
    }


def _read(shown: Shown) -> str:
    labels = "\n".join(f"{label} {data}" for row in shown.rows for label, data in row)
    return f"{shown.text}\n{labels}"


def _opened(name: str, content: bytes) -> str:
    """What a file says, a spreadsheet's parts unpacked."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(each).decode("utf-8", "replace") for each in parts.namelist())


def _changed(before: Rows, after: Rows) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for table in after:
        old, new = before[table], after[table]
        for key in {*old, *new}:
            if old.get(key) != new.get(key):
                yield table, dict(new.get(key) or old[key])
