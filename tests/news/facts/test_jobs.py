"""Jobs a project gives. The sentences are written for these tests."""

import pytest

from model.news import FactKind
from tests.news.facts.reading import facts_of, main_value


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("создано более 1000 рабочих мест", 1000),
        ("завод на 600 рабочих мест", 600),
        ("свыше трёх тысяч рабочих мест", 3000),
        ("появится сотня рабочих мест", 100),
        ("7 мың адам жұмыс табады", 7000),
        ("20-дай адам жұмысқа алынды", 20),
        ("3 мыңнан астам жұмыс орны ашылады", 3000),
        ("1,5 тысячи новых рабочих мест", 1500),
        ("The plant creates 200 jobs", 200),
        ("It will create more than 1,200 new jobs", 1200),
        ("创造500个就业岗位", 500),
        ("提供1500多个工作岗位", 1500),
        ("新增就业岗位300个", 300),
        ("Рабочих мест – 465", 465),
        ("300 адам тұрақты жұмыспен қамтылады", 300),
        ("Работой обеспечат 250 человек", 250),
        ("Трудоустроено 120 местных жителей", 120),
        ("На предприятии трудятся 85 человек", 85),
        ("The factory will employ 350 people", 350),
        ("140-тан астам жаңа жұмыс орны құрылды", 140),
        ("создадут около 28 тысяч рабочих мест", 28_000),
        ("150 jumys orny ashyldy", 150),
        ("двадцать пять рабочих мест", 25),
        ("200-ден аса тұрақты жұмыс орындары", 200),
        ("более тысячи рабочих мест", 1000),
        ("полторы тысячи рабочих мест", 1500),
        ("Крахмальный завод на 500 мест", 500),
        ("2 500 жұмыс орнын ашады", 2500),
    ],
)
def test_jobs_in_any_words(text: str, jobs: int) -> None:
    assert main_value(FactKind.JOBS, text) == str(jobs)


@pytest.mark.parametrize(
    "text",
    [
        "Школа на 600 мест",
        "В области живут 2 миллиона человек",
        "На форуме собрались 500 человек",
        "Завод сократил 200 рабочих мест",
        "300 оқушыға арналған мектеп ашылды",
        "Детский сад на 240 мест построен рядом с заводом",
        "Помощь получили 3 тысячи человек",
        "12 человек погибли",
        "Рабочие места будут созданы",
        "",
    ],
)
def test_other_people_are_no_jobs(text: str) -> None:
    assert main_value(FactKind.JOBS, text) is None


def test_the_greater_of_two_is_the_main_one() -> None:
    facts = facts_of(
        FactKind.JOBS, "Фабрика", "Сейчас создано 200 рабочих мест, всего будет 900 рабочих мест"
    )
    assert [(fact.value, fact.is_main) for fact in facts] == [("200", False), ("900", True)]


def test_a_range_keeps_both_ends() -> None:
    (fact,) = facts_of(FactKind.JOBS, "от 500 до 700 рабочих мест")
    assert (fact.value, fact.upper) == ("500", "700")
