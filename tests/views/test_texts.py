"""Four languages, each complete: the same keys, the same variables, the right plural forms."""

import string
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from markupsafe import Markup

from model.people import Language
from views import formats, texts
from views.callbacks import Press, number, pack, parse
from views.texts import LOCALES, TextError, Texts

AREAS = sorted({file.name for file in LOCALES.glob("*/*.ftl")})
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}

# CLDR's categories, the last one the default. Russian «other» is for fractions only, which no
# sentence counts. Kazakh and Chinese leave a counted noun as it is: no forms to choose from.
PLURALS = {
    Language.KAZAKH: [],
    Language.RUSSIAN: [["few", "many", "one"], ["few", "many", "one", "other"]],
    Language.ENGLISH: [["one", "other"]],
    Language.CHINESE: [],
}


class Facts(Visitor):
    """The variables of a sentence, those it writes as numbers, the plural forms it chooses from."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.numbers: set[str] = set()
        self.plurals: list[list[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        for each in node.arguments.positional:
            if node.id.name == "NUMBER" and isinstance(each, ast.VariableReference):
                self.numbers.add(each.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        names = [v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)]
        if set(names) & CATEGORIES - {"other"}:
            self.plurals.append(sorted(names))
        self.generic_visit(node)


def sentences(language: Language, area: str) -> dict[str, Facts]:
    found: dict[str, Facts] = {}
    for entry in FluentResource((LOCALES / language / area).read_text("utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{language}/{area}: {entry.content!r}"
        if isinstance(entry, ast.Message | ast.Term):
            assert entry.id.name not in found, f"{language}/{area}: {entry.id.name} twice"
            facts = found[entry.id.name] = Facts()
            facts.visit(entry)
    return found


@pytest.mark.parametrize("area", AREAS)
def test_every_language_has_the_same_sentences_with_the_same_variables(area: str) -> None:
    russian = {key: facts.variables for key, facts in sentences(Language.RUSSIAN, area).items()}
    for language in Language:
        own = {key: facts.variables for key, facts in sentences(language, area).items()}
        assert own == russian, f"{language}/{area}"


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", list(Language))
def test_plural_forms_are_those_of_the_language(language: Language, area: str) -> None:
    for key, facts in sentences(language, area).items():
        for forms in facts.plurals:
            assert forms in PLURALS[language], f"{language}/{area}: {key}"


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_is_written_in_another_languages_letters(language: Language) -> None:
    """A sentence forgotten in Russian in the Chinese file is noticed, and the other way round."""
    for key, text in _written(language):
        letters = {letter for letter in text if letter.isalpha()}
        han = any("一" <= letter <= "鿿" for letter in letters)
        cyrillic = any("Ѐ" <= letter <= "ӿ" for letter in letters)
        if key in MIXED:
            continue
        if language is not Language.CHINESE:
            assert not han, key
        if language in (Language.ENGLISH, Language.CHINESE):
            assert not cyrillic, key


# Languages are named in themselves, so that a lost person finds their own.
MIXED = {"language-name", "language-names"}


class Words(Visitor):
    """What a sentence says itself, without its variables."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)


def keys(language: Language) -> Iterator[str]:
    """Of all its sentences."""
    return (key for key, _ in _written(language))


def _written(language: Language) -> Iterator[tuple[str, str]]:
    """The sentences of a language by their keys."""
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentResource(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                words = Words()
                words.visit(entry)
                yield entry.id.name, "".join(words.words)


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of sentences of the test's own."""
    (tmp_path / "ru").mkdir()
    monkeypatch.setattr(texts, "LOCALES", tmp_path)
    texts._bundle.cache_clear()
    yield tmp_path
    texts._bundle.cache_clear()


def test_values_are_escaped_and_markup_is_not(locales: Path) -> None:
    (locales / "ru" / "a.ftl").write_text("hello = <b>{ $name }</b> { $link }\n")
    text = Texts(Language.RUSSIAN)
    said = text("hello", name="<i>&", link=Markup("<u>x</u>"))
    assert said == "<b>&lt;i&gt;&amp;</b> <u>x</u>"
    assert isinstance(said, Markup)


def test_nothing_missing_is_silent(locales: Path) -> None:
    (locales / "ru" / "a.ftl").write_text("hello = { $name }\nbold = <b>b</b>\n")
    text = Texts(Language.RUSSIAN)
    with pytest.raises(TextError, match="no sentence nowhere"):
        text("nowhere")
    with pytest.raises(TextError, match="name"):
        text("hello")
    with pytest.raises(TextError, match="markup"):
        text.plain("bold")


def test_long_values_come_whole_and_in_their_places(locales: Path) -> None:
    (locales / "ru" / "a.ftl").write_text("two = { $one }+{ $two }\n")
    text = Texts(Language.RUSSIAN)
    said = text("two", one="<" * 5000, two="\ue0005\ue001" + "ы" * 5000)
    assert said == "&lt;" * 5000 + "+\ue0005\ue001" + "ы" * 5000


def test_a_key_written_twice_or_broken_fluent_stops_the_start(locales: Path) -> None:
    (locales / "ru" / "a.ftl").write_text("one = 1\n")
    (locales / "ru" / "b.ftl").write_text("one = 2\n")
    with pytest.raises(TextError, match="twice"):
        Texts(Language.RUSSIAN)
    (locales / "ru" / "b.ftl").write_text("two = { $x\n")
    with pytest.raises(TextError, match="not Fluent"):
        Texts(Language.RUSSIAN)


def test_numbers_take_the_form_they_need(locales: Path) -> None:
    (locales / "ru" / "a.ftl").write_text(
        "news = { $count ->\n  [one] { $count } новость\n  [few] { $count } новости\n"
        " *[many] { $count } новостей\n }\n"
    )
    text = Texts(Language.RUSSIAN)
    said = [text.plain("news", count=count) for count in (1, 2, 5, 11, 21, 1234)]
    assert said == [
        "1 новость",
        "2 новости",
        "5 новостей",
        "11 новостей",
        "21 новость",
        "1\u00a0234 новости",
    ]


def every_language(*written: str) -> dict[Language, str]:
    return dict(zip(Language, written, strict=True))


def test_dates_are_written_as_people_write_them() -> None:
    day = date(2026, 11, 23)
    assert {each: formats.day_month(day, each) for each in Language} == every_language(
        "23 қараша", "23 ноября", "23 Nov", "11月23日"
    )
    assert {each: formats.date_near(day, date(2027, 1, 1), each) for each in Language} == (
        every_language(
            "2026\u00a0ж. 23 қараша", "23 ноября 2026\u00a0года", "23 Nov 2026", "2026年11月23日"
        )
    )
    at = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
    assert {each: formats.moment(at, "Asia/Almaty", each) for each in Language} == every_language(
        "23 қараша, 01:30", "23 ноября, 01:30", "23 Nov, 01:30", "11月23日 01:30"
    )
    assert formats.clock_time(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("value", "currency", "written"),
    [
        (3 * 10**9, "KZT", every_language("3 млрд теңге", "3 млрд тенге", "KZT 3 bn", "30亿坚戈")),
        (
            1_250_000_000,
            "USD",
            every_language(
                "1,25 млрд АҚШ доллары", "1,25 млрд долларов США", "USD 1.25 bn", "12.5亿美元"
            ),
        ),
        (
            450_000,
            "CNY",
            every_language(
                "450 мың қытай юані", "450 тыс. китайских юаней", "CNY 450,000", "45万元人民币"
            ),
        ),
        (700, "XXX", every_language("700 XXX", "700 XXX", "XXX 700", "700XXX")),
    ],
)
def test_money(value: int, currency: str, written: dict[Language, str]) -> None:
    assert {each: formats.money(value, currency, each) for each in Language} == written


def test_days_of_the_week() -> None:
    assert {each: formats.weekday(0, each) for each in Language} == every_language(
        "Дс", "Пн", "Mon", "周一"
    )
    assert formats.weekdays({4, 0}, Language.RUSSIAN) == "пн, пт"
    assert formats.weekdays({4, 0}, Language.CHINESE) == "周一、周五"


def test_a_button_comes_back_as_it_was_packed() -> None:
    data = pack("settings", "time", "0900")
    assert data == "settings:time:0900"
    assert parse(data) == Press("settings", "time", ("0900",))
    assert parse(pack("home", "open")) == Press("home", "open")
    with pytest.raises(ValueError, match="64"):
        pack("a", "b", "я" * 31)
    with pytest.raises(ValueError, match="colon"):
        pack("a", "b", "09:00")


@pytest.mark.parametrize(
    "data", [None, "", ":", "a", "a:", ":b", "x" * 65, "a:" + "\ud800" * 40, "a:\ud800"]
)
def test_what_no_button_says_is_none(data: str | None) -> None:
    assert parse(data) is None


def test_numbers_of_a_button_are_ids_or_nothing() -> None:
    assert number("42") == 42
    for word in ("", "-1", "4.2", "²", "٣", "9" * 19, "1" * 400, string.ascii_letters):
        assert number(word) is None
