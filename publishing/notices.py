"""What the admins should know: a row for each of them who has ever pressed /start."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from common.clock import Clock
from delivery.outgoing import Outgoing
from model.news import Notice
from model.people import Language, Role
from publishing.telling import reachable, tell
from storage.database import Database
from storage.transaction import Transaction
from views.notices import notice, source_notice
from views.texts import Value


class NotifyAdmins:
    """One notice to every admin, each in their own language; under one unique key, once.

    An admin who has not pressed /start, or has blocked the bot, is not written to.
    """

    def __init__(self, database: Database, clock: Clock, admin_ids: frozenset[int]) -> None:
        self._database = database
        self._clock = clock
        self._admin_ids = admin_ids

    async def __call__(self, unique: str, key: str, **values: Value) -> int:
        """Tell it in a transaction of its own; how many are told."""
        async with self._database.writing() as db:
            return await self.within(db, unique, key, **values)

    async def of_sources(self, db: Transaction, notices: Sequence[Notice]) -> None:
        """Tell what became of sources, in the transaction that found it."""
        at = self._clock.now().isoformat()
        for told in notices:
            key, values = source_notice(told)
            await self.within(db, f"source:{told.source_id}:{told.kind}:{at}", key, **values)

    async def of_question(self, db: Transaction, words: str, at: datetime) -> None:
        """Tell that the registry was asked in vain; the same words once a day."""
        key = hashlib.sha256(words.lower().encode()).hexdigest()[:16]
        unique = f"question:{key}:{at.date()}"
        await self.within(db, unique, "notice-question", words=words, questions=1)

    async def within(self, db: Transaction, unique: str, key: str, **values: Value) -> int:
        """Tell it in the transaction that caused it."""
        return await self.saying(db, unique, lambda language: notice(key, language, **values))

    async def saying(
        self,
        db: Transaction,
        unique: str,
        say: Callable[[Language], Outgoing],
        also: Collection[int] = (),
    ) -> int:
        """The same in whatever words `say` has for it; `also` to people who may be no admins."""
        roles = await db.roles.all()
        admins = {user for user, role in roles.items() if role is Role.ADMIN}
        ids = self._admin_ids | admins | set(also)
        return await tell(
            db,
            await reachable(db, sorted(ids)),
            f"notice:{unique}",
            lambda admin: say(admin.language),
            self._clock.now(),
        )
