"""Whom an announcement is for: chosen in its draft, and shown with what it comes to now.

read the draft | change the audience | check what is new in it | save | count
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from common.errors import KeruenError
from model.announcements import Announcement, Announcing
from model.audiences import Audience, Side, Sort
from model.ids import AnnouncementId, ProjectId, SubscriberId
from model.people import Language, Role
from projects.rights import ProjectRights, Standing, seen
from publishing.announcing.bodies import messages_of
from publishing.announcing.drafting import CHANGEABLE
from publishing.announcing.errors import AnnouncementChangedError, UnknownAnnouncementError
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_audience import Aimed
from views.audience_words import MOST_NAMED, Names
from views.links import BotLinks

MOST_PICKED = 5_000
"""Chats picked by hand in one audience."""
Aim = Callable[[Audience], Audience]
"""What becomes of an audience: pure."""


_MAKES: Mapping[str, Callable[[str], Any]] = {
    "sorts": Sort,
    "languages": Language,
    "roles": Role,
    "districts": str,
    "sectors": str,
    "chats": lambda code: SubscriberId(int(code)),
    "projects": lambda code: ProjectId(int(code)),
}
"""Of the codes that stand in buttons, what a criterion has."""


def with_codes(audience: Audience, side: Side, kind: str, codes: Collection[str]) -> Audience:
    """With these and no others of a kind; none of them asks nothing of it. Pure.

    Of the days within which a chat has to have been active there is one: the last that was chosen.
    """
    chosen: Any
    if kind == "active":
        chosen = {"active_days": int(next(iter(codes)))} if codes else {"active_days": None}
    else:
        chosen = {kind: frozenset(map(_MAKES[kind], codes))}
    return audience.having(side, replace(audience.of(side), **chosen))


def without(audience: Audience, side: Side, kind: str) -> Audience:
    """Asking nothing of a kind any more. Pure."""
    nothing: Any = {kind: frozenset()}
    return audience.having(side, replace(audience.of(side), **nothing))


class TooManyPickedError(KeruenError):
    """More chats than can be picked by hand."""

    def __init__(self, picked: int) -> None:
        super().__init__(
            f"{picked} chats picked by hand", "error-audience-too-many", most=MOST_PICKED
        )


async def names_in(db: Transaction, audiences: Collection[Audience], standing: Standing) -> Names:
    """What a sentence about each of these names, as far as whoever reads it may see that."""
    sides = [audience.of(side) for audience in audiences for side in Side]
    projects = {each for one in sides for each in sorted(one.projects)[:MOST_NAMED]}
    chats = {each for one in sides for each in sorted(one.chats)[:MOST_NAMED]}
    pressed = {each for one in sides for each in sorted(one.pressed)[:MOST_NAMED]}
    announced = {number: await db.announcements.get(number) for number, _ in sorted(pressed)}
    buttons = {
        (number, at): announcement.buttons[at]
        for number, at in pressed
        if (announcement := announced[number]) is not None and at < len(announcement.buttons)
    }
    there = await db.projects.by_ids(projects)
    views = {each: view for each in there if (view := seen(standing, there[each])) is not None}
    return Names(views, await db.audience_chats.among(chats), buttons)


class SeeAudience:
    """The audience of an announcement in words and numbers, for whoever may write."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        rights: AnnouncingRights,
        projects: ProjectRights,
        links: BotLinks,
        per_second: int,
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._projects = projects
        self._links = links
        self._per_second = per_second

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Aimed:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            announcement = await db.announcements.get(number)
            if announcement is None:
                raise UnknownAnnouncementError(number)
            return await self.of(db, actor, announcement)

    async def of(self, db: Transaction, actor: Actor, announcement: Announcement) -> Aimed:
        """That of one that the transaction has read, for whoever was found to have the right."""
        counted = await db.audience_chats.count(
            announcement.audience, self._rights.admin_ids, self._clock.now()
        )
        standing = await self._projects.standing(db, actor)
        names = await names_in(db, [announcement.audience], standing)
        messages = messages_of(announcement, self._links) if announcement.versions else 1
        return Aimed(
            announcement,
            counted,
            names,
            can_be_changed=announcement.state in CHANGEABLE,
            seconds=-(-counted.total * messages // self._per_second),
            per_second=self._per_second,
        )


class ChooseAudience:
    """A change of the audience of a draft; every change has the next version."""

    def __init__(
        self, database: Database, clock: Clock, rights: AnnouncingRights, projects: ProjectRights
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._projects = projects

    async def __call__(self, actor: Actor, number: AnnouncementId, aim: Aim) -> None:
        """AnnouncementChangedError once it is confirmed: it is for those who were asked about.

        WrongChoiceError for a chat or a project that no button offers.
        """
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            draft = await draft_held(db, number)
            audience = aim(draft.audience)
            await self._check(db, actor, draft.audience, audience)
            await save(db, draft, audience, self._clock)

    async def _check(
        self, db: Transaction, actor: Actor, before: Audience, after: Audience
    ) -> None:
        """What is new must be there, and the actor's to see; what was chosen before may be gone."""
        for side in Side:
            old, new = before.of(side), after.of(side)
            if missing := new.chats - old.chats:
                if len(new.chats) > MOST_PICKED:
                    raise TooManyPickedError(len(new.chats))
                known = await db.audience_chats.among(missing)
                if missing - known.keys():
                    raise WrongChoiceError(f"chats {sorted(missing - known.keys())[:3]}")
            if added := new.projects - old.projects:
                standing = await self._projects.standing(db, actor)
                there = await db.projects.by_ids(added)
                if any(seen(standing, there.get(each)) is None for each in added):
                    raise WrongChoiceError(f"projects {sorted(added)[:3]}")


async def save(db: Transaction, draft: Announcement, audience: Audience, clock: Clock) -> None:
    """The audience of a draft that is held."""
    if audience != draft.audience:
        version, now = draft.version + 1, clock.now()
        changed = replace(draft, audience=audience, version=version, changed_at=now)
        await db.announcements.save(changed)


async def draft_held(db: Transaction, number: AnnouncementId) -> Announcement:
    """AnnouncementChangedError where it is no draft any more."""
    draft = await db.announcements.get(number, hold=True)
    if draft is None:
        raise UnknownAnnouncementError(number)
    if draft.state not in CHANGEABLE:
        raise AnnouncementChangedError(number)
    return draft
