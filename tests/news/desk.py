"""An editor's desk: outlets, what they printed, and editors with verbs."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from accounts.actor import Actor
from accounts.rights import Rights
from model.ids import ArticleId, ChatId, SourceId, StoryId
from model.news import Article, Story
from model.people import ChatKind, Language, Role
from model.review import Queue, QueueKind
from news.assembling import review_cases
from news.review_cards import Card
from news.reviewing import Decided
from news.verdicts import Because, Word, drop, keep, stamp_of
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.outlets import Outlets, add_source, collector, story

EDITOR, OTHER = 9, 10
ALL = Queue(QueueKind.ALL)

SURE = "В Кентау Туркестанской области открыли завод трансформаторов за 5 млрд тенге"
OURS = "В Сауранском районе Туркестанской области строят теплицу за 2 млрд тенге"
DOUBTFUL = "Аким Туркестанской области встретился с делегацией и обсудил сотрудничество"
"""In the grey zone, below the threshold."""


def actor(user_id: int = EDITOR, role: Role = Role.ADMIN) -> Actor:
    return Actor(ChatId(user_id), ChatKind.PRIVATE, user_id, Language.RUSSIAN, role)


@dataclass
class Desk:
    database: Database
    clock: ManualClock
    outlets: Outlets = field(default_factory=Outlets)
    admins: frozenset[int] = frozenset({EDITOR, OTHER})

    def __post_init__(self) -> None:
        self.cases = review_cases(self.database, self.clock, Rights(self.admins))
        self._sources: dict[str, SourceId] = {}
        self._printed: dict[str, list[str]] = {}

    async def source(self, name: str = "ru", *, reviewed: bool = False) -> SourceId:
        if name not in self._sources:
            url = f"https://{name}.example/feed"
            self._sources[name] = await add_source(self.database, self.clock, url)
        async with self.database.writing() as db:
            held = await db.sources.get(self._sources[name], hold=True)
            assert held is not None
            await db.sources.save(replace(held, is_reviewed=reviewed))
        return self._sources[name]

    async def prints(self, *titles: str, by: str = "ru", at: datetime | None = None) -> None:
        """The outlet prints these, each under its own guid, and is read at once."""
        source = self._sources.get(by) or await self.source(by)
        url = f"https://{by}.example/feed"
        known = self._printed.setdefault(by, [])
        for title in titles:
            number = len(known) + 1
            moment = at or self.clock.now()
            known.append(story(title, f"https://{by}.example/{number}", moment, guid=str(number)))
        self.outlets.publish(url, *known)
        await collector(self.database, self.outlets, self.clock)(source)
        self.clock.advance(60)

    async def prints_anew(self, number: int, title: str, by: str = "ru") -> None:
        """An item of the outlet, printed otherwise."""
        link = f"https://{by}.example/{number}"
        self._printed[by][number - 1] = story(title, link, self.clock.now(), guid=str(number))
        await self.prints(by=by)

    # As a second session sees it

    async def article(self, number: int = 1) -> Article:
        async with self.database.reading() as db:
            found = await db.articles.get(ArticleId(number))
        assert found is not None
        return found

    async def stories(self) -> dict[StoryId, Story]:
        """Those that readers may see."""
        async with self.database.reading() as db:
            newest = await db.stories.newest(100)
            return await db.stories.by_ids([one.id for one in newest])

    async def titles(self) -> list[str]:
        return [story.title for _, story in sorted((await self.stories()).items())]

    async def acts(self) -> list[tuple[str, str, int]]:
        async with self.database.reading() as db:
            found, number = [], 1
            while act := await db.audit.get(number):
                found.append((act.action, act.subject, act.actor_id))
                number += 1
        return found

    async def labels(self) -> list[tuple[str, dict[str, Any]]]:
        async with self.database.reading() as db:
            return [(each.verdict.value, each.said) for _, each in await db.labels.after(0, 100)]

    # Editors

    async def sees(self, queue: Queue = ALL, by: int = EDITOR) -> Card | None:
        card: Card | None = await self.cases["see_article"](actor(by), queue)
        return card

    async def says(
        self,
        word: Word,
        number: int = 1,
        *,
        by: int = EDITOR,
        stamp: str | None = None,
        because: Because | None = None,
    ) -> Decided:
        shown = stamp or stamp_of(await self.article(number))
        decided: Decided = await self.cases["say_of_article"](
            actor(by), ArticleId(number), shown, word, because
        )
        self.clock.advance(60)
        return decided

    async def keeps(self, number: int = 1, **how: Any) -> Decided:
        return await self.says(keep, number, **how)

    async def drops(self, number: int = 1, **how: Any) -> Decided:
        return await self.says(drop, number, because=Because.TOPIC, **how)

    async def joins(self, number: int, other: StoryId, **how: Any) -> Decided:
        return await self._of_story("join_stories", number, other, **how)

    async def splits(self, number: int, **how: Any) -> Decided:
        return await self._of_story("split_story", number, **how)

    async def marks(self, number: int, **how: Any) -> Decided:
        return await self._of_story("mark_corrected", number, **how)

    async def takes_back(self, decided: Decided, by: int = EDITOR) -> Decided:
        undone: Decided = await self.cases["take_back"](actor(by), decided.act)
        self.clock.advance(60)
        return undone

    async def _of_story(
        self, case: str, number: int, *args: Any, by: int = EDITOR, stamp: str | None = None
    ) -> Decided:
        shown = stamp or stamp_of(await self.article(number))
        decided: Decided = await self.cases[case](actor(by), ArticleId(number), shown, *args)
        self.clock.advance(60)
        return decided
