"""Proposals: what waits for an official, one of them, and what its author is told."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.ids import ProjectId
from model.people import Language
from model.projects import Field, Project, Proposal, ProposalState
from projects.changing import value_in
from projects.proposals import ProposalCard
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.packing import BETWEEN
from views.project_changes import difference_lines
from views.project_words import Known, field_name, name_of, person_name
from views.stories import one_line
from views.texts import Texts
from views.updating import LINE, LINE_UNITS, NAME_UNITS, bullets, source_line, to_card

PAGE = 8
_DECIDED = {
    ProposalState.ACCEPTED: "proposals-accepted",
    ProposalState.RETURNED: "proposals-returned",
    ProposalState.DISMISSED: "proposals-dismissed",
}


def waiting(
    cards: Sequence[ProposalCard], start: int, look: Look, project: ProjectId | None = None
) -> Outgoing:
    """A page of what waits, of one project or of all, the oldest first."""
    text = Texts(look.language)
    if not cards:
        return Outgoing(text("proposals-none"))
    start = start if start < len(cards) else 0
    rows: list[tuple[Button, ...]] = []
    for one in cards[start : start + PAGE]:
        sign = "📰" if one.proposal.author_id is None else "✏️" if one.is_own else "📨"
        rows.append((Button(_label(sign, one, text), pack("proposal", "show", one.proposal.id)),))
    turns = [
        Button(sign, pack("proposal", "list", at, *(() if project is None else (project,))))
        for sign, at in (("‹", start - PAGE), ("›", start + PAGE))
        if 0 <= at < len(cards)
    ]
    if turns:
        rows.append(tuple(turns))
    return Outgoing(text("proposals-title", count=len(cards)), buttons=tuple(rows))


def _label(sign: str, card: ProposalCard, text: Texts) -> str:
    """«📰 Сумма · Завод…»: several may wait for one project."""
    fields = [each for each in card.proposal.changes if each is not Field.CLAIMS]
    what = field_name(fields[0], text) + ("…" if len(fields) > 1 else "")
    return shorten(f"{sign} {what} · {name_of(card.project, text.language)}", NAME_UNITS)


def proposal(card: ProposalCard, now: datetime, look: Look, said: Markup | None = None) -> Outgoing:
    """What it would change of the project of now, who proposes it and why."""
    text, one = Texts(look.language), card.proposal
    parts = [] if said is None else [said]
    parts.append(_head(card, now, look, text))
    lines = _lines(card, text)
    is_waiting = one.state is ProposalState.WAITING
    parts.append(LINE.join(bullets(lines, text)) if lines else text("proposals-so-already"))
    reason = shorten(one_line(one.why.reason), LINE_UNITS)
    parts.append(LINE.join([text("update-why", reason=reason), source_line(one.why.source, text)]))
    if is_waiting and card.moved:
        fields = formats.listed(
            (field_name(each, text) for each in sorted(card.moved)), look.language
        )
        parts.append(text("proposals-moved", fields=fields))
    if is_waiting and card.is_own:
        parts.append(text("proposals-own"))
    if not is_waiting:
        parts.append(_decided(card, text))
    return Outgoing(BETWEEN.join(parts), buttons=_buttons(card, text))


def ask_word(card: ProposalCard, look: Look) -> Outgoing:
    text = Texts(look.language)
    back = Button(text.plain("update-back"), pack("proposal", "show", card.proposal.id))
    return Outgoing(text("proposals-ask-word"), buttons=((back,),))


def told(
    one: Proposal, project: Project, people: Mapping[int, str], language: Language
) -> Outgoing:
    """To whom it concerns: that it waits, or what became of it."""
    text = Texts(language)
    name = name_of(project, language)
    if one.state is ProposalState.WAITING:
        proposer = person_name(one.author_id or 0, people, text)
        parts = [text("notice-proposal-waiting", name=name, who=proposer)]
    else:
        is_amended = one.state is ProposalState.ACCEPTED and one.word is not None
        parts = [text(f"notice-proposal-{'amended' if is_amended else one.state}", name=name)]
        if one.word:
            parts.append(text("proposals-word", word=shorten(one_line(one.word), LINE_UNITS)))
    button = Button(text.plain("notice-open"), pack("proposal", "show", one.id))
    return Outgoing(BETWEEN.join(parts), buttons=((button,),))


def _head(card: ProposalCard, now: datetime, look: Look, text: Texts) -> Markup:
    one = card.proposal
    when = phrases.when(one.created_at, look.timezone, now, text)
    if one.author_id is None:
        by = text("proposals-from-story", when=when)
    else:
        who = person_name(one.author_id, card.people, text)
        by = text("proposals-by", who=who, when=when)
    return LINE.join([text("proposals-title-one", name=name_of(card.project, look.language)), by])


def _lines(card: ProposalCard, text: Texts) -> list[Markup]:
    """Of one that is decided, what it was made for."""
    one, project = card.proposal, card.project
    if one.state is ProposalState.WAITING:
        changes, old = card.changes, {each: value_in(project, each) for each in card.changes}
    else:
        changes, old = one.changes, dict(one.base)
    claims = {each.id: each for each in project.claims}
    claims |= {each.id: each for key, new in changes.items() if key == "claims" for each in new}
    return difference_lines(old, changes, text, Known(claims, card.people))


def _decided(card: ProposalCard, text: Texts) -> Markup:
    one = card.proposal
    who = person_name(one.decided_by or 0, card.people, text)
    lines = [text(_DECIDED[one.state], who=who)]
    if one.word:
        lines.append(text("proposals-word", word=shorten(one_line(one.word), LINE_UNITS)))
    return LINE.join(lines)


def _buttons(card: ProposalCard, text: Texts) -> Rows:
    one = card.proposal
    ways = (
        Button(text.plain("proposals-list"), pack("proposal", "list")),
        to_card(card.project, text),
    )
    if one.state is not ProposalState.WAITING:
        return (ways,)

    def button(key: str, verb: str, *args: object) -> tuple[Button, ...]:
        return (Button(text.plain(key), pack("proposal", verb, one.id, *args)),)

    correct = button("proposals-correct", "correct")
    if card.is_own:
        return (correct, button("proposals-withdraw", "dismiss"), ways)
    rows: list[tuple[Button, ...]] = []
    if card.changes:
        rows.append(button("proposals-accept", "accept", card.project.version))
    rows.append(correct)
    if one.author_id is not None:
        rows.append(button("proposals-return", "return"))
    return (*rows, button("proposals-dismiss", "dismiss"), ways)
