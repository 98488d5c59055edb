"""Names of places as they are printed, and names that are not places. Written for these tests."""

import pytest

from news.places import Gazetteer
from news.vocabulary import data
from news.words import Text

FIND = Gazetteer()
HOME = "610000000"
CITY, ARYS, KENTAU = "611000000", "611600000", "612000000"
ZHETISAY, KELES, SAIRAM, SARYAGASH = "613800000", "613900000", "615200000", "615400000"
SAURAN, SOZAK, TOLE_BI, TULKIBAS = "615500000", "615600000", "615800000", "616000000"


@pytest.mark.parametrize(
    "text",
    [
        "в Туркестанской области",
        "Туркестанской обл.",
        "Туркестанская и Жамбылская области",
        "туркестанские предприниматели",
        "Түркістан облысының әкімі",
        "Түркістан өңіріндегі",
        "Туркистан облысы",
        "Túrkistan oblysynda",
        "Türkıstan oblysynda",
        "Tu'rkistan oblysynda",
        "Turkistan Region's economy",
        "Turkestan oblast",
        "突厥斯坦州经济",
        "圖爾克斯坦州",
        "СЭЗ «Туран»",
        "специальная экономическая зона Turan",
        "«TURAN» АЭА-дағы жобалар",
        "the Turan special economic zone",
        "图兰经济特区",
    ],
)
def test_the_region_and_its_zones(text: str) -> None:
    found = FIND(Text(text, ""))
    assert (found.region, found.units) == (HOME, ())
    assert found.certainty == 1


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("в Туркестане", (CITY,)),
        ("Түркістанда", (CITY,)),
        ("ТҮРКІСТАН ҚАЛАСЫНДА", (CITY,)),
        ("в Кентау", (KENTAU,)),
        ("Кентаудағы", (KENTAU,)),
        ("в Арыси и под Арысью", (ARYS,)),
        ("Арыс қаласы", (ARYS,)),
        ("в Жетысае", (ZHETISAY,)),
        ("Жетісайда", (ZHETISAY,)),
        ("Jetisaı aýdanynda", (ZHETISAY,)),
        ("Сарыағаштан", (SARYAGASH,)),
        ("Сарыагашский район", (SARYAGASH,)),
        ("Saryagash district", (SARYAGASH,)),
        ("萨雷阿加什区", (SARYAGASH,)),
        ("в Келесском районе", (KELES,)),
        ("Келес ауданында", (KELES,)),
        ("в селе Карамурт", (SAIRAM,)),
        ("Шорнақ ауылында", (SAURAN,)),
        ("Төле би ауданында", (TOLE_BI,)),
        ("в Ленгере", (TOLE_BI,)),
        ("в Толебийском и Тюлькубасском районах", (TOLE_BI, TULKIBAS)),
        ("комплекс «Састобе»", (TULKIBAS,)),
        ("肯套市", (KENTAU,)),
    ],
)
def test_units_in_all_their_cases(text: str, units: tuple[str, ...]) -> None:
    found = FIND(Text(text, ""))
    assert (found.region, found.units) == (HOME, units)


@pytest.mark.parametrize(
    "text",
    [
        "депутат Сайрамов и министр Отырарбаев",
        "Асхат Кентауов",
        "«Оңтүстік Қазақстан» газеті",
        "газета «Туркестан»",
        "как пишет Otyrar.kz",
        "улица Туркестанская",
        "Түркістан көшесінде",
        "Turkestan Street",
        "на трассе Туркестан – Кентау",
        "поезд Алматы – Туркестан",
        "ФК «Туран» проиграл",
        "Ордабасы сыграл матч с Кайратом",
        "Восточный Туркестан",
        "Шығыс Түркістан",
        "Туркестанский военный округ",
        "Туркестанское генерал-губернаторство",
        "агентство «Туран» в Баку",
        "Турановы и Арыстановы",
        "Алаш арыстары",
        "Келес под Ташкентом",
        "в Сузакском районе Джалал-Абадской области",
    ],
)
def test_namesakes_are_refused(text: str) -> None:
    found = FIND(Text(text, ""))
    assert found.region != HOME
    assert found.units == ()


def test_a_namesake_does_not_hide_the_place() -> None:
    text = Text("В Сузакском районе построят СЭС", "В Туркестанскую область приехал Сайрамов")
    assert FIND(text).units == (SOZAK,)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Село Карабулак", ()),
        ("Село Карабулак Туркестанской области", (SAIRAM,)),
        ("Село Карабулак Сайрамского района", (SAIRAM,)),
    ],
)
def test_a_common_name_counts_beside_a_surer_one(text: str, units: tuple[str, ...]) -> None:
    assert FIND(Text(text, "")).units == units


def test_a_name_in_quotes_is_a_companys() -> None:
    assert FIND(Text("ТОО «Сайрам» построит завод в Караганде", "")).region == "350000000"
    assert FIND(Text("«Түркістан» ӘКК Сауран ауданында қойма салады", "")).units == (SAURAN,)


@pytest.mark.parametrize(
    ("title", "lead", "region"),
    [
        ("Шымкент: 60 проектов", "Инвесторы из Туркестанской области", "790000000"),
        ("Инвестор из Шымкента придёт в Туркестанскую область", "", HOME),
        ("На форуме в Астане Туркестанская область подписала меморандумы", "", HOME),
        ("Завод построят в Павлодаре", "Такой же есть в Кентау", "550000000"),
        ("В Туркестанской, Жамбылской и Кызылординской областях", "", HOME),
        ("Аким Туркестанской области", "В селе Актобе Келесского района", HOME),
        ("В Астане", "", "710000000"),
        ("В Хромтауском районе", "", "150000000"),
        ("В районе Туран города Шымкента", "", "790000000"),
        ("Для многодетных семей", "", None),
    ],
)
def test_which_region_it_is_about(title: str, lead: str, region: str | None) -> None:
    assert FIND(Text(title, lead)).region == region


def test_before_2018_the_region_had_another_name_and_shymkent() -> None:
    found = FIND(Text("ЮКО: станции построят в Шымкенте и Кентау", ""))
    assert (found.region, found.units) == (HOME, (KENTAU,))
    assert FIND(Text("ОҚО-да зауыт ашылды", "")).region == HOME
    assert FIND(Text("В Южно-Казахстанской области", "Шымкент, Шымкент, Шымкент")).region == HOME


def test_the_city_stands_for_the_region_where_the_lead_names_another_unit() -> None:
    assert FIND(Text("В Туркестане построят завод", "Он встанет в Сарыагаше")).units == (SARYAGASH,)
    assert FIND(Text("В городе Туркестане", "и в Сарыагаше")).units == (CITY, SARYAGASH)


def test_reasons_are_words_of_the_text() -> None:
    found = FIND(Text("Кентауда және Шымкентте", "улица Туркестанская"))
    assert found.reasons == (
        "place: кентауда",
        "elsewhere: шымкентте",
        "namesake: туркестанская",
    )


def test_the_data_names_every_unit_and_region() -> None:
    region = data("region")
    assert (region["code"], len(region["units"])) == (HOME, 17)
    assert all(unit["names"].keys() == {"kk", "ru", "en", "zh"} for unit in region["units"])
    assert len(data("places")["places"]) == 19
    for unit in region["units"]:
        for name in unit["names"].values():
            assert FIND(Text(name, "")).units == (unit["code"],), name
    for place in data("places")["places"]:
        for name in place["names"].values():
            assert FIND(Text(name, "")).region == place["code"], name
