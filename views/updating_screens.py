"""The screens of an update: what can be pressed for each thing that can change."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Stage
from model.people import Language
from model.projects import Field
from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name
from projects.updating.edits import next_stage
from projects.zones import ZONES, zone_name
from views import formats
from views.callbacks import pack
from views.facts import stage as stage_name
from views.packing import BETWEEN
from views.phrases import own_name
from views.pickers import in_rows, mark
from views.project_words import TITLE_UNITS, field_name, investor_words, money_words
from views.stories import one_line
from views.texts import Texts
from views.updating import NAME_UNITS, Shown, head, last_row, preview, source, why

DATES = (Field.PLANNED_START, Field.PLANNED_FINISH, Field.ACTUAL_START, Field.ACTUAL_FINISH)
COUNTS = (Field.JOBS_PLANNED, Field.JOBS_CREATED)
MORE = (
    "curator",
    "names",
    "investor",
    "sectors",
    "districts",
    "zone",
    "capacity",
    "memorandum",
    "delete",
)
PERCENTS = (Field.PHYSICAL, Field.FINANCIAL)
MOST_ENTRIES = 12
"""Buttons of one list; what is beyond is done or old."""

Row = tuple[Button, ...]


def screen(shown: Shown, name: str, arg: str = "") -> Outgoing:
    """A screen by its name; the menu for one that there is not."""
    whole = {"why": why, "source": source, "preview": preview}
    if name in whole:
        return whole[name](shown)
    build = _SCREENS.get(name)
    if build is None:
        return screen(shown, "menu")
    asked, rows = build(shown, arg)
    back = shown.to(_PARENTS.get(name, "menu"))
    ways = _menu_row(shown) if name == "menu" else last_row(shown, back)
    return Outgoing(BETWEEN.join([*head(shown), asked]), buttons=(*rows, ways))


def _menu_row(shown: Shown) -> Row:
    text, number = shown.text, shown.project.id
    card = Button(text.plain("update-to-card"), pack("project", "show", number))
    if not shown.update.changes:
        return (card,)
    return (card, Button(text.plain("update-cancel"), pack("update", "drop", number)))


def _menu(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, project = shown.text, shown.project
    rows: list[Row] = []
    if shown.update.changes:
        rows.append((Button(text.plain("update-next"), shown.to("why")),))
    else:
        same = pack("update", "same", project.id)
        rows.append((Button(text.plain("update-unchanged"), same),))
    if shown.update.waiting:
        label = text.plain("update-waiting", count=shown.update.waiting)
        rows.append((Button(label, pack("proposal", "list", 0, project.id)),))
    if not project.published:
        rows.append((Button(text.plain("update-publish"), shown.set("published", 1)),))
    if (likely := next_stage(project.stage)) is not None:
        label = f"→ {stage_name(likely, text)}"
        rows.append((Button(label, shown.set("stage", likely.value)),))
    rows.append(_percent_row(shown, Field.PHYSICAL, 4))
    for one, other in (
        ("stage", "progress"),
        ("milestones", "dates"),
        ("amount", "jobs"),
        ("blockers", "note"),
        ("files", "place"),
    ):
        rows.append((_open(shown, one), _open(shown, other)))
    rows.append((_open(shown, "more"),))
    return text("update-ask-menu"), tuple(rows)


def _more(shown: Shown, _: str) -> tuple[Markup, Rows]:
    rows = [(_open(shown, one),) for one in MORE]
    return shown.text("update-ask-more"), tuple(rows)


def _stage(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, project = shown.text, shown.project
    likely = next_stage(project.stage)
    order = sorted(Stage, key=lambda one: one is not likely)
    stages = [
        Button(mark(one is project.stage) + stage_name(one, text), shown.set("stage", one.value))
        for one in order
    ]
    rows: list[Row] = list(in_rows(stages))
    if project.suspension is None:
        rows.append((Button(text.plain("update-suspend"), shown.to("suspend")),))
    else:
        rows.append((Button(text.plain("update-resume"), shown.set("resumed")),))
    if project.lapsed:
        rows.append((Button(text.plain("update-not-lapsed"), shown.set("lapsed", 0)),))
    elif project.stage is Stage.MEMORANDUM:
        rows.append((Button(text.plain("update-lapsed"), shown.set("lapsed", 1)),))
    return text("update-ask-stage"), tuple(rows)


def _since(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    """After a stage that begins or ends the building: since when?"""
    text = shown.text
    field = Field.ACTUAL_FINISH if arg == "finish" else Field.ACTUAL_START
    asked = text("update-ask-date", field=field_name(field, text))
    skip = Button(text.plain("update-skip"), shown.to("why"))
    return asked, ((_today(shown, field.value), skip),)


def _progress(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    text = shown.text
    field = Field.FINANCIAL if arg == Field.FINANCIAL.value else Field.PHYSICAL
    other = next(one for one in PERCENTS if one is not field)
    tens = [_percent(shown, field, value) for value in range(0, 101, 10)]
    switch = Button(field_name(other, text), shown.to("progress", other.value))
    asked = text("update-ask-percent", field=field_name(field, text))
    return asked, (tuple(tens[:4]), tuple(tens[4:8]), tuple(tens[8:]), (switch,))


def _milestones(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text = shown.text
    waiting = [one for one in shown.project.milestones if one.met_on is None]
    met = [one for one in shown.project.milestones if one.met_on is not None]
    rows: list[Row] = [
        (Button(_cut(mark(one.met_on is not None) + one.title), shown.to("milestone", one.id)),)
        for one in [*waiting, *reversed(met)][:MOST_ENTRIES]
    ]
    rows.append((Button(text.plain("update-milestone-new"), shown.to("milestone-new")),))
    return text("update-ask-milestones"), tuple(rows)


def _milestone(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    text = shown.text
    found = next((one for one in shown.project.milestones if str(one.id) == arg), None)
    if found is None:
        return _milestones(shown, "")
    due = formats.partial_date(found.due, text.language)
    asked = text("update-ask-milestone", title=_words(found.title), date=due)
    met = Button(text.plain("update-met-today"), shown.set("met", arg, shown.today.isoformat()))
    other = Button(text.plain("update-met-other"), shown.to("milestone-met", arg))
    later = Button(text.plain("update-move"), shown.to("milestone-due", arg))
    if found.met_on is None:
        return asked, ((met,), (other,), (later,))
    return asked, ((Button(text.plain("update-not-met"), shown.set("met", arg, "no")),), (later,))


def _milestone_date(key: str) -> Callable[[Shown, str], tuple[Markup, Rows]]:
    def build(shown: Shown, arg: str) -> tuple[Markup, Rows]:
        found = next((one for one in shown.project.milestones if str(one.id) == arg), None)
        if found is None:
            return _milestones(shown, "")
        return shown.text(key, title=_words(found.title)), ()

    return build


def _milestone_new_due(shown: Shown, title: str) -> tuple[Markup, Rows]:
    return shown.text("update-ask-milestone-new-due", title=_words(title)), ()


def _dates(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text = shown.text
    rows = [(Button(field_name(one, text), shown.to("date", one.value)),) for one in DATES]
    return text("update-ask-dates"), tuple(rows)


def _date(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    text = shown.text
    if arg not in DATES:
        return _dates(shown, "")
    asked = text("update-ask-date", field=field_name(Field(arg), text))
    rows: list[Row] = [] if arg.startswith("planned") else [(_today(shown, arg),)]
    if getattr(shown.project, arg) is not None:
        rows.append((Button(text.plain("update-empty"), shown.set("date", arg, "none")),))
    return asked, tuple(rows)


def _amount(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, project = shown.text, shown.project
    rows = []
    for claim in [*reversed(project.claims)][:MOST_ENTRIES]:
        when = claim.as_of and formats.partial_date(claim.as_of, text.language)
        label = money_words(claim, text.language) + (f" ({when})" if when else "")
        label = _cut(mark(claim.id == project.amount) + label)
        rows.append((Button(label, shown.set("amount", claim.id)),))
    return text("update-ask-amount"), tuple(rows)


def _claim(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    text = shown.text
    found = next((one for one in shown.project.claims if str(one.id) == arg), None)
    if found is None:
        return _amount(shown, "")
    asked = text("update-ask-claim", amount=money_words(found, text.language))
    own = Button(text.plain("update-claim-own"), shown.set("claim", arg))
    rows: list[Row] = [(own,)]
    before = shown.update.project.amount
    if before is not None and shown.project.amount != before:
        keep = Button(text.plain("update-claim-keep"), shown.set("amount", before))
        rows.append((keep,))
    return asked, tuple(rows)


def _jobs(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    text = shown.text
    if arg in COUNTS:
        return text("update-ask-number", field=field_name(Field(arg), text)), ()
    rows = [(Button(field_name(one, text), shown.to("jobs", one.value)),) for one in COUNTS]
    return text("update-ask-jobs"), tuple(rows)


def _blockers(shown: Shown, _: str) -> tuple[Markup, Rows]:
    open_ones = [one for one in shown.project.blockers if one.resolved_on is None]
    rows = [
        (Button(_cut(f"✓ {one_line(one.text)}"), shown.set("resolved", one.id)),)
        for one in open_ones[-MOST_ENTRIES:]
    ]
    key = "update-ask-blockers" if rows else "update-ask-blocker"
    return shown.text(key), tuple(rows)


def _note(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text = shown.text
    if not shown.project.notes:
        return text("update-ask-note"), ()
    clear = Button(text.plain("update-notes-clear"), shown.set("notes", "none"))
    return text("update-ask-note"), ((clear,),)


def _files(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, before = shown.text, {one.id for one in shown.update.project.documents}
    new = [one for one in shown.project.documents if one.id not in before]
    rows: list[Row] = []
    for one in new[-MOST_ENTRIES:]:
        key = "update-file-hide" if one.is_public else "update-file-show"
        title = _cut(one_line(one.title) or text.plain(f"document-{one.kind}"), 30)
        data = shown.set("file", one.id, 0 if one.is_public else 1)
        rows.append((Button(text.plain(key, title=title), data),))
    if new:
        rows.append((Button(text.plain("update-next"), shown.to("why")),))
    return text("update-ask-files"), tuple(rows)


def _place(shown: Shown, _: str) -> tuple[Markup, Rows]:
    return shown.text("update-ask-place"), ()


def _curator(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, chosen = shown.text, shown.project.curator
    rows: list[Row] = [
        (Button(_cut(mark(number == chosen) + name), shown.set("curator", number)),)
        for number, name in shown.people
    ]
    if chosen is not None:
        rows.append((Button(text.plain("update-no-curator"), shown.set("curator", "none")),))
    return text("update-ask-curator"), tuple(rows)


def _names(shown: Shown, arg: str) -> tuple[Markup, Rows]:
    text = shown.text
    if arg in set(Language):
        return text("update-ask-name", language=own_name(Language(arg))), ()
    names = shown.project.names
    buttons = [
        Button(mark(bool(names.get(one))) + own_name(one), shown.to("names", one.value))
        for one in Language
    ]
    return text("update-ask-names"), in_rows(buttons)


def _districts(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, chosen = shown.text, shown.project.districts
    buttons = [
        Button(
            mark(code in chosen) + district_name(code, text.language),
            shown.set("district", code, 0 if code in chosen else 1),
        )
        for code in DISTRICTS
    ]
    on = (Button(text.plain("update-next"), shown.to("why")),)
    return text("update-ask-districts"), (
        *((on,) if shown.update.changes else ()),
        *in_rows(buttons),
    )


def _sectors(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, chosen = shown.text, shown.project.sectors
    buttons = [
        Button(
            mark(code in chosen) + sector_name(code, text.language),
            shown.set("sector", code, 0 if code in chosen else 1),
        )
        for code in SECTORS
    ]
    on = (Button(text.plain("update-next"), shown.to("why")),)
    rows = in_rows(buttons)
    return text("update-ask-sectors"), ((on, *rows) if shown.update.changes else rows)


def _investor(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text = shown.text
    rows = [
        (Button(_cut(f"✕ {investor_words(one, text.language)}"), shown.set("uninvested", place)),)
        for place, one in enumerate(shown.project.investors[:MOST_ENTRIES])
    ]
    return text("update-ask-investor"), tuple(rows)


def _zone(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text, chosen = shown.text, shown.project.zone
    buttons = [
        Button(mark(code == chosen) + zone_name(code, text.language), shown.set("zone", code))
        for code in ZONES
    ]
    none = Button(mark(chosen is None) + text.plain("update-no-zone"), shown.set("zone", "none"))
    return text("update-ask-zone"), (*in_rows(buttons), (none,))


def _delete(shown: Shown, _: str) -> tuple[Markup, Rows]:
    text = shown.text
    sure = Button(text.plain("update-delete-sure"), shown.set("deleted", 1))
    return text("update-ask-delete"), ((sure,),)


def _suspend(shown: Shown, _: str) -> tuple[Markup, Rows]:
    return shown.text("update-ask-suspend"), ()


def _percent_row(shown: Shown, field: Field, most: int) -> Row:
    """The likely ones: those above what it is."""
    now = getattr(shown.project, field.value)
    above = [value for value in range(10, 101, 10) if value > (-1 if now is None else now)]
    return tuple(_percent(shown, field, value) for value in above[:most]) or (
        _percent(shown, field, 100),
    )


def _percent(shown: Shown, field: Field, value: int) -> Button:
    label = shown.text.plain("value-percent", percent=str(value))
    return Button(label, shown.set(field.value, value))


def _today(shown: Shown, field: str) -> Button:
    label = shown.text.plain("update-today")
    return Button(label, shown.set("date", field, shown.today.isoformat()))


def _open(shown: Shown, name: str) -> Button:
    return Button(shown.text.plain(f"update-what-{name}"), shown.to(name))


def _cut(label: str, units: int = NAME_UNITS) -> str:
    return shorten(one_line(label), units)


def _words(words: str) -> str:
    return shorten(one_line(words), TITLE_UNITS)


_SCREENS: Mapping[str, Callable[[Shown, str], tuple[Markup, Rows]]] = {
    "menu": _menu,
    "more": _more,
    "stage": _stage,
    "since": _since,
    "suspend": _suspend,
    "progress": _progress,
    "milestones": _milestones,
    "milestone": _milestone,
    "milestone-met": _milestone_date("update-ask-milestone-met"),
    "milestone-due": _milestone_date("update-ask-milestone-due"),
    "milestone-new": lambda shown, _: (shown.text("update-ask-milestone-new"), ()),
    "milestone-new-due": _milestone_new_due,
    "dates": _dates,
    "date": _date,
    "amount": _amount,
    "claim": _claim,
    "jobs": _jobs,
    "blockers": _blockers,
    "note": _note,
    "files": _files,
    "place": _place,
    "curator": _curator,
    "names": _names,
    "districts": _districts,
    "zone": _zone,
    "sectors": _sectors,
    "investor": _investor,
    "capacity": lambda shown, _: (shown.text("update-ask-capacity"), ()),
    "memorandum": lambda shown, _: (shown.text("update-ask-memorandum"), ()),
    "delete": _delete,
}
NAMES = frozenset(_SCREENS) | {"why", "source", "preview"}
_PARENTS = {
    "suspend": "stage",
    "since": "stage",
    "milestone": "milestones",
    "milestone-met": "milestones",
    "milestone-due": "milestones",
    "milestone-new": "milestones",
    "milestone-new-due": "milestones",
    "date": "dates",
    "claim": "amount",
    **dict.fromkeys(MORE, "more"),
}


def not_understood(key: str, words: str, text: Texts) -> Markup:
    return text(key, words=shorten(one_line(words), 100))
