"""/announcements: what was announced to a chat; and all of it, for whoever may write."""

from collections.abc import Mapping
from dataclasses import replace

from accounts.actor import Actor
from accounts.subscribing import Welcome
from common.clock import Clock
from delivery.outgoing import Outgoing
from model.announcements import AnnouncementState, Announcing
from model.archive import PAGE, AllPage, Page, ToldPage, Which
from model.ids import AnnouncementId, SearchId
from model.results import Reached
from publishing.announcing.bodies import said
from publishing.announcing.finding import needles
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction
from views.links import BotLinks

LAST_PAGE = 10_000
"""Nobody turns so many; a forged number asks no more of the database."""

_STATES: Mapping[Which, tuple[AnnouncementState, ...]] = {
    Which.ANY: tuple(AnnouncementState),
    Which.DRAFT: (AnnouncementState.DRAFT,),
    Which.WAITING: (AnnouncementState.AWAITING, AnnouncementState.SCHEDULED),
    Which.GOING: (AnnouncementState.SENDING, AnnouncementState.PAUSED),
    Which.SENT: (AnnouncementState.SENT,),
    Which.CANCELLED: (AnnouncementState.CANCELLED,),
    Which.WITHDRAWN: (AnnouncementState.SENT, AnnouncementState.CANCELLED),
}


class _Archive:
    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, welcome: Welcome
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._welcome = welcome

    async def kept(self, actor: Actor, words: str) -> SearchId | None:
        """The row for words that were typed, so that buttons can name them; None for no words."""
        if not (words := " ".join(words.split())):
            return None
        owner = await self._welcome(actor)
        async with self._database.writing() as db:
            return await db.searches.keep(owner.id, words, self._clock.now())

    async def _words(self, db: Transaction, actor: Actor, search: SearchId | None) -> str:
        """What was looked for; nothing of another chat's: numbers can be guessed."""
        if search is None:
            return ""
        kept, reader = await db.searches.get(search), await db.subscribers.get(actor.chat_id)
        if kept is None or reader is None or kept.subscriber_id != reader.id:
            return ""
        return kept.words


class ListTold(_Archive):
    """What was announced to the chat where it is asked."""

    async def __call__(self, actor: Actor, search: SearchId | None, page: int) -> ToldPage:
        page = min(page, LAST_PAGE)
        async with self._database.reading() as db:
            words = await self._words(db, actor, search)
            sees_all = await _sees_all(db, self._rights, actor)
            chat = await db.subscribers.get(actor.chat_id)
            if chat is None:
                return ToldPage(Page(0, has_more=False, words=words), (), sees_all)
            found = await db.archive.told(chat.id, needles(words), PAGE + 1, page * PAGE)
            told = [
                (each, one)
                for each in found[:PAGE]
                if (one := await db.announcements.get(each.id)) is not None
            ]
        at = Page(page, len(found) > PAGE, words, search if words else None)
        return ToldPage(at, told, sees_all)


class ListAll(_Archive):
    """All announcements with their figures, for whoever may write."""

    async def __call__(
        self, actor: Actor, which: Which, search: SearchId | None, page: int
    ) -> AllPage:
        page = min(page, LAST_PAGE)
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            words = await self._words(db, actor, search)
            numbers = await db.archive.all(
                _STATES[which],
                needles(words),
                PAGE + 1,
                page * PAGE,
                is_withdrawn=_is_withdrawn(which),
            )
            reached = await db.archive.reached(numbers[:PAGE])
            found = [
                (one, reached.get(one.id, Reached()))
                for number in numbers[:PAGE]
                if (one := await db.announcements.get(number)) is not None
            ]
        at = Page(page, len(numbers) > PAGE, words, search if words else None)
        return AllPage(at, which, found)


class OpenTold:
    """One announcement as the chat reads it now; None where it was not announced to it."""

    def __init__(self, database: Database, links: BotLinks) -> None:
        self._database = database
        self._links = links

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Outgoing | None:
        async with self._database.reading() as db:
            chat = await db.subscribers.get(actor.chat_id)
            told = None if chat is None else await db.archive.told_one(chat.id, number)
            one = None if told is None else await db.announcements.get(number)
            if told is None or one is None:
                return None
            shown = said(one, told.language, self._links)
            return replace(shown, thread_id=actor.thread_id)


def _is_withdrawn(which: Which) -> bool | None:
    if which is Which.WITHDRAWN:
        return True
    return None if which is Which.ANY else False


async def _sees_all(db: Transaction, rights: AnnouncingRights, actor: Actor) -> bool:
    return actor.is_private and await rights.held(db, actor.user_id) >= Announcing.WRITE
