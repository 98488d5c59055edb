"""Applying the spreadsheets that people pressed "apply" on, and telling them how far it is."""

import asyncio
from contextlib import suppress

import structlog

from accounts.actor import Actor
from common.errors import KeruenError
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from model.ids import ChatId
from model.imports import Asked, Import
from model.people import ChatKind
from projects.importing.applying import Applied, Imports, Outcome
from views import imports as views
from views.errors import sentence

log = structlog.get_logger(__name__)

TELL_SECONDS = 1.5
"""Between two words on how far it is."""


class ApplyAsked:
    """One after another; cut short by a crash, the next tick begins it anew."""

    def __init__(self, imports: Imports, answers: Answers) -> None:
        self._imports = imports
        self._answers = answers

    async def __call__(self) -> int:
        """How many there were."""
        asked = await self._imports.asked()
        for one in asked:
            if one.asked is not None:
                shown = await self._settled(one, one.asked)
                number = one.asked.message_id
                if not number or not await self._answers.edit(one.user_id, number, shown):
                    await self._answers.send(one.user_id, shown)
        return len(asked)

    async def _settled(self, imported: Import, asked: Asked) -> Outgoing:
        person = Actor(ChatId(imported.user_id), ChatKind.PRIVATE, imported.user_id, asked.language)
        try:
            applied = await self._applied(person, imported, asked)
            if applied.outcome not in (Outcome.MEANWHILE, Outcome.EMPTY):
                return views.applied(applied, asked.language)
            await self._imports.wait(imported.id)
            shown = await self._imports.look(person, imported.id)
            said = "import-meanwhile" if applied.outcome is Outcome.MEANWHILE else None
            return views.difference(shown, 0, asked.language, said)
        except Exception as error:
            if not isinstance(error, KeruenError):
                log.exception("an import was not applied", number=imported.id)
            await self._imports.wait(imported.id)
            return views.failed(imported, sentence(error, asked.language), asked.language)

    async def _applied(self, person: Actor, imported: Import, asked: Asked) -> Applied:
        done = [0, 0]
        is_over = asyncio.Event()

        def progress(so_far: int, total: int) -> None:
            done[:] = so_far, total

        async def apply() -> Applied:
            try:
                return await self._imports.apply(person, imported.id, asked.stamp, progress)
            finally:
                is_over.set()

        async def tell() -> None:
            while not is_over.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(is_over.wait(), TELL_SECONDS)
                if done[1] and asked.message_id and not is_over.is_set():
                    outgoing = views.applying(done[0], done[1], asked.language)
                    await self._answers.edit(imported.user_id, asked.message_id, outgoing)

        applied, _ = await asyncio.gather(apply(), tell())
        return applied
