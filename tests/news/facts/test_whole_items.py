"""Whole items: what a title and a lead say together. Written for these tests."""

import pytest

from model.news import FactKind, main_fact
from news.facts import read_facts

Main = dict[str, str | None]

ITEMS: list[tuple[str, str, Main]] = [
    (
        "В Келесском районе запустили цех труб",
        "Предприниматель вложил 1,2 млрд тенге, из которых 400 млн – льготный кредит. "
        "Создано 45 рабочих мест.",
        {"amount": "1200000000", "stage": "launched", "jobs": "45", "country": None},
    ),
    (
        "Итальянская компания построит ветропарк",
        "Соглашение подписали в Риме. Стоимость проекта – 200 млн евро.",
        {"amount": "200000000", "stage": "memorandum", "country": "IT", "jobs": None},
    ),
    (
        "Жетісайда мақта зауыты салынып жатыр",
        "Құны 12,5 млрд теңге, жобаны қытайлық «Көкжиек» компаниясы жүзеге асырады.",
        {"amount": "12500000000", "stage": "construction", "country": "CN"},
    ),
    (
        "Экспорт овощей в Россию вырос на 20%",
        "За год продано продукции на 15 млрд тенге.",
        {"amount": None, "country": None, "jobs": None},
    ),
    (
        "Завод масок закрыли",
        "Он не выдержал конкуренции с турецкими производителями.",
        {"stage": "closed", "country": None},
    ),
    (
        "Сауранда ет өңдейтін кешен салынады",
        "Меморандумға облыс әкімі мен ресейлік «Алтай» холдингінің өкілдері қол қойды. "
        "Жоба құны – 150 млн АҚШ доллары, 1200 жұмыс орны ашылады.",
        {"stage": "memorandum", "country": "RU", "amount": "150000000", "jobs": "1200"},
    ),
    (
        "Бизнес-форум собрал участников",
        "По итогам подписано 15 меморандумов на 230 млрд тенге с компаниями из Китая и Турции.",
        {"stage": "memorandum", "country": "CN", "amount": "230000000000"},
    ),
    (
        "Түркия компаниясы тігін фабрикасын ашты",
        "Кәсіпорында 250 әйел адам жұмыспен қамтылды. Жобаға 3 миллиард теңге жұмсалды.",
        {"stage": "launched", "country": "TR", "amount": "3000000000", "jobs": "250"},
    ),
    (
        "Wheat exports are up",
        "Kazakhstan shipped 2 million tons to Uzbekistan and China worth $500 million.",
        {"amount": None, "country": None},
    ),
    (
        "突厥斯坦州光伏电站竣工投产",
        "项目总投资8000万美元，装机容量100兆瓦，采用德国技术。",
        {"amount": "80000000", "stage": "launched", "capacity": "100", "country": None},
    ),
    (
        "Запустили линию розлива по итальянской технологии",
        "Проект реализован за счет собственных средств – 650 млн тенге.",
        {"amount": "650000000", "stage": "launched", "country": None},
    ),
    (
        "Құс фабрикасының құрылысы аяқталды",
        "Жылына 10 мың тонна ет өндіреді, 12,8 млрд теңге инвестиция тартылды.",
        {"amount": "12800000000", "stage": "launched", "capacity": "10000"},
    ),
    (
        "Қытай мен Қазақстан келісімге қол қойды",
        "Облыста құны 90 млн доллар болатын жоба басталады.",
        {"amount": "90000000", "stage": "memorandum", "country": "CN"},
    ),
    (
        "Цена сделки",
        "Стоимость завода 5 000 000 000 (пять миллиардов) тенге.",
        {"amount": "5000000000"},
    ),
    (
        "Аким посетил фабрику, теплицу и детский сад на 240 мест",
        "Он поручил ускорить ремонт за 2 млрд тенге.",
        {"amount": None, "stage": None, "jobs": None, "country": None},
    ),
]


@pytest.mark.parametrize(("title", "lead", "expected"), ITEMS)
def test_main_facts(title: str, lead: str, expected: Main) -> None:
    facts = read_facts(title, lead)
    found = {kind: main_fact(facts, FactKind(kind)) for kind in expected}
    assert {kind: fact and fact.value for kind, fact in found.items()} == expected
