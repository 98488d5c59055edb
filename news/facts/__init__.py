"""What a text says in facts, each with the words it says it with. Pure.

title, lead | folded text | a reader per kind | by where they stand
"""

from model.news import Fact
from news.facts.amounts import amounts
from news.facts.capacities import capacities
from news.facts.companies import companies, zones
from news.facts.countries import countries
from news.facts.jobs import jobs
from news.facts.people import people
from news.facts.stages import stages
from news.facts.text import Whole

_READERS = (amounts, capacities, companies, countries, jobs, people, stages, zones)


def read_facts(title: str, lead: str, language: str | None = None) -> tuple[Fact, ...]:
    """In the order they stand in `f"{title}\\n{lead}"`; nothing beyond its first 5,000 letters."""
    whole = Whole(title, lead)
    facts = [fact for read in _READERS for fact in read(whole)]
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind)))
