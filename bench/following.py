"""Due digests where a tenth of the chats follow projects, against the same where nobody does."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from accounts.actor import OPERATOR
from accounts.rights import Rights
from bench import stage
from common.clock import SystemClock
from model.projects import Field, FollowKind, Why
from news.vocabulary import DISTRICTS, SECTORS
from projects.recording import AddProject, RecordChanges
from projects.rights import ProjectRights
from publishing.digests import SendDueDigests
from storage.database import Database
from storage.tables import FollowTable
from views.links import BotLinks

PEOPLE = 20_000
FOLLOWERS = PEOPLE // 10
PROJECTS = 60
WHY = Why("bench")


async def measure(_url: str) -> dict[str, Any]:
    without = await _enqueue(follow=False)
    with_followers = await _enqueue(follow=True)
    return {
        "bench": "following",
        "ratio": round(with_followers / without, 2),
        "ratio_of": "20,000 digests, 2,000 of them with changes all different, to 20,000 alike",
        "seconds": round(with_followers, 1),
    }


async def _enqueue(*, follow: bool) -> float:
    now = datetime.now(UTC)
    async with stage.database() as database:
        await stage.people(database, PEOPLE, now - timedelta(minutes=1))
        await stage.stories(database, 30, now - timedelta(hours=2))
        await _registry(database, now, follow=follow)
        began = time.perf_counter()
        done = await SendDueDigests(database, SystemClock(), BotLinks("keruen_bot"))()
        taken = time.perf_counter() - began
        assert done.digests == PEOPLE, done
    return taken


async def _registry(database: Database, now: datetime, *, follow: bool) -> None:
    """Every chat of ten follows a project, a district and a sector; all projects change."""
    rights = ProjectRights(Rights(frozenset()))
    add = AddProject(database, SystemClock(), rights)
    record = RecordChanges(database, SystemClock(), rights)
    projects = [
        (
            await add(
                OPERATOR,
                {
                    Field.NAMES: {"ru": f"Завод {number}"},
                    Field.DISTRICTS: (DISTRICTS[number % len(DISTRICTS)],),
                    Field.SECTORS: (SECTORS[number % len(SECTORS)],),
                },
                WHY,
            )
        ).project
        for number in range(PROJECTS)
    ]
    if follow:
        await _follows(database, now)
    for project in projects:
        await record(OPERATOR, project.id, {Field.PHYSICAL: 50}, WHY, seen=project.version)


async def _follows(database: Database, now: datetime) -> None:
    async with database.writing() as db:
        last = await db.projects.last_change_id()
        rows = [
            {
                "subscriber_id": chat * 10,
                "kind": kind.value,
                "key": key,
                "at_once": False,
                "since": now,
                "last_change_id": last,
            }
            for chat in range(1, FOLLOWERS + 1)
            for kind, key in (
                (FollowKind.PROJECT, str(chat % PROJECTS + 1)),
                (FollowKind.DISTRICT, DISTRICTS[chat % len(DISTRICTS)]),
                (FollowKind.SECTOR, SECTORS[chat % len(SECTORS)]),
            )
        ]
        await db.session.execute(insert(FollowTable), rows)
