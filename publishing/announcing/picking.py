"""Chats and projects picked for an audience: what there is to pick from, and what is typed.

what is typed | numbers, titles or words | look them up | pick what is clear, offer what is not
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from accounts.actor import Actor
from accounts.offices import colleagues
from model.announcements import Announcing
from model.audiences import Audience, PickedChat, Side
from model.ids import AnnouncementId
from model.people import Subscriber
from model.projects import Project
from news.folding import fold
from projects.asking import answer_of
from projects.rights import ProjectRights, seen
from publishing.announcing.audiences import ChooseAudience, SeeAudience
from publishing.announcing.rights import AnnouncingRights
from publishing.telling import reachable
from storage.database import Database
from storage.transaction import Transaction
from views.audience_picks import ChatPicks, Matched, ProjectPicks

MOST_OFFERED = 8
MOST_LINES = 20
"""Titles of groups in one message."""

_NUMBER = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed: the numbers of chats, and what may be titles of groups."""

    numbers: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()


def read(text: str) -> Typed:
    """A line of numbers is numbers, any other is a title. Pure."""
    numbers: list[int] = []
    titles: list[str] = []
    for line in text.splitlines():
        words = re.sub(r"[,;№#]", " ", fold(line)).split()
        if words and all(map(_NUMBER.fullmatch, words)):
            numbers += map(int, words)
        elif title := line.strip().lstrip("@").strip():
            titles.append(title)
    return Typed(tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(titles))[:MOST_LINES])


def pieces(text: str) -> list[str]:
    """What was typed of projects, one by one: codes side by side are several. Pure."""
    found: list[str] = []
    for one in re.split(r"[,;\n]", text):
        words = one.split()
        are_codes = len(words) > 1 and all(re.search(r"[^\W\d_].*\d", word) for word in words)
        found += words if are_codes else [" ".join(words)]
    return list(dict.fromkeys(filter(None, found)))[:MOST_LINES]


def matching(title: str, groups: Iterable[PickedChat]) -> list[PickedChat]:
    """Groups called so, else those whose title has these words in it. Pure."""
    wanted = fold(title)
    near = [one for one in groups if wanted in fold(one.name or "")]
    return [one for one in near if fold(one.name or "") == wanted] or near


async def colleagues_in_reach(
    db: Transaction, admin_ids: Collection[int]
) -> list[tuple[Subscriber, str | None]]:
    """Officials and admins who have pressed /start and not blocked the bot, with their names."""
    everyone = {one.user_id: one.name for one in colleagues(await db.roles.offices(), admin_ids)}
    return [(one, everyone[one.chat_id]) for one in await reachable(db, everyone)]


class PickChats:
    """Chats picked by hand, one by one."""

    def __init__(
        self,
        database: Database,
        rights: AnnouncingRights,
        see_audience: SeeAudience,
        choose_audience: ChooseAudience,
    ) -> None:
        self._database = database
        self._rights = rights
        self._see_audience = see_audience
        self._choose_audience = choose_audience

    async def see(self, actor: Actor, number: AnnouncementId, side: Side) -> ChatPicks:
        aimed = await self._see_audience(actor, number)
        async with self._database.reading() as db:
            staff = await colleagues_in_reach(db, self._rights.admin_ids)
            known = [PickedChat(one.id, one.chat_id, one.kind, name) for one, name in staff]
            picked = await db.audience_chats.among(aimed.audience.of(side).chats)
        others = [one for one in picked.values() if one.id not in {each.id for each in known}]
        return ChatPicks(aimed, side, (*known, *sorted(others, key=_by_name)))

    async def typed(
        self, actor: Actor, number: AnnouncementId, side: Side, text: str
    ) -> Matched[PickedChat]:
        """TooManyPickedError, and nobody is picked, past the limit."""
        said = read(text)
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            numbered = await db.audience_chats.numbered(said.numbers)
            groups = await db.audience_chats.groups() if said.titles else []
        called = {title: matching(title, groups) for title in said.titles}
        clear = [some[0] for some in called.values() if len(some) == 1]
        offered = [one for some in called.values() if len(some) > 1 for one in some]
        unknown = [str(each) for each in said.numbers if each not in numbered]
        unknown += [title for title, some in called.items() if not some]
        picked = frozenset(one.id for one in (*numbered.values(), *clear))

        def aim(audience: Audience) -> Audience:
            criteria = audience.of(side)
            return audience.having(side, replace(criteria, chats=criteria.chats | picked))

        await self._choose_audience(actor, number, aim)
        return Matched(len(picked), tuple(dict.fromkeys(offered))[:MOST_OFFERED], tuple(unknown))


class PickProjects:
    """Projects whose followers are meant."""

    def __init__(
        self,
        database: Database,
        rights: AnnouncingRights,
        projects: ProjectRights,
        see_audience: SeeAudience,
        choose_audience: ChooseAudience,
    ) -> None:
        self._database = database
        self._rights = rights
        self._projects = projects
        self._see_audience = see_audience
        self._choose_audience = choose_audience

    async def see(self, actor: Actor, number: AnnouncementId, side: Side) -> ProjectPicks:
        aimed = await self._see_audience(actor, number)
        picked = aimed.audience.of(side).projects
        async with self._database.reading() as db:
            standing = await self._projects.standing(db, actor)
            followed = await db.audience_chats.followed(MOST_OFFERED)
            there = await db.projects.by_ids({*picked, *followed})
        order = dict.fromkeys([*sorted(picked), *followed])
        views = [seen(standing, there.get(each)) for each in order]
        return ProjectPicks(aimed, side, tuple(one for one in views if one is not None))

    async def typed(
        self, actor: Actor, number: AnnouncementId, side: Side, text: str
    ) -> Matched[Project]:
        """Codes are picked, and so is the one project that words clearly mean."""
        asked = pieces(text)
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            standing = await self._projects.standing(db, actor)
            answers = [await answer_of(db, standing, one, actor.language) for one in asked]
        clear = frozenset(one.card.project.id for one in answers if one.card is not None)
        offered = {one.id: one for each in answers for one in each.projects}
        unknown = [said for said, one in zip(asked, answers, strict=True) if not one.found]

        def aim(audience: Audience) -> Audience:
            criteria = audience.of(side)
            return audience.having(side, replace(criteria, projects=criteria.projects | clear))

        await self._choose_audience(actor, number, aim)
        return Matched(len(clear), tuple(offered.values())[:MOST_OFFERED], tuple(unknown))


def _by_name(chat: PickedChat) -> tuple[str, int]:
    return fold(chat.name or ""), chat.number
