"""The screens of an update for what a project is: its amount, jobs, place, people and files."""

from collections.abc import Callable, Collection, Mapping, Sequence

from delivery.outgoing import Button
from model.people import Language
from model.projects import Field
from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name
from projects.zones import ZONES, zone_name
from views import formats
from views.phrases import own_name
from views.pickers import in_rows, mark
from views.project_words import field_name, investor_words, money_words
from views.stories import one_line
from views.updating import MOST_ENTRIES, Row, Screen, Shown, cut

COUNTS = (Field.JOBS_PLANNED, Field.JOBS_CREATED)


def _amount(shown: Shown, _: str) -> Screen:
    text, project = shown.text, shown.project
    rows = []
    for claim in [*reversed(project.claims)][:MOST_ENTRIES]:
        when = claim.as_of and formats.partial_date(claim.as_of, text.language)
        label = money_words(claim, text.language) + (f" ({when})" if when else "")
        label = cut(mark(claim.id == project.amount) + label)
        rows.append((Button(label, shown.set("amount", claim.id)),))
    return text("update-ask-amount"), tuple(rows)


def _claim(shown: Shown, arg: str) -> Screen:
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


def _jobs(shown: Shown, arg: str) -> Screen:
    text = shown.text
    if arg in COUNTS:
        return text("update-ask-number", field=field_name(Field(arg), text)), ()
    rows = [(Button(field_name(one, text), shown.to("jobs", one.value)),) for one in COUNTS]
    return text("update-ask-jobs"), tuple(rows)


def _blockers(shown: Shown, _: str) -> Screen:
    open_ones = [one for one in shown.project.blockers if one.resolved_on is None]
    rows = [
        (Button(cut(f"✓ {one_line(one.text)}"), shown.set("resolved", one.id)),)
        for one in open_ones[-MOST_ENTRIES:]
    ]
    key = "update-ask-blockers" if rows else "update-ask-blocker"
    return shown.text(key), tuple(rows)


def _note(shown: Shown, _: str) -> Screen:
    text = shown.text
    if not shown.project.notes:
        return text("update-ask-note"), ()
    clear = Button(text.plain("update-notes-clear"), shown.set("notes", "none"))
    return text("update-ask-note"), ((clear,),)


def _files(shown: Shown, _: str) -> Screen:
    text, before = shown.text, {one.id for one in shown.update.project.documents}
    new = [one for one in shown.project.documents if one.id not in before]
    rows: list[Row] = []
    for one in new[-MOST_ENTRIES:]:
        key = "update-file-hide" if one.is_public else "update-file-show"
        title = cut(one_line(one.title) or text.plain(f"document-{one.kind}"), 30)
        data = shown.set("file", one.id, 0 if one.is_public else 1)
        rows.append((Button(text.plain(key, title=title), data),))
    if new:
        rows.append((Button(text.plain("update-next"), shown.to("why")),))
    return text("update-ask-files"), tuple(rows)


def _place(shown: Shown, _: str) -> Screen:
    return shown.text("update-ask-place"), ()


def _curator(shown: Shown, _: str) -> Screen:
    text, chosen = shown.text, shown.project.curator
    rows: list[Row] = [
        (Button(cut(mark(number == chosen) + name), shown.set("curator", number)),)
        for number, name in shown.people
    ]
    if chosen is not None:
        rows.append((Button(text.plain("update-no-curator"), shown.set("curator", "none")),))
    return text("update-ask-curator"), tuple(rows)


def _names(shown: Shown, arg: str) -> Screen:
    text = shown.text
    if arg in set(Language):
        return text("update-ask-name", language=own_name(Language(arg))), ()
    names = shown.project.names
    buttons = [
        Button(mark(bool(names.get(one))) + own_name(one), shown.to("names", one.value))
        for one in Language
    ]
    return text("update-ask-names"), in_rows(buttons)


def _districts(shown: Shown, _: str) -> Screen:
    chosen = shown.project.districts
    return _several(shown, "district", DISTRICTS, chosen, district_name)


def _sectors(shown: Shown, _: str) -> Screen:
    return _several(shown, "sector", SECTORS, shown.project.sectors, sector_name)


def _several(
    shown: Shown,
    what: str,
    codes: Sequence[str],
    chosen: Collection[str],
    name: Callable[[str, Language], str],
) -> Screen:
    """Pressed, each is taken or left; and on, once something was."""
    text = shown.text
    buttons = [
        Button(
            mark(code in chosen) + name(code, text.language),
            shown.set(what, code, 0 if code in chosen else 1),
        )
        for code in codes
    ]
    on = (Button(text.plain("update-next"), shown.to("why")),)
    rows = in_rows(buttons)
    return text(f"update-ask-{what}s"), ((on, *rows) if shown.update.changes else rows)


def _investor(shown: Shown, _: str) -> Screen:
    text = shown.text
    rows = [
        (Button(cut(f"✕ {investor_words(one, text.language)}"), shown.set("uninvested", place)),)
        for place, one in enumerate(shown.project.investors[:MOST_ENTRIES])
    ]
    return text("update-ask-investor"), tuple(rows)


def _zone(shown: Shown, _: str) -> Screen:
    text, chosen = shown.text, shown.project.zone
    buttons = [
        Button(mark(code == chosen) + zone_name(code, text.language), shown.set("zone", code))
        for code in ZONES
    ]
    none = Button(mark(chosen is None) + text.plain("update-no-zone"), shown.set("zone", "none"))
    return text("update-ask-zone"), (*in_rows(buttons), (none,))


def _delete(shown: Shown, _: str) -> Screen:
    text = shown.text
    sure = Button(text.plain("update-delete-sure"), shown.set("deleted", 1))
    return text("update-ask-delete"), ((sure,),)


SCREENS: Mapping[str, Callable[[Shown, str], Screen]] = {
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
