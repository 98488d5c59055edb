"""An entry of the log in words: what was done, to what, and what became otherwise."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from accounts.auditing import Found
from accounts.two_person import ANNOUNCEMENTS
from common.text import shorten
from model.audit import Act
from model.channels import When
from model.ids import ProjectId
from model.people import Role
from model.projects import Field
from news.vocabulary import district_name, sector_name
from storage.project_json import value_of
from views import formats
from views.offices import name_of_person
from views.project_words import field_name, name_of, value_words
from views.stories import one_line
from views.texts import Texts

NAME_UNITS = 80
_NUMBERED = ("invite", "story", "article", "import", "announcement", "audience")
_SAID_APART = frozenset({"reason", "source", "word", "proposal"})
"""What stands beside the fields of a project: why, and where it is known from."""


def action_words(action: str, text: Texts) -> str:
    """«Источник добавлен»; one that nobody gave a sentence stands as it is."""
    key = f"act-{action.replace('.', '-').replace('_', '-')}"
    return text.plain(key) if text.has(key) else action


def actor_words(act: Act, found: Found, text: Texts) -> str:
    """Who did it: a name while they have a role, else their number."""
    if act.actor_id == 0:
        return text.plain("audit-operator")
    name = name_of_person(act.actor_id, found.people.get(act.actor_id), text)
    return f"{name} ({text.plain(f'role-name-{act.role}')})"


def subject_words(act: Act, found: Found, text: Texts) -> str:
    """To what, or to whom it was done."""
    kind, _, number = act.subject.partition(":")
    if kind == "project" and number.isdigit():
        project = found.projects.get(ProjectId(int(number)))
        if project is None:
            return text.plain("audit-project", name=number)
        name = f"{project.code}, {name_of(project, text.language)}"
        return text.plain("audit-project", name=shorten(name, NAME_UNITS))
    if kind in ("source", "channel"):
        told = act.after or act.before or {}
        name = one_line(str(told.get("title") or told.get("url") or number))
        return text.plain(f"audit-{kind}", name=shorten(name, NAME_UNITS))
    if kind in _NUMBERED and number:
        return text.plain(f"audit-{kind}", number=number)
    if act.subject.isdigit():
        number_of = int(act.subject)
        return name_of_person(number_of, found.people.get(number_of), text)
    if act.subject == ANNOUNCEMENTS:
        return text.plain("audit-announcements")
    if act.subject in set(Role):
        return text.plain(f"role-name-{act.subject}")
    return act.subject


def reason_words(act: Act) -> str | None:
    """Why, where it had to be said."""
    reason = (act.after or {}).get("reason")
    return one_line(reason) if isinstance(reason, str) and reason.strip() else None


def differences(act: Act, text: Texts) -> Iterator[tuple[str, str, str]]:
    """What became otherwise: its name, the old value, the new one; in the order of the act."""
    before, after = _values(act.before), _values(act.after)
    if act.action.startswith("proposal."):
        after = _values((act.after or {}).get("changes"))
    is_of_project = act.subject.startswith("project:")
    old_ones, new_ones = dict(_leaves(before)), dict(_leaves(after))
    if is_of_project:
        old_ones, new_ones = dict(before), dict(after)
    for name in dict.fromkeys((*old_ones, *new_ones)):
        if old_ones.get(name) == new_ones.get(name):
            continue
        old, new = old_ones.get(name), new_ones.get(name)
        if is_of_project and name in set(Field):
            field = Field(name)
            yield field_name(field, text), _of_field(field, old, text), _of_field(field, new, text)
        elif name not in _SAID_APART:
            yield _label(name, text), _plain(name, old, text), _plain(name, new, text)


def _of_field(field: Field, kept: Any, text: Texts) -> str:
    try:
        return value_words(field, value_of(field, kept), text)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return _json(kept)  # as an older version kept it


def _values(told: Any) -> Mapping[str, Any]:
    return told if isinstance(told, dict) else {}


def _leaves(told: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """The values of a nested mapping, by the names that lead to them."""
    for name, value in told.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value


def _label(path: str, text: Texts) -> str:
    """What a value is called; of a nested one the last name, which says what it is."""
    name = path.rpartition(".")[2]
    key = f"audit-field-{name.replace('_', '-').lower()}"
    return text.plain(key) if name.isascii() and text.has(key) else name


def _plain(path: str, value: Any, text: Texts) -> str:
    name = path.rpartition(".")[2]
    if value is None or value in ("", []):
        return text.plain("value-none")
    if isinstance(value, bool):
        return text.plain("value-yes" if value else "value-no")
    if name == "announcing" and isinstance(value, str) and text.has(f"person-announcing-{value}"):
        return text.plain(f"person-announcing-{value}")
    if name == "every" and isinstance(value, str) and text.has(f"audit-every-{value}"):
        return text.plain(f"audit-every-{value}")
    if name == "role" and isinstance(value, str) and value in set(Role):
        return text.plain(f"role-name-{value}")
    if isinstance(value, str) and name in ("stories", "projects") and value in set(When):
        return text.plain(f"channel-when-{value}")
    if isinstance(value, list):
        named = sector_name if name == "sectors" else district_name
        names = [named(str(one), text.language) for one in value]
        return formats.listed(map(one_line, names), text.language)
    return one_line(value) if isinstance(value, str) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
