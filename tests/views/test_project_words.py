"""Fields of projects and their values in the four languages."""

from datetime import UTC, datetime

import pytest

from model.ids import FileId
from model.news import Stage
from model.partial_dates import PartialDate
from model.people import Language
from model.projects import (
    Blocker,
    Claim,
    Document,
    DocumentKind,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Suspension,
)
from tests.projects.makers import project
from views import formats
from views.project_words import (
    Known,
    change_words,
    delay_words,
    field_name,
    name_of,
    progress_line,
    value_words,
)
from views.texts import Texts

RU = Texts(Language.RUSSIAN)
BASE = Milestone(1, "Фундамент", PartialDate(2027, 1, 15))
ROOF = Milestone(2, "Кровля", PartialDate(2027, 6))
PAPER = Document(
    FileId(1), DocumentKind.DOCUMENT, "Акт ввода", None, datetime(2026, 11, 23, tzinfo=UTC)
)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("field", list(Field))
def test_every_field_has_a_name(field: Field, language: Language) -> None:
    assert field_name(field, Texts(language))


@pytest.mark.parametrize(
    ("language", "year", "month", "day"),
    [
        (Language.KAZAKH, "2026 жыл", "2026\xa0ж. маусым", "2026\xa0ж. 30 маусым"),
        (Language.RUSSIAN, "2026 год", "июнь 2026\xa0года", "30 июня 2026\xa0года"),
        (Language.ENGLISH, "2026", "June 2026", "30 Jun 2026"),
        (Language.CHINESE, "2026年", "2026年6月", "2026年6月30日"),
    ],
)
def test_dates_say_no_more_than_is_known(
    language: Language, year: str, month: str, day: str
) -> None:
    dates = (PartialDate(2026), PartialDate(2026, 6), PartialDate(2026, 6, 30))
    assert [formats.partial_date(one, language) for one in dates] == [year, month, day]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (Field.STAGE, Stage.CONSTRUCTION, "строительство"),
        (Field.JOBS_PLANNED, 12_345, "12\xa0345"),
        (Field.JOBS_CREATED, 0, "0"),
        (Field.PHYSICAL, 0, "0 %"),
        (Field.PLANNED_FINISH, PartialDate(2026, 6), "июнь 2026\xa0года"),
        (Field.SECTORS, ("textile", "tourism"), "Текстиль, Туризм"),
        (Field.DISTRICTS, ("612000000",), "город Кентау"),
        (Field.ZONE, "turan", "СЭЗ «Туран»"),
        (Field.INVESTORS, (Investor("Henan Cable", "CN"),), "Henan Cable (Китай)"),
        (Field.AMOUNT, 1, "3 млрд тенге (30 августа 2023\xa0года)"),
        (Field.AMOUNT, 9, "другая сумма"),
        (Field.MEMORANDUM, Memorandum("12", PartialDate(2023)), "№ 12, 2023 год"),
        (Field.MEMORANDUM, Memorandum(None, None), "да"),
        (Field.LAPSED, True, "да"),
        (Field.SUSPENSION, Suspension("нет сетей", PartialDate(2026)), "нет сетей · 2026 год"),
        (Field.MILESTONES, (BASE,), "«Фундамент», срок: 15 января 2027\xa0года"),
        (Field.POINT, Point(43.5, 68.25), "43.5, 68.25"),
        (Field.CURATOR, 1010, "Данияр"),
        (Field.CURATOR, 7, "сотрудник № 7"),
        (Field.DOCUMENTS, (PAPER,), "Акт ввода"),
        (Field.NAMES, {"ru": "Завод", "kk": "Зауыт"}, "Завод · Зауыт"),
        (Field.NOTES, None, "не указано"),
        (Field.CLAIMS, (), "не указано"),
        (Field.CLAIMS, (Claim(1, "не названа", None),), "не названа"),
    ],
)
def test_values_in_words(field: Field, value: object, words: str) -> None:
    known = Known.of(project(), {1010: "Данияр"})
    assert value_words(field, value, RU, known) == words


def test_a_change_says_what_was_and_what_is() -> None:
    said = change_words(Field.STAGE, Stage.MEMORANDUM, Stage.CONSTRUCTION, RU)
    assert said == "меморандум → строительство"
    assert change_words(Field.PHYSICAL, None, 40, RU) == "40 %"
    assert change_words(Field.CURATOR, 7, None, RU) == "сотрудник № 7 → не указано"


def test_of_a_list_only_what_is_otherwise_is_said() -> None:
    met = Milestone(1, "Фундамент", BASE.due, PartialDate(2027, 1, 10))
    added = change_words(Field.MILESTONES, (BASE,), (BASE, ROOF), RU)
    assert added == "+ «Кровля», срок: июнь 2027\xa0года"
    done = change_words(Field.MILESTONES, (BASE, ROOF), (met, ROOF), RU)
    assert done.endswith("→ «Фундамент», выполнено: 10 января 2027\xa0года")
    assert "Кровля" not in done
    gone = change_words(Field.DOCUMENTS, (PAPER,), (), RU)
    assert gone == "− Акт ввода"


def test_of_a_long_list_it_is_said_how_many_more_there_are() -> None:
    many = tuple(Blocker(number, f"№{number}", PartialDate(2026)) for number in range(1, 9))
    assert change_words(Field.BLOCKERS, (), many, RU).endswith("+ №5; ещё 3")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "в срок"),
        (-5, "раньше срока на 5 дней"),
        (1, "опоздание: 1 день"),
        (23, "опоздание: 23 дня"),
        (128, "опоздание: 128 дней"),
    ],
)
def test_delays_in_words(days: int, words: str) -> None:
    assert delay_words(days, RU, is_finished=False) == words
    for language in Language:
        assert delay_words(days, Texts(language), is_finished=True)


def test_stages_on_the_way_make_a_line() -> None:
    assert progress_line(project(stage=Stage.PREPARATION)) == "●●●○○○"
    assert progress_line(project(stage=Stage.LAUNCHED)) == "●●●●●●"
    assert progress_line(project(stage=Stage.STOPPED)) == ""


def test_a_name_is_found_in_some_language() -> None:
    assert name_of(project(), Language.KAZAKH) == "Кабель зауыты"
    assert name_of(project(), Language.CHINESE) == "Завод кабельной продукции"
