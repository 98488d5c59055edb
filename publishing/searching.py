"""Search, for who asks in the chat and for who types `@bot words` in any other.

read | what is known of the words | correct | ask | fewer words if nothing has them all | order
"""

from collections.abc import Sequence
from dataclasses import replace

from accounts.actor import Actor
from accounts.subscribing import Welcome
from common.clock import Clock
from common.errors import StorageError
from model.ids import SearchId, StoryId
from model.people import Choices
from model.search import REORDERED, Closeness, Found, Match, Place
from news import searching
from news.searching import Word
from publishing.choosing import languages_of
from storage.database import Database
from storage.text_index import HEAD
from storage.transaction import Transaction

PAGE = 6
"""Stories of one page of an answer."""
INLINE_PAGE = 20
"""Results of one answer to an inline query."""
BEGUN = 12
"""Words that an unfinished one may become."""
MOST_LEFT_OUT = 1
"""Words of a question that its closest stories may lack, before they may lack all but one."""


class SearchStories:
    """The stories that have the words, by their meaning more than by their letters."""

    def __init__(self, database: Database, clock: Clock, welcome: Welcome) -> None:
        self._database = database
        self._clock = clock
        self._welcome = welcome

    async def __call__(self, actor: Actor, typed: str) -> Found:
        """The first page of a question asked in a chat."""
        async with self._database.reading() as db:
            found = await _answer(db, actor, typed, Place(), PAGE)
        if found.has_more or (found.stories and actor.is_private):
            return await self._kept(actor, found)
        return found  # no button leads back to it

    async def page(self, actor: Actor, search: SearchId, place: Place) -> Found | None:
        """A further page; None where the search is gone, or another chat's.

        Numbers can be guessed: what one chat looks for is not for another to read.
        """
        async with self._database.reading() as db:
            kept = await db.searches.get(search)
            reader = await db.subscribers.get(actor.chat_id)
            if kept is None or reader is None or kept.subscriber_id != reader.id:
                return None
            found = await _answer(db, actor, kept.words, place, PAGE)
        return _named(found, search)

    async def inline(self, actor: Actor, typed: str, place: Place) -> Found:
        """For a word that is still being typed as well; without any words the newest stories."""
        async with self._database.reading() as db:
            if not typed.strip():
                return await _newest(db, actor, place)
            return await _answer(db, actor, typed, place, INLINE_PAGE, is_typing=True)

    async def _kept(self, actor: Actor, found: Found) -> Found:
        """Whoever has no row yet gets one: a search without an owner could not be forgotten.

        Where nothing can be written, what was found is shown all the same, without further pages.
        """
        try:
            owner = await self._welcome(actor)
            async with self._database.writing() as db:
                search = await db.searches.keep(owner.id, found.words, self._clock.now())
        except StorageError:
            return found
        return _named(found, search)


def _named(found: Found, search: SearchId) -> Found:
    return replace(found, search=search)


async def _answer(
    db: Transaction,
    actor: Actor,
    typed: str,
    place: Place,
    size: int,
    *,
    is_typing: bool = False,
) -> Found:
    said = searching.as_typed(typed)
    read = searching.read(said)
    if not read:
        return Found(said, is_question=False)
    words, corrected = await _settled(db, read, is_typing and not typed[-1:].isspace())
    for closeness, least in _steps(len(words)):
        ids, count, upto = await _matches(db, words, least, place, size + 1)
        if count and not ids and not is_typing:  # a page that is there no more: the first is
            place = Place(0, place.upto)
            ids, count, upto = await _matches(db, words, least, place, size + 1)
        if count:
            shown = ids[:size]
            return Found(
                said,
                True,
                await db.stories.in_order(shown, _languages(actor)),
                corrected,
                closeness,
                Place(place.start, upto),
                count,
                has_more=len(ids) > size,
            )
    return Found(said, True, corrected=corrected, place=place)


def _steps(count: int) -> list[tuple[Closeness, int]]:
    """How many words a story must have: all; if none has, fewer."""
    steps = [(Closeness.ALL, count)]
    if count > 2:
        steps.append((Closeness.MOST, count - MOST_LEFT_OUT))
    if count > 1:
        steps.append((Closeness.ANY, 1))
    return steps


async def _matches(
    db: Transaction, words: Sequence[Word], least: int, place: Place, size: int
) -> tuple[list[StoryId], int, StoryId | None]:
    """The ids of a page and one more, how many there are in all, the newest of them."""
    groups = [word.group for word in words]
    if place.start >= REORDERED:
        rest = await db.searches.matching(groups, least, place.upto, size, place.start)
        return [StoryId(one.id) for one in rest], REORDERED, place.upto
    newest = await db.searches.matching(groups, least, place.upto, REORDERED)
    ids = searching.ranked(words, newest)[place.start : place.start + size]
    missing = size - len(ids)
    if len(newest) == REORDERED and missing:
        rest = await db.searches.matching(groups, least, place.upto, missing, REORDERED)
        ids += [StoryId(one.id) for one in rest]
    return ids, len(newest), place.upto or _newest_of(newest)


def _newest_of(matches: Sequence[Match]) -> StoryId | None:
    return StoryId(matches[0].id) if matches else None


async def _settled(
    db: Transaction, words: Sequence[Word], is_typing: bool
) -> tuple[list[Word], str | None]:
    """The words with their slips put right, and what they read then."""
    stems = {stem for word in words for stem in word.stems}
    known = await db.searches.known(stems) if stems else {}
    settled: list[Word] = []
    is_changed = False
    for word in words:
        is_last = word is words[-1]
        letters = searching.letters_of(word) if is_typing and is_last else ""
        if len(letters) >= HEAD:
            begun = await db.searches.beginning(letters, BEGUN)
            if begun:
                settled.append(searching.unfinished(word, begun))
                continue
        meant = None
        if word.slips and not searching.is_known(word, known):
            forms = {*word.stems, searching.letters_of(word)}
            candidates = await db.searches.near(forms, word.slips)
            meant = searching.corrected(word, candidates)
        settled.append(meant or word)
        is_changed = is_changed or meant is not None
    return settled, " ".join(word.printed for word in settled) if is_changed else None


def _languages(actor: Actor) -> Sequence[str]:
    choices = Choices() if actor.subscriber is None else actor.subscriber.choices
    return languages_of(actor.language, choices)


async def _newest(db: Transaction, actor: Actor, place: Place) -> Found:
    newest = await db.stories.newest(INLINE_PAGE + 1, place.upto)
    shown = [one.id for one in newest[:INLINE_PAGE]]
    return Found(
        "",
        is_question=False,
        stories=await db.stories.in_order(shown, _languages(actor)),
        place=Place(0, shown[-1] if shown else None),
        has_more=len(newest) > INLINE_PAGE,
    )
