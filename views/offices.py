"""/people: the list, a card for each, and what is asked before a role becomes another."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from accounts.offices import Colleague, People, Person
from accounts.two_person import ANNOUNCEMENTS, RULED
from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcing
from model.ids import ProjectId
from model.people import Language, Role, Scope
from model.projects import Project
from views import formats, pickers
from views.callbacks import pack
from views.packing import BETWEEN
from views.project_words import name_of
from views.texts import Texts

AREA = "people"
PAGE = 8
DISTRICTS_NAMED = 2
"""Of each person in the list."""
PROJECTS_NAMED = 20
LABEL_UNITS = 40

_MARKS = {Role.ADMIN: "🛡", Role.OFFICIAL: "👤"}


def name_of_person(user_id: int | None, name: str | None, text: Texts) -> str:
    """As colleagues know them, or their number once the name is forgotten."""
    if name:
        return name
    return text.plain("people-number", number=str(user_id))


def people_list(
    people: People, language: Language, start: int = 0, said: Markup | None = None
) -> Outgoing:
    """A page of them; `said` is what has just happened, above it."""
    text, everyone = Texts(language), people.colleagues
    start = max(0, min(start, len(everyone) - 1)) // PAGE * PAGE
    page = everyone[start : start + PAGE]
    counts = {role: sum(one.role is role for one in everyone) for role in _MARKS}
    title = text("people-title", admins=counts[Role.ADMIN], officials=counts[Role.OFFICIAL])
    parts = [title, Markup("\n").join(_line(one, text) for one in page), _rules(people, text)]
    rows: list[tuple[Button, ...]] = list(pickers.in_rows([_button(one, text) for one in page]))
    turns = [
        Button(text.plain(label), pack(AREA, "list", at))
        for label, at in (("people-previous", start - PAGE), ("people-next", start + PAGE))
        if 0 <= at < len(everyone)
    ]
    if turns:
        rows.append(tuple(turns))
    rows += [(_switch(what, what in people.ruled, text),) for what in RULED]
    rows.append((Button(text.plain("people-invite"), pack("invite", "list")),))
    return Outgoing(BETWEEN.join(parts if said is None else [said, *parts]), buttons=tuple(rows))


def person_card(
    person: Person, timezone: str, language: Language, said: Markup | None = None
) -> Outgoing:
    """What somebody may do and where, and what can be done about it."""
    text, one = Texts(language), person.colleague
    card = text(
        "person-card",
        name=_name(one, text),
        number=str(one.user_id),
        role=text.plain(f"role-name-{one.role}"),
    )
    lines = [card]
    if one.role is Role.OFFICIAL:
        lines += _scope_lines(person, text)
    lines.append(text("person-announcing", what=_announcing(one.announcing, text)))
    if one.is_from_settings:
        lines.append(text("person-settings"))
    elif one.granted_at is not None:
        day = one.granted_at.astimezone(ZoneInfo(timezone)).date()
        date = formats.full_date(day, language)
        lines.append(text("person-since", date=date, by=_giver(person, text)))
    body = Markup("\n").join(lines)
    rows = () if one.is_from_settings else _card_rows(one, text)
    shown = body if said is None else said + BETWEEN + body
    return Outgoing(shown, buttons=(*rows, _back(text)))


def role_ask(person: Person, role: Role, language: Language) -> Outgoing:
    """Asked once; the press after it makes it so."""
    text, one = Texts(language), person.colleague
    name = _name(one, text)
    if role is Role.ADMIN:
        said = text("person-admin-ask", name=name)
    else:
        said = text("person-official-ask", name=name, where=where(one.scope, text))
    return _question(said, one, pack(AREA, "role-yes", one.user_id, role), text)


def end_ask(person: Person, language: Language) -> Outgoing:
    text, one = Texts(language), person.colleague
    said = text("person-end-ask", name=_name(one, text))
    return _question(said, one, pack(AREA, "end-yes", one.user_id), text)


def changed(one: Colleague, language: Language) -> Markup:
    text = Texts(language)
    return text("person-changed", name=_name(one, text))


def ended(one: Colleague, language: Language) -> Markup:
    text = Texts(language)
    return text("person-ended", name=_name(one, text))


def alone(said: Markup) -> Outgoing:
    """To whoever has just given up their own right to see the rest."""
    return Outgoing(said)


def districts_ask(person: Person, language: Language, page: int = 0) -> Outgoing:
    text, one = Texts(language), person.colleague
    choice = pickers.picker(
        AREA,
        "districts",
        one.scope.districts,
        page,
        text,
        one.user_id,
        is_all=one.scope.is_everything,
    )
    said = text("person-districts-ask", name=_name(one, text), where=where(one.scope, text))
    return Outgoing(said, buttons=(*choice, _to_card(one, text)))


def projects_ask(person: Person, language: Language, unknown: Sequence[str] = ()) -> Outgoing:
    """The projects by name, each with a press that takes it off; `unknown` codes are told."""
    text, one = Texts(language), person.colleague
    projects = _codes(person.projects, text) or text.plain("person-projects-none")
    said = text("person-projects-ask", name=_name(one, text), projects=projects)
    if unknown:
        codes = shorten(formats.listed(unknown, language), 200)
        said = text("person-codes-unknown", codes=codes) + BETWEEN + said
    drop = [
        Button(
            shorten(f"✕ {each.code} {name_of(each, language)}", LABEL_UNITS),
            pack(AREA, "projects", one.user_id, "without", each.id),
        )
        for each in person.projects[:PROJECTS_NAMED]
    ]
    return Outgoing(said, buttons=(*((button,) for button in drop), _to_card(one, text)))


def announcing_ask(person: Person, language: Language) -> Outgoing:
    """What they may do with announcements: what is so is marked, a press makes it otherwise."""
    text, one = Texts(language), person.colleague
    rows = [
        (
            Button(
                ("✓ " if each is one.announcing else "") + _announcing(each, text),
                pack(AREA, "says", one.user_id, each.value),
            ),
        )
        for each in Announcing
    ]
    said = text("person-announcing-ask", name=_name(one, text))
    return Outgoing(said, buttons=(*rows, _to_card(one, text)))


def where(scope: Scope, text: Texts) -> str:
    """A scope on one line: districts, and how many projects."""
    if scope.is_everything:
        return text.plain("picked-all-districts")
    named = pickers.names("districts", scope.districts, text) if scope.districts else ""
    projects = text.plain("person-projects", projects=str(len(scope.projects)))
    words = [named] if named else []
    return formats.listed([*words, *([projects] if scope.projects else [])], text.language)


def briefly(scope: Scope, text: Texts) -> str:
    """As a line of a list has it: the first districts, and how many more there are."""
    if len(scope.districts) <= DISTRICTS_NAMED:
        return where(scope, text)
    some = Scope(frozenset(sorted(scope.districts)[:DISTRICTS_NAMED]), scope.projects)
    more = len(scope.districts) - DISTRICTS_NAMED
    return text.plain("filters-and-more", named=where(some, text), count=more)


def without(scope: Scope, project: ProjectId) -> Scope:
    return Scope(scope.districts, scope.projects - {project})


def _scope_lines(person: Person, text: Texts) -> list[Markup]:
    scope = person.colleague.scope
    if scope.is_everything:
        return [text("person-everywhere")]
    lines = []
    if scope.districts:
        named = pickers.names("districts", scope.districts, text)
        lines.append(text("person-where", where=named))
    if scope.projects:
        lines.append(text("person-projects", projects=_codes(person.projects, text)))
    return lines


def _announcing(one: Announcing, text: Texts) -> str:
    return text.plain(f"person-announcing-{one.name.lower()}")


def _codes(projects: Sequence[Project], text: Texts) -> str:
    named = formats.listed((one.code for one in projects[:PROJECTS_NAMED]), text.language)
    more = len(projects) - PROJECTS_NAMED
    return named if more <= 0 else text.plain("filters-and-more", named=named, count=more)


def _giver(person: Person, text: Texts) -> str:
    by, one = person.granted_by, person.colleague
    if one.granted_by in (None, 0):
        return text.plain("person-by-server")
    return name_of_person(one.granted_by, None if by is None else by.name, text)


def _card_rows(one: Colleague, text: Texts) -> Rows:
    other = Role.OFFICIAL if one.role is Role.ADMIN else Role.ADMIN
    change = Button(text.plain(f"person-make-{other}"), pack(AREA, "role", one.user_id, other))
    end = Button(text.plain("person-end"), pack(AREA, "end", one.user_id))
    announcing = Button(text.plain("person-announcing-button"), pack(AREA, "says", one.user_id))
    if one.role is Role.ADMIN:
        return ((announcing,), (change,), (end,))
    scope = (
        Button(text.plain("person-districts"), pack(AREA, "districts", one.user_id)),
        Button(text.plain("person-projects-button"), pack(AREA, "projects", one.user_id)),
    )
    return (scope, (announcing,), (change,), (end,))


def _question(said: Markup, one: Colleague, yes: str, text: Texts) -> Outgoing:
    no = Button(text.plain("person-no"), pack(AREA, "show", one.user_id))
    return Outgoing(said, buttons=((no, Button(text.plain("person-yes"), yes)),))


def _line(one: Colleague, text: Texts) -> Markup:
    role = text.plain(f"role-name-{one.role}")
    if one.is_from_settings:
        role = f"{role} ({text.plain('people-settings')})"
    if one.role is Role.ADMIN:
        return text("people-line", name=_name(one, text), role=role)
    return text(
        "people-line-where", name=_name(one, text), role=role, where=briefly(one.scope, text)
    )


def _rules(people: People, text: Texts) -> Markup:
    says = {
        what: text.plain("people-is-on" if what in people.ruled else "people-is-off")
        for what in RULED
    }
    return Markup("\n").join(
        (
            text("people-two-person", officials=says[Role.OFFICIAL], admins=says[Role.ADMIN]),
            text("people-two-announcements", state=says[ANNOUNCEMENTS]),
        )
    )


def _switch(what: str, is_on: bool, text: Texts) -> Button:
    wanted = "off" if is_on else "on"
    return Button(text.plain(f"people-two-{what}-{wanted}"), pack(AREA, "two", what, wanted))


def _button(one: Colleague, text: Texts) -> Button:
    label = f"{_MARKS[one.role]} {shorten(_name(one, text), LABEL_UNITS)}"
    return Button(label, pack(AREA, "show", one.user_id))


def _name(one: Colleague, text: Texts) -> str:
    return name_of_person(one.user_id, one.name, text)


def _to_card(one: Colleague, text: Texts) -> tuple[Button, ...]:
    label = text.plain("person-back", name=shorten(_name(one, text), LABEL_UNITS))
    return (Button(label, pack(AREA, "show", one.user_id)),)


def _back(text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("people-back"), pack(AREA, "list", 0)),)
