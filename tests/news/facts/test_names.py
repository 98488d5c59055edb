"""Companies, zones and people. Names and sentences are made up for these tests."""

import pytest

from model.news import FactKind
from tests.news.facts.reading import facts_of


def names(kind: FactKind, text: str) -> list[str]:
    return [fact.value for fact in facts_of(kind, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ТОО «Көктем Агро» строит теплицу", "Көктем Агро"),
        ("Компания «Восход» построит завод", "Восход"),
        ("«Көктем» ЖШС жылыжай салды", "Көктем"),
        ("Жобаны «Жаңа Дала» компаниясы жүзеге асырады", "Жаңа Дала"),
        ("Турецкая Anadolu Textile откроет фабрику", "Anadolu Textile"),
        ("Завод строит Golden Steppe Group", "Golden Steppe Group"),
        ("The plant is built by Steppe Foods LLP", "Steppe Foods LLP"),
        ("Холдинг Altyn Kala вложит 5 млрд тенге", "Altyn Kala"),
        ("中国新山集团将建厂", "中国新山集团"),
    ],
)
def test_a_company_is_named(text: str, name: str) -> None:
    assert names(FactKind.COMPANY, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Газета «Заря» пишет о заводе",
        "Программа «Ауыл аманаты» работает",
        "В СЭЗ «Туран» построят завод",
        "Фестиваль «Наурыз» прошёл в Кентау",
        "The company will build a plant",
        "На трассе столкнулись Toyota и Chevrolet",
        "",
    ],
)
def test_what_is_no_company(text: str) -> None:
    assert names(FactKind.COMPANY, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В СЭЗ Turan заложен завод", "Turan"),
        ("TURAN АЭА-да зауыт салынады", "TURAN"),
        ("«Жулдыз» индустриялық аймағында", "Жулдыз"),
        ("в индустриальной зоне «Орда» строят склад", "Орда"),
        ("в специальной экономической зоне «Туран»", "Туран"),
        ("индустриальная зона Кентау растёт", "Кентау"),
        ("in the Turan Special Economic Zone", "Turan"),
        ("位于“图兰”经济特区", "图兰"),
    ],
)
def test_a_zone_is_named(text: str, name: str) -> None:
    assert names(FactKind.ZONE, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "в индустриальной зоне Туркестанской области",
        "облыстың индустриялық аймағында",
        "Пограничная зона закрыта",
        "",
    ],
)
def test_no_zone(text: str) -> None:
    assert names(FactKind.ZONE, text) == []


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Аким области Асан Берікұлы посетил завод", "Асан Берікұлы", "аким"),
        ("Аким Туркестанской области Асан Бериков сообщил", "Асан Бериков", "аким"),
        ("Облыс әкімі Асан Беріков кездесті", "Асан Беріков", "әкім"),
        ("әкімнің орынбасары Асан Беріков", "Асан Беріков", "орынбасар"),
        ("министр сельского хозяйства Асан Бериков", "Асан Бериков", "министр"),
        ("учредитель Golden Steppe Асан Бериков", "Асан Бериков", "учредитель"),
        ("Премьер-министр Республики Казахстан Асан Бериков", "Асан Бериков", "премьер-министр"),
        ("компания директоры Асан Беріков айтты", "Асан Беріков", "директор"),
        ("Аким Бериков на брифинге", "Бериков", "аким"),
        ("Governor of Turkistan Region Asan Berikov said", "Asan Berikov", "governor"),
        ("Президент Қасым-Берік Асанов", "Қасым-Берік Асанов", "президент"),
        ("州长阿山·别里科夫表示", "阿山·别里科夫", "州长"),
    ],
)
def test_a_person_has_a_post(text: str, name: str, post: str) -> None:
    (fact,) = facts_of(FactKind.PERSON, text)
    assert (fact.value, fact.unit) == (name, post)


@pytest.mark.parametrize(
    "text",
    [
        "Аким области посетил Южный Казахстан",
        "Инвесторами в Центре «Центральная Азия»",
        "Асан Бериков посетил завод",
        "Акимат Туркестанской области",
        "министр посетил Алматы",
        "",
    ],
)
def test_no_person_without_a_post(text: str) -> None:
    assert facts_of(FactKind.PERSON, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("директор завода Кентау Асан Бериков", "Асан Бериков"),
        ("Глава Народной Республики Асан Бериков", "Асан Бериков"),
        ("Аким Асан Берикович Асанов", "Асан Берикович Асанов"),
        ("министр Асанов Асан Берикович", "Асанов Асан Берикович"),
    ],
)
def test_places_before_a_name_are_no_part_of_it(text: str, name: str) -> None:
    assert names(FactKind.PERSON, text) == [name]
