"""Facts of one kind, and the main one's value, as the tests ask for them."""

from model.news import Fact, FactKind, main_fact
from news.facts import read_facts


def facts_of(kind: FactKind, title: str, lead: str = "") -> list[Fact]:
    return [fact for fact in read_facts(title, lead) if fact.kind is kind]


def main_value(kind: FactKind, title: str, lead: str = "") -> str | None:
    fact = main_fact(read_facts(title, lead), kind)
    return None if fact is None else fact.value
