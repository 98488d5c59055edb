"""A report as a paper for a meeting: the numbers, what is late, what changed, what there is."""

from collections.abc import Sequence

from common.text import shorten
from model.ids import ProjectId
from model.overview import Dimension
from model.projects import Field, Project
from news.vocabulary import district_name
from projects.lateness import delay_of, late
from projects.reporting import Report, counted_by, tally_of
from projects.reports.sheets import Number, Paper, PaperColumn, PaperTable
from views import formats
from views.charts import stage_bars
from views.facts import stage
from views.overview import late_words
from views.project_words import field_name, money_words, name_of
from views.report_book import subtitle_of, title_of
from views.selections import capital, key_name, sums_words
from views.texts import Texts

MOST_LATE = 12
MOST_CHANGED = 12
MOST_PROJECTS = 40
NAME_UNITS = 90
WORDS_UNITS = 110


def paper(report: Report) -> Paper:
    text, projects = Texts(report.language), report.all
    tables = (
        _late(report, text),
        _changed(report, text),
        _districts(projects, text),
        _projects(report, text),
    )
    return Paper(
        title_of(report, text),
        subtitle_of(report, text),
        _numbers(report, text),
        text.plain("chart-stages"),
        stage_bars(counted_by(Dimension.STAGE, projects), text),
        tuple(table for table in tables if table.rows),
        text.plain("report-foot"),
    )


def _numbers(report: Report, text: Texts) -> tuple[Number, ...]:
    tally, language = tally_of(report.all), report.language
    overdue = sum(bool(late(one, report.today)) for one in report.all)
    numbers = [Number(formats.number(tally.projects, language), text.plain("report-n-projects"))]
    if tally.sums:
        first, *rest = tally.sums
        label = sums_words(rest, language, 2) or text.plain("report-n-sum")
        numbers.append(Number(formats.money(first.value, first.currency, language), label))
    if tally.jobs_planned or tally.jobs_created:
        created = formats.number(tally.jobs_created, language)
        label = text.plain("report-n-jobs", created=created)
        numbers.append(Number(formats.number(tally.jobs_planned, language), label))
    numbers.append(
        Number(formats.number(overdue, language), text.plain("report-n-overdue"), overdue > 0)
    )
    return tuple(numbers)


def _late(report: Report, text: Texts) -> PaperTable:
    found = [(each[0], one) for one in report.all if (each := late(one, report.today))]
    found.sort(key=lambda each: (-each[0].days, each[1].id))
    rows = tuple(
        (_name(one, text), shorten(late_words(worst, text), WORDS_UNITS))
        for worst, one in found[:MOST_LATE]
    )
    columns = (
        PaperColumn(field_name(Field.NAMES, text), 52),
        PaperColumn(text.plain("report-late"), 48),
    )
    return PaperTable(
        text.plain("report-late-title", count=len(found)), columns, rows, _more(found, rows, text)
    )


def _changed(report: Report, text: Texts) -> PaperTable:
    """Projects of which something changed, the last first."""
    by_id = {one.id: one for one in report.all}
    fields: dict[ProjectId, list[Field]] = {}
    days: dict[ProjectId, str] = {}
    for one in report.changes:
        known = fields.setdefault(one.project_id, [])
        if one.field not in known:
            known.append(one.field)
        at = one.at.astimezone(report.zone).date()
        days.setdefault(one.project_id, formats.date_near(at, report.today, text.language))
    changed = [(by_id[number], fields[number], days[number]) for number in fields]
    rows = tuple(
        (
            _name(project, text),
            shorten(
                formats.listed((field_name(one, text) for one in what), text.language), WORDS_UNITS
            ),
            day,
        )
        for project, what, day in changed[:MOST_CHANGED]
    )
    day = formats.full_date(report.since.date(), text.language)
    columns = (
        PaperColumn(field_name(Field.NAMES, text), 46),
        PaperColumn(text.plain("report-what"), 36),
        PaperColumn(text.plain("report-changed"), 18),
    )
    title = text.plain("report-changed-title", date=day, count=len(changed))
    return PaperTable(title, columns, rows, _more(changed, rows, text))


def _districts(projects: Sequence[Project], text: Texts) -> PaperTable:
    counted = counted_by(Dimension.DISTRICT, projects)
    rows = tuple(
        (
            capital(key_name(Dimension.DISTRICT, one.key, text, {}), text.language),
            formats.number(one.tally.projects, text.language),
            sums_words(one.tally.sums, text.language),
        )
        for one in counted
    )
    columns = (
        PaperColumn(text.plain("overview-of-district"), 36),
        PaperColumn(text.plain("report-count"), 16, is_number=True),
        PaperColumn(field_name(Field.AMOUNT, text), 48),
    )
    return PaperTable(
        text.plain("chart-districts"), columns, rows, text.plain("chart-districts-foot")
    )


def _projects(report: Report, text: Texts) -> PaperTable:
    """The largest first, in the currency that most of them have."""
    currencies = [money.currency for money in tally_of(report.all).sums]
    ordered = sorted(report.all, key=lambda one: _size(one, currencies))
    rows = tuple(_project(one, report, text) for one in ordered[:MOST_PROJECTS])
    columns = (
        PaperColumn(field_name(Field.NAMES, text), 30),
        PaperColumn(text.plain("overview-of-district"), 20),
        PaperColumn(field_name(Field.STAGE, text), 19),
        PaperColumn(field_name(Field.AMOUNT, text), 16),
        PaperColumn(field_name(Field.PLANNED_FINISH, text), 17),
        PaperColumn(text.plain("report-delay"), 14, is_number=True),
    )
    title = text.plain("report-projects-title", count=len(ordered))
    return PaperTable(title, columns, rows, _more(ordered, rows, text))


def _project(one: Project, report: Report, text: Texts) -> tuple[str, ...]:
    language, claim = text.language, one.claim
    delay = delay_of(one, report.today)
    finish = one.planned_finish
    return (
        _name(one, text),
        formats.listed((district_name(code, language) for code in one.districts[:2]), language),
        capital(stage(one.stage, text), language),
        shorten(money_words(claim, language), 40) if claim is not None else "",
        formats.partial_date(finish, language) if finish is not None else "",
        formats.number(delay, language) if delay else "",
    )


def _size(one: Project, currencies: Sequence[str]) -> tuple[int, int, int]:
    money = one.claim.money if one.claim is not None else None
    if money is None:
        return len(currencies), 0, one.id
    return currencies.index(money.currency), -money.value, one.id


def _name(one: Project, text: Texts) -> str:
    return f"{shorten(name_of(one, text.language), NAME_UNITS)} ({one.code})"


def _more(found: Sequence[object], rows: Sequence[object], text: Texts) -> str:
    more = len(found) - len(rows)
    return text.plain("report-more", count=more) if more > 0 else ""
