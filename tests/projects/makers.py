"""Projects and people for tests of the registry."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from accounts.actor import OPERATOR, Actor
from accounts.rights import Rights
from model.ids import ChatId, ProjectId, StoryId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import EVERYTHING, ChatKind, Language, Role, Scope
from model.projects import Changes, Claim, Field, Investor, Project, Proposal, Why
from projects.proposals import propose
from projects.recording import AddProject
from projects.rights import ProjectRights
from storage.database import Database
from storage.tables import StoryTable
from tests.clocks import ManualClock

WHEN = datetime(2026, 11, 23, 4, tzinfo=UTC)
KENTAU, SAIRAM = "612000000", "615200000"
ADMIN, OFFICIAL = 1009, 1010
WHY = Why("по итогам совещания", "https://example.kz/protocol")

CABLE: dict[Field, Any] = {
    Field.NAMES: {"ru": "Завод кабельной продукции", "kk": "Кабель зауыты"},
    Field.INVESTORS: (Investor("Henan Cable Co., Ltd", "CN"),),
    Field.SECTORS: ("electrical",),
    Field.DISTRICTS: (KENTAU,),
    Field.CLAIMS: (
        Claim(1, "3 млрд тенге", Money(3_000_000_000, "KZT"), PartialDate(2023, 8, 30)),
        Claim(2, "7 млн долларов", Money(7_000_000, "USD"), PartialDate(2024)),
    ),
    Field.AMOUNT: 1,
    Field.STAGE: Stage.MEMORANDUM,
    Field.JOBS_PLANNED: 120,
    Field.PLANNED_FINISH: PartialDate(2026, 6),
}


def project(**fields: Any) -> Project:
    """A project without a row."""
    made = Project(
        id=ProjectId(1),
        code="TUR-001",
        created_at=WHEN,
        changed_at=WHEN,
        checked_at=WHEN,
        **{field.value: value for field, value in CABLE.items()},
    )
    return replace(made, **fields)


def actor(user_id: int, role: Role = Role.SUBSCRIBER, kind: ChatKind = ChatKind.PRIVATE) -> Actor:
    chat = ChatId(user_id if kind is ChatKind.PRIVATE else -1001)
    return Actor(chat, kind, user_id, Language.RUSSIAN, role)


def rights() -> ProjectRights:
    return ProjectRights(Rights(frozenset({ADMIN})))


async def make_official(
    database: Database, user_id: int = OFFICIAL, scope: Scope = EVERYTHING, name: str = "Данияр"
) -> Actor:
    async with database.writing() as db:
        await db.roles.grant(user_id, Role.OFFICIAL, ADMIN, WHEN, name=name, scope=scope)
    return actor(user_id, Role.OFFICIAL)


async def add(database: Database, **fields: Any) -> Project:
    """A row like CABLE, with these fields otherwise."""
    told = CABLE | {Field(name): value for name, value in fields.items()}
    add_project = AddProject(database, ManualClock(WHEN), rights())
    return (await add_project(OPERATOR, told, WHY)).project


async def add_story(database: Database) -> StoryId:
    """A story without articles."""
    async with database.writing() as db:
        row = StoryTable(stored_at=WHEN, score=1.0, districts=[], sectors=[], source_count=0)
        db.session.add(row)
        await db.session.flush()
        return StoryId(row.id)


async def make_proposal(
    database: Database, by: Actor, about: Project, changes: Changes, why: Why = WHY
) -> Proposal:
    """What an official has confirmed where a second one is to."""
    async with database.writing() as db:
        project = await db.projects.get(about.id, hold=True)
        assert project is not None
        acting = await rights().acting(db, by, project)
        return await propose(db, project, changes, why, WHEN, acting)
