"""What a story proposes: only what is new, each to be accepted by itself."""

from typing import Any

import pytest

from model.ids import StoryId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.projects import Claim, Field
from projects.proposing import candidate_of, facts_told, is_candidate, proposals_of
from tests.projects.labelled_links import article_of
from tests.projects.makers import KENTAU, project

LAUNCHED = (
    "В Кентау запустили завод кабельной продукции",
    "Henan Cable вложила в завод 4,5 млрд тенге, создано 150 рабочих мест. "
    "Туркестанская область, город Кентау.",
)


def told(title: str = LAUNCHED[0], lead: str = LAUNCHED[1]) -> Any:
    return facts_told(StoryId(7), [article_of(title, lead)])


def test_each_fact_that_differs_is_a_proposal_of_its_own() -> None:
    stage, amount, jobs = proposals_of(project(), told(), is_alone=True)

    assert stage == {Field.STAGE: Stage.LAUNCHED}
    claim = Claim(
        3,
        "4,5 млрд тенге",
        Money(4_500_000_000, "KZT"),
        PartialDate(2026, 11, 23),
        "https://example.kz/1",
    )
    assert amount == {Field.CLAIMS: (*project().claims, claim), Field.AMOUNT: 3}
    assert jobs == {Field.JOBS_CREATED: 150}


def test_what_is_known_is_not_proposed() -> None:
    known = project(
        stage=Stage.LAUNCHED,
        claims=(Claim(1, "4,5 млрд", Money(4_500_000_000, "KZT")),),
        jobs_created=150,
    )

    assert proposals_of(known, told(), is_alone=True) == []


def test_of_several_projects_a_story_proposes_no_figures() -> None:
    assert proposals_of(project(), told(), is_alone=False) == [{Field.STAGE: Stage.LAUNCHED}]


@pytest.mark.parametrize("stage", [Stage.LAUNCHED, Stage.CLOSING, Stage.CLOSED])
def test_a_story_that_looks_back_proposes_no_stage(stage: Stage) -> None:
    found = proposals_of(project(stage=stage), told(), is_alone=False)

    assert all(Field.STAGE not in changes for changes in found)


SIGNED = (
    "Подписан меморандум о строительстве завода удобрений в Кентау",
    "Компания Hubei Fertilizer намерена вложить 20 млн долларов и создать 200 рабочих мест "
    "в городе Кентау Туркестанской области, меморандум подписали в акимате.",
)


def test_a_memorandum_begins_a_candidate_with_all_that_is_told() -> None:
    story = told(*SIGNED)
    fields = candidate_of(story)

    assert is_candidate(story)
    assert fields[Field.PUBLISHED] is False
    assert fields[Field.STAGE] is Stage.MEMORANDUM
    assert fields[Field.DISTRICTS] == (KENTAU,)
    assert fields[Field.CLAIMS][0].money == Money(20_000_000, "USD")
    assert fields[Field.MEMORANDUM].on == PartialDate(2026, 11, 23)
    assert fields[Field.NAMES] == {"ru": SIGNED[0]}


def test_news_without_a_memorandum_begin_none() -> None:
    assert not is_candidate(told())
    assert not is_candidate(told("В Кентау прошёл праздник", "Жители города отметили Наурыз."))
