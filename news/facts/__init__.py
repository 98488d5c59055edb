"""What a text says in facts, each with the words it says it with. Pure.

title, lead | folded text | amounts | by where they stand
"""

from model.news import Fact
from news.facts.amounts import amounts
from news.facts.text import Whole


def read_facts(title: str, lead: str, language: str | None = None) -> tuple[Fact, ...]:
    """In the order they stand in `f"{title}\\n{lead}"`; nothing beyond its first 5,000 letters."""
    whole = Whole(title, lead)
    return tuple(sorted(amounts(whole), key=lambda fact: (fact.start, fact.end)))
