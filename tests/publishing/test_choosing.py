"""What belongs in an edition."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from model.editions import Candidate, Edition
from model.ids import EditionId, SourceId, StoryId
from model.people import Choices, Grouping
from publishing.choosing import (
    MOST,
    OVERLAP,
    choose,
    edition_key,
    first_since,
    grouped,
    had_since,
    ranked,
    since_after,
    suits,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ALL = Choices()


def story(
    number: int = 1,
    *,
    hours_ago: float = 1,
    score: float = 1.0,
    language: str | None = "ru",
    districts: frozenset[str] = frozenset(),
    sectors: frozenset[str] = frozenset(),
) -> Candidate:
    stored_at = NOON - timedelta(hours=hours_ago)
    languages = frozenset({language} if language else ())
    return Candidate(StoryId(number), stored_at, score, districts, sectors, languages)


def edition(number: int, *stories: int, until: datetime) -> Edition:
    return Edition(
        id=EditionId(number),
        choices=ALL,
        previous_id=None,
        since=until - timedelta(days=1),
        until=until,
        last_story_id=StoryId(max(stories, default=0)),
        story_ids=tuple(StoryId(each) for each in stories),
    )


def test_relevance_and_freshness_order_an_edition() -> None:
    stories = [
        story(1, hours_ago=2),
        story(2, hours_ago=1),
        story(3, hours_ago=3, score=2.0),
        story(4, hours_ago=24 * 30, score=2.0),
    ]
    assert choose(ranked(stories, ALL, (), NOON), ()) == (3, 2, 1, 4)


def test_what_was_fetched_together_stands_by_when_it_was_printed_and_by_how_many() -> None:
    def printed(number: int, hours_ago: float, sources: int = 1) -> Candidate:
        at = NOON - timedelta(hours=hours_ago)
        told_by = frozenset(SourceId(each) for each in range(sources))
        return replace(story(number), printed_at=at, sources=told_by)

    stories = [printed(1, 5), printed(2, 9), printed(3, 2), printed(4, 9, sources=4)]
    assert ranked(stories, ALL, (), NOON) == (4, 3, 1, 2)
    strange = [printed(1, 24 * 365 * 50), printed(2, -24 * 365 * 50), printed(3, 2)]
    assert ranked(strange, ALL, (), NOON) == (2, 3, 1), "as fresh as its storing, and two days old"


def test_an_edition_holds_at_most_thirty() -> None:
    stories = [story(number, hours_ago=number / 60) for number in range(1, 60)]
    assert choose(ranked(stories, ALL, (), NOON), ()) == tuple(range(1, MOST + 1))


def test_choices_narrow_and_what_is_unknown_of_a_language_is_shown() -> None:
    kazakh = Choices(news_languages=frozenset({"kk"}))
    assert suits(story(language="kk"), kazakh)
    assert not suits(story(language="ru"), kazakh)
    assert suits(story(language=None), kazakh)
    turkistan = Choices(districts=frozenset({"611000000"}))
    assert suits(story(districts=frozenset({"611000000", "612000000"})), turkistan)
    assert not suits(story(districts=frozenset({"612000000"})), turkistan)
    assert not suits(story(), turkistan)
    energy = Choices(sectors=frozenset({"energy"}))
    assert suits(story(sectors=frozenset({"energy"})), energy)
    assert not suits(story(), energy)


def test_a_newcomer_begins_on_the_hour_a_day_before() -> None:
    at = datetime(2026, 11, 23, 12, 34, 56, 789, tzinfo=UTC)
    assert first_since(at) == datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_only_editions_that_reach_into_the_period_take_from_it() -> None:
    last = edition(2, 5, 6, until=NOON)
    before = edition(1, 3, 4, until=NOON - OVERLAP)
    since = since_after(last)
    assert had_since(since, [last, before]) == {5, 6}
    near = edition(1, 3, 4, until=NOON - timedelta(minutes=1))
    assert had_since(since, [last, near]) == {3, 4, 5, 6}


candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 10_000).map(StoryId),
        stored_at=st.integers(0, 500_000).map(lambda minutes: NOON - timedelta(minutes=minutes)),
        languages=st.frozensets(st.sampled_from(["kk", "ru", "en", "zh"])),
        score=st.floats(0, 100),
        districts=st.frozensets(st.sampled_from("abc")),
        sectors=st.frozensets(st.sampled_from("xyz")),
        sources=st.frozensets(st.integers(1, 3).map(SourceId)),
        terms=st.frozensets(st.sampled_from(["завод", "теплиц", "школ"])),
        keys=st.frozensets(st.sampled_from(["sector:x", "place:a"])),
        has_amount=st.booleans(),
    ),
    unique_by=lambda each: each.id,
    max_size=80,
)
choices = st.builds(
    Choices,
    news_languages=st.frozensets(st.sampled_from(["kk", "ru"])),
    districts=st.frozensets(st.sampled_from("abc"), max_size=2),
    sectors=st.frozensets(st.sampled_from("xyz"), max_size=2),
    with_amount=st.booleans(),
    words=st.frozensets(st.sampled_from(["завод", "тепли*"]), max_size=1),
    without_words=st.frozensets(st.sampled_from(["школа"]), max_size=1),
    muted_sources=st.frozensets(st.integers(1, 3).map(SourceId), max_size=2),
    tastes=st.frozensets(st.tuples(st.sampled_from(["sector:x", "place:a"]), st.integers(-2, 2))),
    grouped_by=st.sampled_from([None, *Grouping]),
)


def test_stories_stand_in_groups_in_the_order_of_their_first() -> None:
    stories = [
        story(1, districts=frozenset({"b", "c"}), sectors=frozenset({"x"})),
        story(2, districts=frozenset({"a"}), sectors=frozenset({"y"})),
        story(3, districts=frozenset({"b"})),
        story(4),
    ]
    chosen = tuple(map(StoryId, (4, 1, 2, 3)))
    assert grouped(chosen, stories, None) == chosen
    assert grouped(chosen, stories, Grouping.DISTRICT) == (4, 1, 3, 2)
    assert grouped(chosen, stories, Grouping.SECTOR) == (4, 3, 1, 2)


@given(candidates, st.sampled_from(Grouping))
def test_grouping_moves_stories_and_loses_none(stories: list[Candidate], by: Grouping) -> None:
    chosen = ranked(stories, ALL, (), NOON)
    together = grouped(chosen, stories, by)
    assert sorted(together) == sorted(chosen)
    assert together[:1] == chosen[:1]


@given(candidates, choices, st.frozensets(st.integers(1, 10_000).map(StoryId)))
def test_an_edition_is_what_suits_less_what_was_had(
    stories: list[Candidate], chosen: Choices, had: frozenset[StoryId]
) -> None:
    ids = choose(ranked(stories, chosen, had, NOON), ())
    fitting = {each.id for each in stories if suits(each, chosen)} - had
    assert len(ids) == len(set(ids)) == min(MOST, len(fitting))
    assert set(ids) <= fitting


@given(candidates, choices, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_stories_were_read(
    stories: list[Candidate], chosen: Choices, random: object
) -> None:
    shuffled = list(stories)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ranked(stories, chosen, (), NOON) == ranked(shuffled, chosen, (), NOON)


def test_a_key_tells_apart_whatever_makes_editions_differ() -> None:
    since, ids = NOON - timedelta(days=1), (StoryId(1), StoryId(2))
    keys = {
        edition_key(ALL, since, NOON, (), ids),
        edition_key(Choices(frozenset({"kk"})), since, NOON, (), ids),
        edition_key(Choices(districts=frozenset({"kk"})), since, NOON, (), ids),
        edition_key(Choices(sectors=frozenset({"kk"})), since, NOON, (), ids),
        edition_key(ALL, NOON, NOON, (), ids),
        edition_key(ALL, since, since, (), ids),
        edition_key(ALL, since, NOON, (StoryId(3),), ids),
        edition_key(ALL, since, NOON, (), ids[:1]),
    }
    assert len(keys) == 8
    several = Choices(frozenset({"kk", "ru"}))
    again = Choices(frozenset({"ru", "kk"}))
    assert edition_key(several, since, NOON, {StoryId(1), StoryId(2)}, ids) == edition_key(
        again, since, NOON, {StoryId(2), StoryId(1)}, ids
    )
