"""How far a project is. The sentences are written for these tests."""

import pytest

from model.news import FactKind, Stage
from tests.news.facts.reading import facts_of, main_value


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Акимат и инвестор подписали меморандум о строительстве завода", Stage.MEMORANDUM),
        ("В Сауране начали строить молочный завод", Stage.CONSTRUCTION),
        ("В Кентау строится керамический завод", Stage.CONSTRUCTION),
        ("Заложен фундамент новой фабрики", Stage.CONSTRUCTION),
        ("В Шардаре открыли рыбоперерабатывающий завод", Stage.LAUNCHED),
        ("Завод введён в эксплуатацию", Stage.LAUNCHED),
        ("Фабрика будет запущена в 2027 году", Stage.PLANNED),
        ("В Арыси построят логистический центр", Stage.PLANNED),
        ("Завод построен на 60%", Stage.CONSTRUCTION),
        ("Строительство завода приостановлено", Stage.STOPPED),
        ("Кирпичный завод закрыли", Stage.CLOSED),
        ("На заводе идут пусконаладочные работы", Stage.COMMISSIONING),
        ("Инвестору выделен участок под завод, готовится ПСД", Stage.PREPARATION),
        ("Сайрамда жаңа зауыт ашылды", Stage.LAUNCHED),
        ("Фабрика іске қосылды", Stage.LAUNCHED),
        ("Кешеннің құрылысы жүріп жатыр", Stage.CONSTRUCTION),
        ("Зауыттың капсуласы қаланды", Stage.CONSTRUCTION),
        ("Инвестормен меморандумға қол қойылды", Stage.MEMORANDUM),
        ("Ауданда жылыжай салынады", Stage.PLANNED),
        ("Zaýyt iske qosyldy", Stage.LAUNCHED),
        ("A new solar plant opens in Kentau", Stage.LAUNCHED),
        ("Construction of the textile mill has begun", Stage.CONSTRUCTION),
        ("The sides signed a memorandum on a new factory", Stage.MEMORANDUM),
        ("The investor will build a greenhouse", Stage.PLANNED),
        ("纺织厂正式投产", Stage.LAUNCHED),
        ("太阳能电站开工建设", Stage.CONSTRUCTION),
        ("双方签署合作备忘录", Stage.MEMORANDUM),
        ("工厂将于2027年投产", Stage.PLANNED),
    ],
)
def test_a_stage_is_what_was_done(text: str, stage: Stage) -> None:
    assert main_value(FactKind.STAGE, text) == stage


@pytest.mark.parametrize(
    "text",
    ["", "Погода на неделю", "Итоги года: открыто семь заводов", "Движение по трассе закрыто"],
)
def test_no_stage_without_a_word_of_it(text: str) -> None:
    assert main_value(FactKind.STAGE, text) is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Завод строится, его планируют запустить в 2027 году", Stage.CONSTRUCTION),
        ("Завод так и не открыт", None),
        ("Планируется, что завод будет запущен весной", Stage.PLANNED),
        ("Планируют начать строительство завода", Stage.PLANNED),
        ("Завод планируют открыть", Stage.PLANNED),
        ("Зауыт әлі салынған жоқ", None),
    ],
)
def test_what_is_to_come_is_not_done(text: str, stage: Stage | None) -> None:
    assert main_value(FactKind.STAGE, text) == stage


def test_a_stage_has_its_words() -> None:
    (fact,) = facts_of(FactKind.STAGE, "Новости", "В Кентау заложен фундамент завода.")
    assert fact.text == "заложен фундамент"
