"""What a question asks of the index, what is done about its slips, and in which order answers come.

    words | names of things | stems and neutral terms | corrections | groups of terms

Pure. A word asks for any of its stems, whatever its language, or for the thing that it names in
any other; a story must have something of each word.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from model.ids import StoryId
from model.search import Alternative, Group, KnownWord, Match
from news.folding import fold
from news.stems import bigrams, plain
from news.terms import SIGNS, code_term, folded, neutral_term, stem_term, words_of
from news.vocabulary import data
from news.words import Stems, Text

LONGEST = 200
"""Letters of a question that are read."""
MOST_WORDS = 8

SHORTEST = 4
"""Letters of a word that may be mistyped."""
LONG = 7
"""Letters of one in which two slips may be."""

_LANGUAGES = ("ru", "kk", "en")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, or several that name one thing."""

    printed: str
    stems: tuple[str, ...]
    """Of a single word, whatever its language; none of a name or a number."""
    group: Group

    @property
    def literal(self) -> Group:
        """The alternatives that are the word itself, not the thing it names."""
        return tuple(one for one in self.group if one[0][0] not in SIGNS)

    @property
    def slips(self) -> int:
        """How many there may be in it: letters wrong, lost, added or in the wrong order."""
        if not self.stems or len(self.printed) < SHORTEST:
            return 0
        return 2 if len(self.printed) >= LONG else 1


def as_typed(text: str) -> str:
    """A question on one line, as far as it is read, without what nobody sees."""
    seen = "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in text)
    return " ".join(seen.split())[:LONGEST]


def read(
    typed: str, also: Stems[Alternative] | None = None, meaningless: Collection[str] = ()
) -> tuple[Word, ...]:
    """The words of a question that say what is looked for; none where there are no such words.

    `also`: names of more things, which go before those of the news; one of nothing is passed over,
    as are words that are `meaningless` here.
    """
    text = Text(typed[:LONGEST], "")
    words: list[Word] = []
    past = 0
    for start, end, terms in [*_named(text, also), (len(text.folded), len(text.folded), ())]:
        words += _plain_words(text.folded[past:start])
        if terms:
            words.append(_name(text.folded[start:end], terms))
        past = end
    passed = {*IGNORED, *meaningless}
    telling = [word for word in words if word.printed not in passed]
    return tuple({word.group: word for word in telling}.values())[:MOST_WORDS]


def _named(text: Text, also: Stems[Alternative] | None) -> list[tuple[int, int, Alternative]]:
    """Names of things, where they stand, in order; of overlapping ones the first and longest."""
    met: list[tuple[int, int, Alternative]] = []
    for names in (_NAMES,) if also is None else (also, _NAMES):
        for found in names.find(text):
            last = found.first + found.count - 1
            met.append((text.spans[found.first][0], text.spans[last][1], found.meaning))
        for start, words, meaning in names.find_chinese(text):
            met.append((start, start + len(words), meaning))
    kept: list[tuple[int, int, Alternative]] = []
    for start, end, meaning in sorted(met, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, meaning))
    return kept


def _plain_words(text: str) -> Iterable[Word]:
    for word in words_of(text):
        if word >= "\u3400":
            yield from _chinese(word)
        elif word.isdigit():
            yield Word(word, (), ((word,),))
        else:
            yield _word(word)


def _chinese(run: str) -> Iterable[Word]:
    for part in _split(run):
        yield Word(part, (), (tuple(bigrams(part)),))


def _split(run: str) -> list[str]:
    for word in _IGNORED_CHINESE:
        run = run.replace(word, " ")
    return run.split()


def _word(word: str) -> Word:
    stems = tuple(dict.fromkeys(stem_term(word, language) for language in _LANGUAGES))
    neutral = {neutral_term(word, language) for language in _LANGUAGES} - {None}
    group = tuple((term,) for term in (*stems, *sorted(filter(None, neutral))))
    return Word(word, () if neutral else stems, group)


def _name(printed: str, terms: Alternative) -> Word:
    words = words_of(printed)
    literal: dict[Alternative, None] = {}
    if words and words[0] >= "\u3400":
        literal[tuple(bigrams(words[0]))] = None
    else:
        for language in _LANGUAGES if words else ():
            literal[tuple(stem_term(word, language) for word in words)] = None
    return Word(printed, (), (*literal, *((term,) for term in terms)))


# Slips


def corrected(word: Word, candidates: Iterable[KnownWord]) -> Word | None:
    """What a word that the index does not know was most likely to be; None: nothing near it."""
    some = list(candidates)
    known = [*(one.term for one in some), *(plain(one.word) for one in some)]
    near: list[tuple[int, int, str, KnownWord]] = []
    for form in {*word.stems, letters_of(word)}:
        for _, distance, place in extract(
            form, known, scorer=OSA.distance, score_cutoff=word.slips, limit=None
        ):
            one = some[place % len(some)]
            near.append((int(distance), -one.texts, one.term, one))
    if not near:
        return None
    meant = min(near, key=lambda each: each[:3])[3]
    again = _word(meant.word)
    if (meant.term,) not in again.group:
        again = replace(again, group=((meant.term,), *again.group))
    return again


def unfinished(word: Word, begun: Sequence[KnownWord]) -> Word:
    """A word that is still being typed: it asks for those that begin so as well."""
    more = tuple((one.term,) for one in begun if (one.term,) not in word.group)
    return replace(word, group=(*word.group, *more))


def letters_of(word: Word) -> str:
    """As typed without Kazakh letters, which is how stems are written."""
    return plain(word.printed)


def is_known(word: Word, known: Mapping[str, int]) -> bool:
    return any(stem in known for stem in word.stems)


# Order


def ranked(words: Sequence[Word], matches: Sequence[Match]) -> list[StoryId]:
    """The newest matches, the most telling first: more of the words, in the title, as typed.

    `matches` are the newest first, and so are those that tell alike.
    """
    looked_for = [(_needles(word.literal), _needles(word.group)) for word in words]
    weights = {StoryId(match.id): _weight(looked_for, match) for match in matches}
    return sorted(weights, key=lambda story: (-weights[story], -story))


def _weight(looked_for: Sequence[tuple[Group, Group]], match: Match) -> int:
    weight = 0
    for literal, group in looked_for:
        if _has(match.title, literal):
            weight += 13
        elif _has(match.title, group):
            weight += 12
        elif _has(match.terms, group):
            weight += 10
    return weight


def _needles(group: Group) -> Group:
    """What stands in a text that has the terms: looked for so, nothing has to be taken apart."""
    return tuple(tuple(f" {term} " for term in alternative) for alternative in group)


def _has(terms: str, group: Group) -> bool:
    for alternative in group:
        for needle in alternative:
            if needle not in terms:
                break
        else:
            return True
    return False


# Names of things in the four languages


def _names() -> Stems[Alternative]:
    names: Stems[Alternative] = Stems()
    for one in data("countries")["countries"]:
        names.add(one["stems"], (code_term(one["code"]),))
        names.add([one["names"]["zh"]], (code_term(one["code"]),))
    home = data("region")
    names.add([*home["called"], home["names"]["zh"]], _places(home), are_names=True)
    for other in data("places")["places"]:
        if terms := _places(other):
            names.add([other["names"]["zh"]], terms)
    for unit in home["units"]:
        called = [*unit["called"], *unit.get("with_support", ()), unit["names"]["zh"]]
        names.add(called, (code_term(unit["code"]), *_places(unit)), are_names=True)
    for sector in data("sectors")["sectors"]:
        names.add(map(_whole, sector["names"].values()), (code_term(sector["code"]),))
    for concept, words in data("searching")["chinese"].items():
        names.add(words, (f"={concept.replace(' ', '_')}",))
    return names


def _places(entry: Mapping[str, Mapping[str, str]]) -> Alternative:
    """The terms of the places that the Russian name of a region or a unit names."""
    terms = (neutral_term(word, "ru") for word in words_of(fold(entry["names"]["ru"])))
    return tuple(term for term in terms if term and term[0] == "@")


def _whole(name: str) -> str:
    """A name that stands in a text in this form only."""
    return " ".join(f"{word}=" for word in words_of(folded(name))) if name[0] < "\u3400" else name


_NAMES = _names()
IGNORED = frozenset(folded(word) for word in data("searching")["ignored"])
_IGNORED_CHINESE = sorted(data("searching")["ignored_chinese"], key=len, reverse=True)
