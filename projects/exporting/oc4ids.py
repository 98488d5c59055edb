"""The registry as open data: schema-valid OC4IDS 0.9.5, extended to private investment projects.

OC4IDS was made for public infrastructure. What it has no field for stands under `keruen` of each
project: our own stage, the amount as it was printed, and the history, because modifications exist
there only inside contracts. It is for everyone to read, so it is the public view, whoever asks.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any

from model.news import Stage
from model.partial_dates import PartialDate
from model.projects import Change, Field, Project
from news.vocabulary import data, district_name, sector_name
from projects.exporting.geojson import place_of
from projects.exporting.table import country_name
from projects.zones import zone_name
from storage.project_json import value_json

VERSION = "0.9"
"""As a package names it, whatever the patch."""
_LANGUAGE = "ru"
"""Of what is said in words: the one that most names are known in."""
_NAMES = (_LANGUAGE, "kk", "en", "zh")
_ABOUT = (
    "Schema-valid OC4IDS 0.9.5, extended to private investment projects: `keruen` of a project "
    "holds its local stage, its amount as printed, and the history of its fields."
)

STATUSES: Mapping[Stage, str] = {
    Stage.PLANNED: "identification",
    Stage.MEMORANDUM: "identification",
    Stage.PREPARATION: "preparation",
    Stage.CONSTRUCTION: "implementation",
    Stage.COMMISSIONING: "completion",
    Stage.LAUNCHED: "maintenance",
    Stage.STOPPED: "cancelled",
    Stage.CLOSING: "decommissioning",
    Stage.CLOSED: "decommissioned",
}
_SECTORS = {
    "energy": "energy",
    "energy-renewable": "energy",
    "oil-gas": "energy",
    "health": "health",
    "it": "communications",
    "water": "waterAndWaste",
    "tourism": "cultureSportsAndRecreation",
    "trade-logistics": "transport",
    "mining-metallurgy": "naturalResources",
}
"""All other branches are `economy`."""
_CURRENCIES = frozenset(one["code"] for one in data("currencies")["currencies"])
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][!-~]*)?")
_NOT_IN_A_URI = re.compile(r"[\"<>\\^`{|}]")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose package it is, and in which zone its days begin."""

    prefix: str
    zone: tzinfo


def write_package(
    projects: Sequence[tuple[Project, Sequence[Change]]], publisher: Publisher, now: datetime
) -> bytes:
    """At least one project, each in its public view, with those changes that everyone may see."""
    stamp = now.astimezone(publisher.zone).replace(microsecond=0)
    package = {
        "version": VERSION,
        "uri": f"urn:keruen:{publisher.prefix}:{stamp:%Y%m%dT%H%M%S}",
        "publishedDate": stamp.isoformat(),
        "publisher": {"name": f"{data('region')['names']['en']}: registry of projects (Keruen)"},
        "description": _ABOUT,
        "projects": [_project(one, changes, publisher) for one, changes in projects],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _project(project: Project, changes: Sequence[Change], publisher: Publisher) -> dict[str, Any]:
    zone = publisher.zone
    told = {
        "id": f"{publisher.prefix}-{project.code}",
        "updated": project.changed_at.astimezone(zone).isoformat(),
        "language": _LANGUAGE,
        "title": next(
            (project.names[one] for one in _NAMES if project.names.get(one, "").strip()),
            project.code,
        ),
        "description": project.capacity,
        "status": STATUSES[project.stage],
        "sector": sorted({_SECTORS.get(one, "economy") for one in project.sectors}),
        "additionalClassifications": [
            {
                "scheme": "KERUEN-SECTOR",
                "id": one,
                "description": sector_name(one, _LANGUAGE),
            }
            for one in project.sectors
        ],
        "identifiers": [{"id": project.code, "scheme": "KERUEN"}],
        "budget": _budget(project),
        "period": _period(
            project.actual_start or project.planned_start,
            project.actual_finish or project.planned_finish,
            zone,
        ),
        "implementationPeriod": _period(project.actual_start, project.actual_finish, zone),
        "locations": _locations(project),
        "parties": [
            {
                "id": f"investor-{number}",
                "name": one.name,
                "roles": ["funder"],
                "address": {
                    "countryName": country_name(one.country, "en") if one.country else None
                },
            }
            for number, one in enumerate(project.investors, 1)
        ],
        "milestones": [
            {
                "id": str(one.id),
                "title": one.title,
                "dueDate": _end(one.due, zone),
                "dateMet": _start(one.met_on, zone),
                "status": "met" if one.met_on else "scheduled",
            }
            for one in project.milestones
        ],
        "forecasts": _metrics([("jobs", "Jobs planned", project.jobs_planned, "jobs")]),
        "metrics": _metrics(
            [
                ("jobs", "Jobs created", project.jobs_created, "jobs"),
                ("physicalProgress", "Physical progress", project.physical, "percent"),
                ("financialProgress", "Financial progress", project.financial, "percent"),
            ]
        ),
        "documents": _documents(project),
        "keruen": _extension(project, changes, zone),
    }
    cleaned: dict[str, Any] = _without_nothing(told)
    return cleaned


def _budget(project: Project) -> dict[str, Any] | None:
    claim = project.claim
    if claim is None or claim.money is None or claim.money.currency not in _CURRENCIES:
        return None
    return {"amount": {"amount": claim.money.value, "currency": claim.money.currency}}


def _period(
    start: PartialDate | None, finish: PartialDate | None, zone: tzinfo
) -> dict[str, str | None] | None:
    if start is not None and finish is not None and start.first > finish.last:
        finish = None
    return {"startDate": _start(start, zone), "endDate": _end(finish, zone)}


def _start(told: PartialDate | None, zone: tzinfo) -> str | None:
    return None if told is None else _moment(told.first, time(), zone)


def _end(told: PartialDate | None, zone: tzinfo) -> str | None:
    return None if told is None else _moment(told.last, time(23, 59, 59), zone)


def _moment(day: date, at: time, zone: tzinfo) -> str:
    return datetime.combine(day, at, zone).isoformat()


def _locations(project: Project) -> list[dict[str, Any]]:
    named = [district_name(one, _LANGUAGE) for one in project.districts]
    zone = zone_name(project.zone, _LANGUAGE) if project.zone else None
    described = ", ".join(filter(None, (project.place, zone, *named)))
    point = place_of(project)
    if not described and point is None:
        return []
    geometry = point and {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    address = {"locality": ", ".join(named), "region": data("region")["names"][_LANGUAGE]}
    return [{"id": "1", "description": described, "geometry": geometry, "address": address}]


def _metrics(told: Iterable[tuple[str, str, int | None, str]]) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            "title": title,
            "observations": [{"id": "1", "measure": measure, "unit": {"name": unit}}],
        }
        for number, title, measure, unit in told
        if measure is not None
    ]


def _documents(project: Project) -> list[dict[str, Any]]:
    """Where the amount was printed; of our own documents the titles."""
    claim = project.claim
    found: list[dict[str, Any]] = [
        {"id": f"document-{one.id}", "title": one.title} for one in project.documents
    ]
    if claim is not None and claim.source and _is_address(claim.source):
        found.append({"id": "amount-source", "title": claim.printed, "url": claim.source})
    return found


def _is_address(source: str) -> bool:
    return bool(_ADDRESS.fullmatch(source)) and not _NOT_IN_A_URI.search(source)


def _extension(project: Project, changes: Sequence[Change], zone: tzinfo) -> dict[str, Any]:
    claim = project.claim
    return {
        "stage": project.stage.value,
        "lapsed": project.lapsed,
        "suspension": value_json(project.suspension),
        "names": dict(project.names),
        "amount": claim and {"printed": claim.printed, "asOf": _said(claim.as_of)},
        "amountSource": claim and claim.source,
        "memorandum": value_json(project.memorandum),
        "plannedStart": _said(project.planned_start),
        "plannedFinish": _said(project.planned_finish),
        "history": [_entry(one, project, zone) for one in changes],
    }


def _entry(change: Change, project: Project, zone: tzinfo) -> dict[str, Any]:
    """Without the person."""
    return {
        "date": change.at.astimezone(zone).isoformat(),
        "field": change.field.value,
        "old": _value(change.field, change.old, project),
        "new": _value(change.field, change.new, project),
        "reason": change.why.reason,
        "source": change.why.source,
    }


def _value(field: Field, value: Any, project: Project) -> Any:
    """Of an amount the words, of a document those that are public: ids are our own affair."""
    if field is Field.AMOUNT:
        return next((one.printed for one in project.claims if one.id == value), None)
    if field is Field.DOCUMENTS:
        return [one.title for one in value or () if one.is_public]
    return value_json(value)


def _said(told: PartialDate | None) -> str | None:
    return None if told is None else str(told)


def _without_nothing(value: Any) -> Any:
    """Without what is not known: an empty list or text is an error in OC4IDS."""
    if isinstance(value, dict):
        cleaned = {name: _without_nothing(one) for name, one in value.items()}
        return {name: one for name, one in cleaned.items() if one not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_nothing(one) for one in value]
    return value
