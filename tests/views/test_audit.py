"""The log in words: whatever an act holds, it can be read and sent."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.auditing import Choices, Found
from model.audit import Act, Entry
from model.ids import ProjectId
from model.people import Language, Role
from model.projects import Field
from tests.tdlib import HOSTILE, parse_html
from views import audit as views
from views.audit_files import audit_file
from views.audit_filters import Wanted, action_key, packed, sought, unpacked
from views.texts import Texts

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
TIMEZONE = "Asia/Almaty"
ROOT = Path(__file__).parent.parent.parent

hostile = st.sampled_from(HOSTILE)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | hostile,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile, inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from([*Field, "role", "districts", "reason", "changes"]) | hostile
told = st.none() | st.dictionaries(names, values, max_size=5)
subjects = st.sampled_from(
    ["project:1", "source:1", "story:2", "project:x", "5", "admin", "x:", ""]
)
actions = st.sampled_from(["project.change", "proposal.make", "source.add", "role.end"])
acts = st.builds(
    Act,
    st.just(NOW),
    st.integers(0, 2**52),
    st.sampled_from(list(Role)),
    actions | hostile,
    subjects | hostile,
    told,
    told,
)
days = st.none() | st.dates(date(1, 1, 2), date(3000, 1, 1))
wanted = st.builds(
    Wanted,
    st.none() | st.integers(0, 2**52),
    st.none() | st.integers(1, 10**8).map(ProjectId),
    days,
    days,
    st.none() | hostile.map(action_key),
)


def entry(number: int, act: Act) -> Entry:
    return Entry(number, act)


@settings(max_examples=80)
@given(st.lists(acts, max_size=views.PAGE), wanted, st.sampled_from(list(Language)))
def test_any_page_can_be_sent(found: list[Act], how: Wanted, language: Language) -> None:
    entries = tuple(Entry(number, act) for number, act in enumerate(found, 1))
    page = Found(entries, len(entries) + 7, {5: "<b>&"}, {})
    shown = views.log(page, how, [act.action for act in found], 5, TIMEZONE, language)
    assert 0 < len(parse_html(shown.text).text) <= 4_096
    assert all(button.label.strip() for row in shown.buttons for button in row)


@settings(max_examples=30)
@given(st.lists(acts, max_size=3), st.sampled_from(["csv", "xlsx"]))
def test_any_entry_can_be_a_line_of_a_file(found: list[Act], kind: str) -> None:
    entries = tuple(Entry(number, act) for number, act in enumerate(found, 1))
    assert audit_file(kind, Found(entries, 3, {}, {}), TIMEZONE, Language.ENGLISH)


@given(wanted)
def test_what_is_looked_for_fits_into_a_button(how: Wanted) -> None:
    assert len(f"audit:person:{packed(how)}:999999".encode()) <= 64
    assert unpacked(packed(how)) == how
    assert sought(how, [], TIMEZONE).person == how.person


@given(st.text("prfta0z.-", max_size=20))
def test_no_forged_word_breaks_anything(word: str) -> None:
    how = unpacked(word)
    assert how is None or sought(how, [], TIMEZONE)


@pytest.mark.parametrize("language", list(Language))
def test_whatever_can_be_chosen_has_a_label(language: Language) -> None:
    choices = Choices(((0, None), (5, "Айгуль"), (6, None)), ("source.add", "x" * 90))
    for shown in (
        views.choose_person(choices, Wanted(), 0, language),
        views.choose_action(choices, Wanted(), 0, language),
        views.choose_days(Wanted(), NOW.date(), language, wrong=True),
        views.ask_project(Wanted(), language, unknown="<b>"),
    ):
        assert parse_html(shown.text).text
        assert all(button.label.strip() for row in shown.buttons for button in row)


def test_every_act_of_the_code_has_a_sentence() -> None:
    """They are found by looking: an action that is new has its words, or fails here."""
    rooms = ("accounts", "news", "projects", "publishing", "delivery")
    code = "\n".join(
        file.read_text("utf-8") for room in rooms for file in (ROOT / room).rglob("*.py")
    )
    kinds = "source|review|role|invite|project|proposal|import|candidate|link"
    actions = set(re.findall(rf'"((?:{kinds})\.[a-z][a-z_-]+)"', code))
    assert {"source.add", "project.change", "role.two-person", "invite.accept"} <= actions
    text = Texts(Language.RUSSIAN)
    silent = [one for one in actions if not text.has(f"act-{re.sub('[._]', '-', one)}")]
    assert silent == []


def test_an_old_entry_is_read_still() -> None:
    """As the first version kept it: fewer names, and fields that mean something else now."""
    old: dict[str, Any] = {"stage": {"not": "a stage"}, "districts": 7, "curator": "x"}
    act = Act(NOW, 9, Role.ADMIN, "project.change", "project:1", old, {"stage": None})
    page = Found((Entry(1, act),), 1, {}, {})
    shown = views.log(page, Wanted(), [], 0, TIMEZONE, Language.RUSSIAN)
    assert '{"not": "a stage"}' in parse_html(shown.text).text
