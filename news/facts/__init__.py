"""What a text says in facts, each with the words it says it with. Pure.

title, lead | folded text | a reader per kind | by where they stand
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from model.news import Fact, FactKind
from news.facts.amounts import amounts
from news.facts.capacities import capacities
from news.facts.companies import companies, zones
from news.facts.countries import countries
from news.facts.jobs import jobs
from news.facts.people import people
from news.facts.stages import stages
from news.facts.text import Whole
from news.words import LONGEST, Text

_READERS = (amounts, capacities, companies, countries, jobs, people, stages, zones)


_HIDDEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
"""Zero-width and direction marks, soft hyphens: nobody sees them, and they part words."""


def read_facts(
    title: str, lead: str, language: str | None = None, judged: Text | None = None
) -> tuple[Fact, ...]:
    """In the order they stand in `f"{title}\\n{lead}"`; nothing beyond its first 5,000 letters."""
    title, lead = title[:LONGEST], lead[: max(0, LONGEST - len(title))]
    if _HIDDEN.search(title) or _HIDDEN.search(lead):
        return _through_hidden(title, lead, language)
    whole = Whole(title, lead, language, judged)
    facts = [fact for read in _READERS for fact in read(whole)]
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind)))


def of_no_project(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """What is left where a text tells of none: none is the main one, and no country a partner."""
    return tuple(
        replace(fact, is_main=False) for fact in facts if fact.kind is not FactKind.COUNTRY
    )


def _through_hidden(title: str, lead: str, language: str | None) -> tuple[Fact, ...]:
    """Read without the hidden marks; told by the places that have them."""
    whole = f"{title}\n{lead}"
    places = [place for place, sign in enumerate(whole) if not _HIDDEN.match(sign)]
    facts = read_facts(_HIDDEN.sub("", title), _HIDDEN.sub("", lead), language)
    return tuple(
        replace(
            fact,
            start=places[fact.start],
            end=places[fact.end - 1] + 1,
            text=whole[places[fact.start] : places[fact.end - 1] + 1],
        )
        for fact in facts
    )
