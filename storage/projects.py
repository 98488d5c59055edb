"""Queries over projects and their history."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ChangeId, ProjectId
from model.projects import Change, Field, Filter, KeyKind, Project
from storage.project_rows import (
    CHANGES,
    PROJECTS,
    change_of,
    change_values,
    conditions,
    keys_of,
    project_of,
    values_of,
)
from storage.sharing import Turn, chunks, take_turn
from storage.tables import ProjectChangeTable, ProjectKeyTable, ProjectTable


class Projects:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def take_turn(self) -> None:
        """One who adds projects at a time: codes are counted."""
        await take_turn(self._session, Turn.PROJECTS)

    async def get(self, project: ProjectId, *, hold: bool = False) -> Project | None:
        """Also one that was deleted. `hold`: nobody else changes it until the transaction ends."""
        query = PROJECTS.where(ProjectTable.id == project)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        return None if row is None else project_of(row)

    async def with_code(self, code: str) -> Project | None:
        """Letters in either case."""
        found = await self.with_codes([code])
        return found[0] if found else None

    async def with_codes(self, codes: Collection[str]) -> list[Project]:
        """Those that have one of these; letters in either case."""
        keys = sorted({code.lower() for code in codes})
        query = PROJECTS.where(ProjectTable.code_key.in_(keys)).order_by(ProjectTable.id)
        return [project_of(row) for row in await self._session.execute(query)]

    async def by_ids(
        self, ids: Collection[ProjectId], *, hold: bool = False
    ) -> dict[ProjectId, Project]:
        """Those that are there, deleted ones too."""
        found: dict[ProjectId, Project] = {}
        for chunk in chunks(sorted(ids)):
            query = PROJECTS.where(ProjectTable.id.in_(chunk)).order_by(ProjectTable.id)
            rows = await self._session.execute(query.with_for_update() if hold else query)
            found |= {row.id: project_of(row) for row in rows}
        return found

    async def listed(
        self, which: Filter, limit: int | None = None, start: int = 0
    ) -> list[Project]:
        """What a filter asks for, the last changed first."""
        query = PROJECTS.where(*conditions(which)).order_by(
            ProjectTable.changed_at.desc(), ProjectTable.id.desc()
        )
        rows = await self._session.execute(query.limit(limit).offset(start))
        return [project_of(row) for row in rows]

    async def count(self, which: Filter) -> int:
        query = select(func.count()).select_from(ProjectTable).where(*conditions(which))
        return await self._session.scalar(query) or 0

    async def keys(self, kind: KeyKind) -> list[str]:
        """All that published projects are listed by, in order."""
        query = (
            select(ProjectKeyTable.key)
            .join(ProjectTable, ProjectTable.id == ProjectKeyTable.project_id)
            .where(
                ProjectKeyTable.kind == kind.value,
                ProjectTable.is_published,
                ~ProjectTable.is_deleted,
            )
            .distinct()
            .order_by(ProjectKeyTable.key)
        )
        return list(await self._session.scalars(query))

    async def after(self, project: ProjectId, limit: int) -> list[Project]:
        """All there are, in order of their ids, from the one after this on."""
        query = PROJECTS.where(ProjectTable.id > project).order_by(ProjectTable.id).limit(limit)
        return [project_of(row) for row in await self._session.execute(query)]

    async def codes_among(self, codes: Sequence[str]) -> set[str]:
        """Those of these codes that are taken, in small letters."""
        found: set[str] = set()
        low = func.lower(ProjectTable.code)
        for chunk in chunks([code.lower() for code in codes]):
            found |= set(await self._session.scalars(select(low).where(low.in_(chunk))))
        return found

    async def last_id(self) -> ProjectId:
        """The newest project's; 0 where there is none."""
        return ProjectId(await self._session.scalar(select(func.max(ProjectTable.id))) or 0)

    # Writing

    async def add(self, projects: Sequence[Project]) -> list[ProjectId]:
        """New rows, and their ids in the same order; the ids of the given ones do not count."""
        # Not with RETURNING, which in SQLite is a statement for each row where order matters.
        ids: list[ProjectId] = []
        for chunk in chunks(projects):
            await self._session.execute(insert(ProjectTable), [values_of(one) for one in chunk])
            rows = await self._session.execute(
                select(ProjectTable.code, ProjectTable.id).where(
                    ProjectTable.code.in_([one.code for one in chunk])
                )
            )
            known = {row.code: ProjectId(row.id) for row in rows}
            ids += [known[one.code] for one in chunk]
        await self._add_keys(dict(zip(ids, projects, strict=True)))
        return ids

    async def save(self, projects: Sequence[Project]) -> None:
        """These rows as they are now."""
        for chunk in chunks(projects):
            await self._session.execute(
                update(ProjectTable), [{"id": one.id, **values_of(one)} for one in chunk]
            )
            ids = [one.id for one in chunk]
            await self._session.execute(
                delete(ProjectKeyTable).where(ProjectKeyTable.project_id.in_(ids))
            )
        await self._add_keys({one.id: one for one in projects})

    async def check(self, project: ProjectId, now: datetime) -> None:
        """A person said that it is so still."""
        await self._session.execute(
            update(ProjectTable).where(ProjectTable.id == project).values(checked_at=now)
        )

    async def _add_keys(self, projects: Mapping[ProjectId, Project]) -> None:
        rows = [
            {"project_id": number, "kind": kind.value, "key": key}
            for number, one in projects.items()
            for kind, key in sorted(keys_of(one))
        ]
        for chunk in chunks(rows):
            await self._session.execute(insert(ProjectKeyTable), list(chunk))

    # History

    async def record(self, changes: Sequence[Change]) -> list[ChangeId]:
        """Entries of the history and their ids in the same order; the given ids do not count."""
        if len({one.act for one in changes}) == 1 and changes[0].act is not None:
            return await self._record_act(changes, changes[0].act)
        added = await self._session.scalars(
            insert(ProjectChangeTable).returning(
                ProjectChangeTable.id, sort_by_parameter_order=True
            ),
            [change_values(one) for one in changes],
        )
        return [ChangeId(one) for one in added]

    async def _record_act(self, changes: Sequence[Change], act: int) -> list[ChangeId]:
        """Of one act, in two statements however many there are."""
        ids: list[ChangeId] = []
        for chunk in chunks(changes):
            last = ids[-1] if ids else await self.last_change_id()
            await self._session.execute(
                insert(ProjectChangeTable), [change_values(one) for one in chunk]
            )
            added = await self._session.scalars(
                select(ProjectChangeTable.id)
                .where(ProjectChangeTable.act == act, ProjectChangeTable.id > last)
                .order_by(ProjectChangeTable.id)
            )
            ids += [ChangeId(one) for one in added]
        return ids

    async def change(self, number: ChangeId) -> Change | None:
        row = (await self._session.execute(CHANGES.where(ProjectChangeTable.id == number))).first()
        return None if row is None else change_of(row)

    async def history(
        self,
        project: ProjectId,
        limit: int,
        start: int = 0,
        *,
        without: Collection[Field] = (),
    ) -> list[Change]:
        """The latest entries first."""
        query = (
            CHANGES.where(
                ProjectChangeTable.project_id == project,
                ProjectChangeTable.field.not_in([one.value for one in without]),
            )
            .order_by(ProjectChangeTable.id.desc())
            .limit(limit)
            .offset(start)
        )
        return [change_of(row) for row in await self._session.execute(query)]

    async def changed_after(self, change: ChangeId) -> list[ProjectId]:
        """Projects that entries after one are of, each once."""
        query = (
            select(ProjectChangeTable.project_id)
            .where(ProjectChangeTable.id > change)
            .distinct()
            .order_by(ProjectChangeTable.project_id)
        )
        return [ProjectId(one) for one in await self._session.scalars(query)]

    async def changes_by_ids(self, ids: Collection[ChangeId]) -> list[Change]:
        """These entries, in their order."""
        found: list[Change] = []
        for chunk in chunks(sorted(ids)):
            query = CHANGES.where(ProjectChangeTable.id.in_(chunk)).order_by(ProjectChangeTable.id)
            found += [change_of(row) for row in await self._session.execute(query)]
        return found

    async def changes_since(
        self, since: datetime, after: ChangeId, until: datetime
    ) -> list[Change]:
        """Entries of all projects up to a moment: after another, or with a higher id, in order."""
        query = CHANGES.where(
            or_(ProjectChangeTable.at > since, ProjectChangeTable.id > after),
            ProjectChangeTable.at <= until,
        )
        rows = await self._session.execute(query.order_by(ProjectChangeTable.id))
        return [change_of(row) for row in rows]

    async def newest_changes(self, limit: int) -> list[Change]:
        """The last entries of all projects, in order."""
        query = CHANGES.order_by(ProjectChangeTable.id.desc()).limit(limit)
        rows = await self._session.execute(query)
        return [change_of(row) for row in reversed(rows.all())]

    async def changes_of_act(self, act: int) -> list[Change]:
        query = CHANGES.where(ProjectChangeTable.act == act).order_by(ProjectChangeTable.id)
        return [change_of(row) for row in await self._session.execute(query)]

    async def histories(self, projects: Collection[ProjectId]) -> list[Change]:
        """All entries of these projects, the latest first."""
        found: list[Change] = []
        for chunk in chunks(sorted(projects)):
            query = CHANGES.where(ProjectChangeTable.project_id.in_(chunk))
            rows = await self._session.execute(query.order_by(ProjectChangeTable.id.desc()))
            found += [change_of(row) for row in rows]
        return found

    async def last_change_id(self) -> ChangeId:
        """The newest entry's; 0 where there is none."""
        return ChangeId(await self._session.scalar(select(func.max(ProjectChangeTable.id))) or 0)
