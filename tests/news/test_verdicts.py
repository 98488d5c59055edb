"""What an editor's word makes of an article: said twice it is said once, and can be taken back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ids import StoryId
from model.news import Article, FactKind, Money, Review, Stage
from news.facts import read_facts
from news.telling import amount_of, districts_of, jobs_of, sectors_of, stage_of
from news.verdicts import (
    Word,
    as_judged,
    drop,
    judgement_of,
    keep,
    put_right,
    restored,
    stamp_of,
    state_of,
    typed_amount,
    typed_jobs,
    with_amount,
    with_district,
    with_jobs,
    with_sector,
    with_stage,
)
from news.vocabulary import DISTRICTS, SECTORS
from tests.news.makers import article as made
from tests.news.makers import item

TITLE = "В Кентау открыли завод за 5 млрд тенге, создано 300 рабочих мест"
FACTS = (FactKind.AMOUNT, FactKind.STAGE, FactKind.JOBS)

MONEY = st.builds(Money, st.integers(1, 10**17), st.sampled_from(["KZT", "USD"]))
WORDS = st.one_of(
    st.sampled_from([keep, drop]),
    st.builds(
        lambda code, on: with_sector(code, is_on=on), st.sampled_from(SECTORS), st.booleans()
    ),
    st.builds(
        lambda code, on: with_district(code, is_on=on), st.sampled_from(DISTRICTS), st.booleans()
    ),
    st.builds(with_amount, st.none() | MONEY),
    st.builds(with_stage, st.none() | st.sampled_from(list(Stage))),
    st.builds(with_jobs, st.none() | st.integers(1, 10**6)),
    st.builds(as_judged, st.sampled_from(FACTS)),
)


def article() -> Article:
    return made(
        item(TITLE),
        facts=read_facts(TITLE, "", "ru"),
        districts=("612000000",),
        sectors=("industry",),
        story_id=StoryId(3),
        review=None,
    )


@given(st.lists(WORDS, max_size=8), WORDS)
def test_a_word_said_twice_is_said_once(said: list[Word], word: Word) -> None:
    before = article()
    for each in said:
        before = each(before)
    after = word(before)
    assert word(after) == after
    assert (stamp_of(after) == stamp_of(before)) == (state_of(after) == state_of(before))
    kept = json.loads(json.dumps(state_of(before)))
    assert restored(after, kept) == before


@given(st.lists(WORDS, max_size=8))
def test_the_judges_word_is_not_touched(said: list[Word]) -> None:
    after = article()
    for word in said:
        after = word(after)
    assert judgement_of(after) == judgement_of(article())


@given(st.lists(WORDS, max_size=8))
def test_saying_what_the_judge_said_leaves_no_amendment(said: list[Word]) -> None:
    before = article()
    after = before
    for word in said:
        after = word(after)
    for kind in FACTS:
        after = as_judged(kind)(after)
    for codes, own, switch in (
        (SECTORS, before.sectors, with_sector),
        (DISTRICTS, before.districts, with_district),
    ):
        for code in codes:
            after = switch(code, is_on=code in own)(after)
    assert after.amendment is None


def test_what_is_said_is_what_is_told() -> None:
    said = article()
    for word in (
        with_amount(Money(7, "USD")),
        with_stage(Stage.PLANNED),
        with_jobs(12),
        with_sector("energy", is_on=True),
        with_district("612000000", is_on=False),
    ):
        said = word(said)
    assert (amount_of(said), stage_of(said), jobs_of(said)) == (Money(7, "USD"), "planned", 12)
    assert (sectors_of(said), districts_of(said)) == (("industry", "energy"), ())
    said = with_jobs(None)(with_stage(None)(with_amount(None)(said)))
    assert (amount_of(said), stage_of(said), jobs_of(said)) == (None, None, None)


def test_an_outlets_printing_anew_is_another_state() -> None:
    before = article()
    assert stamp_of(before) != stamp_of(
        replace(before, updated_at=before.updated_at.replace(year=2027))
    )
    assert stamp_of(before) == stamp_of(replace(before, looked_up_at=before.updated_at))
    assert stamp_of(before) != stamp_of(replace(before, review=Review.WAITING))


def test_what_readers_are_told_of_a_fact() -> None:
    before = article()
    assert put_right(before, with_sector("energy", is_on=True)(before)) is None
    assert put_right(before, with_stage(Stage.PLANNED)(before)) == ()
    (amount,) = put_right(before, with_amount(None)(before)) or ()
    assert (amount.kind, amount.before, amount.after) == (FactKind.AMOUNT, "5 млрд тенге", "")
    more = with_jobs(1200)(before)
    (jobs,) = put_right(before, more) or ()
    assert (jobs.before, jobs.after) == ("300 рабочих мест", "1\u00a0200")
    (again,) = put_right(more, with_jobs(None)(more)) or ()
    assert (again.before, again.after) == ("1\u00a0200", "")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("3 млрд тенге", Money(3_000_000_000, "KZT")),
        ("7,5 миллиарда теңге", Money(7_500_000_000, "KZT")),
        ("$450m", Money(450_000_000, "USD")),
        ("6亿美元", Money(600_000_000, "USD")),
        ("3 млрд", None),
        ("много", None),
        ("", None),
        ("9" * 100 + " тенге", None),
    ],
)
def test_a_typed_amount(typed: str, amount: Money | None) -> None:
    assert typed_amount(typed) == amount


@pytest.mark.parametrize(
    ("typed", "jobs"),
    [
        ("350", 350),
        (" около 1 200 мест", 1_200),
        ("1,200 jobs", 1_200),
        ("350人", 350),
        ("1\u00a0200", 1_200),
        ("0", None),
        ("1,5 тыс. мест", 1_500),
        ("2 мың адам", 2_000),
        ("1.2 thousand", 1_200),
        ("5 млрд", None),
        ("1,5", None),
        ("от 5 до 10", None),
        ("٣٥٠", None),
        ("-", None),
        ("", None),
        ("2000000", None),
        ("9" * 50, None),
    ],
)
def test_typed_jobs(typed: str, jobs: int | None) -> None:
    assert typed_jobs(typed) == jobs
