"""Stems: every form of a word is found by any other, typed on any keyboard."""

import pytest

from news.stems import has_word, stems_of, terms_of

KAZAKH = [
    "зауыт зауыты зауыттың зауытқа зауыттар зауыттары зауытта зауытын",
    "облыс облысы облысында облыстың облыстан облыстағы",
    "жоба жобасы жобаның жобалар жобалары жобаға жобасында жобасының",
    "жылыжай жылыжайдың жылыжайлар жылыжайды жылыжайға",
    "мақта мақтаның мақтаны мақтаға",
    "қала қаласы қаласында қаланың қаладағы",
    "Түркістан Түркістанда Түркістандағы Түркістанның Түркістанға",
    "инвестор инвесторлар инвесторлармен инвесторы инвестордың",
    "компания компаниясы компанияның компаниялар компаниялары",
]
RUSSIAN = [
    "завод завода заводе заводы заводов заводом",
    "теплица теплицы теплиц теплицу теплицей",
    "инвестор инвестора инвесторы инвесторам",
    "хлопковый хлопковая хлопковых",
]


@pytest.mark.parametrize(("language", "forms"), [("kk", each) for each in KAZAKH])
def test_kazakh_forms_share_a_stem(language: str, forms: str) -> None:
    assert len(set(terms_of(forms, language))) == 1


@pytest.mark.parametrize("forms", RUSSIAN)
def test_russian_forms_share_a_stem(forms: str) -> None:
    assert len(set(terms_of(forms, "ru"))) == 1


@pytest.mark.parametrize(
    ("typed", "text", "language"),
    [
        ("Туркистан", "Түркістанда зауыт салынады", "kk"),
        ("зауытка", "зауыттың құрылысы", "kk"),
        ("ҚАЗАҚ", "қазақ елі", "kk"),
        ("ёлка", "елку поставили", "ru"),
        ("елка", "Ёлки в городе", "ru"),
        ("заводы", "строят завод", "ru"),
        ("зауыт", "zaýyttyń qurylysy", "kk"),
        ("plants", "a plant opens", "en"),
        ("хлоп*", "хлопковый кластер", "ru"),
        ("инвестиции*", "поток инвестиций", "ru"),
        ("тепличный*", "откроют тепличный комплекс", "ru"),
        ("строительство завода", "о строительстве нового завода", "ru"),
        ("建厂", "在突厥斯坦州建厂", "zh"),
        ("突厥斯坦", "在突厥斯坦州建厂", "zh"),
    ],
)
def test_a_word_is_found_in_any_form(typed: str, text: str, language: str) -> None:
    assert has_word(set(terms_of(text, language)), typed)


@pytest.mark.parametrize(
    ("typed", "text", "language"),
    [
        ("завод", "зауыт салынады", "kk"),
        ("строительство завода", "строительство школы", "ru"),
        ("建厂", "工厂", "zh"),
        ("***", "всё что угодно", "ru"),
        ("!?", "всё что угодно", "ru"),
    ],
)
def test_another_word_is_not(typed: str, text: str, language: str) -> None:
    assert not has_word(set(terms_of(text, language)), typed)


def test_a_text_of_any_length_and_kind_has_terms() -> None:
    assert terms_of("", "ru") == []
    assert terms_of("😀 🎉 …", None) == []
    assert len(terms_of("слово " * 500_000, "ru")) < 10_000
    assert all(len(stem) <= 40 for stem in stems_of("а" * 5_000))
