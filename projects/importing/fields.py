"""What the cells of a row make of a project's fields: several columns may speak of one field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from model.news import Money, Stage
from model.partial_dates import PartialDate
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
    Suspension,
)
from news.folding import fold
from news.names import name_key
from projects.exporting.table import NAME_LANGUAGES, Column
from projects.importing.values import NOTHING, CellError, Row, Sum, Value
from projects.importing.vocabulary import bare

Values = Mapping[Column, Value]

FIELDS: Mapping[Column, Field] = {
    Column.CODE: Field.CODE,
    Column.NAME: Field.NAMES,
    **dict.fromkeys(NAME_LANGUAGES, Field.NAMES),
    Column.INVESTORS: Field.INVESTORS,
    Column.COUNTRIES: Field.INVESTORS,
    Column.SECTORS: Field.SECTORS,
    Column.DISTRICTS: Field.DISTRICTS,
    Column.ZONE: Field.ZONE,
    Column.WHERE: Field.DISTRICTS,
    Column.PLACE: Field.PLACE,
    Column.LATITUDE: Field.POINT,
    Column.LONGITUDE: Field.POINT,
    Column.COORDINATES: Field.POINT,
    **dict.fromkeys(
        (
            Column.AMOUNT,
            Column.CURRENCY,
            Column.AMOUNT_PRINTED,
            Column.AMOUNT_DATE,
            Column.AMOUNT_SOURCE,
        ),
        Field.AMOUNT,
    ),
    Column.STAGE: Field.STAGE,
    Column.LAPSED: Field.LAPSED,
    Column.SUSPENDED: Field.SUSPENSION,
    Column.SUSPENDED_SINCE: Field.SUSPENSION,
    Column.PLANNED_START: Field.PLANNED_START,
    Column.PLANNED_FINISH: Field.PLANNED_FINISH,
    Column.PERIOD: Field.PLANNED_FINISH,
    Column.ACTUAL_START: Field.ACTUAL_START,
    Column.ACTUAL_FINISH: Field.ACTUAL_FINISH,
    Column.PHYSICAL: Field.PHYSICAL,
    Column.FINANCIAL: Field.FINANCIAL,
    Column.JOBS_PLANNED: Field.JOBS_PLANNED,
    Column.JOBS_CREATED: Field.JOBS_CREATED,
    Column.CAPACITY: Field.CAPACITY,
    Column.MEMORANDUM_NUMBER: Field.MEMORANDUM,
    Column.MEMORANDUM_DATE: Field.MEMORANDUM,
    Column.MILESTONES: Field.MILESTONES,
    Column.CURATOR: Field.CURATOR,
    Column.BLOCKERS: Field.BLOCKERS,
    Column.NOTES: Field.NOTES,
    Column.PUBLISHED: Field.PUBLISHED,
}
"""Of which field a column speaks."""

_KAZAKH = frozenset("әғқңөұүһі")
_EMPTY: Mapping[Field, Any] = {Field.SECTORS: (), Field.DISTRICTS: ()}
_NEVER_EMPTY = frozenset({Column.STAGE, Column.CODE})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the file comes from: what it says without a source is its own word."""

    name: str
    today: PartialDate


class ColumnError(CellError):
    """A cell that does not go with the others of its row, or with the project."""

    def __init__(self, column: Column, key: str) -> None:
        super().__init__(key)
        self.column = column


def changes_of(row: Row, project: Project | None, origin: Origin) -> Changes:
    """What fields are to become by this row; ColumnError. What is so already may be among it."""
    values = row.values
    for column in _NEVER_EMPTY:
        if values.get(column) is NOTHING:
            raise ColumnError(column, "import-never-empty")
    found: dict[Field, Any] = {}
    for column, field in _SINGLE.items():
        if column in values:
            value = values[column]
            found[field] = _EMPTY.get(field) if value is NOTHING else value
    for merge in _MERGES:
        found |= merge(values, project, origin)
    return _as_they_stand(found, project)


_SINGLE = {
    column: FIELDS[column]
    for column in (
        *(Column.SECTORS, Column.DISTRICTS, Column.ZONE, Column.PLACE, Column.STAGE),
        *(Column.LAPSED, Column.PLANNED_START, Column.PLANNED_FINISH, Column.ACTUAL_START),
        *(Column.ACTUAL_FINISH, Column.PHYSICAL, Column.FINANCIAL, Column.JOBS_PLANNED),
        *(Column.JOBS_CREATED, Column.CAPACITY, Column.CURATOR, Column.NOTES, Column.PUBLISHED),
    )
}


def _as_they_stand(found: dict[Field, Any], project: Project | None) -> Changes:
    """Without what differs from what stands only in its spaces."""
    if project is None:
        return found
    return {
        field: value
        for field, value in found.items()
        if not (
            isinstance(value, str)
            and isinstance(stands := getattr(project, field.value), str)
            and same_words(value, stands)
        )
    }


def same_words(one: str, other: str) -> bool:
    return one.split() == other.split()


def _names(values: Values, project: Project | None, origin: Origin) -> Changes:
    names = dict(project.names) if project else {}
    for column, language in NAME_LANGUAGES.items():
        if column not in values:
            continue
        if values[column] is NOTHING:
            names.pop(language, None)
        elif not same_words(names.get(language, ""), values[column]):
            names[language] = " ".join(values[column].split())
    told = values.get(Column.NAME)
    if isinstance(told, str) and not any(bare(told) == bare(one) for one in names.values()):
        names[_language_of(told)] = " ".join(told.split())
    if project is not None and names == dict(project.names):
        return {}
    if not names:
        raise ColumnError(Column.NAME, "error-no-name")
    return {Field.NAMES: names}


def _language_of(name: str) -> str:
    folded = fold(name)
    if any("\u3400" <= letter <= "\u9fff" for letter in folded):
        return "zh"
    if _KAZAKH & set(folded):
        return "kk"
    return "ru" if any("а" <= letter <= "я" for letter in folded) else "en"


def _investors(values: Values, project: Project | None, origin: Origin) -> Changes:
    if Column.INVESTORS not in values and Column.COUNTRIES not in values:
        return {}
    stand = project.investors if project else ()
    names = values.get(Column.INVESTORS, tuple(one.name for one in stand))
    if names is NOTHING:
        return {Field.INVESTORS: ()}
    known = {name_key(one.name): one.country for one in stand}
    countries = values.get(Column.COUNTRIES, tuple(known.get(name_key(one)) for one in names))
    if countries is NOTHING:
        countries = ()
    if len(countries) > len(names):
        raise ColumnError(Column.COUNTRIES, "import-more-countries")
    padded = (*countries, *(None,) * (len(names) - len(countries)))
    found = tuple(Investor(name, code) for name, code in zip(names, padded, strict=True))
    same = len(found) == len(stand) and all(
        same_words(new.name, old.name) and new.country == old.country
        for new, old in zip(found, stand, strict=True)
    )
    return {} if same else {Field.INVESTORS: found}


def _where(values: Values, project: Project | None, origin: Origin) -> Changes:
    where = values.get(Column.WHERE)
    if where is None or where is NOTHING:
        return {}
    found: dict[Field, Any] = {}
    if where.districts and Column.DISTRICTS not in values:
        found[Field.DISTRICTS] = where.districts
    if where.zone and Column.ZONE not in values:
        found[Field.ZONE] = where.zone
    if where.place and Column.PLACE not in values:
        found[Field.PLACE] = where.place
    return found


def _point(values: Values, project: Project | None, origin: Origin) -> Changes:
    if Column.COORDINATES in values:
        point = values[Column.COORDINATES]
        return {Field.POINT: None if point is NOTHING else point}
    latitude, longitude = values.get(Column.LATITUDE), values.get(Column.LONGITUDE)
    if latitude is None and longitude is None:
        return {}
    if latitude is NOTHING or longitude is NOTHING:
        return {Field.POINT: None}
    if latitude is None or longitude is None:
        raise ColumnError(Column.LATITUDE, "import-half-a-point")
    return {Field.POINT: Point(latitude, longitude)}


def _amount(values: Values, project: Project | None, origin: Origin) -> Changes:
    """A new claim, which becomes the current one; nothing where the current one says the same."""
    said = values.get(Column.AMOUNT)
    printed = values.get(Column.AMOUNT_PRINTED)
    if said is NOTHING:
        return {Field.AMOUNT: None}
    stands = project.claim if project else None
    money = said.money if isinstance(said, Sum) else None
    told = (
        printed if isinstance(printed, str) else (said.printed if isinstance(said, Sum) else None)
    )
    new = Claim(
        0,
        told or (_plainly(money) if money else stands.printed if stands else ""),
        money if money is not None or told else (stands.money if stands else None),
        _of(values.get(Column.AMOUNT_DATE)),
        _of(values.get(Column.AMOUNT_SOURCE)),
    )
    if said is None and not isinstance(printed, str):
        return _amount_dated(new, values, project, stands)
    if stands is not None and _says_the_same(new, stands, values, told):
        return {}
    if Column.AMOUNT_SOURCE not in values:
        new = replace(new, source=origin.name)
    return _with_claim(project, new)


def _amount_dated(
    new: Claim, values: Values, project: Project | None, stands: Claim | None
) -> Changes:
    """Only a date or a source is given: of the current amount, if there is one."""
    given = {Column.AMOUNT_DATE, Column.AMOUNT_SOURCE} & values.keys()
    if stands is None or not given or _says_the_same(new, stands, values, None):
        return {}
    if Column.AMOUNT_DATE not in values:
        new = replace(new, as_of=stands.as_of)
    if Column.AMOUNT_SOURCE not in values:
        new = replace(new, source=stands.source)
    return _with_claim(project, new)


def _with_claim(project: Project | None, new: Claim) -> Changes:
    claims = project.claims if project else ()
    number = max((one.id for one in claims), default=0) + 1
    known = next((one for one in claims if replace(one, id=0) == new), None)
    if known is not None:
        return {Field.AMOUNT: known.id}
    return {Field.CLAIMS: (*claims, replace(new, id=number)), Field.AMOUNT: number}


def _says_the_same(new: Claim, stands: Claim, values: Values, told: str | None) -> bool:
    return (
        (Column.AMOUNT not in values or new.money == stands.money)
        and (told is None or same_words(told, stands.printed))
        and (Column.AMOUNT_DATE not in values or new.as_of == stands.as_of)
        and (
            Column.AMOUNT_SOURCE not in values or same_words(new.source or "", stands.source or "")
        )
    )


def _plainly(money: Money) -> str:
    return f"{money.value:,}".replace(",", "\u00a0") + f" {money.currency}"


def _of(value: Value) -> Any:
    return None if value is NOTHING else value


def _memorandum(values: Values, project: Project | None, origin: Origin) -> Changes:
    given = {Column.MEMORANDUM_NUMBER, Column.MEMORANDUM_DATE} & values.keys()
    if not given:
        return {}
    stands = (project.memorandum if project else None) or Memorandum(None, None)
    number = _of(values.get(Column.MEMORANDUM_NUMBER, stands.number))
    if stands.number is not None and number and same_words(number, stands.number):
        number = stands.number
    new = Memorandum(number, _of(values.get(Column.MEMORANDUM_DATE, stands.on)))
    if new == stands:
        return {}
    return {Field.MEMORANDUM: None if new == Memorandum(None, None) else new}


def _suspension(values: Values, project: Project | None, origin: Origin) -> Changes:
    reason, since = values.get(Column.SUSPENDED), values.get(Column.SUSPENDED_SINCE)
    stands = project.suspension if project else None
    if reason is NOTHING:
        return {Field.SUSPENSION: None}
    if reason is None:
        if stands is None or since is None or since is NOTHING:
            return {}
        return {Field.SUSPENSION: replace(stands, since=since)}
    if stands is not None:
        same = same_words(reason, stands.reason)
        since = stands.since if since in (None, NOTHING) else since
        return {Field.SUSPENSION: Suspension(stands.reason if same else reason, since)}
    return {Field.SUSPENSION: Suspension(reason, since if since else origin.today)}


def _period(values: Values, project: Project | None, origin: Origin) -> Changes:
    period = values.get(Column.PERIOD)
    if period is None or period is NOTHING:
        return {}
    start, finish = period
    found: dict[Field, Any] = {}
    if start is not None and Column.PLANNED_START not in values:
        found[Field.PLANNED_START] = start
    if Column.PLANNED_FINISH not in values:
        found[Field.PLANNED_FINISH] = finish
    return found


def _milestones(values: Values, project: Project | None, origin: Origin) -> Changes:
    return _numbered(
        values.get(Column.MILESTONES),
        Field.MILESTONES,
        project.milestones if project else (),
        lambda one: one.title,
    )


def _blockers(values: Values, project: Project | None, origin: Origin) -> Changes:
    return _numbered(
        values.get(Column.BLOCKERS),
        Field.BLOCKERS,
        project.blockers if project else (),
        lambda one: one.text,
    )


def _numbered(
    told: Value,
    field: Field,
    stand: tuple[Any, ...],
    words: Callable[[Any], str],
) -> Changes:
    """Those of the same words keep their ids, others get new ones."""
    if told is None:
        return {}
    if told is NOTHING:
        return {field: ()}
    left = list(stand)
    last = max((one.id for one in stand), default=0)
    found: list[Milestone | Blocker] = []
    for one in told:
        same = next((old for old in left if same_words(words(old), words(one))), None)
        if same is None:
            last += 1
            found.append(replace(one, id=last))
            continue
        left.remove(same)
        # The words as they stand: lines know nothing of line breaks within.
        kept = {"title": same.title} if isinstance(same, Milestone) else {"text": same.text}
        found.append(replace(one, id=same.id, **kept))
    return {} if tuple(found) == stand else {field: tuple(found)}


_MERGES = (
    *(_names, _investors, _where, _point, _amount, _memorandum, _suspension),
    *(_period, _milestones, _blockers),
)


def stage_for_new(changes: Changes) -> Changes:
    """A project of which the file says no stage is one that is planned."""
    return {Field.STAGE: Stage.PLANNED, **changes}
