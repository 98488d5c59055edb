"""Drafts of filters: what was changed, over what has become of the choices meanwhile."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.ids import SourceId
from model.people import FILTERS, Choices, Draft
from tests.news.makers import NOW
from tests.publishing.stage import Stage


def some(*values: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values))


CHOICES = st.builds(
    Choices,
    news_languages=some("kk", "ru"),
    districts=some("612000000", "615200000"),
    sectors=some("textile", "tourism"),
    with_amount=st.booleans(),
    words=some("завод", "инвест*"),
    without_words=some("спорт"),
    muted_sources=st.frozensets(st.integers(1, 3).map(SourceId)),
    tastes=st.frozensets(st.tuples(st.just("sector:x"), st.integers(1, 2))),
)


@given(CHOICES, CHOICES)
def test_a_draft_is_what_was_changed(chosen: Choices, tried: Choices) -> None:
    draft = Draft.between(chosen, tried, NOW)
    over = draft.over(chosen)
    assert all(getattr(over, name) == getattr(tried, name) for name in FILTERS)
    assert (over.muted_sources, over.tastes) == (chosen.muted_sources, chosen.tastes)
    assert draft.is_empty == (over == chosen)


@given(CHOICES, CHOICES, CHOICES)
def test_what_else_is_chosen_meanwhile_stays(
    chosen: Choices, tried: Choices, meanwhile: Choices
) -> None:
    draft = Draft.between(chosen, tried, NOW)
    over = draft.over(meanwhile)
    for name in FILTERS:
        changed = getattr(chosen, name) != getattr(tried, name)
        assert getattr(over, name) == getattr(tried if changed else meanwhile, name)
    untouched = {name: getattr(meanwhile, name) for name in FILTERS}
    assert replace(over, **untouched) == meanwhile


async def test_a_draft_is_kept_as_it_is(stage: Stage) -> None:
    await stage.subscriber(100)
    async with stage.database.reading() as db:
        subscriber = await db.subscribers.get(100)
    assert subscriber is not None
    emptied = Draft(NOW, sectors=frozenset(), with_amount=False, words=frozenset({"инвест*"}))
    async with stage.database.reading() as db:
        subscriber = await db.subscribers.get(100)
    assert subscriber is not None
    for draft in (emptied, Draft(NOW, districts=frozenset({"612000000"}))):
        async with stage.database.writing() as db:
            await db.drafts.put(subscriber.id, draft)
        async with stage.database.reading() as db:
            assert await db.drafts.get(subscriber.id) == draft
    async with stage.database.writing() as db:
        await db.drafts.drop(subscriber.id)
    async with stage.database.reading() as db:
        assert await db.drafts.get(subscriber.id) is None
