"""What the buttons of an update say and what is typed on its screens, as edits of the project."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from accounts.errors import WrongChoiceError
from model.news import FactKind, Stage
from model.partial_dates import PartialDate
from model.people import Language
from model.projects import Field, Memorandum, Project
from news.facts import read_facts
from news.verdicts import typed_amount, typed_jobs
from news.vocabulary import DISTRICTS, SECTORS
from projects.importing.vocabulary import country_code, stage_of
from projects.updating import edits
from projects.updating.edits import Edit
from projects.updating.typed import find_date, parse_date, parse_percent, parse_point, split_link
from projects.zones import ZONES
from views.callbacks import number
from views.updating_facts import COUNTS
from views.updating_progress import DATES, PERCENTS

LONGEST = {"note": 500, "why": 700, "preview": 700}
SHORT = 300
"""Letters of anything else that is typed."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said on a screen: an edit, why, a source, or what was not understood."""

    edit: Edit | None = None
    reason: str | None = None
    source: str | None = None
    to: tuple[str, str] | None = None
    """The screen that comes next, where it is not the usual one."""
    wrong: str | None = None
    """Key of the sentence that says what was not understood."""


def pressed(what: str, args: tuple[str, ...], today: date) -> Edit:
    """What a button says; WrongChoiceError for what none of ours says."""
    on_day = PartialDate.of(today)
    match what, args:
        case "stage", (stage,) if stage in set(Stage):
            return edits.with_stage(Stage(stage))
        case "resumed", ():
            return edits.with_value(Field.SUSPENSION, None)
        case "lapsed" | "published" | "deleted", ("0" | "1" as flag,):
            return edits.with_value(Field(what), flag == "1")
        case "physical" | "financial", (percent,):
            return edits.with_value(Field(what), _number(percent))
        case "met", (at, "no"):
            return edits.milestone_met(_number(at), None)
        case "met", (at, on):
            return edits.milestone_met(_number(at), _day(on))
        case "date", (name, "none") if name in DATES:
            return edits.with_value(Field(name), None)
        case "date", (name, on) if name in DATES:
            return edits.with_value(Field(name), _day(on))
        case "amount", (at,):
            return edits.with_value(Field.AMOUNT, _number(at))
        case "claim", (at,):
            return edits.claim_told(_number(at), on_day, None)
        case "resolved", (at,):
            return edits.blocker_resolved(_number(at), on_day)
        case "notes", ("none",):
            return edits.with_value(Field.NOTES, None)
        case "file", (at, "0" | "1" as flag):
            return edits.document_shown(_number(at), is_public=flag == "1")
        case "curator", (at,):
            return edits.with_value(Field.CURATOR, None if at == "none" else _number(at))
        case "district", (code, "0" | "1" as flag) if code in DISTRICTS:
            return edits.with_district(code, is_in=flag == "1")
        case "sector", (code, "0" | "1" as flag) if code in SECTORS:
            return edits.with_sector(code, is_in=flag == "1")
        case "uninvested", (at,):
            return edits.without_investor(_number(at))
        case "zone", (code,) if code == "none" or code in ZONES:
            return edits.with_value(Field.ZONE, None if code == "none" else code)
    raise WrongChoiceError(f"{what} {args}")


def after_press(what: str, args: tuple[str, ...], before: Project, now: Project) -> tuple[str, str]:
    """The screen that comes after a button."""
    if what == "stage" and now.stage is not before.stage:
        begins = now.stage is Stage.CONSTRUCTION and now.actual_start is None
        ends = now.stage is Stage.LAUNCHED and now.actual_finish is None
        if begins or ends:
            return "since", "finish" if ends else "start"
    return {"district": ("districts", ""), "sector": ("sectors", ""), "file": ("files", "")}.get(
        what, ("why", "")
    )


def typed(screen: str, arg: str, words: str, today: date) -> Said:
    """What was typed on a screen."""
    reader = _READERS.get(screen)
    return Said(wrong="update-not-here") if reader is None else reader(arg, words.strip(), today)


def longest(screen: str) -> int:
    return LONGEST.get(screen, SHORT)


def _menu(_: str, words: str, today: date) -> Said:
    if (percent := parse_percent(words)) is not None:
        return Said(edits.with_value(Field.PHYSICAL, percent))
    if (point := parse_point(words)) is not None:
        return Said(edits.with_place(point))
    stage = _stage("", words, today)
    return stage if stage.edit is not None else Said(wrong="update-not-menu")


def _stage(_: str, words: str, today: date) -> Said:
    if (named := stage_of(words)) is not None:
        return Said(edits.with_stage(named))
    stages = [fact for fact in read_facts(words, "") if fact.kind is FactKind.STAGE]
    found = next((fact for fact in stages if fact.is_main), stages[0] if stages else None)
    if found is None:
        return Said(wrong="update-not-here")
    return Said(edits.with_stage(Stage(str(found.value))))


def _progress(arg: str, words: str, today: date) -> Said:
    percent = parse_percent(words)
    if percent is None:
        return Said(wrong="update-not-percent")
    is_money = arg == Field.FINANCIAL.value
    return Said(edits.with_value(PERCENTS[1] if is_money else PERCENTS[0], percent))


def _since(arg: str, words: str, today: date) -> Said:
    name = Field.ACTUAL_FINISH if arg == "finish" else Field.ACTUAL_START
    return _date(name.value, words, today)


def _date(arg: str, words: str, today: date) -> Said:
    on = parse_date(words, today)
    if on is None or arg not in DATES:
        return Said(wrong="update-not-date")
    return Said(edits.with_value(Field(arg), on))


def _dated(make: Callable[[int, PartialDate], Edit]) -> "Reader":
    def read(arg: str, words: str, today: date) -> Said:
        on, at = parse_date(words, today), number(arg)
        if on is None or at is None:
            return Said(wrong="update-not-date")
        return Said(make(at, on))

    return read


def _milestone_new(_: str, words: str, today: date) -> Said:
    due, title = find_date(words, today)
    if not title:
        return Said(wrong="update-not-here")
    if due is None:
        return Said(to=("milestone-new-due", title))
    return Said(edits.with_milestone(title, due))


def _milestone_new_due(title: str, words: str, today: date) -> Said:
    due = parse_date(words, today)
    return Said(wrong="update-not-date") if due is None else Said(edits.with_milestone(title, due))


def _amount(_: str, words: str, today: date) -> Said:
    told = split_link(words)
    on, printed = find_date(told.words, today)
    money = typed_amount(printed)
    if money is None:
        return Said(wrong="update-not-amount")
    as_of = on or (PartialDate.of(today) if told.link else None)
    return Said(
        edits.with_claim(printed, money, as_of, told.link),
        to=None if told.link else ("claim", ""),
    )


def _claim(arg: str, words: str, today: date) -> Said:
    at = number(arg)
    told = split_link(words)
    on, who = find_date(told.words, today)
    if at is None:
        return Said(wrong="update-not-here")
    source = told.link or who or None
    return Said(edits.claim_told(at, on or PartialDate.of(today), source))


def _jobs(arg: str, words: str, today: date) -> Said:
    many = 0 if words == "0" else typed_jobs(words)
    if many is None or arg not in COUNTS:
        return Said(wrong="update-not-number")
    return Said(edits.with_value(Field(arg), many))


def _blocker(_: str, words: str, today: date) -> Said:
    return Said(edits.with_blocker(_line(words), PartialDate.of(today)))


def _suspend(_: str, words: str, today: date) -> Said:
    return Said(edits.suspended(_line(words), PartialDate.of(today)))


def _note(_: str, words: str, today: date) -> Said:
    return Said(edits.with_note(f"{today:%d.%m.%Y}: {_line(words)}"))


def _place(_: str, words: str, today: date) -> Said:
    if (point := parse_point(words)) is not None:
        return Said(edits.with_place(point))
    if split_link(words).link is not None:
        return Said(wrong="update-not-link")
    return Said(edits.with_place(None, _line(words)))


def _name(arg: str, words: str, today: date) -> Said:
    if arg not in set(Language):
        return Said(wrong="update-not-here")
    return Said(edits.with_name(arg, _line(words)))


def _capacity(_: str, words: str, today: date) -> Said:
    return Said(edits.with_value(Field.CAPACITY, _line(words)))


def _investor(_: str, words: str, today: date) -> Said:
    """«Lihua Cotton, Китай»: what stands behind the last comma is its country, if it is one."""
    name, _, place = _line(words).rpartition(",")
    country = country_code(place)
    if not name.strip() or country is None:
        return Said(edits.with_investor(_line(words), None))
    return Said(edits.with_investor(name.strip(), country))


def _memorandum(_: str, words: str, today: date) -> Said:
    """«№ 12, 30.08.2023», «12 от 30.08.2023», or its date alone."""
    on, rest = find_date(words, today)
    number_ = rest.removeprefix("№").removeprefix("No.").removeprefix("N").strip(" .,")
    if on is None and not number_:
        return Said(wrong="update-not-date")
    return Said(edits.with_value(Field.MEMORANDUM, Memorandum(number_ or None, on)))


def _why(_: str, words: str, today: date) -> Said:
    told = split_link(words)
    return Said(reason=told.words or None, source=told.link)


def _source(_: str, words: str, today: date) -> Said:
    return Said(source=split_link(words).link or _line(words), to=("preview", ""))


def _line(words: str) -> str:
    return " ".join(words.split())


Reader = Callable[[str, str, date], Said]

_READERS: Mapping[str, Reader] = {
    "menu": _menu,
    "stage": _stage,
    "since": _since,
    "suspend": _suspend,
    "progress": _progress,
    "milestones": _milestone_new,
    "milestone-met": _dated(edits.milestone_met),
    "milestone-due": _dated(edits.milestone_moved),
    "milestone-new": _milestone_new,
    "milestone-new-due": _milestone_new_due,
    "date": _date,
    "amount": _amount,
    "claim": _claim,
    "jobs": _jobs,
    "blockers": _blocker,
    "note": _note,
    "place": _place,
    "names": _name,
    "capacity": _capacity,
    "investor": _investor,
    "memorandum": _memorandum,
    "why": _why,
    "source": _source,
    "preview": _why,
}


def _number(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"number {word!r}")
    return found


def _day(word: str) -> PartialDate:
    try:
        return PartialDate.parse(word)
    except ValueError:
        raise WrongChoiceError(f"day {word!r}") from None
