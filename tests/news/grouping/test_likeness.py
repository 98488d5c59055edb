import dataclasses
import json

import pytest

from news.figures import figures_of
from news.folding import fold
from news.likeness import ENOUGH, likeness
from news.signatures import Signature, name_of, signature, term_of
from tests.news.grouping.bulletins import BULLETINS
from tests.news.grouping.retellings import IN_ONE_LANGUAGE, IN_TWO_LANGUAGES, KIN

Text = tuple[str, str]


def told(text: Text) -> Signature:
    return signature(text[0], text[1], None)


@pytest.mark.parametrize("pair", BULLETINS, ids=lambda pair: pair[1][0][:40])
def test_issues_of_a_series_stay_apart(pair: tuple[Text, Text]) -> None:
    assert likeness(told(pair[0]), told(pair[1])).score < ENOUGH


@pytest.mark.parametrize("pair", KIN, ids=lambda pair: pair[1][0][:40])
def test_events_of_one_kind_stay_apart(pair: tuple[Text, Text]) -> None:
    assert likeness(told(pair[0]), told(pair[1])).score < ENOUGH


@pytest.mark.parametrize(
    "pair", IN_ONE_LANGUAGE + IN_TWO_LANGUAGES, ids=lambda pair: pair[1][0][:40]
)
def test_a_retelling_is_the_same_event(pair: tuple[Text, Text]) -> None:
    assert likeness(told(pair[0]), told(pair[1])).score >= ENOUGH


@pytest.mark.parametrize("pair", BULLETINS + IN_ONE_LANGUAGE + IN_TWO_LANGUAGES + KIN)
def test_likeness_is_the_same_whichever_comes_first(pair: tuple[Text, Text]) -> None:
    one, other = told(pair[0]), told(pair[1])
    assert likeness(one, other).score == pytest.approx(likeness(other, one).score)


def test_likeness_says_why() -> None:
    one, other = map(told, IN_ONE_LANGUAGE[0])
    reasons = likeness(one, other).reasons
    assert [reason.split()[0] for reason in reasons] == ["shared", "figures", "facts"]


def test_one_page_is_one_event_whatever_its_title() -> None:
    one = signature("Завод открыли", "", None, link="https://example.kz/a?utm_source=x")
    other = signature("Исправлено: фабрику закрыли", "", None, link="http://www.example.kz/a/")
    assert likeness(one, other).score == 1.0


def test_one_outlet_does_not_tell_an_event_twice_with_one_word_replaced() -> None:
    cable = signature("В Кентау построят завод кабеля: инвестор назван", "", None, source="a")
    brick = signature("В Кентау построят завод кирпича: инвестор назван", "", None, source="a")
    assert likeness(cable, brick).score < ENOUGH
    told_again = signature("В Кентау построят завод кабеля: назван инвестор", "", None, source="a")
    assert likeness(cable, told_again).score >= ENOUGH


def test_an_amount_made_round_is_the_same_amount() -> None:
    title = "Завод джинсовой ткани строят в СЭЗ «Туран»"
    one = signature(title, "Инвестор вкладывает 23,3 млрд тенге в производство.", None, source="a")
    other = signature(title, "Вложения превышают 23 млрд тенге, сообщил акимат.", None, source="b")
    assert likeness(one, other).score >= ENOUGH
    third = signature(
        title, "Инвестор вкладывает 41,5 млрд тенге в производство.", None, source="b"
    )
    assert likeness(one, third).score < ENOUGH


def test_titles_of_two_places_are_two_events() -> None:
    one = signature("Солнечную станцию строят в Сауранском районе", "", None, source="a")
    other = signature("Солнечную станцию строят в Жетысайском районе", "", None, source="b")
    assert likeness(one, other).score < ENOUGH


def test_titles_of_one_wording_by_one_outlet_are_a_series() -> None:
    first = ("Новости кино: премьеры ноября в прокате", "Выходит комедия о шахматистах из города.")
    next_one = ("Новости кино: премьеры ноября на экранах", "Выходит драма о рыбаках моря в кино.")
    of_two = likeness(told(first), told(next_one))
    of_one = likeness(
        signature(*first, None, source="kino"), signature(*next_one, None, source="kino")
    )
    assert of_two.score > 0.0
    assert of_one.score == 0.0


def test_a_signature_can_be_written_as_json() -> None:
    one = told(IN_TWO_LANGUAGES[0][0])
    assert json.loads(json.dumps(dataclasses.asdict(one)))["language"] == "ru"


@pytest.mark.parametrize(
    ("russian", "kazakh"),
    [("завода", "зауытты"), ("теплицы", "жылыжайда"), ("хлопка", "мақтаның"), ("пожар", "өрт")],
)
def test_a_concept_is_one_term_in_both_languages(russian: str, kazakh: str) -> None:
    assert term_of(russian, "ru") == term_of(kazakh, "kk")


@pytest.mark.parametrize(
    "names",
    [("лихуа", "lihua"), ("эко", "eco"), ("культуры", "culture"), ("шалқияның", "шалкии"),
     ("туркестанской", "түркістанда", "turkistan"), ("налибаев", "нәлібаевтың")],
)  # fmt: skip
def test_a_name_is_one_in_every_script(names: tuple[str, ...]) -> None:
    assert len(set(map(name_of, names))) == 1


@pytest.mark.parametrize(
    ("text", "numbers", "dates"),
    [
        ("3 млрд тенге", [("3000000000", "kzt")], []),
        ("3 000 000 000 тг", [("3000000000", "kzt")], []),
        ("2 трлн 800 млрд теңге", [("2800000000000", "kzt")], []),
        ("два миллиарда рублей", [("2000000000", "rub")], []),
        ("$450m", [("450000000", "usd")], []),
        ("6亿美元", [("600000000", "usd")], []),
        ("KZT 23 billion", [("23000000000", "kzt")], []),
        ("总投资160亿坚戈建厂", [("16000000000", "kzt")], []),
        ("区建500兆瓦风电场", [("500", "mw")], []),
        ("提供400个工作岗位。", [("400", "jobs")], []),
        ("восемьсот рабочих мест, төрт жүз адам", [("800", "jobs"), ("400", "people")], []),
        ("84,5%", [("84.5", "%")], []),
        ("счет 2:1", [("2:1", "score")], []),
        ("COVID-19 в 2020 году", [], []),
        ("23 қарашада, 24 ноября, November 25, 26.11.2025 и 18:00",
         [], ["11-23", "11-24", "11-26", "11-25", "18:00"]),
    ],
)  # fmt: skip
def test_figures_are_in_one_form(
    text: str, numbers: list[tuple[str, str]], dates: list[str]
) -> None:
    found = figures_of(fold(text))
    assert (list(found.numbers), list(found.dates)) == (numbers, dates)
