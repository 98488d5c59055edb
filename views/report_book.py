"""A report as a spreadsheet: all projects of a filter, their numbers, what changed since a day."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from model.overview import Counted, Dimension
from model.people import Language
from model.projects import Blocker, Change, Field, Project
from news.vocabulary import region_name
from projects.lateness import delay_of, next_milestone
from projects.reporting import Report, Reported, counted_by, tally_of
from projects.reports.sheets import Cell, Column, Kind, Sheet, Table, Workbook
from views import formats
from views.facts import country, stage
from views.project_words import Known, field_name, name_of, value_words
from views.selections import capital, filter_words, key_name, names_of
from views.texts import Texts

COUNTED = (Dimension.STAGE, Dimension.SECTOR, Dimension.DISTRICT)


def workbook(report: Report) -> Workbook:
    text = Texts(report.language)
    currencies = [money.currency for money in tally_of(report.all).sums]
    return Workbook(
        title_of(report, text),
        (
            _projects(report, currencies, text),
            _summary(report, currencies, text),
            _changes(report, text),
        ),
        is_year_first=report.language is Language.CHINESE,
    )


def title_of(report: Report, text: Texts) -> str:
    return text.plain("report-heading", region=region_name(report.language))


def subtitle_of(report: Report, text: Texts) -> str:
    """«На 1 декабря 2026 года · Район: Кентау»"""
    day = text.plain("report-on", date=formats.full_date(report.today, report.language))
    words = filter_words(report.which, text, report.people)
    return f"{day} · {words or text.plain('report-every')}"


def _projects(report: Report, currencies: Sequence[str], text: Texts) -> Sheet:
    columns = (
        *_of_fields(((Field.CODE, 11), (Field.NAMES, 44), (Field.STAGE, 16)), text),
        Column(field_name(Field.SUSPENSION, text), width=24),
        *_of_fields(((Field.SECTORS, 22), (Field.DISTRICTS, 22), (Field.ZONE, 18)), text),
        *_of_fields(((Field.PLACE, 18), (Field.INVESTORS, 30)), text),
        Column(text.plain("overview-by-country"), width=16),
        *(_sum_column(one, text) for one in currencies),
        Column(text.plain("report-as-of"), Kind.DAY, 12),
        Column(text.plain("report-source"), width=30),
        Column(field_name(Field.JOBS_PLANNED, text), Kind.NUMBER, 11, is_summed=True),
        Column(field_name(Field.JOBS_CREATED, text), Kind.NUMBER, 11, is_summed=True),
        *_of_fields(((Field.CAPACITY, 24), (Field.MEMORANDUM, 22)), text),
        *(Column(field_name(one, text), Kind.DAY, 13) for one in _DATES),
        Column(text.plain("report-delay"), Kind.NUMBER, 11),
        Column(field_name(Field.PHYSICAL, text), Kind.PERCENT, 10),
        Column(field_name(Field.FINANCIAL, text), Kind.PERCENT, 10),
        Column(text.plain("report-next"), width=26),
        Column(text.plain("report-next-due"), Kind.DAY, 13),
        Column(text.plain("report-changed"), Kind.MOMENT, 16),
        Column(text.plain("report-confirmed"), Kind.MOMENT, 16),
        *_of_fields(((Field.CURATOR, 18), (Field.BLOCKERS, 30), (Field.NOTES, 30)), text),
    )
    rows = tuple(tuple(_row(one, report, currencies, text)) for one in report.projects)
    name = text.plain("report-sheet-projects")
    return Sheet(name, (Table(columns, rows),), total=text.plain("report-total"))


_DATES = (
    Field.PLANNED_START,
    Field.PLANNED_FINISH,
    Field.ACTUAL_START,
    Field.ACTUAL_FINISH,
)


def _row(one: Reported, report: Report, currencies: Sequence[str], text: Texts) -> Iterator[Cell]:
    project, language = one.project, report.language
    known = Known.of(project, report.people)

    def words(field: Field) -> str | None:
        value = getattr(project, field.value)
        return value_words(field, value, text, known) if value else None

    yield project.code
    yield name_of(project, language)
    yield stage(project.stage, text)
    for field in (Field.SUSPENSION, Field.SECTORS, Field.DISTRICTS, Field.ZONE):
        yield words(field)
    yield project.place
    yield formats.listed((each.name for each in project.investors), language) or None
    countries = dict.fromkeys(each.country for each in project.investors if each.country)
    yield formats.listed((country(code, language) for code in countries), language) or None
    claim = project.claim
    money = None if claim is None else claim.money
    for currency in currencies:
        yield money.value if money is not None and money.currency == currency else None
    yield None if claim is None else claim.as_of
    yield None if claim is None else claim.source
    yield project.jobs_planned
    yield project.jobs_created
    yield project.capacity
    yield words(Field.MEMORANDUM)
    for field in _DATES:
        yield getattr(project, field.value)
    yield delay_of(project, report.today)
    yield project.physical
    yield project.financial
    milestone = next_milestone(project)
    yield None if milestone is None else milestone.title
    yield None if milestone is None else milestone.due
    yield _local(project.changed_at, report)
    yield _local(project.checked_at, report)
    yield words(Field.CURATOR)
    yield _open(project.blockers, language)
    yield project.notes


def _open(blockers: Sequence[Blocker], language: Language) -> str | None:
    """What stands in the way still."""
    return formats.listed((one.text for one in blockers if not one.resolved_on), language) or None


def _summary(report: Report, currencies: Sequence[str], text: Texts) -> Sheet:
    projects = report.all
    tables = [
        Table(
            (
                Column(text.plain(f"report-by-{dimension.name.lower()}"), width=44),
                Column(text.plain("report-count"), Kind.NUMBER, 14),
                *(_sum_column(one, text) for one in currencies),
                Column(field_name(Field.JOBS_PLANNED, text), Kind.NUMBER, 14),
                Column(field_name(Field.JOBS_CREATED, text), Kind.NUMBER, 14),
            ),
            (
                *(
                    _numbers(dimension, one, currencies, report, text)
                    for one in counted_by(dimension, projects)
                ),
                _line(text.plain("report-together"), Counted(None, tally_of(projects)), currencies),
            ),
            names_of(dimension, text),
        )
        for dimension in COUNTED
    ]
    notes = (
        title_of(report, text),
        subtitle_of(report, text),
        text.plain("overview-each"),
        text.plain("chart-money-foot"),
    )
    return Sheet(text.plain("report-sheet-summary"), tuple(tables), notes)


def _numbers(
    dimension: Dimension, one: Counted, currencies: Sequence[str], report: Report, text: Texts
) -> tuple[Cell, ...]:
    name = capital(key_name(dimension, one.key, text, report.people), report.language)
    return _line(name, one, currencies)


def _line(name: str, one: Counted, currencies: Sequence[str]) -> tuple[Cell, ...]:
    sums = {money.currency: money.value for money in one.tally.sums}
    tally = one.tally
    worth = (sums.get(currency) for currency in currencies)
    return (name, tally.projects, *worth, tally.jobs_planned, tally.jobs_created)


def _changes(report: Report, text: Texts) -> Sheet:
    by_id = {one.project.id: one.project for one in report.projects}
    columns = (
        Column(text.plain("report-when"), Kind.MOMENT, 16),
        Column(field_name(Field.CODE, text), width=11),
        Column(field_name(Field.NAMES, text), width=40),
        Column(text.plain("report-what"), width=24),
        Column(text.plain("report-old"), width=30),
        Column(text.plain("report-new"), width=30),
        Column(text.plain("report-why"), width=34),
        Column(text.plain("report-source"), width=30),
        Column(text.plain("report-who"), width=20),
    )
    rows = tuple(_change(one, by_id[one.project_id], report, text) for one in report.changes)
    day = formats.full_date(report.since.date(), report.language)
    name = text.plain("report-sheet-changes")
    if not rows:
        rows = ((None, None, text.plain("report-no-changes", date=day), *(None,) * 6),)
    return Sheet(name, (Table(columns, rows),))


def _change(one: Change, project: Project, report: Report, text: Texts) -> tuple[Cell, ...]:
    known = Known.of(project, report.people)
    who = None
    if one.project_id in report.internal:
        who = report.people.get(one.actor_id) or text.plain(f"report-role-{one.role}")
    return (
        _local(one.at, report),
        project.code,
        name_of(project, report.language),
        field_name(one.field, text),
        value_words(one.field, one.old, text, known),
        value_words(one.field, one.new, text, known),
        one.why.reason,
        one.why.source,
        who,
    )


def _of_fields(fields: Sequence[tuple[Field, int]], text: Texts) -> list[Column]:
    return [Column(field_name(field, text), width=width) for field, width in fields]


def _sum_column(currency: str, text: Texts) -> Column:
    title = text.plain("report-sum-in", currency=currency)
    return Column(title, Kind.NUMBER, 18, is_summed=True)


def _local(at: datetime, report: Report) -> datetime:
    return at.astimezone(report.zone).replace(tzinfo=None, second=0, microsecond=0)
