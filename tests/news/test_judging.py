"""What is ours. The sentences are written for these tests."""

from time import perf_counter

import pytest

from model.news import Topic
from news.judging import stem_judge

JUDGE = stem_judge()
HOME = "610000000"


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("В Туркестанской области построят завод керамики", ()),
        ("Түркістан облысында жаңа зауыт салынды", ()),
        ("В Сайрамском районе запустили фабрику", ("615200000",)),
        ("Келес ауданында жылыжай кешені ашылады", ("613900000",)),
        ("Инвесторы посетили Кентау и Арысь", ("611600000", "612000000")),
        ("New plant opens in Turkistan Region", ()),
        ("突厥斯坦州新工厂投产", ()),
        ("Túrkistan oblysynda jańa zaýyt ashyldy", ()),
    ],
)
def test_a_place_of_ours_and_investment_is_kept(title: str, units: tuple[str, ...]) -> None:
    judgement = JUDGE(title, "", None)
    assert judgement.kept
    assert (judgement.region, judgement.topic) == (HOME, Topic.INVESTMENT)
    assert 0.5 <= judgement.score <= 1
    assert judgement.districts == units
    assert any(reason.startswith("place: ") for reason in judgement.reasons)
    assert any(reason.startswith(("strong: ", "for: ")) for reason in judgement.reasons)


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("В Карагандинской области построят завод", "350000000"),
        ("Инвестиции в Восточный Туркестан", None),
        ("В Шымкенте открыли фабрику", "790000000"),
    ],
)
def test_investment_elsewhere_is_not_ours(title: str, region: str | None) -> None:
    judgement = JUDGE(title, "", None)
    assert not judgement.kept
    assert judgement.score == 0
    assert (judgement.region, judgement.topic) == (region, Topic.INVESTMENT)


@pytest.mark.parametrize(
    "title",
    [
        "ДТП в Туркестанской области: пострадали трое",
        "Пожар на заводе в Сайрамском районе",
        "Фестиваль культуры прошёл в Туркестане",
        "Туркестан қаласында жаңа мектеп салынды",
        "В Келесском районе на строительство дороги выделили 3 млрд тенге",
        "Директора завода в Кентау задержали за взятку в 30 млн тенге",
    ],
)
def test_other_news_of_ours_is_not_kept(title: str) -> None:
    judgement = JUDGE(title, "", None)
    assert (judgement.kept, judgement.region) == (False, HOME)
    assert judgement.topic is Topic.OTHER
    assert any(reason.startswith("against: ") for reason in judgement.reasons)


def test_the_lead_counts_as_the_title_does() -> None:
    judgement = JUDGE("Начали строить новый завод", "Он встанет в Тюлькубасском районе.", "ru")
    assert judgement.kept
    assert judgement.districts == ("616000000",)


def test_the_title_weighs_more() -> None:
    named = JUDGE("Завод в Туркестане", "", "ru")
    unnamed = JUDGE("Завод", "Он стоит в Туркестане", "ru")
    assert named.score > unnamed.score


def test_what_is_hard_to_tell_is_in_doubt() -> None:
    hard = JUDGE("Предприниматели Туркестанской области встретились с партнёрами", "", "ru")
    assert hard.in_doubt
    assert not JUDGE("Инвестор запустил завод в Туркестанской области", "", "ru").in_doubt
    assert not JUDGE("Инвестор запустил завод в Павлодаре", "", "ru").in_doubt
    assert not JUDGE("Гололёд в Туркестанской области", "", "ru").in_doubt


def test_the_language_is_checked() -> None:
    assert JUDGE("Кентауда зауыт ашылды, 20 адам жұмыс тапты", "", "ru").language == "kk"


def test_an_investor_turns_what_would_be_budget_news() -> None:
    assert not JUDGE("В Сарыагаше построят школу за 2 млрд тенге", "", "ru").kept
    assert JUDGE("Инвестор построит в Сарыагаше частную школу за 2 млрд тенге", "", "ru").kept


@pytest.mark.parametrize(
    ("title", "sectors"),
    [
        ("Келес ауданында жылыжай салынды", {"greenhouse", "agro"}),
        ("В Кентау запустили солнечную электростанцию", {"energy-renewable"}),
        ("В Туркестане построят дата-центр", {"it"}),
        ("Textile factory opens in Saryagash", {"textile"}),
        ("突厥斯坦州纺织厂投产", {"textile"}),
        ("В Арыси построят завод", {"industry"}),
        ("В Жетысае построят частную клинику за 1 млрд тенге", {"health"}),
        ("Шардарада балық өсіретін кешен іске қосылды", {"agro"}),
    ],
)
def test_sectors_are_found_by_their_words(title: str, sectors: set[str]) -> None:
    assert set(JUDGE(title, "", None).sectors) == sectors


def test_accidents_have_no_sector() -> None:
    assert JUDGE("Пожар на текстильной фабрике в Кентау: двое погибли", "", "ru").sectors == ()


@pytest.mark.parametrize("title", ["", "🎉🔥🎉", "…", "\u200b\u200b", "1234567890", "«»"])
def test_nothing_to_judge_is_nothing(title: str) -> None:
    judgement = JUDGE(title, title, None)
    assert (judgement.kept, judgement.region, judgement.districts) == (False, None, ())
    assert judgement.topic is Topic.OTHER


@pytest.mark.parametrize(
    "title",
    [
        "В ТУРКЕСТАНСКОЙ ОБЛАСТИ ОТКРОЮТ ЗАВОД",
        "в туркестанской области откроют завод",
        "В Tуpкecтaнской oблаcти откроют зaвoд",  # Latin letters that look the same
        "В Турке\u200bстанской об\u00adласти от\u2060кроют завод",
        "В\u00a0Туркестанскои\u0306 области откроют завод",
    ],
)
def test_the_same_however_it_is_typed(title: str) -> None:
    assert JUDGE(title, "", None).kept
    assert JUDGE(title, "", None).region == HOME


def test_a_megabyte_takes_no_longer_than_a_page() -> None:
    long = "В Туркестанской области инвестор построит завод. " * 20_000
    started = perf_counter()
    for title, lead in ((long, ""), ("", long), (long, long), ("ö'" * 500_000, "投" * 500_000)):
        JUDGE(title, lead, None)
    assert perf_counter() - started < 1
    assert JUDGE("", long, "ru").kept
