"""Saying something else to everyone who has an announcement: a draft of it, and its carrying out.

a draft of the same | changed like any draft | confirm | (carrying_out.py goes on)

Whoever does not have it yet gets it as it reads then. Edited twice quickly, the last one stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from accounts.actor import Actor
from accounts.two_person import ANNOUNCEMENTS, TwoPersonRule
from common.clock import Clock
from common.text import shorten
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Announcing
from model.ids import AnnouncementId
from model.people import Language
from model.results import Reach
from publishing.announcing.again import draft_after, held
from publishing.announcing.amending import changes
from publishing.announcing.carrying_out import EDITED_WITHIN, begun, interrupt
from publishing.announcing.drafting import record, words_of
from publishing.announcing.errors import (
    AnnouncementChangedError,
    OwnAnnouncementError,
    UnknownAnnouncementError,
    WithdrawnError,
)
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.stopping import hold_back
from storage.database import Database
from storage.transaction import Transaction
from views.links import BotLinks

TOLD_UNITS = 200
"""Of a version, in the log."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What would change, and for how many."""

    original: Announcement
    draft: Announcement
    changed: Mapping[Language, frozenset[int]]
    """By version, the messages that become otherwise, counted from 0."""
    reach: Mapping[Reach, int]
    """Of the recipients of these versions."""
    needs_another: bool
    """A second person has to do it, and whoever looks is the first."""


class BeginCorrection:
    """A draft that says what an announcement says: what it is changed to, it will say."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        """One that was begun of the same goes on: a press that comes twice begins one."""
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            original = await held(db, number)
            if original.withdrawn_at is not None:
                raise WithdrawnError(number)
            for child in await db.announcements.after(number):
                if child.is_correction and child.revision == original.revision:
                    return child
            draft = replace(
                draft_after(original, acting.user_id, self._clock.now()),
                versions=original.versions,
                fallback=original.fallback,
                buttons=original.buttons,
                is_correction=True,
                revision=original.revision,
            )
            return await db.announcements.add(draft, words_of(draft))


class SeeCorrection:
    """What a correction would change, before it does."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, links: BotLinks
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._links = links

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Proposed:
        """CannotAmendError where Telegram does not let it become that."""
        async with self._database.reading() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            draft = _correction(number, await db.announcements.get(number))
            assert draft.parent_id is not None
            original = _current(draft, await db.announcements.get(draft.parent_id))
            changed = changes(original, draft, self._links)
            oldest = self._clock.now() - EDITED_WITHIN
            reach = await db.amendments.reach(original.id, changed, oldest)
            needs_another = acting.user_id == draft.author_id and await _needs_second(db)
            return Proposed(original, draft, changed, reach, needs_another)


class Correct:
    """From now on an announcement says what the draft says; `seen` is the draft's version."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, links: BotLinks
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._links = links

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> Announcement:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            draft = _correction(number, await db.announcements.get(number))
            assert draft.parent_id is not None
            # In the order of their ids: a correction comes after what it corrects.
            original = _current(draft, await db.announcements.get(draft.parent_id, hold=True))
            draft = _correction(number, await db.announcements.get(number, hold=True))
            if draft.version != seen:
                raise AnnouncementChangedError(number)
            if acting.user_id == draft.author_id and await _needs_second(db):
                raise OwnAnnouncementError(number)
            changed = changes(original, draft, self._links)
            original = await interrupt(db, original, now)
            says = replace(original, versions=draft.versions, buttons=draft.buttons)
            corrected = await begun(db, says, acting.user_id, changed, now)
            await db.announcements.save(corrected, words_of(corrected))
            await db.announcements.delete(draft.id)
            await hold_back(db, corrected.id)
            before, after = _told(original, changed), _told(corrected, changed)
            await record(db, self._clock, acting, "announcement.correct", corrected, before, after)
            return corrected


def _told(one: Announcement, changed: Mapping[Language, frozenset[int]]) -> dict[str, str]:
    """Its first words in the versions that change, for the log."""
    return {language.value: _first_words(one, language) for language in changed}


def _first_words(one: Announcement, language: Language) -> str:
    said = Outgoing.from_json(one.versions[language])
    words = " ".join([said.text, *(item.text for item in said.album)])
    return shorten(" ".join(words.split()), TOLD_UNITS)


async def _needs_second(db: Transaction) -> bool:
    return await TwoPersonRule.is_on(db, ANNOUNCEMENTS)


def _correction(number: AnnouncementId, found: Announcement | None) -> Announcement:
    if found is None or not found.is_correction or found.parent_id is None:
        raise UnknownAnnouncementError(number)
    if found.state is not AnnouncementState.DRAFT:
        raise AnnouncementChangedError(number)
    return found


def _current(draft: Announcement, original: Announcement | None) -> Announcement:
    """What it corrects, if that says still what it said when the correction was begun."""
    if original is None or original.revision != draft.revision:
        raise AnnouncementChangedError(draft.id)
    if original.withdrawn_at is not None:
        raise WithdrawnError(original.id)
    return original
