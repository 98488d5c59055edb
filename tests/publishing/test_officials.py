"""What a story says otherwise of a project reaches whoever decides, once, all of it together."""

from dataclasses import replace

import pytest

from accounts.rights import Rights
from model.ids import StoryId
from model.news import Money, Stage
from model.people import Language, Role, Scope
from model.projects import Claim, Field, Project, Proposal
from projects.proposals import propose_from_story
from projects.rights import ProjectRights
from publishing.officials import Officials
from publishing.proposal_notices import TellOfProposals
from tests.projects import makers
from tests.publishing.stage import Stage as Town
from tests.tdlib import parse_html
from views.candidates import Proposed, news_waits, story_proposes

CURATOR, NEIGHBOUR, ADMIN = 2, 3, 1


@pytest.fixture
def officials(stage: Town) -> Officials:
    return Officials(stage.clock, ProjectRights(Rights(frozenset({ADMIN}))))


async def proposed(stage: Town, **fields: object) -> tuple[Project, list[Proposal]]:
    """A project, and what a story proposes of it: a stage and an amount."""
    project = await makers.add(stage.database, **fields)
    story = await stage.story("Завод запустили")
    claims = (*project.claims, Claim(3, "4 млрд тенге", Money(4_000_000_000, "KZT")))
    told = ({Field.STAGE: Stage.LAUNCHED}, {Field.CLAIMS: claims, Field.AMOUNT: 3})
    made: list[Proposal] = []
    async with stage.database.writing() as db:
        for changes in told:
            one = await propose_from_story(
                db, project, StoryId(story), changes, makers.WHY, stage.clock.now()
            )
            assert one is not None
            made.append(one)
    return project, made


async def test_the_curator_is_told_everything_at_once(stage: Town, officials: Officials) -> None:
    for chat in (ADMIN, CURATOR):
        await stage.subscriber(chat)
    await makers.make_official(stage.database, CURATOR)
    _, made = await proposed(stage, curator=CURATOR)
    for _ in range(2):
        async with stage.database.writing() as db:
            await officials.of_news(db, [one.id for one in made], [])
    (row,) = await stage.rows()
    assert row.chat_id == CURATOR
    assert "меморандум → запущено" in row.text
    assert "3 млрд тенге (30 августа 2023 года) → 4 млрд тенге" in row.text.replace("\xa0", " ")


async def test_without_a_curator_those_are_told_who_look_after_it(
    stage: Town, officials: Officials
) -> None:
    for chat in (ADMIN, CURATOR, NEIGHBOUR):
        await stage.subscriber(chat)
    ours, other = frozenset({makers.KENTAU}), frozenset({makers.SAIRAM})
    async with stage.database.writing() as db:
        for user, scope in ((CURATOR, ours), (NEIGHBOUR, other)):
            await db.roles.grant(
                user, Role.OFFICIAL, None, stage.clock.now(), scope=Scope(districts=scope)
            )
    _, made = await proposed(stage)
    async with stage.database.writing() as db:
        await officials.of_news(db, [one.id for one in made], [])
    assert [row.chat_id for row in await stage.rows()] == [ADMIN, CURATOR]


async def test_news_of_several_projects_come_in_one_message(
    stage: Town, officials: Officials
) -> None:
    await stage.subscriber(CURATOR)
    await makers.make_official(stage.database, CURATOR)
    known, made = await proposed(stage, curator=CURATOR)
    begun = await makers.add(stage.database, code="TUR-002", published=False)
    async with stage.database.writing() as db:
        await officials.of_news(db, [one.id for one in made], [begun.id])
    (row,) = await stage.rows()
    assert "меморандум → запущено" in row.text
    assert "нет в реестре" in row.text
    waiting = [Proposed(known, tuple(made)), Proposed(begun, ())]
    pressed = [one.data for (one,) in news_waits(waiting, Language.RUSSIAN).buttons]
    assert pressed == [
        f"proposal:list:0:{known.id}",
        f"candidate:open:{begun.id}",
        "proposal:list",
    ]


async def test_a_curators_own_proposal_is_told_to_those_who_may_confirm_it(
    stage: Town, officials: Officials
) -> None:
    for chat in (ADMIN, CURATOR):
        await stage.subscriber(chat)
    await makers.make_official(stage.database, CURATOR)
    project, made = await proposed(stage, curator=CURATOR)
    async with stage.database.writing() as db:
        tell = TellOfProposals(officials)
        await tell(db, replace(made[0], author_id=CURATOR), project)
    assert [row.chat_id for row in await stage.rows()] == [ADMIN]


@pytest.mark.parametrize("language", list(Language))
async def test_much_news_is_told_in_part(stage: Town, language: Language) -> None:
    project, made = await proposed(stage)
    told = news_waits([Proposed(project, tuple(made))] * 10, language)
    parse_html(told.text)
    assert len(told.buttons) == 9  # eight projects, and the list of all that waits
    assert told.buttons[-1][0].data == "proposal:list"


@pytest.mark.parametrize("language", list(Language))
async def test_each_proposal_has_a_button_of_its_own(stage: Town, language: Language) -> None:
    project, made = await proposed(stage)
    for some in (made, made[:1]):
        told = story_proposes(some, project, language)
        parse_html(told.text)
        pressed = [button.data for row in told.buttons for button in row]
        assert pressed == [f"proposal:show:{one.id}" for one in some]
    labels = {row[0].label for row in story_proposes(made, project, language).buttons}
    assert len(labels) == 2
