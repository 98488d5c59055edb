"""How a story is marked when what it tells is put right, again and again."""

from datetime import UTC, datetime, timedelta

from model.ids import StoryId
from model.news import Correction, FactKind, Mark, Telling
from news.telling import corrected

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
STORY = Telling(
    StoryId(1),
    None,
    {},
    1.0,
    (),
    (),
    (),
    (),
    (),
    None,
    None,
    mark=None,
    corrections=(),
    marked_at=None,
)


def area(before: str, after: str) -> Correction:
    return Correction(FactKind.CAPACITY, before, after)


def test_a_fact_put_right_twice_is_told_from_its_first_form_on() -> None:
    once = corrected(STORY, [area("42 га", "51 га")], NOW)
    twice = corrected(once, [area("51 га", "55 га")], LATER)
    assert (twice.mark, twice.corrections) == (Mark.CORRECTED, (area("42 га", "55 га"),))
    assert (once.marked_at, twice.marked_at) == (NOW, LATER)


def test_other_facts_stay_beside_it() -> None:
    jobs = Correction(FactKind.JOBS, "100", "120")
    both = corrected(corrected(STORY, [area("42 га", "51 га")], NOW), [jobs], LATER)
    back = corrected(both, [area("51 га", "42 га")], LATER)
    assert both.corrections == (area("42 га", "51 га"), jobs)
    assert (back.mark, back.corrections) == (Mark.CORRECTED, (jobs,))


def test_a_fact_that_is_again_what_it_was_takes_the_mark_away_at_that_moment() -> None:
    once = corrected(STORY, [area("42 га", "51 га")], NOW)
    back = corrected(once, [area("51 га", "42 га")], LATER)
    assert (back.mark, back.corrections, back.marked_at) == (None, (), LATER)


def test_a_title_changed_twice_is_marked_twice() -> None:
    once = corrected(STORY, [], NOW)
    twice = corrected(once, [], LATER)
    assert (once.mark, once.marked_at) == (Mark.CORRECTED, NOW)
    assert (twice.mark, twice.marked_at) == (Mark.CORRECTED, LATER)
