"""Zones by their names, however a cell or a sentence has them."""

import pytest

from model.people import Language
from news.vocabulary import DISTRICTS
from projects.zones import ZONES, zone_district, zone_name, zone_named, zone_point


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("СЭЗ TURAN", "turan"),
        ("СЭЗ TURAN, 42 га", "turan"),
        ("сэз «Туран»", "turan"),
        ("Завод строят в СЭЗ «Туркестан»", "turan"),
        ("на территории специальной экономической зоны «TURAN»", "turan"),
        ("«Тұран» арнайы экономикалық аймағында", "turan"),
        ("Turan Special Economic Zone", "turan"),
        ("Туран", "turan"),
        ("turan", "turan"),
        ("工厂位于图兰经济特区", "turan"),
        ("ИЗ «Түркістан»", "turkistan"),
        ("индустриальная зона Туркестан", "turkistan"),
        ("индустриальная зона Туркистан", "turkistan"),
        ("в индустриальной зоне «Туркестан»", "turkistan"),
        ("«Түркістан» индустриялық аймағында", "turkistan"),
        ("Ордабасинский район, ИЗ «Бадам»", "badam"),
        ("«Бадам» индустриалды аймағында", "badam"),
        ("Бадам", "badam"),
        ("Центр «Центральная Азия»", "central-asia"),
        ("в Центре промкооперации «Центральная Азия»", "central-asia"),
        ("«Орталық Азия» халықаралық кооперация орталығы", "central-asia"),
        ("Индустриальная зона Созака", "sozak"),
        ("Созақ ауданының индустриялық аймағы", "sozak"),
    ],
)
def test_a_zone_is_known_by_its_names(text: str, code: str) -> None:
    assert zone_named(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "СЭЗ «Астана – новый город»",
        "Туркестан",
        "Түркістан қаласы",
        "Сайрамский район, Карамурт",
        "река Бадам вышла из берегов",
        "Туран Банк открыл отделение",
        "страны Центральной Азии",
        "индустриальная зона",
    ],
)
def test_what_names_no_zone_of_ours(text: str) -> None:
    assert zone_named(text) is None


@pytest.mark.parametrize("language", list(Language))
def test_a_zone_is_found_by_the_name_it_is_shown_with(language: Language) -> None:
    names = [zone_name(code, language) for code in ZONES]
    assert [zone_named(name) for name in names] == list(ZONES)
    assert len(set(names)) == len(ZONES)


def test_a_zone_lies_in_the_region() -> None:
    assert {zone_district(code) for code in ZONES} <= set(DISTRICTS)
    points = [point for code in ZONES if (point := zone_point(code)) is not None]
    assert points
    assert all(40 < one.latitude < 47 and 65 < one.longitude < 71 for one in points)


def test_a_code_that_is_no_zones_stands_for_itself() -> None:
    assert zone_name("moon", Language.RUSSIAN) == "moon"
    assert zone_district("moon") is None
    assert zone_point("moon") is None
