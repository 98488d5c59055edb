"""What officials change, one thing at a time: pure.

An edit takes a project as it would be and says which fields become what. Said twice it changes
nothing more, because what is typed may come twice.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from model.ids import FileId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.projects import (
    Blocker,
    Changes,
    Claim,
    Document,
    DocumentKind,
    Field,
    Investor,
    Milestone,
    Point,
    Project,
    Suspension,
)
from projects.errors import ProjectError
from projects.merging import next_id

Edit = Callable[[Project], Changes]

LONGEST_NOTES = 3000
MOST_INVESTORS = 20
MOST_ENTRIES = 100
"""Of one list of a project: more is no registry but an archive."""

ORDER = (
    Stage.PLANNED,
    Stage.MEMORANDUM,
    Stage.PREPARATION,
    Stage.CONSTRUCTION,
    Stage.COMMISSIONING,
    Stage.LAUNCHED,
)
"""The way that a project goes when nothing goes wrong."""


def next_stage(stage: Stage) -> Stage | None:
    """The likely next; None after the last, and off the way."""
    if stage not in ORDER[:-1]:
        return None
    return ORDER[ORDER.index(stage) + 1]


def with_value(field: Field, value: Any) -> Edit:
    return lambda _: {field: value}


def with_stage(stage: Stage) -> Edit:
    """Whatever stage comes now, a memorandum has not lapsed any more."""

    def edit(project: Project) -> Changes:
        if project.lapsed and stage is not project.stage:
            return {Field.STAGE: stage, Field.LAPSED: False}
        return {Field.STAGE: stage}

    return edit


def suspended(reason: str, since: PartialDate) -> Edit:
    def edit(project: Project) -> Changes:
        was = project.suspension
        return {Field.SUSPENSION: Suspension(reason, since if was is None else was.since)}

    return edit


def with_milestone(title: str, due: PartialDate) -> Edit:
    def edit(project: Project) -> Changes:
        entries = project.milestones
        if any((one.title, one.due) == (title, due) for one in entries):
            return {}
        return {Field.MILESTONES: (*entries, Milestone(_number(entries), title, due))}

    return edit


def milestone_met(number: int, on: PartialDate | None) -> Edit:
    """None: it was not met after all."""
    return lambda one: {Field.MILESTONES: _with(one.milestones, number, met_on=on)}


def milestone_moved(number: int, due: PartialDate) -> Edit:
    return lambda one: {Field.MILESTONES: _with(one.milestones, number, due=due)}


def with_blocker(text: str, since: PartialDate) -> Edit:
    def edit(project: Project) -> Changes:
        entries = project.blockers
        if any(one.text == text and one.resolved_on is None for one in entries):
            return {}
        return {Field.BLOCKERS: (*entries, Blocker(_number(entries), text, since))}

    return edit


def blocker_resolved(number: int, on: PartialDate) -> Edit:
    return lambda one: {Field.BLOCKERS: _with(one.blockers, number, resolved_on=on)}


def with_claim(
    printed: str, money: Money | None, as_of: PartialDate | None, source: str | None
) -> Edit:
    """Another amount that somebody named; it is the current one unless another is chosen."""

    def edit(project: Project) -> Changes:
        for one in project.claims:
            if (one.printed, one.as_of, one.source) == (printed, as_of, source):
                return {Field.AMOUNT: one.id}
        claim = Claim(_number(project.claims), printed, money, as_of, source)
        return {Field.CLAIMS: (*project.claims, claim), Field.AMOUNT: claim.id}

    return edit


def claim_told(number: int, as_of: PartialDate | None, source: str | None) -> Edit:
    """When and by whom an amount was named."""
    return lambda one: {Field.CLAIMS: _with(one.claims, number, as_of=as_of, source=source)}


def with_note(words: str) -> Edit:
    """One line more."""

    def edit(project: Project) -> Changes:
        lines = (project.notes or "").splitlines()
        if words in lines:
            return {}
        notes = "\n".join([*lines, words])
        if len(notes) > LONGEST_NOTES:
            raise ProjectError(f"{len(notes)} letters of notes", "error-notes-long")
        return {Field.NOTES: notes}

    return edit


def with_document(
    number: FileId, kind: DocumentKind, title: str, file_id: str, at: datetime
) -> Edit:
    """For officials only, until it is shown to all. A file that came twice is one."""

    def edit(project: Project) -> Changes:
        if any(one.file_id == file_id for one in project.documents):
            return {}
        _number(project.documents)
        return {Field.DOCUMENTS: (*project.documents, Document(number, kind, title, file_id, at))}

    return edit


def document_shown(number: int, *, is_public: bool) -> Edit:
    return lambda one: {Field.DOCUMENTS: _with(one.documents, number, is_public=is_public)}


def with_name(language: str, name: str) -> Edit:
    return lambda one: {Field.NAMES: {**one.names, language: name}}


def with_district(code: str, *, is_in: bool) -> Edit:
    return lambda one: {Field.DISTRICTS: _switched(one.districts, code, is_in)}


def with_sector(code: str, *, is_in: bool) -> Edit:
    return lambda one: {Field.SECTORS: _switched(one.sectors, code, is_in)}


def with_investor(name: str, country: str | None) -> Edit:
    """One more; one that is known gets the country that is known now."""

    def edit(project: Project) -> Changes:
        others = tuple(one for one in project.investors if one.name != name)
        if len(others) >= MOST_INVESTORS:
            raise ProjectError(f"{len(others)} investors", "error-list-full", most=MOST_INVESTORS)
        return {Field.INVESTORS: (*others, Investor(name, country))}

    return edit


def without_investor(place: int) -> Edit:
    """By its place in the list."""

    def edit(project: Project) -> Changes:
        kept = tuple(one for at, one in enumerate(project.investors) if at != place)
        return {Field.INVESTORS: kept}

    return edit


def with_place(point: Point | None, place: str | None = None) -> Edit:
    """None leaves what is known."""

    def edit(_: Project) -> Changes:
        told = {Field.POINT: point, Field.PLACE: place}
        return {field: value for field, value in told.items() if value is not None}

    return edit


def _switched(codes: tuple[str, ...], code: str, is_in: bool) -> tuple[str, ...]:
    if (code in codes) is is_in:
        return codes
    return (*codes, code) if is_in else tuple(one for one in codes if one != code)


def _number(entries: tuple[Any, ...]) -> int:
    if len(entries) >= MOST_ENTRIES:
        raise ProjectError(f"{len(entries)} entries", "error-list-full", most=MOST_ENTRIES)
    return next_id(entries)


def _with(entries: tuple[Any, ...], number: int, **values: Any) -> tuple[Any, ...]:
    if all(one.id != number for one in entries):
        raise ProjectError(f"no entry {number}", "error-no-entry")
    return tuple(replace(one, **values) if one.id == number else one for one in entries)
