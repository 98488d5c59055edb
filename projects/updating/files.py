"""Photos and documents that come with an update: Telegram's id and a copy of the bytes.

The bytes are fetched before a transaction is opened. Where Telegram does not give them just then,
the file is taken all the same, and fetched later.
"""

from dataclasses import dataclass
from datetime import timedelta

from accounts.actor import Actor
from common.clock import Clock
from model.ids import ProjectId
from model.projects import DocumentKind
from projects.rights import ProjectRights
from projects.updating.drafting import (
    Update,
    empty,
    keep,
    may_change,
    open_draft,
    seen,
)
from projects.updating.edits import with_document
from storage.database import Database

LARGEST_COPY = 10 * 2**20
"""Bytes of one file: the database holds them, and its backups."""
FIRST_RETRY = timedelta(minutes=5)
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as an official sent it."""

    file_id: str
    kind: DocumentKind
    name: str
    title: str
    content: bytes | None
    """None: Telegram did not give it just now."""


class AddFile:
    """Puts a file into the update of a project. One that comes twice is one."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor, project_id: ProjectId, file: SentFile) -> Update:
        now = self._clock.now()
        async with self._database.writing() as db:
            project, acting = await may_change(db, self._rights, by, project_id)
            draft = await open_draft(db, self._rights, by, project)
            draft = draft or empty(acting.user_id, project, now)
            update = await seen(db, draft, project, acting)
            if any(one.file_id == file.file_id for one in update.after.documents):
                return update
            number = await db.project_files.add(
                project.id,
                file.name,
                file.content,
                file.file_id,
                now,
                next_try_at=now + FIRST_RETRY if file.content is None else None,
            )
            title = file.title[:LONGEST_TITLE]
            edit = with_document(number, file.kind, title, file.file_id, now)
            return await keep(db, draft, project, acting, edit, now)
