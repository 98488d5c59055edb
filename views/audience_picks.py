"""Chats and projects picked for an audience: toggles, and what came of what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.audiences import PickedChat, Side
from model.people import ChatKind, Language
from model.projects import Project
from views import formats, pickers
from views.announcing_audience import AREA, Aimed, any_label, asking, chosen_of
from views.audience_words import chat_name, project_name
from views.callbacks import pack
from views.texts import Texts

PAGE = 8
UNKNOWN_SHOWN = 10
UNKNOWN_UNITS = 40

T = TypeVar("T", PickedChat, Project)


@dataclass(frozen=True, slots=True)
class ChatPicks:
    """The chats that can be picked by hand with a press: colleagues, then whoever is picked."""

    aimed: Aimed
    side: Side
    chats: Sequence[PickedChat]


@dataclass(frozen=True, slots=True)
class ProjectPicks:
    """The projects that can be picked with a press: those that are, then the most followed."""

    aimed: Aimed
    side: Side
    projects: Sequence[Project]


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """What came of what was typed."""

    picked: int = 0
    offered: tuple[T, ...] = ()
    """Several that one line may mean."""
    unknown: tuple[str, ...] = ()
    """As typed."""


def choose_chats(
    picks: ChatPicks, page: int, language: Language, matched: Matched[PickedChat] | None = None
) -> Outgoing:
    """Colleagues and others who were picked by hand; more of them are typed."""
    text = Texts(language)

    def label(chat: PickedChat) -> str:
        return ("👤 " if chat.kind is ChatKind.PRIVATE else "👥 ") + chat_name(chat, text)

    rows = _picks(picks.aimed, picks.side, "chats", picks.chats, label, page, text, matched)
    return asking(picks.aimed, picks.side, "chats", rows, text, _came(matched, text))


def choose_projects(
    picks: ProjectPicks, page: int, language: Language, matched: Matched[Project] | None = None
) -> Outgoing:
    """Projects that are picked, and those that most follow; more of them are typed."""
    text = Texts(language)

    def label(project: Project) -> str:
        return f"{project.code} · {project_name(project, language)}"

    rows = _picks(picks.aimed, picks.side, "projects", picks.projects, label, page, text, matched)
    return asking(picks.aimed, picks.side, "projects", rows, text, _came(matched, text))


def _came(
    matched: Matched[PickedChat] | Matched[Project] | None, text: Texts
) -> tuple[Markup, ...]:
    """What came of what was typed."""
    if matched is None:
        return ()
    lines = []
    if matched.picked:
        lines.append(text("audience-picked", count=matched.picked))
    if matched.unknown:
        some = [shorten(one, UNKNOWN_UNITS) for one in matched.unknown[:UNKNOWN_SHOWN]]
        more = len(matched.unknown) - len(some)
        named = formats.listed(some, text.language)
        if more:
            named = text.plain("filters-and-more", named=named, count=more)
        lines.append(text("audience-unknown", list=named))
    if matched.offered:
        lines.append(text("audience-offered"))
    return (Markup("\n").join(lines),) if lines else ()


def _picks(
    aimed: Aimed,
    side: Side,
    kind: str,
    options: Sequence[T],
    label: Callable[[T], str],
    page: int,
    text: Texts,
    matched: Matched[T] | None,
) -> Rows:
    """What was offered for the words that were typed, or a page of all; each can be toggled."""
    number = aimed.announcement.id
    chosen = chosen_of(aimed.audience.of(side), kind)
    pages = -(-len(options) // PAGE)
    page = max(0, min(page, pages - 1))
    here = options[page * PAGE : (page + 1) * PAGE]
    if matched is not None and matched.offered:
        here, pages = matched.offered, 1
    where: pickers.Where = (AREA, kind, number, side)
    toggles: list[tuple[Button, ...]] = [
        (pickers.toggle(label(one), str(one.id) in chosen, where, one.id, page),) for one in here
    ]
    nobody = pickers.mark(not chosen) + any_label(side, kind, text)
    turns: Rows = pickers.turn_row(page, pages, lambda at: pack(*where, "page", at))
    return ((Button(nobody, pack(*where, pickers.ALL)),), *toggles, *turns)
