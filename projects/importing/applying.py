"""Importing a spreadsheet: take it, say what its columns are, look, apply, undo.

    the right | read and compare, no transaction open | hold | is it still as it was shown? | write

All that a file changes is one act: one transaction, one entry of the audit log, one undo. It is
for those who look after everything: officials without bounds, and admins.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from accounts.actor import Actor, Operator
from accounts.rights import Acting, NotAllowedError
from accounts.two_person import TwoPersonRule
from common.clock import Clock
from common.errors import KeruenError
from common.worker import Run, WorkFailed
from model.ids import ChangeId, ImportId, ProjectId
from model.imports import Asked, Import, ImportState
from model.partial_dates import PartialDate
from model.people import Role
from model.projects import Change, Field, Project, Why
from projects.changing import Changed
from projects.exporting.table import Column
from projects.importing.difference import (
    Compared,
    Difference,
    Registry,
    compare,
    duplicates,
    meant,
    version_of,
)
from projects.importing.fields import Origin
from projects.importing.headings import Heading
from projects.importing.reading import Refused
from projects.importing.rows import Understood, understand
from projects.importing.values import Row
from projects.importing.writing import (
    add_rows,
    as_far_as_it_goes,
    by_project,
    pieces,
    put_back,
    record,
    still,
)
from projects.recording import tell
from projects.rights import ProjectRights
from storage.database import Database
from storage.transaction import Transaction

Progress = Callable[[int, int], None]
"""How many rows are done, of how many."""

_PAGE = 80
_KEPT = 4
"""Differences kept for those who turn their pages."""

_UNDECIDED = frozenset({ImportState.WAITING, ImportState.ASKED})


class ImportRefusedError(KeruenError):
    """The file cannot be imported; nothing was changed."""

    def __init__(self, why: str, key: str, **values: object) -> None:
        super().__init__(f"an import was refused: {why}", key, **values)


class Outcome(Enum):
    DONE = auto()
    MEANWHILE = auto()
    """The registry went on since the difference was shown: look again. Nothing was written."""
    ALREADY = auto()
    """It was decided before, or the same press came twice."""
    EMPTY = auto()
    """There is nothing to write."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file against the registry of now. `stamp` names what was shown."""

    imported: Import
    headings: tuple[Heading, ...]
    difference: Difference
    stamp: str


@dataclass(frozen=True, slots=True)
class Applied:
    outcome: Outcome
    imported: Import
    added: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Undone:
    """What was put back; `left` are fields that somebody changed since."""

    outcome: Outcome
    imported: Import
    projects: int = 0
    left: tuple[tuple[str, Field], ...] = ()
    """Each with its project's code."""


class Imports:
    """Everything that is done with a spreadsheet, from taking it to undoing it."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights, run: Run) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._run = run
        self._kept: OrderedDict[tuple[ImportId, str], tuple[Shown, Understood]] = OrderedDict()

    async def may(self, by: Actor | Operator) -> None:
        """NotAllowedError for whoever may not import: to be asked before a file is fetched."""
        async with self._database.reading() as db:
            await self._acting(db, by)

    async def take(
        self, by: Actor | Operator, name: str, content: bytes, progress: Progress | None = None
    ) -> Shown:
        """A file that was sent; ImportRefusedError for one that cannot be read."""
        async with self._database.reading() as db:
            await self._acting(db, by)
            officials = await _officials(db)
        understood = await self._understood(content, {}, officials)
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._acting(db, by)
            number = await db.imports.add(acting.user_id, name[:200], content, now)
            imported = await db.imports.get(number)
        assert imported is not None
        return await self._compare(imported, understood, progress)

    async def compare(
        self, by: Actor | Operator, name: str, content: bytes, progress: Progress | None = None
    ) -> Shown:
        """A file that is only looked at: nothing of it is kept."""
        async with self._database.reading() as db:
            acting = await self._acting(db, by)
            officials = await _officials(db)
        understood = await self._understood(content, {}, officials)
        imported = Import(
            ImportId(0), self._clock.now(), acting.user_id, name, None, {}, ImportState.WAITING
        )
        return await self._compare(imported, understood, progress)

    async def see(self, by: Actor | Operator, number: ImportId) -> Shown:
        """Against the registry; as it was when it was last looked at, for those who turn pages."""
        imported = await self._own(by, number)
        kept = self._kept.get(_key(imported))
        return kept[0] if kept else await self._again(imported)

    async def look(self, by: Actor | Operator, number: ImportId) -> Shown:
        """Against the registry of now."""
        return await self._again(await self._own(by, number))

    async def choose(
        self, by: Actor | Operator, number: ImportId, index: int, column: Column | None
    ) -> Shown:
        """A column of the file is this; whatever was taken for it before is not read."""
        shown = await self.see(by, number)
        if not any(one.index == index for one in shown.headings):
            raise ImportRefusedError(f"column {index}", "error-old-button")
        async with self._database.writing() as db:
            await self._acting(db, by)
            imported = await db.imports.get(number, hold=True)
            if imported is None or imported.state is not ImportState.WAITING:
                raise _gone(number)
            chosen = dict(imported.chosen)
            for one in shown.headings:
                if column is not None and one.column is column:
                    chosen[one.index] = None
            chosen[index] = None if column is None else column.value
            await db.imports.choose(number, chosen)
        return await self._again(replace(imported, chosen=chosen))

    async def cancel(self, by: Actor | Operator, number: ImportId) -> Import:
        async with self._database.writing() as db:
            acting = await self._acting(db, by)
            imported = await db.imports.get(number, hold=True)
            if imported is None or imported.user_id != acting.user_id:
                raise _gone(number)
            if imported.state is ImportState.WAITING:
                await db.imports.decide(number, ImportState.CANCELLED)
                imported = replace(imported, state=ImportState.CANCELLED)
        return imported

    async def apply(
        self,
        by: Actor | Operator,
        number: ImportId,
        stamp: str | None = None,
        progress: Progress | None = None,
    ) -> Applied:
        """Write what is added and changed; rows with troubles and conflicts stay out.

        `stamp` is that of the difference that was before the person's eyes; None: of no matter.
        """
        async with self._database.reading() as db:
            acting = await self._acting(db, by)
            imported = await db.imports.get(number)
            if imported is None or imported.user_id != acting.user_id:
                raise _gone(number)
        if imported.state not in _UNDECIDED:
            return Applied(Outcome.ALREADY, imported)
        shown = await self._again(imported, progress)
        if stamp is not None and stamp != shown.stamp:
            return Applied(Outcome.MEANWHILE, imported)
        if shown.difference.is_empty:
            return Applied(Outcome.EMPTY, imported)
        async with self._database.writing() as db:
            acting = await self._acting(db, by)
            await self._needs_no_second(db, by, acting)
            held = await db.imports.get(number, hold=True)
            if held is None or held.state not in _UNDECIDED:
                return Applied(Outcome.ALREADY, held or imported)
            await db.projects.take_turn()
            if not await still(db, shown.difference):
                return Applied(Outcome.MEANWHILE, imported)
            act = await self._write(db, shown, acting, progress or _silently)
            await db.imports.decide(number, ImportState.APPLIED, act)
        self._kept.clear()
        return Applied(
            Outcome.DONE,
            replace(imported, state=ImportState.APPLIED, act=act),
            len(shown.difference.added),
            len(shown.difference.changed),
        )

    async def ask(self, by: Actor, number: ImportId, stamp: str, message_id: int) -> Import:
        """It is to be applied: thousands of rows take longer than a press may.

        `message_id` is of the message that tells how far it is.
        """
        async with self._database.writing() as db:
            acting = await self._acting(db, by)
            await self._needs_no_second(db, by, acting)
            imported = await db.imports.get(number, hold=True)
            if imported is None or imported.user_id != acting.user_id:
                raise _gone(number)
            if imported.state is ImportState.WAITING:
                asked = Asked(stamp, message_id, by.language)
                await db.imports.ask(number, asked)
                imported = replace(imported, state=ImportState.ASKED, asked=asked)
        return imported

    async def asked(self) -> list[Import]:
        """What is to be applied."""
        async with self._database.reading() as db:
            return await db.imports.asked()

    async def wait(self, number: ImportId) -> None:
        """It was not applied: it waits for its person again."""
        async with self._database.writing() as db:
            imported = await db.imports.get(number, hold=True)
            if imported is not None and imported.state is ImportState.ASKED:
                await db.imports.ask(number, None)

    async def undo(self, by: Actor | Operator, number: ImportId) -> Undone:
        """New entries that put back what it changed; what somebody changed since is left."""
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._acting(db, by)
            await self._needs_no_second(db, by, acting)
            imported = await db.imports.get(number, hold=True)
            if imported is None or imported.user_id != acting.user_id or imported.act is None:
                raise _gone(number)
            if imported.undone_at is not None:
                return Undone(Outcome.ALREADY, imported)
            changes = await db.projects.changes_of_act(imported.act)
            act = await db.audit.get(imported.act)
            added = frozenset(((act and act.after) or {}).get("added", ()))
            projects = await db.projects.by_ids({one.project_id for one in changes}, hold=True)
            back: list[Changed] = []
            undoes: dict[tuple[ProjectId, Field], ChangeId] = {}
            left: list[tuple[str, Field]] = []
            for one, entries in by_project(changes, projects):
                wanted, stay = put_back(one, entries, one.id in added)
                after, refused = as_far_as_it_goes(one, wanted, now)
                left += [(one.code, field) for field in (*stay, *refused)]
                if after.new:
                    back.append(after)
                    undoes |= {
                        (one.id, entry.field): entry.id
                        for entry in entries
                        if entry.field in after.new
                    }
            why = Why(f"Отмена импорта {imported.name}", imported.name)
            number_of_act = await record(
                db, acting, "project.import-undo", imported, now, changed=back
            )
            for chunk in pieces(back):
                await db.projects.save([one.project for one in chunk])
                await tell(db, chunk, why, acting, now, number_of_act, undoes=undoes)
            await db.imports.undo(number, now)
        self._kept.clear()
        return Undone(Outcome.DONE, replace(imported, undone_at=now), len(back), tuple(left))

    # The parts

    async def _acting(self, db: Transaction, by: Actor | Operator) -> Acting:
        standing = await self._rights.official(db, by)
        if isinstance(by, Actor) and not standing.sees_everything:
            raise NotAllowedError(by, "everywhere")
        return Acting(standing.user_id or 0, standing.role)

    async def _needs_no_second(self, db: Transaction, by: Actor | Operator, acting: Acting) -> None:
        """What one of a role may not change alone, a file may not change for them."""
        if isinstance(by, Actor) and await TwoPersonRule.is_on(db, acting.role):
            raise NotAllowedError(by, "second-person")

    async def _own(self, by: Actor | Operator, number: ImportId) -> Import:
        async with self._database.reading() as db:
            acting = await self._acting(db, by)
            imported = await db.imports.get(number)
        if imported is None or imported.user_id != acting.user_id or imported.content is None:
            raise _gone(number)
        return imported

    async def _again(self, imported: Import, progress: Progress | None = None) -> Shown:
        assert imported.content is not None
        if (kept := self._kept.get(_key(imported))) is not None:
            return await self._compare(imported, kept[1], progress)
        async with self._database.reading() as db:
            officials = await _officials(db)
        chosen = {
            index: None if column is None else Column(column)
            for index, column in imported.chosen.items()
        }
        understood = await self._understood(imported.content, chosen, officials)
        return await self._compare(imported, understood, progress)

    async def _understood(
        self,
        content: bytes,
        chosen: Mapping[int, Column | None],
        officials: Mapping[int, str | None],
    ) -> Understood:
        understood = await self._run(understand, content, chosen, officials)
        if isinstance(understood, WorkFailed):
            raise ImportRefusedError(understood.reason, "error-import-unreadable")
        if isinstance(understood, Refused):
            raise ImportRefusedError(understood.key, understood.key, **dict(understood.values))
        return understood

    async def _compare(
        self, imported: Import, understood: Understood, progress: Progress | None
    ) -> Shown:
        now = self._clock.now()
        async with self._database.reading() as db:
            registry = Registry(await _everything(db))
            registry.histories = await _histories(db, understood.rows, registry)
        origin = Origin(imported.name, PartialDate.of(now.date()))
        twice = duplicates(understood.rows, registry)
        compared: list[Compared] = []
        for rows in pieces(understood.rows):
            compared += [compare(row, registry, origin, now, twice.get(row.number)) for row in rows]
            (progress or _silently)(len(compared), len(understood.rows))
            await asyncio.sleep(0)
        difference = Difference(tuple(compared))
        shown = Shown(imported, understood.headings, difference, _stamp(difference))
        self._kept[_key(imported)] = shown, understood
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return shown

    async def _write(
        self, db: Transaction, shown: Shown, acting: Acting, progress: Progress
    ) -> int:
        """Every project, its history and the act; the act's number."""
        now, name = self._clock.now(), shown.imported.name
        why = Why(f"Импорт {name}", name)
        added = await add_rows(db, shown.difference, now)
        altered = [
            Changed(
                replace(one.changed.project, changed_at=now, checked_at=now),
                one.changed.old,
                one.changed.new,
            )
            for one in shown.difference.changed
            if one.changed is not None
        ]
        act = await record(
            db, acting, "project.import", shown.imported, now, added=added, changed=altered
        )
        done, total = 0, len(added) + len(altered)
        for chunk in pieces(altered):
            await db.projects.save([one.project for one in chunk])
            done += len(chunk)
            progress(done, total)
        for chunk in pieces([*added, *altered]):
            await tell(db, chunk, why, acting, now, act)
        progress(total, total)
        return act


def _key(imported: Import) -> tuple[ImportId, str]:
    """What is made of a file depends on what its columns are said to be."""
    return imported.id, repr(imported.chosen)


def _silently(done: int, total: int) -> None:
    """Nobody looks."""


def _gone(number: ImportId) -> ImportRefusedError:
    return ImportRefusedError(f"no import {number}", "error-import-gone")


async def _officials(db: Transaction) -> dict[int, str | None]:
    offices = await db.roles.offices()
    return {one.user_id: one.name for one in offices if one.role.covers(Role.OFFICIAL)}


async def _everything(db: Transaction) -> list[Project]:
    projects: list[Project] = []
    while page := await db.projects.after(projects[-1].id if projects else ProjectId(0), _PAGE):
        projects += page
        await asyncio.sleep(0)
    return projects


async def _histories(
    db: Transaction, rows: Iterable[Row], registry: Registry
) -> dict[ProjectId, Sequence[Change]]:
    """Of those projects that went on since the file was exported."""
    moved = {
        found.id
        for row in rows
        if isinstance(found := meant(row, registry), Project)
        and version_of(row, found) < found.version
    }
    histories: dict[ProjectId, list[Change]] = {}
    for one in await db.projects.histories(moved):
        histories.setdefault(one.project_id, []).append(one)
    return dict(histories)


def _stamp(difference: Difference) -> str:
    """Names what is to be written, whatever the hour."""
    told = hashlib.sha256()
    for one in difference.rows:
        new = None if one.changed is None else one.changed.new
        told.update(
            repr((one.number, one.project and one.project.version, new, one.added)).encode()
        )
    return told.hexdigest()[:8]
