"""The command menu of a person's own chat, in their language and for their role."""

import hashlib
import json
from collections.abc import Sequence
from typing import Protocol

from model.people import ChatKind, Language, Role, Subscriber
from storage.database import Database

Commands = Sequence[tuple[str, str]]
"""Commands without the slash, and what each does."""


class Menus(Protocol):
    """Sets a chat's menu at Telegram. A refusal is logged there, nothing else."""

    async def set_for(self, chat_id: int, language: Language, role: Role) -> None: ...


class KeepMenu:
    """Sets a person's menu where it is not the one that was set last."""

    def __init__(self, database: Database, menus: Menus) -> None:
        self._database = database
        self._menus = menus

    async def __call__(self, subscriber: Subscriber, role: Role, commands: Commands) -> None:
        """`commands` are the menu as it reads: a new wording is a new menu."""
        if subscriber.kind is not ChatKind.PRIVATE:
            return
        wanted = hashlib.sha256(json.dumps(list(commands)).encode()).hexdigest()[:16]
        if subscriber.menu == wanted:
            return
        await self._menus.set_for(subscriber.chat_id, subscriber.language, role)
        async with self._database.writing() as db:
            await db.subscribers.set_menu(subscriber.chat_id, wanted)
