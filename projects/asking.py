"""Where does it stand? Finds the project that a question means.

a code? | words | what is known of them | correct | ask the index | weigh | clear, several, nearest
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accounts.actor import Actor
from accounts.subscribing import Welcome
from common.clock import Clock
from common.errors import StorageError
from model.ids import SearchId
from model.people import Language, Role
from model.projects import Project
from model.search import Group, Match
from news.searching import as_typed, letters_of
from projects import finding, rights
from projects.codes import codes_in, slips_of
from projects.finding import MOST_NEAREST, Answers, Asked
from projects.indexing import found_by
from projects.rights import ProjectRights, Standing, seen
from projects.seeing import ProjectCard, card_of
from projects.wording import OPEN
from storage.database import Database
from storage.text_index import HEAD
from storage.transaction import Transaction

MOST_MATCHES = 80
"""The newest that have what was asked for; they are weighed."""
RARE = 60
"""Projects that have a word which is looked for by itself, whatever else was asked."""
MOST_SLIPS = 3
"""Words of a question that may be put right: each is looked for among thousands."""
BEGUN = 8
"""Words that an unfinished one may become."""
OFFERED = 3
"""Projects offered beside stories; more of them answer no question."""

EVERYONE: Group = ((OPEN,),)
_STRANGER = Standing(None, Role.SUBSCRIBER, is_private=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found, already without what whoever asked may not see."""

    words: str
    """As typed, on one line, as far as they are read."""
    kind: Answers
    card: ProjectCard | None = None
    """Of the one that is meant, where that is clear."""
    projects: tuple[Project, ...] = ()
    """Several to choose from, or the nearest."""
    has_more: bool = False
    corrected: str | None = None
    """The words that were looked for instead."""
    search: SearchId | None = None
    """Names the question in buttons; None where none leads back to it."""

    @property
    def found(self) -> tuple[Project, ...]:
        """One or several."""
        return self.projects if self.card is None else (self.card.project,)


class AskStatus:
    """Where does it stand? By a code, or by what somebody remembers of it."""

    def __init__(
        self, database: Database, clock: Clock, rights: ProjectRights, welcome: Welcome
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._welcome = welcome

    async def __call__(self, actor: Actor, typed: str, *, in_public: bool = False) -> Answer:
        """`in_public`: as everyone sees it, whoever asks, as by a link."""
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            as_whom = rights.in_public(standing) if in_public else standing
            answer = await answer_of(db, as_whom, typed, actor.language)
        is_kept = answer.kind not in (Answers.NO_QUESTION, Answers.CLEAR) or standing.is_official
        if actor.is_private and is_kept and answer.words:
            return await self._kept(actor, answer)
        return answer

    async def again(self, actor: Actor, search: SearchId) -> Answer | None:
        """What a kept question finds now; None where it is gone, or another chat's."""
        async with self._database.reading() as db:
            kept = await db.searches.get(search)
            reader = await db.subscribers.get(actor.chat_id)
            if kept is None or reader is None or kept.subscriber_id != reader.id:
                return None
            standing = await self._rights.standing(db, actor)
            answer = await answer_of(db, standing, kept.words, actor.language)
        return replace(answer, search=search)

    async def beside_news(self, actor: Actor, typed: str) -> Answer:
        """For who looks for news: only what is clearly a project's."""
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            return _offered(await answer_of(db, standing, typed, actor.language))

    async def inline(self, actor: Actor, typed: str) -> tuple[ProjectCard, ...]:
        """For words that are still being typed, into any chat: what everyone may see."""
        async with self._database.reading() as db:
            answer = _offered(await answer_of(db, _STRANGER, typed, actor.language, is_typing=True))
            if answer.card is not None:
                return (answer.card,)
            if answer.has_more:
                return ()
            cards = [
                await card_of(db, _STRANGER, one, language=actor.language)
                for one in answer.projects
            ]
        return tuple(card for card in cards if card is not None)

    async def _kept(self, actor: Actor, answer: Answer) -> Answer:
        """Where nothing can be written, what was found is shown all the same."""
        try:
            owner = await self._welcome(actor)
            async with self._database.writing() as db:
                search = await db.searches.keep(owner.id, answer.words, self._clock.now())
        except StorageError:
            return answer
        return replace(answer, search=search)


def _offered(answer: Answer) -> Answer:
    if answer.kind in (Answers.CLEAR, Answers.SEVERAL):
        return answer
    return Answer(answer.words, Answers.NOTHING)


async def answer_of(
    db: Transaction,
    standing: Standing,
    typed: str,
    language: Language = Language.RUSSIAN,
    *,
    is_typing: bool = False,
) -> Answer:
    """What somebody finds who stands so to the registry."""
    said = as_typed(typed)
    codes = codes_in(said)
    if codes and (project := await _first(db, standing, codes)) is not None:
        card = await card_of(db, standing, project, language=language)
        return Answer(said, Answers.CLEAR, card)
    if codes and codes[0] == said.lower() and (near := await _with_slips(db, standing, codes[0])):
        return Answer(said, Answers.NEAREST, projects=near)
    answer = await _by_words(db, standing, said, is_typing and not typed[-1:].isspace())
    if answer.kind is Answers.CLEAR:
        (project,) = answer.projects
        card = await card_of(db, standing, project, language=language)
        return replace(answer, card=card, projects=())
    return answer


async def _first(db: Transaction, standing: Standing, codes: Sequence[str]) -> Project | None:
    """The project of the likeliest of these codes that they may see."""
    found = {one.code.lower(): one for one in await db.projects.with_codes(codes)}
    there = (found[code] for code in codes if code in found)
    return next((one for one in there if seen(standing, one) is not None), None)


async def _with_slips(db: Transaction, standing: Standing, code: str) -> tuple[Project, ...]:
    near = await db.projects.with_codes(slips_of(code))
    shown = (seen(standing, one) for one in near)
    return tuple(one for one in shown if one is not None)[:MOST_NEAREST]


async def _by_words(db: Transaction, standing: Standing, said: str, is_typing: bool) -> Answer:
    others = finding.readings(said)
    tokens = {said, *said.split(), *(one for each in others.values() for one in each)}
    looked_up = finding.terms_to_know(tokens)
    known = await _known(db, looked_up)
    meant = finding.as_meant(said, known)
    asked, corrected = await _settled(db, finding.read(meant), known, is_typing)
    if not asked:
        return Answer(said, Answers.NO_QUESTION)
    if corrected is None and meant != said:
        corrected = meant
    if more := {term for one in asked for term in one.terms} - looked_up:
        known |= await _known(db, more)
    matches = await _matches(db, asked, known, _within(standing))
    decided = finding.decide(finding.ranked(asked, known, matches))
    there = await db.projects.by_ids(decided.ids)
    shown = [view for one in decided.ids if (view := seen(standing, there.get(one))) is not None]
    kind = decided.answers if shown else Answers.NOTHING
    return Answer(said, kind, None, tuple(shown), decided.has_more, corrected if shown else None)


async def _known(db: Transaction, terms: set[str]) -> dict[str, int]:
    return await db.project_index.known({OPEN, *terms})


def _within(standing: Standing) -> Group:
    """What a project must have for them to find it; nothing, where they see everything."""
    if not (standing.is_private and standing.is_official):
        return EVERYONE
    if standing.sees_everything:
        return ()
    return found_by(standing.user_id, standing.scope)


async def _settled(
    db: Transaction, asked: Sequence[Asked], known: Mapping[str, int], is_typing: bool
) -> tuple[list[Asked], str | None]:
    """The words with their slips put right, and what they read then."""
    settled: list[Asked] = []
    looked, slips = 0, 0
    for one in asked:
        letters = letters_of(one.word) if is_typing and one is asked[-1] else ""
        if len(letters) >= HEAD and one.word.stems:
            begun = await db.project_index.beginning(letters, BEGUN)
            if begun:
                settled.append(finding.unfinished(one, begun))
                continue
        meant = None
        if looked < MOST_SLIPS and finding.is_strange(one, known):
            looked += 1
            near = await db.project_index.near(one.forms, one.word.slips)
            meant = finding.corrected(one, near)
        settled.append(meant or one)
        slips += meant is not None
    return settled, " ".join(one.word.printed for one in settled) if slips else None


async def _matches(
    db: Transaction, asked: Sequence[Asked], known: Mapping[str, int], within: Group
) -> list[Match]:
    """The projects that may be meant: those that have all; if none has, whatever is near."""
    index = db.project_index
    if within == EVERYONE:  # what none of theirs has would only keep all of them from being found
        asked = [one for one in asked if one.sectors or finding.known_terms(one, known)]
    if not asked:
        return []
    strict = [one.group for one in asked]
    matches = await index.matching(
        strict, len(strict), None, MOST_MATCHES, within=within, with_terms=True
    )
    if matches:
        return matches
    loose = [(*one.group, *one.sectors) for one in asked]
    rare = [one.group for one in asked if _having(one, known) <= RARE]
    steps = [len(loose)] if any(one.sectors for one in asked) else []
    steps += [len(loose) - 1] if len(loose) > 2 else []
    for least in (*steps, *(() if rare else (1,))):
        if not matches:
            matches = await index.matching(
                loose, least, None, MOST_MATCHES, within=within, with_terms=True
            )
    if rare:
        matches += await index.matching(rare, 1, None, RARE, within=within, with_terms=True)
    return matches


def _having(asked: Asked, known: Mapping[str, int]) -> int:
    return max((known.get(term, 0) for term in asked.terms), default=0)
