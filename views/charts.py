"""What the pictures of /overview say: numbers and words, not yet a picture (projects/reports)."""

from collections.abc import Sequence
from datetime import date

from common.text import shorten
from model.expected import ACTIVE
from model.news import Stage
from model.overview import Counted, Dimension
from model.people import Language
from model.projects import Project
from news.vocabulary import region_name
from projects.lateness import delay_of
from projects.overview import Breakdown, Overview, Plans
from projects.reports.pictures import Bar, BarChart, BarGroup, Period, Run, Timeline
from views import formats
from views.project_words import delay_words, name_of
from views.selections import capital, filter_words, key_name, sums_words
from views.texts import Texts

LABEL_UNITS = 34
NAME_UNITS = 38
MOST_BARS = (9, 4, 3)
"""Of each currency; the others are counted in one line."""


def stages(seen: Overview, today: date, language: Language) -> BarChart:
    """The funnel: how many projects are how far, and what they are worth."""
    text = Texts(language)
    words = filter_words(seen.which, text, seen.people)
    count = text.plain("overview-projects", count=seen.tally.projects)
    subtitle = [words or region_name(language), count, formats.full_date(today, language)]
    return BarChart(
        text.plain("chart-stages"),
        " · ".join(subtitle),
        (stage_bars(seen.stages, text),),
        text.plain("chart-money-foot"),
    )


def stage_bars(stages: Sequence[Counted], text: Texts) -> BarGroup:
    """Every stage on the way, empty ones too; those beside it where something is there."""
    known = {one.key: one.tally for one in stages}
    bars: list[Bar] = []
    for stage in Stage:
        tally = known.get(stage.value)
        is_on_the_way = stage in ACTIVE or stage is Stage.LAUNCHED
        if tally is None and not is_on_the_way:
            continue
        count = 0 if tally is None else tally.projects
        name = capital(key_name(Dimension.STAGE, stage.value, text, {}), text.language)
        sums = "" if tally is None else sums_words(tally.sums, text.language)
        bars.append(Bar(name, count, str(count), sums, is_quiet=not is_on_the_way))
    return BarGroup(tuple(bars))


def districts(seen: Breakdown, today: date, language: Language) -> BarChart:
    """What is invested where: each currency by itself, the commonest first."""
    text = Texts(language)
    by_use: dict[str, int] = {}
    for one in seen.counted:
        for money in one.tally.sums if one.key is not None else ():
            by_use[money.currency] = by_use.get(money.currency, 0) + one.tally.projects
    currencies = sorted(by_use, key=lambda currency: (-by_use[currency], currency))
    words = filter_words(seen.which, text, seen.people) or region_name(language)
    return BarChart(
        text.plain("chart-districts"),
        f"{words} · {formats.full_date(today, language)}",
        tuple(
            _of_currency(seen, currency, most, text)
            for currency, most in zip(currencies, MOST_BARS, strict=False)
        ),
        text.plain("chart-districts-foot"),
    )


def plans(seen: Plans, language: Language) -> Timeline:
    """When projects were to be built, and when they were or are."""
    text = Texts(language)
    words = filter_words(seen.which, text, seen.people) or region_name(language)
    return Timeline(
        text.plain("chart-plans"),
        f"{text.plain('chart-plans-subtitle')} · {words}",
        text.plain("chart-planned"),
        text.plain("chart-actual"),
        text.plain("chart-late"),
        seen.today,
        text.plain("chart-today"),
        tuple(_run(one, seen.today, text) for one in seen.projects),
    )


def has_districts(seen: Breakdown) -> bool:
    return any(one.key is not None and one.tally.sums for one in seen.counted)


def _of_currency(seen: Breakdown, currency: str, most: int, text: Texts) -> BarGroup:
    worth = [
        (money.value, one)
        for one in seen.counted
        for money in one.tally.sums
        if money.currency == currency and one.key is not None
    ]
    worth.sort(key=lambda each: -each[0])
    bars = [
        Bar(
            shorten(key_name(Dimension.DISTRICT, one.key, text, {}), LABEL_UNITS),
            value,
            formats.money(value, currency, text.language),
        )
        for value, one in worth[:most]
    ]
    if (rest := worth[most:]) and bars:
        more = text.plain("chart-districts-more", count=len(rest))
        total = sum(value for value, _ in rest)
        said = formats.money(total, currency, text.language)
        bars.append(Bar(more, total, said, is_quiet=True))
    return BarGroup(tuple(bars), currency)


def _run(project: Project, today: date, text: Texts) -> Run:
    delay = delay_of(project, today)
    is_late = delay is not None and delay > 0
    return Run(
        shorten(name_of(project, text.language), NAME_UNITS),
        _planned(project),
        _actual(project, today),
        _keeping(project, delay, text),
        is_late,
    )


def _keeping(project: Project, delay: int | None, text: Texts) -> str:
    """How it keeps to its plan."""
    if delay is not None:
        is_finished = project.actual_finish is not None
        return delay_words(delay, text, is_finished=is_finished)
    if project.actual_start is None and project.actual_finish is None:
        return text.plain("chart-not-begun")
    return text.plain("chart-no-plan" if project.planned_finish is None else "chart-on-plan")


def _planned(project: Project) -> Period | None:
    finish = project.planned_finish
    if finish is None:
        return None
    start = project.planned_start or project.actual_start
    first = finish.first if start is None else min(start.first, finish.last)
    return first, finish.last


def _actual(project: Project, today: date) -> Period | None:
    """Until today, as long as it is not finished."""
    start, finish = project.actual_start, project.actual_finish
    if start is None:
        return None if finish is None else (finish.first, finish.last)
    last = today if finish is None else finish.last
    return start.first, max(start.first, last)
