"""What a story says of a project otherwise than the registry: proposals for a person. Pure.

A story proposes only what is new: a later stage, an amount that nobody claimed yet, a number of
jobs or a capacity that differs. What it tells of several projects at once proposes no figures:
whose they are is not known.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from model.ids import StoryId
from model.news import Article, FactKind, Money, Stage, main_fact
from model.partial_dates import PartialDate
from model.people import Language
from model.projects import Changes, Claim, Field, Investor, Memorandum, Project, Why
from news.cards import Facts, facts_of
from news.telling import amount_of, districts_of, sectors_of
from projects.zones import zone_district, zone_named

_ORDER = (
    Stage.PLANNED,
    Stage.MEMORANDUM,
    Stage.PREPARATION,
    Stage.CONSTRUCTION,
    Stage.COMMISSIONING,
    Stage.LAUNCHED,
    Stage.CLOSING,
    Stage.CLOSED,
)
LONGEST_TITLE = 200
MOST_INVESTORS = 3


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What a story's articles say, as a proposal or a candidate needs it."""

    story_id: StoryId
    facts: Facts
    printed_amount: str | None
    """The words of the amount."""
    money: Money | None
    printed_capacity: str | None
    title: str
    text: str
    link: str | None
    language: str | None
    told_on: PartialDate
    districts: tuple[str, ...]
    sectors: tuple[str, ...]

    @property
    def why(self) -> Why:
        """A story's own title says it in its own words."""
        return Why(f"«{self.title[:LONGEST_TITLE]}»", self.link)


def facts_told(story: StoryId, articles: Sequence[Article]) -> StoryFacts:
    """`articles` of one story, the earliest first; at least one."""
    first = articles[0]
    led = next((one for one in articles if amount_of(one) is not None), first)
    amount = main_fact(led.facts, FactKind.AMOUNT)
    capacity = next(
        (fact for one in articles if (fact := main_fact(one.facts, FactKind.CAPACITY))), None
    )
    return StoryFacts(
        story_id=story,
        facts=facts_of(articles),
        printed_amount=None if amount is None else amount.text,
        money=amount_of(led),
        printed_capacity=None if capacity is None else capacity.text,
        title=" ".join((first.title or first.lead).split()),
        text="\n".join(f"{one.title}\n{one.lead}" for one in articles),
        link=next((one.link for one in articles if one.link), None),
        language=first.language,
        told_on=PartialDate.of(first.told_at.date()),
        districts=_union(districts_of(one) for one in articles),
        sectors=_union(sectors_of(one) for one in articles),
    )


def proposals_of(
    project: Project, told: StoryFacts, claimed: Container[Money | None] = (), *, is_alone: bool
) -> list[Changes]:
    """What the registry might change, each to be accepted by itself.

    `claimed`: amounts that stories proposed before. `is_alone`: the story tells of no other
    project.
    """
    found = [_stage(project, told)]
    if is_alone:
        if told.money not in claimed:
            found.append(_amount(project, told))
        found += [_jobs(project, told), _capacity(project, told)]
    return [changes for changes in found if changes]


def _stage(project: Project, told: StoryFacts) -> Changes:
    new = told.facts.stage
    if new is None or new is project.stage:
        return {}
    is_end = new is Stage.STOPPED and project.stage is not Stage.LAUNCHED
    if not is_end and (
        project.stage not in _ORDER
        or new not in _ORDER
        or _ORDER.index(new) <= _ORDER.index(project.stage)
    ):
        return {}  # a story of last year's, or one that looks back
    return {Field.STAGE: new}


def _amount(project: Project, told: StoryFacts) -> Changes:
    if told.money is None or any(one.money == told.money for one in project.claims):
        return {}
    claim = Claim(
        next_id(project.claims),
        told.printed_amount or "",
        told.money,
        told.told_on,
        told.link,
    )
    return {Field.CLAIMS: (*project.claims, claim), Field.AMOUNT: claim.id}


def _jobs(project: Project, told: StoryFacts) -> Changes:
    jobs = told.facts.jobs
    if jobs is None or jobs in (project.jobs_planned, project.jobs_created):
        return {}
    stage = told.facts.stage or project.stage
    return {Field.JOBS_CREATED if stage is Stage.LAUNCHED else Field.JOBS_PLANNED: jobs}


def _capacity(project: Project, told: StoryFacts) -> Changes:
    if told.printed_capacity is None or project.capacity is not None:
        return {}
    return {Field.CAPACITY: told.printed_capacity}


def next_id(rows: Sequence[Any]) -> int:
    """For a row of a project that is counted within it."""
    return max((row.id for row in rows), default=0) + 1


# Candidates


def is_candidate(told: StoryFacts) -> bool:
    """Whether a story that names no known project begins one: a memorandum of something."""
    has_body = told.money is not None or told.facts.names or told.sectors
    return told.facts.stage is Stage.MEMORANDUM and bool(has_body)


def candidate_of(told: StoryFacts) -> Changes:
    """A project as far as the story tells of it, for officials to complete."""
    country = told.facts.countries[0] if len(told.facts.countries) == 1 else None
    names = told.facts.names[:MOST_INVESTORS]
    zone = zone_named(told.text)
    zone_in = zone_district(zone) if zone else None
    claims = () if told.money is None else _first_claim(told)
    fields: dict[Field, Any] = {
        Field.NAMES: {_language(told): told.title[:LONGEST_TITLE]},
        Field.INVESTORS: tuple(Investor(name, country) for name in names),
        Field.SECTORS: told.sectors,
        Field.DISTRICTS: told.districts or ((zone_in,) if zone_in else ()),
        Field.ZONE: zone,
        Field.CLAIMS: claims,
        Field.AMOUNT: 1 if claims else None,
        Field.JOBS_PLANNED: told.facts.jobs,
        Field.CAPACITY: told.printed_capacity,
        Field.MEMORANDUM: Memorandum(None, told.told_on),
        Field.STAGE: Stage.MEMORANDUM,
        Field.PUBLISHED: False,
    }
    return {field: value for field, value in fields.items() if value is not None}


def _first_claim(told: StoryFacts) -> tuple[Claim, ...]:
    return (Claim(1, told.printed_amount or "", told.money, told.told_on, told.link),)


def _language(told: StoryFacts) -> str:
    return told.language if told.language in set(Language) else Language.RUSSIAN


def _union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for each in lists for one in each))
