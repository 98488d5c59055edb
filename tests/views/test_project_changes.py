"""What changed in a project, told in every language, whatever it was and became."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from common.text import utf16_length
from model.ids import ChangeId, FileId, ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Language, Role
from model.projects import (
    Blocker,
    Change,
    Claim,
    Document,
    DocumentKind,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Suspension,
    Why,
)
from tests.projects.makers import KENTAU, SAIRAM, WHEN
from tests.tdlib import HOSTILE, parse_html
from views import formats
from views.packing import visible
from views.project_changes import change_lines, difference_lines, field_lines, is_empty
from views.project_words import Known
from views.texts import Texts

RUSSIAN = Texts(Language.RUSSIAN)
JUNE, YEAR = PartialDate(2026, 6), PartialDate(2027)
DAY = PartialDate(2026, 6, 30)
CLAIMS = (
    Claim(1, "3 млрд тенге", Money(3_000_000_000, "KZT"), PartialDate(2023, 8, 30)),
    Claim(2, "7 млн долларов", None),
)
KNOWN = Known({one.id: one for one in CLAIMS}, {1010: "Данияр"})


def told(field: Field, old: Any, new: Any, language: Language = Language.RUSSIAN) -> list[str]:
    lines = field_lines(field, old, new, Texts(language), KNOWN)
    return [parse_html(line).text.replace("\u00a0", " ") for line in lines]


def document(kind: DocumentKind, title: str, *, is_public: bool = True) -> Document:
    return Document(FileId(1), kind, title, None, WHEN, is_public)


@pytest.mark.parametrize(
    ("field", "old", "new", "line"),
    [
        (Field.CODE, "TUR-001", "TUR-1A", "Код: TUR-001 → TUR-1A"),
        (Field.NAMES, {"ru": "Завод"}, {"ru": "Цех"}, "Название (Русский): Завод → Цех"),
        (Field.INVESTORS, (), (Investor("Henan", "CN"),), "Инвестор: Henan (Китай)"),
        (Field.SECTORS, ("textile",), ("tourism",), "Отрасль: Текстиль → Туризм"),
        (
            Field.DISTRICTS,
            (KENTAU,),
            (KENTAU, SAIRAM),
            "Район: город Кентау → город Кентау, Сайрамский район",
        ),
        (Field.ZONE, None, "turan", "Зона: СЭЗ «Туран»"),
        (Field.PLACE, "село Абай", None, "Место: село Абай → не указано"),
        (Field.POINT, None, Point(43.3, 68.27), "Координаты: 43.3, 68.27"),
        (
            Field.CLAIMS,
            CLAIMS[:1],
            CLAIMS,
            "Названа сумма: 7 млн долларов",
        ),
        (
            Field.AMOUNT,
            1,
            2,
            "Сумма: 3 млрд тенге (30 августа 2023 года) → 7 млн долларов",
        ),
        (Field.AMOUNT, None, 3, "Сумма: другая сумма"),
        (Field.JOBS_PLANNED, 1200, 1400, "Рабочие места по плану: 1 200 → 1 400"),
        (Field.JOBS_CREATED, None, 0, "Создано рабочих мест: 0"),
        (Field.CAPACITY, None, "10 млн м в год", "Мощность: 10 млн м в год"),
        (Field.MEMORANDUM, None, Memorandum("12", DAY), "Меморандум: № 12, 30 июня 2026 года"),
        (Field.CURATOR, 1010, 1011, "Куратор: Данияр → сотрудник № 1011"),
        (
            Field.STAGE,
            Stage.MEMORANDUM,
            Stage.CONSTRUCTION,
            "Стадия: меморандум → строительство",
        ),
        (Field.LAPSED, False, True, "Меморандум утратил силу"),
        (
            Field.SUSPENSION,
            None,
            Suspension("нет сырья", JUNE),
            "Работы приостановлены: нет сырья · июнь 2026 года",
        ),
        (Field.SUSPENSION, Suspension("нет сырья", JUNE), None, "Работы возобновлены"),
        (
            Field.SUSPENSION,
            Suspension("нет сырья", JUNE),
            Suspension("нет тока", JUNE),
            "Приостановка: нет сырья · июнь 2026 года → нет тока · июнь 2026 года",
        ),
        (Field.PLANNED_START, None, YEAR, "Начало по плану: 2027 год"),
        (Field.PLANNED_FINISH, JUNE, YEAR, "Завершение по плану: июнь 2026 года → 2027 год"),
        (Field.ACTUAL_START, None, DAY, "Начало по факту: 30 июня 2026 года"),
        (Field.ACTUAL_FINISH, DAY, None, "Завершение по факту: 30 июня 2026 года → не указано"),
        (
            Field.MILESTONES,
            (),
            (Milestone(1, "Монтаж", JUNE),),
            "Новый этап: «Монтаж», срок: июнь 2026 года",
        ),
        (
            Field.MILESTONES,
            (Milestone(1, "Монтаж", JUNE),),
            (Milestone(1, "Монтаж", JUNE, DAY),),
            "Этап выполнен: «Монтаж», 30 июня 2026 года",
        ),
        (
            Field.MILESTONES,
            (Milestone(1, "Монтаж", JUNE, DAY),),
            (Milestone(1, "Монтаж", JUNE),),
            "Этап снова не выполнен: «Монтаж»",
        ),
        (
            Field.MILESTONES,
            (Milestone(1, "Монтаж", JUNE),),
            (Milestone(1, "Монтаж", YEAR),),
            "Срок этапа «Монтаж»: июнь 2026 года → 2027 год",
        ),
        (Field.MILESTONES, (Milestone(1, "Монтаж", JUNE),), (), "Этап убран: «Монтаж»"),
        (Field.PHYSICAL, 0, 35, "Построено: 0 % → 35 %"),
        (Field.FINANCIAL, None, 5, "Освоено средств: 5 %"),
        (
            Field.BLOCKERS,
            (),
            (Blocker(1, "нет подстанции", JUNE),),
            "Препятствие: нет подстанции (июнь 2026 года)",
        ),
        (
            Field.BLOCKERS,
            (Blocker(1, "нет подстанции", JUNE),),
            (Blocker(1, "нет подстанции", JUNE, DAY),),
            "Препятствие устранено: нет подстанции (30 июня 2026 года)",
        ),
        (Field.DOCUMENTS, (), (document(DocumentKind.PHOTO, ""),), "Новое фото: «без названия»"),
        (
            Field.DOCUMENTS,
            (document(DocumentKind.DOCUMENT, "Акт", is_public=False),),
            (document(DocumentKind.DOCUMENT, "Акт"),),
            "Документ открыт для всех: «Акт»",
        ),
        (Field.NOTES, None, "ждём ответа", "Заметки: ждём ответа"),
        (Field.NOTES, "я" * 300, "я" * 301, "Заметки: обновлено"),
        (Field.PUBLISHED, False, True, "Проект опубликован"),
        (Field.DELETED, False, True, "Проект удалён"),
        (
            Field.SECTORS,
            ("textile", "tourism"),
            ("tourism", "textile"),
            "Отрасль: Текстиль, Туризм → Туризм, Текстиль",
        ),
    ],
)
def test_a_change_in_words(field: Field, old: Any, new: Any, line: str) -> None:
    assert told(field, old, new) == [line]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.KAZAKH,
            ["Кезеңі: меморандум → құрылыс", "Жоспар бойынша аяқталуы: 2026 ж. маусым → 2027 жыл"],
        ),
        (
            Language.ENGLISH,
            ["Stage: memorandum → under construction", "Planned finish: June 2026 → 2027"],
        ),
        (Language.CHINESE, ["阶段：备忘录 → 建设中", "计划竣工：2026年6月 → 2027年"]),
    ],
)
def test_a_change_in_other_languages(language: Language, lines: list[str]) -> None:
    assert [
        *told(Field.STAGE, Stage.MEMORANDUM, Stage.CONSTRUCTION, language),
        *told(Field.PLANNED_FINISH, JUNE, YEAR, language),
    ] == lines


def test_several_things_of_one_field_are_told_each() -> None:
    old = (Milestone(1, "Фундамент", JUNE), Milestone(2, "Стены", JUNE))
    new = (Milestone(2, "Стены и кровля", YEAR), Milestone(3, "Линия", YEAR, DAY))
    assert told(Field.MILESTONES, old, new) == [
        "Этап убран: «Фундамент»",
        "Этап переименован: «Стены» → «Стены и кровля»",
        "Срок этапа «Стены и кровля»: июнь 2026 года → 2027 год",
        "Новый этап: «Линия», срок: 2027 год",
        "Этап выполнен: «Линия», 30 июня 2026 года",
    ]


def test_entries_and_differences_are_told_alike() -> None:
    old = {Field.STAGE: Stage.MEMORANDUM}
    new = {Field.PHYSICAL: 10, Field.STAGE: Stage.CONSTRUCTION}
    entries = [
        Change(
            ChangeId(1),
            ProjectId(1),
            WHEN,
            field,
            old.get(field),
            new[field],
            Why("так"),
            1,
            Role.ADMIN,
        )
        for field in (Field.STAGE, Field.PHYSICAL)
    ]
    lines = difference_lines(old, new, RUSSIAN)
    assert lines == change_lines(entries, RUSSIAN)
    assert lines[0] == "Стадия: меморандум → строительство"


def test_dates_say_no_more_than_is_known() -> None:
    for day, words in {
        YEAR: ["2027 жыл", "2027 год", "2027", "2027年"],
        JUNE: ["2026 ж. маусым", "июнь 2026 года", "June 2026", "2026年6月"],
        DAY: ["2026 ж. 30 маусым", "30 июня 2026 года", "30 Jun 2026", "2026年6月30日"],
    }.items():
        written = [formats.partial_date(day, language) for language in Language]
        assert [one.replace("\u00a0", " ") for one in written] == words


text = st.sampled_from(HOSTILE) | st.sampled_from(["Монтаж", "Фундамент"])
day = st.sampled_from([JUNE, YEAR, DAY])
numbers = st.integers(1, 3)
VALUES: dict[Field, st.SearchStrategy[Any]] = {
    Field.CODE: text,
    Field.NAMES: st.dictionaries(st.sampled_from(list(Language)), text),
    Field.INVESTORS: st.lists(
        st.builds(Investor, text, st.sampled_from([None, "CN", "QQ"])), max_size=3
    ).map(tuple),
    Field.SECTORS: st.lists(st.sampled_from(["textile", "nowhere"])).map(tuple),
    Field.DISTRICTS: st.lists(st.sampled_from([KENTAU, "1"])).map(tuple),
    Field.ZONE: st.sampled_from(["turan", "gone"]),
    Field.PLACE: text,
    Field.POINT: st.builds(Point, st.floats(-90, 90), st.floats(-180, 180)),
    Field.CLAIMS: st.lists(
        st.builds(Claim, numbers, text, st.none(), st.none() | day, st.none() | text),
        unique_by=lambda one: one.id,
    ).map(tuple),
    Field.AMOUNT: st.integers(1, 3),
    Field.JOBS_PLANNED: st.integers(0, 10**7),
    Field.JOBS_CREATED: st.integers(0, 10**7),
    Field.CAPACITY: text,
    Field.MEMORANDUM: st.builds(Memorandum, st.none() | text, st.none() | day),
    Field.CURATOR: st.sampled_from([1010, 10**15]),
    Field.STAGE: st.sampled_from(list(Stage)),
    Field.LAPSED: st.booleans(),
    Field.SUSPENSION: st.builds(Suspension, text, day),
    Field.PLANNED_START: day,
    Field.PLANNED_FINISH: day,
    Field.ACTUAL_START: day,
    Field.ACTUAL_FINISH: day,
    Field.MILESTONES: st.lists(
        st.builds(Milestone, numbers, text, day, st.none() | day), unique_by=lambda one: one.id
    ).map(tuple),
    Field.PHYSICAL: st.integers(0, 100),
    Field.FINANCIAL: st.integers(0, 100),
    Field.BLOCKERS: st.lists(
        st.builds(Blocker, numbers, text, day, st.none() | day), unique_by=lambda one: one.id
    ).map(tuple),
    Field.DOCUMENTS: st.lists(
        st.builds(
            Document,
            numbers.map(FileId),
            st.sampled_from(DocumentKind),
            text,
            st.none(),
            st.just(WHEN),
            st.booleans(),
        ),
        unique_by=lambda one: one.id,
    ).map(tuple),
    Field.NOTES: text,
    Field.PUBLISHED: st.booleans(),
    Field.DELETED: st.booleans(),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("field", list(Field))
@settings(max_examples=20)
@given(st.data())
def test_whatever_becomes_whatever(field: Field, language: Language, data: st.DataObject) -> None:
    """Telegram takes each line, it is not long, and what differs is told."""
    old, new = (data.draw(st.none() | VALUES[field]) for _ in range(2))
    lines = field_lines(field, old, new, Texts(language), KNOWN)
    for line in lines:
        assert isinstance(line, Markup)
        assert utf16_length(visible(line)) < 2_000
        parse_html(line)
    if field in (Field.LAPSED, Field.PUBLISHED, Field.DELETED):
        assert bool(lines) == (bool(old) != bool(new))
    else:
        assert bool(lines) == (old != new and not (is_empty(old) and is_empty(new)))
