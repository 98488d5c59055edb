"""Where does it stand? Finds the project that a question means."""

from accounts.actor import Actor
from common.clock import Clock
from projects.rights import ProjectRights
from projects.seeing import ProjectCard, card_of
from storage.database import Database


class AskStatus:
    """Where does it stand? By its code."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, words: str) -> ProjectCard | None:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            return await card_of(db, standing, await db.projects.with_code(words.strip()))
