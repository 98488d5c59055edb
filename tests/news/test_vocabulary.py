"""Names for screens: every place and sector, in every language."""

import pytest

from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name

LANGUAGES = ("kk", "ru", "en", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_name_of_its_own(language: str) -> None:
    sectors = [sector_name(code, language) for code in SECTORS]
    districts = [district_name(code, language) for code in DISTRICTS]
    assert len(set(sectors)) == len(SECTORS)
    assert len(set(districts)) == len(DISTRICTS) == 17
    assert not set(SECTORS) & set(sectors)
    assert not set(DISTRICTS) & set(districts)


def test_names_are_what_people_there_say() -> None:
    assert district_name("612000000", "kk") == "Кентау қаласы"
    assert district_name("613900000", "ru") == "Келесский район"
    assert district_name("613600000", "zh") == "拜迪别克区"
    assert sector_name("greenhouse", "en") == "Greenhouses"


def test_an_unknown_code_stands_for_itself() -> None:
    assert sector_name("cars", "ru") == "cars"
    assert district_name("710000000", "kk") == "710000000"


def test_several_things_at_once_are_no_sector() -> None:
    assert "multi" not in SECTORS
    assert {"it", "health", "water", "light-industry"} <= set(SECTORS)
