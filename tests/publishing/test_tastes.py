"""What is said of stories, summed up; why a story comes; what is related."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.editions import Candidate
from model.ids import StoryId
from model.news import Fact, FactKind
from model.people import Choices, Language, Liking
from news.judging import stem_judge
from publishing.choosing import languages_of, ranked
from publishing.reasoning import judged_by, why
from publishing.stories import stories_for
from publishing.tastes import MOST_TASTES, tastes_of
from tests.news.makers import NOW, article, item
from tests.publishing.stage import Stage

KEYS = st.frozensets(st.sampled_from([f"company:{number}" for number in range(100)]), max_size=30)
LIKINGS = st.lists(
    st.builds(
        Liking,
        st.integers(1, 10**6).map(StoryId),
        st.sampled_from([1, -1]),
        st.just(NOW),
        KEYS.map(lambda keys: tuple(sorted(keys))),
    ),
    max_size=40,
)


@given(LIKINGS)
def test_tastes_are_sums_that_matter_and_not_too_many(likings: list[Liking]) -> None:
    tastes = dict(tastes_of(likings))
    assert len(tastes) <= MOST_TASTES
    for key, weight in tastes.items():
        assert weight == sum(each.liked for each in likings if key in each.keys) != 0
    least = min(map(abs, tastes.values()), default=0)
    for liking in likings:
        for key in set(liking.keys) - tastes.keys():
            left_out = sum(each.liked for each in likings if key in each.keys)
            assert not left_out or (len(tastes) == MOST_TASTES and abs(left_out) <= least)


@given(LIKINGS)
def test_what_is_taken_back_leaves_nothing(likings: list[Liking]) -> None:
    opposite = [Liking(each.story_id, -each.liked, each.at, each.keys) for each in likings]
    assert tastes_of([*likings, *opposite]) == frozenset()


def candidate(number: int = 1, **changed: object) -> Candidate:
    values: dict[str, object] = {
        "id": StoryId(number),
        "stored_at": NOW,
        "score": 0.8,
        "districts": frozenset(),
        "sectors": frozenset(),
    }
    return Candidate(**(values | changed))  # type: ignore[arg-type]


def test_what_is_liked_stands_higher_and_what_is_not_lower() -> None:
    stories = [
        candidate(1, keys=frozenset({"sector:textile"})),
        candidate(2),
        candidate(3, keys=frozenset({"sector:tourism"})),
    ]
    tastes = frozenset({("sector:textile", 1), ("sector:tourism", -1)})
    later = NOW + timedelta(hours=1)
    assert list(ranked(stories, Choices(tastes=tastes), (), later)) == [1, 2, 3]
    assert list(ranked(stories, Choices(), (), later)) == [3, 2, 1]


def test_words_that_spoke_for_a_story() -> None:
    reasons = (
        "place: Кентау",
        "elsewhere: Алматы",
        "namesake: Туркестанов",
        "strong: инвестиции, инвестор, инвестора (investment +2.9)",
        "for: завод, новый, нового (plant +1.7)",
        "for: textile (branch +0.9)",
        "against: школы (learning -2.0)",
    )
    assert judged_by(reasons) == ["Кентау", "инвестиции", "инвестор", "завод", "новый"]
    assert judged_by(()) == []


def test_words_of_a_real_judgement_are_words_of_the_text() -> None:
    title = "В Кентау инвестор из Китая построит текстильный завод за 3 млрд тенге"
    judged = article(item(title), reasons=stem_judge()(title, "", "ru").reasons)
    words = why(candidate(), [judged], Choices()).words
    assert "Кентау" in words
    assert words
    assert all(word in title for word in words)


def test_why_a_story_matches() -> None:
    fact = Fact(FactKind.COMPANY, "Лихуа", "Лихуа", 0, 5)
    told = [article(item(), reasons=("place: Кентау",), facts=(fact,))]
    story = candidate(
        districts=frozenset({"612000000", "615200000"}),
        sectors=frozenset({"textile"}),
        terms=frozenset({"инвестор"}),
        keys=frozenset({"company:lihua", "sector:textile"}),
        has_amount=True,
    )
    choices = Choices(
        districts=frozenset({"612000000"}),
        with_amount=True,
        words=frozenset({"инвест*", "форум"}),
        tastes=frozenset({("company:lihua", 2), ("sector:textile", -1)}),
    )
    found = why(story, told, choices)
    assert found.suits
    assert not found.is_all_wanted
    assert (found.districts, found.sectors) == (["612000000"], [])
    assert (found.asked, found.with_amount) == (["инвест*"], True)
    assert (found.liked, found.disliked) == (["Лихуа"], ["sector:textile"])
    assert why(story, [], Choices()).is_all_wanted
    assert not why(story, told, Choices(without_words=frozenset({"инвестор"}))).suits


@pytest.mark.parametrize(
    ("chosen", "languages"),
    [
        ((), ("ru",)),
        (("ru", "kk"), ("ru", "kk")),
        (("kk", "en"), ("kk", "en")),
        (("zh",), ("zh",)),
    ],
)
def test_languages_a_story_is_shown_in(chosen: tuple[str, ...], languages: tuple[str, ...]) -> None:
    choices = Choices(news_languages=frozenset(chosen))
    assert languages_of(Language.RUSSIAN, choices) == languages


async def test_the_same_company_is_nearer_than_the_same_place_and_sector(stage: Stage) -> None:
    own = await stage.story(keys=["company:lihua", "place:a", "sector:x"])
    company = await stage.story(keys=["company:lihua"])
    both = await stage.story(keys=["place:a", "sector:x"])
    zone = await stage.story(keys=["zone:turan", "place:a"])
    await stage.story(keys=["place:a"])
    await stage.story(keys=["sector:x", "sector:y"])
    nearest = await stage.story(keys=["company:lihua", "place:a"])
    lonely = await stage.story(keys=[])
    async with stage.database.reading() as db:
        assert await db.stories.related(own, 9) == [nearest, company, both]
        assert await db.stories.related(zone, 9) == []
        assert await db.stories.related(own, 1) == [nearest]
        assert await db.stories.related(lonely, 9) == []


async def test_a_story_of_a_muted_source_is_shown_by_another(stage: Stage) -> None:
    story = await stage.story("Построен завод")
    other = await stage.source("Ведомости")
    await stage.also_told(story, "Завод запущен", "ru", by=other)
    async with stage.database.reading() as db:
        shown = (await db.stories.by_ids([story]))[story]
        assert shown.source_id is not None
        muted = Choices(muted_sources=frozenset({shown.source_id}))
        both = Choices(muted_sources=frozenset({shown.source_id, other}))
        for choices, title, source in (
            (Choices(), "Построен завод", "Вестник"),
            (muted, "Завод запущен", "Ведомости"),
            (both, "Построен завод", "Вестник"),
        ):
            [found] = await stories_for(db, [story], Language.RUSSIAN, choices)
            assert (found.title, found.source_title) == (title, source)
