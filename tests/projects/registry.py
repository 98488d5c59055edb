"""A registry of real projects as most administrations would have it: names in Russian only.

The facts are those of the demo (bot/demo_projects.toml); one project more is named in a question
that everybody asks first.
"""

import tomllib
from importlib.resources import files
from typing import Any

from accounts.rights import Acting
from model.ids import ProjectId
from model.news import Money, Stage
from model.people import Role
from model.projects import Claim, Field, Investor
from projects.recording import add
from storage.database import Database
from tests.projects.makers import CABLE, WHEN, WHY

CABLE_PLANT = "TUR-068"
"""In Kentau, of Henan Cable."""


async def fill(database: Database, languages: tuple[str, ...] = ("ru",)) -> dict[str, ProjectId]:
    """The ids by code; only names in these languages are told."""
    told = tomllib.loads(files("bot").joinpath("demo_projects.toml").read_text("utf-8"))
    ids: dict[str, ProjectId] = {}
    async with database.writing() as db:
        await db.projects.take_turn()
        for one in told["projects"]:
            recorded = await add(db, _fields(one, languages), WHY, Acting(0, Role.ADMIN), WHEN)
            ids[one["code"]] = recorded.project.id
        cable = CABLE | {Field.CODE: CABLE_PLANT, Field.NAMES: {"ru": "Кабельный завод"}}
        ids[CABLE_PLANT] = (await add(db, cable, WHY, Acting(0, Role.ADMIN), WHEN)).project.id
    return ids


def _fields(told: dict[str, Any], languages: tuple[str, ...]) -> dict[Field, Any]:
    later = [claim for entry in told.get("history", ()) for claim in entry.get("claims", ())]
    printed = [*told.get("claims", ()), *later]
    claims = tuple(
        Claim(number, one["printed"], Money(one["value"], one["currency"]))
        for number, one in enumerate(printed, 1)
    )
    return {
        Field.CODE: told["code"],
        Field.NAMES: {language: told["name"][language] for language in languages},
        Field.INVESTORS: tuple(Investor(**one) for one in told.get("investors", ())),
        Field.SECTORS: tuple(told["sectors"]),
        Field.DISTRICTS: tuple(told.get("districts", ())),
        Field.ZONE: told.get("zone"),
        Field.PLACE: told.get("place"),
        Field.CAPACITY: told.get("capacity"),
        Field.STAGE: Stage(told["stage"]),
        Field.CLAIMS: claims,
        Field.AMOUNT: (len(claims) if later else 1) if claims else None,
    }
