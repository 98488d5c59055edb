"""The language of an item. The sentences are written for these tests."""

import pytest

from news.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Жаңа зауыт ашылды", "kk"),
        ("ТҮРКІСТАНДА ЗАУЫТ АШЫЛДЫ", "kk"),
        ("Открыт новый завод", "ru"),
        ("A new plant has opened", "en"),
        ("Investors visit Turkistan", "en"),
        ("新工厂在Turkistan投产", "zh"),
        ("123 — 456", None),
        ("🎉🎉🎉", None),
        ("", None),
    ],
)
def test_letters_and_words_tell(text: str, language: str | None) -> None:
    assert language_of(text, None) == language


@pytest.mark.parametrize(
    "text",
    [
        "Jańa zaýyt ashyldy, 200 adam jumys tabady",  # 2018
        "Jaña zauyt aşyldy, 200 adam jumys tabady",  # 2021
        "Jan'a zay'yt ashyldy, o'ndiris bastaldy",  # 2017
        "Turkistan oblysynda zhana zauyt ashyldy",  # as typed on a telephone
    ],
)
def test_kazakh_in_latin_letters(text: str) -> None:
    assert language_of(text, None) == "kk"
    assert language_of(text, "en") == "kk"


@pytest.mark.parametrize(
    "text",
    ["Облыс акими инвесторлармен кездести", "Туркистан облысында жана зауыт салынып жатыр"],
)
def test_kazakh_without_its_letters(text: str) -> None:
    assert language_of(text, None) == "kk"


@pytest.mark.parametrize(
    "text",
    [
        "«ҚазАзот» построит завод в Түркістане",
        "Түркістан – город, в котором открыли 7 заводов",
        "В СЭЗ Turan компания Hygeia Textile Kazakhstan Industries построит фабрику",
    ],
)
def test_names_of_another_language_do_not_mislead(text: str) -> None:
    assert language_of(text, None) == "ru"


def test_what_the_source_says_is_checked() -> None:
    assert language_of("Түркістан облысында 12 жаңа кәсіпорын ашылды", "ru") == "kk"
    assert language_of("В области открыли 12 предприятий", "kk") == "ru"
    assert language_of("A new plant has opened", "ru") == "en"


def test_what_the_source_says_stands_where_words_do_not_tell() -> None:
    assert language_of("Hevel Kentau", "ru") == "ru"
    assert language_of("Кентау – 2026", "kk") == "kk"
    assert language_of("2026", "RU-kz") == "ru"
    assert language_of("...", None) is None
