"""/overview and /overdue: all projects in numbers, and the way down to each of them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Stage
from model.overview import Counted, Dimension
from model.people import Language
from model.projects import Filter
from projects.lateness import STALLED_DAYS, Late
from projects.overview import (
    PAGE,
    Breakdown,
    Entry,
    Listing,
    Overdue,
    Overview,
    ProjectList,
)
from views import formats
from views.callbacks import pack
from views.facts import stage
from views.packing import BETWEEN
from views.pickers import in_rows, turn_row
from views.project_words import delay_words, field_name, money_words, name_of
from views.selections import (
    capital,
    filter_word,
    filter_words,
    key_name,
    names_of,
    narrowed,
    open_dimensions,
    sums_words,
)
from views.texts import Texts
from views.ways_back import open_project, way_to

VALUES = 10
"""Values of one page of a breakdown."""
NAME_UNITS = 90
TITLE_UNITS = 60
LABEL_UNITS = 40
MOST_MOVED = 4
CHARTS = ("stages", "districts", "plans")

_LINE = Markup("\n")
Turn = Callable[[int], str]
"""What the button says that leads to a page."""


def overview(seen: Overview, language: Language) -> Outgoing:
    """The projects of a filter in numbers, and by what to look closer."""
    text, tally = Texts(language), seen.tally
    head = [_title(text("overview-title"), seen.which, seen.people, text)]
    if not tally.projects:
        return Outgoing(BETWEEN.join([*head, text("overview-nothing")]), buttons=_up(seen, text))
    numbers = [text("overview-projects", count=tally.projects)]
    if tally.sums:
        numbers.append(text("overview-sums", sums=sums_words(tally.sums, language)))
    if tally.jobs_planned or tally.jobs_created:
        jobs = {"planned": tally.jobs_planned, "created": tally.jobs_created}
        numbers.append(text("overview-jobs", **jobs))
    stages = [_counted(Dimension.STAGE, one, {}, text) for one in _in_order(seen.stages)]
    counts = seen.counts
    became = [
        text("overview-moved", week=counts[Listing.WEEK], month=counts[Listing.MONTH]),
        text("overview-entered", count=counts[Listing.ENTERED]),
        text("overview-stalled", count=counts[Listing.STALLED], days=STALLED_DAYS),
        text("overview-overdue", count=counts[Listing.OVERDUE]),
    ]
    parts = [*head, _LINE.join(numbers)]
    parts.append(_LINE.join([text("overview-stages"), *stages]))
    parts.append(_LINE.join(became))
    return Outgoing(BETWEEN.join(parts), buttons=_overview_buttons(seen, text))


def breakdown(seen: Breakdown, page: int, language: Language) -> Outgoing:
    """The values of a dimension, each with its projects; a press narrows to it."""
    text, dimension = Texts(language), seen.dimension
    counted = _in_order(seen.counted) if dimension is Dimension.STAGE else seen.counted
    pages = max(1, -(-len(counted) // VALUES))
    page = max(0, min(page, pages - 1))
    shown = counted[page * VALUES : (page + 1) * VALUES]
    title = text("overview-breakdown", by=names_of(dimension, text))
    lines = [_counted(dimension, one, seen.people, text) for one in shown]
    values = [
        Button(_label(dimension, one, seen, text), pack("overview", "all", filter_word(which)))
        for one in shown
        if (which := narrowed(seen.which, dimension, one.key or "")) is not None
    ]
    word = filter_word(seen.which)
    turns = turn_row(page, pages, lambda at: pack("overview", "by", dimension, at, word))
    back = Button(text.plain("overview-back"), pack("overview", "all", word))
    parts = [_title(title, seen.which, seen.people, text)]
    parts.append(_LINE.join(lines) if lines else text("overview-nothing"))
    if dimension in (Dimension.SECTOR, Dimension.DISTRICT, Dimension.COUNTRY):
        parts.append(text("overview-each"))
    return Outgoing(BETWEEN.join(parts), buttons=(*in_rows(values), *turns, (back,)))


def project_list(seen: ProjectList, timezone: str, language: Language) -> Outgoing:
    """A page of the projects of a list, each a press away."""
    text, word = Texts(language), filter_word(seen.which)
    key = f"overview-list-{seen.listing}"
    said = text(key, count=seen.count, days=STALLED_DAYS)
    back = Button(text.plain("overview-back"), pack("overview", "all", word))
    return _list(
        seen,
        _title(said, seen.which, seen.people, text),
        lambda at: pack("overview", "list", seen.listing, at, word),
        ((back,),),
        timezone,
        text,
    )


def overdue(seen: Overdue, timezone: str, language: Language) -> Outgoing:
    """/overdue: the worst first, an official's own or all."""
    text, own = Texts(language), "own" if seen.is_own else "all"
    title = text(f"overdue-{own}", count=seen.page.count)
    turn = (
        Button(text.plain("overdue-show-all", count=seen.every), pack("overdue", "list", "all", 0))
        if seen.is_own
        else Button(
            text.plain("overdue-show-own", count=seen.own), pack("overdue", "list", "own", 0)
        )
    )
    return _list(
        seen.page,
        title,
        lambda at: pack("overdue", "list", own, at),
        ((turn,),) if seen.own else (),
        timezone,
        text,
    )


def late_words(one: Late, text: Texts) -> str:
    """«срок: 30 июня 2026 года, опоздание: 154 дня»; of a milestone with its name."""
    due = formats.partial_date(one.what.due, text.language)
    delay = delay_words(one.days, text, is_finished=False)
    if one.what.milestone is None:
        return text.plain("overdue-finish", due=due, delay=delay)
    title = shorten(one.what.milestone.title, TITLE_UNITS)
    return text.plain("overdue-milestone", title=title, due=due, delay=delay)


def chart_caption(chart: str, which: Filter, people: Mapping[int, str], text: Texts) -> Markup:
    return _title(Markup("<b>{}</b>").format(text.plain(f"chart-{chart}")), which, people, text)


def chart_buttons(which: Filter, language: Language) -> Rows:
    """Under a picture: the way back, which is a message of its own."""
    text, word = Texts(language), filter_word(which)
    return (
        (
            Button(text.plain("overview-back"), pack("overview", "all", word)),
            Button(text.plain("overview-report"), pack("report", "menu", "30", word)),
        ),
    )


def _list(
    seen: ProjectList, title: Markup, turn: Turn, last: Rows, timezone: str, text: Texts
) -> Outgoing:
    first = seen.start + 1
    lines = [
        _entry(number, one, seen, timezone, text) for number, one in enumerate(seen.entries, first)
    ]
    here = way_to(turn(seen.start // PAGE))
    opens = [
        Button(str(number), open_project(one.project.id, here))
        for number, one in enumerate(seen.entries, first)
    ]
    pages = max(1, -(-seen.count // PAGE))
    turns = turn_row(seen.start // PAGE, pages, turn)
    body = [title, *(lines or [text("overview-list-empty")])]
    rows = (tuple(opens[:PAGE]),) if opens else ()
    return Outgoing(BETWEEN.join(body), buttons=(*rows, *turns, *last))


def _entry(number: int, one: Entry, seen: ProjectList, timezone: str, text: Texts) -> Markup:
    project = one.project
    name = shorten(name_of(project, text.language), NAME_UNITS)
    lines = [Markup("{}. <b>{}</b>").format(number, name)]
    lines += [Markup("{}").format(words) for words in _notes(one, seen, timezone, text) if words]
    return _LINE.join(lines)


def _notes(one: Entry, seen: ProjectList, timezone: str, text: Texts) -> list[str]:
    """What of a project matters in this list."""
    project, language = one.project, text.language

    def day(at: datetime) -> str:
        return formats.date_near(at.astimezone(ZoneInfo(timezone)).date(), seen.today, language)

    if seen.listing is Listing.OVERDUE:
        curator = seen.people.get(project.curator or 0)
        return [
            *(late_words(each, text) for each in one.late[:1]),
            text.plain("overdue-more", count=len(one.late) - 1) if len(one.late) > 1 else "",
            text.plain("overdue-curator", name=shorten(curator, TITLE_UNITS)) if curator else "",
        ]
    claim = project.claim
    amount = money_words(claim, language) if claim is not None else ""
    where = [stage(project.stage, text), *([amount] if amount else [])]
    match seen.listing:
        case Listing.WEEK | Listing.MONTH:
            fields = [field_name(each, text) for each in one.moved[:MOST_MOVED]]
            named = formats.listed(fields, language)
            return [text.plain("overview-changed", date=day(project.changed_at), what=named)]
        case Listing.STALLED:
            return [
                " · ".join(where),
                text.plain("overview-confirmed", date=day(project.checked_at)),
            ]
        case Listing.ENTERED:
            where.append(day(project.created_at))
    return [" · ".join(where)]


def _title(said: Markup, which: Filter, people: Mapping[int, str], text: Texts) -> Markup:
    words = filter_words(which, text, people)
    return said + _LINE + Markup("{}").format(words) if words else said


def _counted(dimension: Dimension, one: Counted, people: Mapping[int, str], text: Texts) -> Markup:
    name = capital(key_name(dimension, one.key, text, people), text.language)
    sums = sums_words(one.tally.sums, text.language)
    name = shorten(name, TITLE_UNITS)
    if not sums:
        return text("overview-line", name=name, count=one.tally.projects)
    return text("overview-line-sums", name=name, count=one.tally.projects, sums=sums)


def _label(dimension: Dimension, one: Counted, seen: Breakdown, text: Texts) -> str:
    name = capital(key_name(dimension, one.key, text, seen.people), text.language)
    return f"{shorten(name, LABEL_UNITS)} · {one.tally.projects}"


def _in_order(stages: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """From the first word on, not by how many there are."""
    order = {one.value: at for at, one in enumerate(Stage)}
    return tuple(sorted(stages, key=lambda one: order.get(one.key or "", len(order))))


def _overview_buttons(seen: Overview, text: Texts) -> Rows:
    word, counts = filter_word(seen.which), seen.counts
    ways = [
        Button(names_of(one, text), pack("overview", "by", one, 0, word))
        for one in open_dimensions(seen.which)
    ]
    lists = [
        Button(
            text.plain(f"overview-open-{one}", count=counts[one]),
            pack("overview", "list", one, 0, word),
        )
        for one in Listing
        if counts[one]
    ]
    charts = tuple(
        Button(text.plain(f"chart-{one}-button"), pack("overview", "chart", one, word))
        for one in CHARTS
    )
    report = Button(text.plain("overview-report"), pack("report", "menu", "30", word))
    return (*_pairs(ways, 3), *_pairs(lists, 2), charts, (report,), *_up(seen, text))


def _up(seen: Overview, text: Texts) -> Rows:
    """To all projects, from those of a filter."""
    if seen.which == Filter():
        return ()
    return ((Button(text.plain("overview-everything"), pack("overview", "all", "-")),),)


def _pairs(buttons: list[Button], width: int) -> Rows:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
