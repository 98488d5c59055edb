"""A document of a project, to be sent to whoever may see it."""

from dataclasses import dataclass

from accounts.actor import Actor
from model.ids import FileId, ProjectId
from model.projects import Document, Project
from projects.rights import ProjectRights, seen
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Paper:
    project: Project
    document: Document
    name: str
    content: bytes | None
    """None where there is no copy of our own yet."""


class SeePaper:
    """None for one that is not there for them."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor, project_id: ProjectId, file_id: FileId) -> Paper | None:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            project = seen(standing, await db.projects.get(project_id))
            if project is None:
                return None
            document = next((one for one in project.documents if one.id == file_id), None)
            if document is None:
                return None
            content = await db.project_files.content(file_id)
            name = await db.project_files.name(file_id)
        return Paper(project, document, name or f"{project.code}-{file_id}", content)
