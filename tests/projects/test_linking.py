"""Which projects a story tells of: a wrong link is worse than none."""

import pytest

from bench.labelled import DEV, is_learned
from model.ids import ProjectId
from model.projects import Investor
from projects.linking import Linker
from projects.profiles import profile_of, profile_of_story
from storage.database import Database
from tests.projects.labelled_links import (
    article_of,
    articles,
    compared,
    linker,
    own_cases,
    quality,
)
from tests.projects.makers import project


@pytest.fixture
async def database(sqlite_url: str) -> Database:
    return Database(sqlite_url)


async def test_links_of_written_cases_are_right(database: Database) -> None:
    known, codes = await linker(database)
    results = list(compared(known, codes, own_cases()))
    await database.close()

    wrong = [(case.title, sorted(found)) for case, found in results if found - case.codes]
    found = quality(results)
    assert found.precision >= 0.97, wrong
    assert found.recall >= 0.9


@pytest.mark.parametrize(("learned", "precision", "recall"), [(True, 0.97, 0.9), (False, 0.9, 0.9)])
async def test_links_of_stories_written_blindly_are_right(
    database: Database, learned: bool, precision: float, recall: float
) -> None:
    """Which links are wrong is not said: the half that was only measured is to stay unread."""
    cases = own_cases("fresh_linking_cases.jsonl")
    half = [case for case in cases if is_learned(case.title) is learned]
    known, codes = await linker(database)
    found = quality(compared(known, codes, half))
    await database.close()

    assert found.precision >= precision
    assert found.recall >= recall


async def test_links_of_labelled_articles_are_right(database: Database) -> None:
    if not DEV.exists():
        pytest.skip("shared/data is not beside the project")
    known, codes = await linker(database)
    results = list(compared(known, codes, articles()))
    await database.close()

    wrong = [(case.lead, sorted(found)) for case, found in results if found - case.codes]
    found = quality(results)
    assert found.precision >= 0.95, wrong
    assert found.recall >= 0.75


CABLE = "Henan Cable запустила завод кабельной продукции в Кентау"


def _linked(known: Linker, title: str, lead: str = "") -> list[int]:
    return [one.project for one in known.links(profile_of_story([article_of(title, lead)]))]


def _knowing(*projects: object) -> Linker:
    known = Linker()
    for number, one in enumerate(projects, 1):
        known.know(ProjectId(number), profile_of(one))  # type: ignore[arg-type]
    return known


def test_a_company_and_a_place_name_a_project() -> None:
    assert _linked(_knowing(project()), CABLE, "Туркестанская область, город Кентау.") == [1]


def test_of_two_projects_of_one_company_none_is_guessed() -> None:
    known = _knowing(project(), project(code="TUR-002"))

    assert _linked(known, CABLE, "Туркестанская область, город Кентау.") == []


def test_a_company_in_another_region_names_none_of_our_projects() -> None:
    known = _knowing(project())

    assert _linked(known, CABLE.replace("Кентау", "Таразе"), "Жамбылская область.") == []


BRICKS = "Кирпичный завод"


def _brick_plants() -> Linker:
    return _knowing(
        *(
            project(
                names={"ru": BRICKS},
                investors=(),
                sectors=("construction-materials",),
                districts=("614600000",),
                place=place,
                claims=(),
            )
            for place in ("с. Ыкыластемир", "с. Теспе")
        )
    )


def test_a_village_tells_two_like_projects_of_a_district_apart() -> None:
    region = "Туркестанская область, Ордабасинский район."

    assert _linked(_brick_plants(), f"{BRICKS} в Ыкыластемире заработал", region) == [1]
    assert _linked(_brick_plants(), f"{BRICKS} в Ордабасы заработал", region) == []


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("Platinum Industry", True),  # common words, but both of them, in their order
        ("Platinum Textile", False),
    ],
)
def test_a_name_of_common_words_is_said_only_as_a_whole(name: str, is_found: bool) -> None:
    known = _knowing(project(investors=(Investor("Platinum Industry"),)))
    title = f"{name} запустила завод"

    assert (_linked(known, title, "Туркестанская область, город Кентау.") == [1]) is is_found


def test_a_project_that_is_gone_is_not_linked() -> None:
    known = _knowing(project())
    known.know(ProjectId(1), None)

    assert _linked(known, CABLE, "Туркестанская область, город Кентау.") == []


def test_known_anew_it_is_found_by_what_it_is_now() -> None:
    known = _knowing(project())
    known.know(ProjectId(1), profile_of(project(names={"ru": "Теплица"}, investors=())))

    assert _linked(known, CABLE, "Туркестанская область, город Кентау.") == []


@pytest.mark.parametrize("text", ["", " ", "«»", "«А»", "0", "🙂" * 3_000, "a" * 10_000])
def test_any_text_links_nothing_and_breaks_nothing(text: str) -> None:
    assert _linked(_knowing(project()), text, text) == []
