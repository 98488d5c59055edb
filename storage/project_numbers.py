"""Counts and sums over projects, and what reports are made of.

A report reads a thousand projects: they come as the text that is kept, so that neither the loop nor
the driver's thread is held up by reading JSON. The worker that makes the report reads it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from model.expected import ACTIVE
from model.ids import ChangeId, ProjectId
from model.news import Money
from model.overview import Counted, Dimension, Selection, Tally, Whose
from model.projects import INTERNAL, Field, KeyKind
from storage.project_json import KeptChange, KeptProject
from storage.project_rows import conditions
from storage.sharing import chunks
from storage.tables import ProjectChangeTable, ProjectKeyTable, ProjectTable

_KEYED = {
    Dimension.SECTOR: KeyKind.SECTOR,
    Dimension.DISTRICT: KeyKind.DISTRICT,
    Dimension.COUNTRY: KeyKind.COUNTRY,
    Dimension.ZONE: KeyKind.ZONE,
}
_COLUMNS: dict[Dimension, Any] = {
    Dimension.STAGE: ProjectTable.stage,
    Dimension.CURATOR: ProjectTable.curator_id,
}
_HIDDEN = [field.value for field in INTERNAL]


class ProjectNumbers:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def tally(self, chosen: Selection) -> Tally:
        """All of them together."""
        (counted, *_) = [*await self._counted(None, chosen), Counted(None, Tally())]
        return counted.tally

    async def by(self, dimension: Dimension, chosen: Selection) -> list[Counted]:
        """Each value with its projects, the most first. A project counts for each it has."""
        found = await self._counted(dimension, chosen)
        return sorted(found, key=lambda one: (-one.tally.projects, one.key or ""))

    async def count(self, chosen: Selection) -> int:
        query = select(func.count()).select_from(ProjectTable).where(*_asked(chosen))
        return await self._session.scalar(query) or 0

    async def ids(self, chosen: Selection, limit: int, start: int = 0) -> list[ProjectId]:
        """In the order in which they are looked at: the longest overdue or silent first,
        else the last changed."""
        query = select(ProjectTable.id).where(*_asked(chosen)).order_by(_order(chosen))
        found = await self._session.scalars(
            query.order_by(ProjectTable.id).limit(limit).offset(start)
        )
        return [ProjectId(one) for one in found]

    async def overdue_since(self, chosen: Selection) -> list[tuple[ProjectId, date]]:
        """Each with the first day that has passed, the longest ago first."""
        query = select(ProjectTable.id, ProjectTable.due_on).where(
            *_asked(chosen), ProjectTable.due_on.is_not(None)
        )
        rows = await self._session.execute(query.order_by(ProjectTable.due_on, ProjectTable.id))
        return [(ProjectId(number), due) for number, due in rows if due is not None]

    async def silent_since(self, chosen: Selection) -> list[tuple[ProjectId, date]]:
        """Each with the day of the last word on it, the longest ago first."""
        query = select(ProjectTable.id, ProjectTable.checked_at).where(*_asked(chosen))
        rows = await self._session.execute(query.order_by(ProjectTable.checked_at, ProjectTable.id))
        return [(ProjectId(number), checked.date()) for number, checked in rows]

    async def largest(self, chosen: Selection, limit: int) -> list[ProjectId]:
        """By amount within the currency that most of them have, then the others."""
        currencies = [one.currency for one in (await self.tally(chosen)).sums]
        query = (
            select(ProjectTable.id)
            .where(*_asked(chosen))
            .order_by(
                *(ProjectTable.amount_currency.is_distinct_from(one) for one in currencies[:1]),
                ProjectTable.amount_value.desc().nulls_last(),
                ProjectTable.id,
            )
        )
        return [ProjectId(one) for one in await self._session.scalars(query.limit(limit))]

    async def moved(
        self, ids: Collection[ProjectId], since: datetime
    ) -> dict[ProjectId, list[Field]]:
        """What has changed of each, the latest first: only what everyone may know."""
        changes: dict[ProjectId, list[Field]] = {}
        for chunk in chunks(sorted(ids)):
            query = (
                select(ProjectChangeTable.project_id, ProjectChangeTable.field)
                .where(_moved_since(since), ProjectChangeTable.project_id.in_(chunk))
                .order_by(ProjectChangeTable.id.desc())
            )
            for number, field in await self._session.execute(query):
                fields = changes.setdefault(ProjectId(number), [])
                if field not in fields:
                    fields.append(Field(field))
        return changes

    async def kept(
        self, chosen: Selection, limit: int, after: ProjectId | None = None
    ) -> list[KeptProject]:
        """Projects in order of their ids, from the one after this on."""
        columns: tuple[Any, ...] = (
            ProjectTable.id,
            cast(ProjectTable.fields, Text).label("fields"),
            ProjectTable.version,
            ProjectTable.created_at,
            ProjectTable.changed_at,
            ProjectTable.checked_at,
        )
        query = select(*columns).where(*_asked(chosen), ProjectTable.id > (after or 0))
        rows = await self._session.execute(query.order_by(ProjectTable.id).limit(limit))
        return [KeptProject(*row) for row in rows]

    async def kept_changes(
        self, chosen: Selection, since: datetime, limit: int, before: ChangeId | None = None
    ) -> list[KeptChange]:
        """What has changed of these projects since, the latest first; not that they were entered.

        `before` goes on from the last entry of the page before.
        Internal fields are among them: whoever shows them asks who may see them.
        """
        columns: tuple[Any, ...] = (
            ProjectChangeTable.id,
            ProjectChangeTable.project_id,
            ProjectChangeTable.at,
            ProjectChangeTable.field,
            cast(ProjectChangeTable.old, Text).label("old"),
            cast(ProjectChangeTable.new, Text).label("new"),
            ProjectChangeTable.reason,
            ProjectChangeTable.source,
            ProjectChangeTable.actor_id,
            ProjectChangeTable.role,
        )
        query = (
            select(*columns)
            .join(ProjectTable, ProjectTable.id == ProjectChangeTable.project_id)
            .where(
                *_asked(chosen),
                ProjectChangeTable.at >= since,
                ProjectChangeTable.at > ProjectTable.created_at,
            )
            .order_by(ProjectChangeTable.id.desc())
        )
        if before is not None:
            query = query.where(ProjectChangeTable.id < before)
        rows = await self._session.execute(query.limit(limit))
        return [KeptChange(*row) for row in rows]

    async def _counted(self, dimension: Dimension | None, chosen: Selection) -> list[Counted]:
        columns: list[Any] = []
        source: Any = ProjectTable
        if dimension in _COLUMNS:
            columns = [_COLUMNS[dimension]]
        elif dimension is not None:
            columns = [ProjectKeyTable.key]
            is_its = ProjectKeyTable.project_id == ProjectTable.id
            is_kind = ProjectKeyTable.kind == _KEYED[dimension].value
            source = ProjectTable.__table__.outerjoin(ProjectKeyTable.__table__, is_its & is_kind)
        query = (
            select(
                *columns,
                ProjectTable.amount_currency,
                func.count(),
                func.sum(ProjectTable.amount_value),
                func.sum(ProjectTable.jobs_planned),
                func.sum(ProjectTable.jobs_created),
            )
            .select_from(source)
            .where(*_asked(chosen))
            .group_by(*columns, ProjectTable.amount_currency)
        )
        rows: dict[Any, list[Any]] = defaultdict(list)
        for row in await self._session.execute(query):
            rows[row[0] if columns else None].append(row)
        return [
            Counted(None if key is None else str(key), _tally(row[len(columns) :] for row in group))
            for key, group in rows.items()
        ]


def _tally(rows: Iterable[Any]) -> Tally:
    """Of rows by currency: currency, projects, sum, jobs planned, jobs created."""
    by_use = sorted(rows, key=lambda row: (-row[1], row[0] or ""))
    return Tally(
        sum(row[1] for row in by_use),
        tuple(Money(int(row[2]), row[0]) for row in by_use if row[0] is not None),
        sum(int(row[3] or 0) for row in by_use),
        sum(int(row[4] or 0) for row in by_use),
    )


def _asked(chosen: Selection) -> list[ColumnElement[bool]]:
    asked = conditions(chosen.which)
    if chosen.whose is not None:
        asked.append(_looked_after(chosen.whose))
    if (since := chosen.moved_since) is not None:
        moved = select(ProjectChangeTable.project_id).where(_moved_since(since))
        asked.append(ProjectTable.id.in_(moved))
    if chosen.entered_since is not None:
        asked.append(ProjectTable.created_at >= chosen.entered_since)
    if chosen.unconfirmed_since is not None:
        asked += [
            ProjectTable.checked_at < chosen.unconfirmed_since,
            ProjectTable.stage.in_([stage.value for stage in ACTIVE]),
            ProjectTable.is_suspended.is_(False),
        ]
    if chosen.overdue_on is not None:
        asked.append(ProjectTable.due_on < chosen.overdue_on)
    return asked


def _moved_since(since: datetime) -> ColumnElement[bool]:
    project = aliased(ProjectTable)
    entered = select(project.created_at).where(project.id == ProjectChangeTable.project_id)
    return (
        (ProjectChangeTable.at >= since)
        & (ProjectChangeTable.at > entered.correlate(ProjectChangeTable).scalar_subquery())
        & ProjectChangeTable.field.not_in(_HIDDEN)
    )


def _looked_after(whose: Whose) -> ColumnElement[bool]:
    """projects/rights.py's `looks_after` as SQL."""
    if whose.scope.is_everything:
        return true()
    in_districts = select(ProjectKeyTable.project_id).where(
        ProjectKeyTable.kind == KeyKind.DISTRICT.value,
        ProjectKeyTable.key.in_(sorted(whose.scope.districts)),
    )
    return or_(
        ProjectTable.curator_id == whose.user_id,
        ProjectTable.id.in_(sorted(whose.scope.projects)),
        ProjectTable.id.in_(in_districts),
    )


def _order(chosen: Selection) -> Any:
    if chosen.overdue_on is not None:
        return ProjectTable.due_on
    if chosen.unconfirmed_since is not None:
        return ProjectTable.checked_at
    return ProjectTable.changed_at.desc()
