"""Words for and against, and the data they stand in. The sentences are written for these tests."""

import pytest

from news.sectors import Sectors
from news.topics import Topics
from news.vocabulary import data
from news.words import Stems, Text

TOPICS = Topics()
SECTORS = Sectors()
GROUPS = data("topics")["groups"]


def score(title: str) -> float:
    text = Text(title, "")
    return TOPICS(text, SECTORS(text)).score


def test_what_is_built_and_who_pays_add_up() -> None:
    scores = [
        score(title)
        for title in (
            "Погода",
            "Построят",
            "Построят завод",
            "Инвестор построит завод",
            "Инвестор построит завод, 300 рабочих мест",
        )
    ]
    assert scores == sorted(scores)
    assert scores[0] < 0.1
    assert scores[-1] > 0.95


def test_a_word_twice_counts_once() -> None:
    assert score("завод завод завод") == score("завод")
    assert score("завод и фабрика") > score("завод")


@pytest.mark.parametrize(
    ("alone", "with_an_investor"),
    [
        ("Построят школу", "Инвестор построит частную школу"),
        ("Выделено из бюджета", "Инвестору выделено из бюджета"),
        ("Собрали урожай", "Теплица собрала урожай"),
    ],
)
def test_some_words_weigh_less_beside_others(alone: str, with_an_investor: str) -> None:
    assert score(alone) < 0.15
    assert score(with_an_investor) > score(alone) + 0.2


@pytest.mark.parametrize("title", ["Инвестор погиб в ДТП", "Инвестор обвиняется в мошенничестве"])
def test_an_accident_or_a_crime_outweighs_an_investor(title: str) -> None:
    assert score(title) < 0.3


def test_reasons_say_what_counted_and_how_much() -> None:
    text = Text("Построят завод и школу", "")
    assert TOPICS(text, ()).reasons == (
        "for: построят (beginning +0.7)",
        "strong: завод (plant +1.7)",
        "against: школу (learning -0.7)",
    )


def test_the_same_word_in_four_spellings() -> None:
    spellings = (
        "Жаңа зауыт салынды",
        "Жана зауыт салынды",
        "Jańa zaýyt salyndy",
        "Jaña zauyt salyndy",
    )
    assert len({score(title) for title in spellings}) == 1
    assert score(spellings[0]) > 0.5


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: str(group["name"]))
def test_every_word_of_the_data_is_found(group: dict[str, list[str]]) -> None:
    for stem in group["stems"]:
        stems: Stems[bool] = Stems()
        stems.add([stem], True)
        text = Text(stem.replace("=", ""), "")
        assert any(stems.find(text)) or any(stems.find_chinese(text)), stem


def test_no_word_belongs_to_two_groups() -> None:
    stems = [stem for group in GROUPS for stem in group["stems"]]
    assert sorted(stems) == sorted(set(stems))


def test_groups_and_sectors_are_called_by_their_names() -> None:
    names = {group["name"] for group in GROUPS}
    assert all(set(group.get("unless", ())) <= names for group in GROUPS)
    codes = {sector["code"] for sector in data("sectors")["sectors"]}
    assert set(data("topics")["branch"]["sectors"]) <= codes
    assert all(set(sector.get("implies", ())) <= codes for sector in data("sectors")["sectors"])


def test_a_stem_too_short_to_mean_anything_is_refused() -> None:
    stems: Stems[bool] = Stems()
    with pytest.raises(ValueError, match="begins too many words"):
        stems.add(["за"], True)
