"""Partner countries. The sentences are written for these tests."""

import pytest

from model.news import FactKind
from news.vocabulary import data
from tests.news.facts.reading import facts_of


def codes(title: str, lead: str = "") -> set[str]:
    return {fact.value for fact in facts_of(FactKind.COUNTRY, title, lead)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Турецкая компания построит фабрику в Кентау", "TR"),
        ("Российский холдинг вложит 5 млрд тенге", "RU"),
        ("Бизнесмены из Венгрии приехали в Арысь", "HU"),
        ("Инвесторы из КНР осмотрели площадку", "CN"),
        ("Предприниматели КНР подписали меморандумы", "CN"),
        ("Завод построят вместе с китайскими инвесторами", "CN"),
        ("Корейская Doosan строит электростанцию", "KR"),
        ("Узбекская Global Cotton откроет фабрику", "UZ"),
        ("Немецкий концерн откроет производство", "DE"),
        ("Инвесторы Китая заинтересовались хлопком", "CN"),
        ("Проект реализуют с участием компании из ОАЭ", "AE"),
        ("Турция инвестирует в текстильный кластер", "TR"),
        ("Китай построит завод в Сауранском районе", "CN"),
        ("Совместно с Италией запустят производство плитки", "IT"),
        ("В Пекине подписан меморандум о строительстве завода", "CN"),
        ("Инвестор из Шанхая построит завод", "CN"),
        ("Проект обсудили с Power China", "CN"),
        ("Делегация предпринимателей Малайзии посетила СЭЗ", "MY"),
        ("Американская компания вложит $20 млн", "US"),
        ("Группа индийских инвесторов прибыла в область", "IN"),
        ("Қытай компаниясы зауыт салады", "CN"),
        ("Қытайлық инвесторлар келді", "CN"),
        ("Қытайдан келген инвесторлар жобамен танысты", "CN"),
        ("Түрік инвесторы фабрика ашады", "TR"),
        ("Өзбекстандық кәсіпкерлер жылыжай салады", "UZ"),
        ("Оңтүстік Кореяның Wez U компаниясы зауыт салады", "KR"),
        ("Ресейдің «Агро» холдингі меморандумға қол қойды", "RU"),
        ("БАӘ инвесторлары күн станциясын салады", "AE"),
        ("Чехиялық компания өндіріс ашады", "CZ"),
        ("Qytaılyq ınvestorlar zaýyt salady", "CN"),
        ("A Chinese company will build a plant", "CN"),
        ("Investors from the UAE visited the zone", "AE"),
        ("Turkey's Kalyon plans a solar plant", "TR"),
        ("South Korean firm opens a factory", "KR"),
        ("中国企业将建厂", "CN"),
        ("土耳其投资者考察经济特区", "TR"),
        ("韩国公司投资建设电站", "KR"),
    ],
)
def test_a_partner_gives_the_country(text: str, code: str) -> None:
    assert codes(text) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "Завод работает по китайской технологии",
        "На фабрике установили немецкое оборудование",
        "Экспорт в Узбекистан вырос вдвое",
        "Продукцию будут поставлять в Россию, Узбекистан и Афганистан",
        "Инвестиции составят 300 млн долларов США",
        "Инвестиция көлемі 1,1 млрд АҚШ доллары",
        "В Китае прошёл чемпионат по боксу",
        "Туристы выбирают отдых в Турции",
        "На трассе «Западная Европа – Западный Китай» столкнулись машины",
        "Өнім Ресейге, Өзбекстанға экспортталады",
        "Неміс жабдығы орнатылды",
        "Италиялық технологиямен жұмыс істейді",
        "Аким Германов посетил завод",
        "Семена завезли из Голландии, завод уже работает",
        "Оборудование из Германии доставлено на завод",
        "The plant uses German equipment",
        "Products are exported to China and Russia",
        "Казахстанская компания построит завод",
        "Туркестанская компания открыла цех",
        "产品出口到中国市场",
        "采用德国技术",
        "",
    ],
)
def test_what_is_no_partner_gives_none(text: str) -> None:
    assert codes(text) == set()


def test_several_partners_are_kept_and_the_first_stands_for_them() -> None:
    facts = facts_of(FactKind.COUNTRY, "Инвесторы из Китая, Турции и Кореи осмотрели зону")
    assert [(fact.value, fact.is_main) for fact in facts] == [
        ("CN", True),
        ("TR", False),
        ("KR", False),
    ]
    assert facts[1].text == "Турции"


def test_equipment_beside_a_partner() -> None:
    text = "Турецкий инвестор строит фабрику, оборудование закуплено в Германии"
    assert codes(text) == {"TR"}


def test_whom_one_visits_is_no_partner() -> None:
    assert codes("Рабочая группа посетила Турцию, где видела текстильные фабрики") == set()
    assert codes("Область посетила делегация из Турции, гостям показали завод") == {"TR"}


def test_every_country_is_named_in_four_languages() -> None:
    for one in data("countries")["countries"]:
        assert set(one["names"]) == {"kk", "ru", "en", "zh"}, one["code"]
        assert one["code"] != "KZ"
