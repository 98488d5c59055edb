"""The screens of an update for how far a project is: its stage, progress, milestones and dates."""

from collections.abc import Callable, Mapping

from delivery.outgoing import Button
from model.news import Stage
from model.projects import Field
from projects.updating.edits import next_stage
from views import formats
from views.facts import stage as stage_name
from views.pickers import in_rows, mark
from views.project_words import TITLE_UNITS, field_name
from views.updating import MOST_ENTRIES, Row, Screen, Shown, cut

DATES = (Field.PLANNED_START, Field.PLANNED_FINISH, Field.ACTUAL_START, Field.ACTUAL_FINISH)
PERCENTS = (Field.PHYSICAL, Field.FINANCIAL)


def _stage(shown: Shown, _: str) -> Screen:
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


def _suspend(shown: Shown, _: str) -> Screen:
    return shown.text("update-ask-suspend"), ()


def _since(shown: Shown, arg: str) -> Screen:
    """After a stage that begins or ends the building: since when?"""
    text = shown.text
    field = Field.ACTUAL_FINISH if arg == "finish" else Field.ACTUAL_START
    asked = text("update-ask-date", field=field_name(field, text))
    skip = Button(text.plain("update-skip"), shown.to("why"))
    return asked, ((_today(shown, field.value), skip),)


def _progress(shown: Shown, arg: str) -> Screen:
    text = shown.text
    field = Field.FINANCIAL if arg == Field.FINANCIAL.value else Field.PHYSICAL
    other = next(one for one in PERCENTS if one is not field)
    tens = [_percent(shown, field, value) for value in range(0, 101, 10)]
    switch = Button(field_name(other, text), shown.to("progress", other.value))
    asked = text("update-ask-percent", field=field_name(field, text))
    return asked, (tuple(tens[:4]), tuple(tens[4:8]), tuple(tens[8:]), (switch,))


def _milestones(shown: Shown, _: str) -> Screen:
    text = shown.text
    waiting = [one for one in shown.project.milestones if one.met_on is None]
    met = [one for one in shown.project.milestones if one.met_on is not None]
    rows: list[Row] = [
        (Button(cut(mark(one.met_on is not None) + one.title), shown.to("milestone", one.id)),)
        for one in [*waiting, *reversed(met)][:MOST_ENTRIES]
    ]
    rows.append((Button(text.plain("update-milestone-new"), shown.to("milestone-new")),))
    return text("update-ask-milestones"), tuple(rows)


def _milestone(shown: Shown, arg: str) -> Screen:
    text = shown.text
    found = next((one for one in shown.project.milestones if str(one.id) == arg), None)
    if found is None:
        return _milestones(shown, "")
    due = formats.partial_date(found.due, text.language)
    asked = text("update-ask-milestone", title=cut(found.title, TITLE_UNITS), date=due)
    met = Button(text.plain("update-met-today"), shown.set("met", arg, shown.today.isoformat()))
    other = Button(text.plain("update-met-other"), shown.to("milestone-met", arg))
    later = Button(text.plain("update-move"), shown.to("milestone-due", arg))
    if found.met_on is None:
        return asked, ((met,), (other,), (later,))
    return asked, ((Button(text.plain("update-not-met"), shown.set("met", arg, "no")),), (later,))


def _milestone_date(key: str) -> Callable[[Shown, str], Screen]:
    def build(shown: Shown, arg: str) -> Screen:
        found = next((one for one in shown.project.milestones if str(one.id) == arg), None)
        if found is None:
            return _milestones(shown, "")
        return shown.text(key, title=cut(found.title, TITLE_UNITS)), ()

    return build


def _milestone_new_due(shown: Shown, title: str) -> Screen:
    return shown.text("update-ask-milestone-new-due", title=cut(title, TITLE_UNITS)), ()


def _dates(shown: Shown, _: str) -> Screen:
    text = shown.text
    rows = [(Button(field_name(one, text), shown.to("date", one.value)),) for one in DATES]
    return text("update-ask-dates"), tuple(rows)


def _date(shown: Shown, arg: str) -> Screen:
    text = shown.text
    if arg not in DATES:
        return _dates(shown, "")
    asked = text("update-ask-date", field=field_name(Field(arg), text))
    rows: list[Row] = [] if arg.startswith("planned") else [(_today(shown, arg),)]
    if getattr(shown.project, arg) is not None:
        rows.append((Button(text.plain("update-empty"), shown.set("date", arg, "none")),))
    return asked, tuple(rows)


def percent_row(shown: Shown, field: Field, most: int) -> Row:
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


SCREENS: Mapping[str, Callable[[Shown, str], Screen]] = {
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
}
