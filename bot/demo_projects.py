"""The registry that the demo begins with: real projects, and some history to look at.

What happened and when is data (demo_projects.toml); all of it goes into the registry in the order
of time, the way that anything does, in one transaction.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from accounts.rights import Acting
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Role
from model.projects import (
    Blocker,
    Changes,
    Claim,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Project,
    Why,
)
from projects.changing import changed
from projects.recording import add, write
from storage.database import Database

KNOWN_FOR = timedelta(days=90)
"""Since when the registry has a project of which nothing else is told."""
FROM_THE_PRESS = "Из открытых источников"
_HOUR = time(6, 0)
"""Eleven in the morning in Turkistan."""
_DATES = ("planned_start", "planned_finish", "actual_start", "actual_finish")
_PLAIN = ("zone", "place", "jobs_planned", "jobs_created", "capacity", "physical", "financial")
_Told = Mapping[str, Any]
"""A table of the file."""


@dataclass(frozen=True, slots=True)
class _Event:
    """A project is added, or something of it changes."""

    at: datetime
    code: str
    told: _Told
    is_new: bool


async def fill(database: Database, now: datetime, curator: int) -> None:
    """All projects with their history up to now. `curator`: an official's user id."""
    known: dict[str, Project] = {}
    async with database.writing() as db:
        await db.projects.take_turn()
        for event in _events(now):
            told, by = event.told, Acting(0, Role.ADMIN)
            if told.get("by") == "curator":
                by = Acting(curator, Role.OFFICIAL)
            if event.is_new:
                why = Why(FROM_THE_PRESS, told.get("source"))
                recorded = await add(db, _fields(told, curator), why, by, event.at)
            else:
                before = known[event.code]
                after = changed(before, _changes(before, told, now.date()), event.at)
                why = Why(told["reason"], told.get("source"))
                recorded = await write(db, after, why, by, event.at)
            known[event.code] = recorded.project


def _events(now: datetime) -> list[_Event]:
    projects = tomllib.loads(files("bot").joinpath("demo_projects.toml").read_text("utf-8"))
    return sorted(_told(projects["projects"], now), key=lambda event: event.at)


def _told(projects: list[_Told], now: datetime) -> Iterator[_Event]:
    for one in projects:
        since = _moment(one["on"]) if "on" in one else now - KNOWN_FOR
        yield _Event(since, one["code"], one, True)
        for entry in one.get("history", ()):
            days = entry.get("days_ago")
            at = _moment(entry["at"]) if days is None else now - timedelta(days=days)
            yield _Event(at, one["code"], entry, False)


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), _HOUR, UTC)


def _fields(told: _Told, curator: int) -> Changes:
    """Of a new project."""
    fields = _common(told) | {
        Field.CODE: told["code"],
        Field.NAMES: told["name"],
        Field.INVESTORS: tuple(Investor(**one) for one in told.get("investors", ())),
        Field.SECTORS: tuple(told["sectors"]),
        Field.DISTRICTS: tuple(told.get("districts", ())),
        Field.CLAIMS: _claims(told, 0),
        Field.MILESTONES: _milestones(told, 0, None),
    }
    if "claims" in told:
        fields[Field.AMOUNT] = 1
    if "point" in told:
        fields[Field.POINT] = Point(*told["point"])
    if "memorandum" in told:
        fields[Field.MEMORANDUM] = Memorandum(None, PartialDate.parse(told["memorandum"]))
    if "notes" in told:
        fields[Field.NOTES] = told["notes"]
    if told.get("has_curator"):
        fields[Field.CURATOR] = curator
    return fields


def _changes(before: Project, told: _Told, today: date) -> Changes:
    """Of a project that is there: what comes in lists is added to them."""
    changes = _common(told)
    if "claims" in told:
        changes[Field.CLAIMS] = before.claims + _claims(told, len(before.claims))
        changes[Field.AMOUNT] = changes[Field.CLAIMS][-1].id
    if "milestones" in told:
        added = _milestones(told, len(before.milestones), today)
        changes[Field.MILESTONES] = before.milestones + added
    if "met" in told:
        on = PartialDate.of(today - timedelta(days=told["days_ago"]))
        changes[Field.MILESTONES] = tuple(
            replace(one, met_on=on) if one.title == told["met"] else one
            for one in before.milestones
        )
    if "blockers" in told:
        changes[Field.BLOCKERS] = before.blockers + tuple(
            Blocker(number, one["text"], PartialDate.of(today - timedelta(days=one["days_ago"])))
            for number, one in enumerate(told["blockers"], len(before.blockers) + 1)
        )
    return changes


def _common(told: _Told) -> dict[Field, Any]:
    """What is told alike of a new project and of one that changes."""
    fields: dict[Field, Any] = {Field(name): told[name] for name in _PLAIN if name in told}
    fields |= {Field(name): PartialDate.parse(told[name]) for name in _DATES if name in told}
    if "stage" in told:
        fields[Field.STAGE] = Stage(told["stage"])
    return fields


def _claims(told: _Told, before: int) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            number,
            one["printed"],
            Money(one["value"], one["currency"]),
            PartialDate.parse(one["as_of"]) if "as_of" in one else None,
            one.get("source"),
        )
        for number, one in enumerate(told.get("claims", ()), before + 1)
    )


def _milestones(told: _Told, before: int, today: date | None) -> tuple[Milestone, ...]:
    """`today` is the day from which `due_in` counts; a new project has none of these."""

    def due(one: _Told) -> PartialDate:
        if "due" in one:
            return PartialDate.parse(one["due"])
        assert today is not None
        return PartialDate.of(today + timedelta(days=one["due_in"]))

    return tuple(
        Milestone(
            number,
            one["title"],
            due(one),
            PartialDate.parse(one["met_on"]) if "met_on" in one else None,
        )
        for number, one in enumerate(told.get("milestones", ()), before + 1)
    )
