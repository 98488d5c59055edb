"""Every screen of an update, in every language: read by Telegram, and within its limits."""

from dataclasses import replace

import pytest

from delivery.outgoing import Outgoing
from model.ids import ChangeId, FileId, ProposalId
from model.news import Stage
from model.partial_dates import PartialDate
from model.people import Language, Role
from model.projects import (
    Blocker,
    Change,
    Document,
    DocumentKind,
    Field,
    Milestone,
    Project,
    Proposal,
    ProposalState,
    Suspension,
)
from model.updates import UpdateDraft
from projects.changing import changed
from projects.merging import base_of
from projects.proposals import ProposalCard
from projects.reminding import dues_of
from projects.updating.confirming import Confirmation, Confirmed
from projects.updating.drafting import Update
from projects.updating.picking import Mine
from projects.updating.undoing import Undoing, Undone, UndoneChange
from tests.projects.makers import WHEN, WHY, project
from tests.tdlib import parse_html
from views import nudges, proposals, undoing, updating
from views.digest import Look
from views.updating_screens import NAMES, screen

DAY = PartialDate(2026, 12, 1)
LONG = "<b>Очень & длинное</b> " * 40
FULL: Project = project(
    names={"ru": LONG, "en": LONG},
    milestones=tuple(Milestone(n, LONG, DAY) for n in range(1, 31)),
    blockers=tuple(Blocker(n, LONG, DAY) for n in range(1, 31)),
    notes=LONG,
    curator=1010,
    suspension=Suspension(LONG, DAY),
    lapsed=True,
    published=False,
)
CHANGES = {
    Field.STAGE: Stage.CONSTRUCTION,
    Field.PHYSICAL: 60,
    Field.BLOCKERS: tuple(Blocker(n, LONG, DAY, DAY) for n in range(1, 31)),
    Field.DOCUMENTS: tuple(
        Document(FileId(n), DocumentKind.PHOTO, LONG, "file", WHEN) for n in range(1, 20)
    ),
    Field.CURATOR: 1011,
    Field.NOTES: LONG * 2,
    Field.NAMES: {one.value: LONG for one in Language},
}
LOOKS = [Look(one, "Asia/Almaty") for one in Language]


def entry(number: int, field: Field, old: object, new: object) -> Change:
    return Change(
        ChangeId(number), FULL.id, WHEN, field, old, new, WHY, 1011, Role.OFFICIAL, act=number
    )


def update(changes: dict[Field, object]) -> Update:
    draft = UpdateDraft(1010, FULL.id, 1, base_of(FULL, changes), changes, WHEN, LONG, LONG)
    return Update(
        draft,
        FULL,
        changed(FULL, changes, WHEN).project,
        changes,
        tuple(entry(n, Field.PHYSICAL, n, n + 1) for n in range(1, 20)),
        frozenset({Field.STAGE}),
        needs_second=True,
        people={1011: "Айгерим"},
    )


def fits(outgoing: Outgoing) -> str:
    text = parse_html(outgoing.text).text
    assert 0 < len(text) <= 4096
    assert sum(map(len, outgoing.buttons)) <= 100
    assert all(button.label.strip() for row in outgoing.buttons for button in row)
    return text


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.language)
@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_screen_fits(name: str, look: Look) -> None:
    for changes in ({}, CHANGES):
        shown = updating.Shown(
            update(changes),
            look,
            WHEN,
            people=[(n, f"Сотрудник {n}") for n in range(30)],
            stories=[(n, LONG) for n in range(4)],
        )
        for arg in ("", "1", "99", "kk", "planned_start", "jobs_planned", "finish", "financial"):
            fits(screen(shown, name, arg))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.language)
def test_what_comes_after_and_what_comes_by_itself_fits(look: Look) -> None:
    fits(updating.pick(Mine([FULL] * 8, 0, 16, FULL, 3), look))
    fits(updating.pick(Mine([]), look))
    fits(updating.other_is_open(FULL, FULL.id, look))
    for done in (
        Confirmed(Confirmation.RECORDED, FULL, act=1, change=ChangeId(1)),
        Confirmed(Confirmation.RECORDED, replace(FULL, deleted=True), act=1),
        Confirmed(Confirmation.PROPOSED, FULL, proposal=ProposalId(1)),
    ):
        fits(updating.confirmed(done, look))
    fits(updating.nothing(FULL, look))
    fits(updating.dropped(FULL.id, look))
    fits(updating.unchanged(FULL, look))
    fits(nudges.nudge([FULL] * 30, WHEN, look))
    fits(nudges.nudge([], WHEN, look))
    dues = dues_of(FULL, DAY.first)
    assert dues
    for today in ("2026-11-25", "2026-12-01", "2026-12-05"):
        fits(nudges.due(FULL, dues, PartialDate.parse(today).first, look))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.language)
@pytest.mark.parametrize("state", list(ProposalState))
@pytest.mark.parametrize("author", [None, 1010])
def test_proposals_fit(state: ProposalState, author: int | None, look: Look) -> None:
    one = Proposal(
        ProposalId(1),
        FULL.id,
        CHANGES,
        replace(WHY, reason=LONG),
        author,
        None,
        1,
        base_of(FULL, CHANGES),
        state,
        WHEN,
        decided_by=1011,
        word=LONG,
    )
    for is_own in (False, True):
        card = ProposalCard(one, FULL, CHANGES, frozenset(CHANGES), is_own)
        fits(proposals.proposal(card, WHEN, look))
        fits(proposals.ask_word(card, look))
        fits(proposals.waiting([card] * 20, 8, look))
    if author is not None:
        fits(proposals.told(one, FULL, {}, look.language))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.language)
def test_what_is_put_back_fits(look: Look) -> None:
    entries = tuple(entry(n, field, None, new) for n, (field, new) in enumerate(CHANGES.items()))
    for overtaken in (frozenset[Field](), frozenset(CHANGES)):
        seen = Undoing(FULL, entries[0], entries, overtaken, {})
        for whole in (False, True):
            fits(undoing.undoing(seen, WHEN, look, whole=whole))
    for outcome in Undone:
        fits(undoing.undone(UndoneChange(outcome, FULL, proposal=ProposalId(1)), look))
