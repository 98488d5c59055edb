"""What is ours. The sentences are written for these tests."""

import json
from pathlib import Path

import pytest

from news.judging import StemJudge
from news.vocabulary import data

JUDGE = StemJudge()
LABELLED = Path(__file__).parents[3] / "shared" / "data" / "articles-dev.jsonl"


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("В Туркестанской области построят завод керамики", ()),
        ("Түркістан облысында жаңа зауыт салынды", ("611000000",)),
        ("В Сайрамском районе запустили фабрику", ("615200000",)),
        ("Келес ауданында жылыжай кешені ашылады", ("613900000",)),
        ("Инвесторы посетили Кентау и Арысь", ("611600000", "612000000")),
        ("New plant opens in Turkistan Region", ("611000000",)),
        ("突厥斯坦州新工厂投产", ("611000000",)),
        ("Túrkistan oblysynda jańa zaýyt ashyldy", ("611000000",)),
    ],
)
def test_a_place_of_ours_and_investment_is_kept(title: str, units: tuple[str, ...]) -> None:
    judgement = JUDGE(title, "", None)
    assert judgement.kept
    assert 0 < judgement.score <= 1
    assert set(units) <= set(judgement.districts)
    assert judgement.reasons


@pytest.mark.parametrize(
    "title",
    [
        "В Карагандинской области построят завод",
        "Инвестиции в Восточный Туркестан",
        "В Шымкенте открыли фабрику",
        "ДТП в Туркестанской области: пострадали трое",
        "Фестиваль культуры прошёл в Туркестане",
        "Улица Абая закрыта на ремонт",
        "",
    ],
)
def test_the_rest_is_not(title: str) -> None:
    assert not JUDGE(title, "", None).kept


def test_the_lead_counts_as_the_title_does() -> None:
    judgement = JUDGE("Начали строить новый завод", "Он встанет в Тюлькубасском районе.", "ru")
    assert judgement.kept
    assert judgement.districts == ("616000000",)


def test_the_title_weighs_more() -> None:
    named = JUDGE("Завод в Туркестане", "", "ru")
    unnamed = JUDGE("Завод", "Он стоит в Туркестане", "ru")
    assert named.score > unnamed.score


def test_sectors_are_found_by_their_words() -> None:
    assert "greenhouse" in JUDGE("Келес ауданында жылыжай салынды", "", "kk").sectors


def test_the_data_names_all_units_in_three_languages() -> None:
    region = data("region")
    assert region["code"] == "610000000"
    assert len(region["units"]) == 17
    assert all({"kk", "ru", "en"} <= unit["names"].keys() for unit in region["units"])


def test_recall_and_precision_on_labelled_articles() -> None:
    if not LABELLED.exists():
        pytest.skip("the labelled articles are not on this machine")
    hits = wrong = missed = 0
    for line in LABELLED.read_text("utf-8").splitlines():
        labelled = json.loads(line)
        ours = labelled["label_region"] == "turkistan" and labelled["label_topic"] == "investment"
        kept = JUDGE(labelled["title"] or "", labelled["lead"] or "", labelled["lang"]).kept
        hits += ours and kept
        missed += ours and not kept
        wrong += kept and not ours
    assert hits / (hits + missed) >= 0.9
    assert hits / (hits + wrong) >= 0.85
