"""What is behind a project's card: its history, stories, milestones, amounts and documents."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Story
from model.projects import Change, DocumentKind, Project
from projects.changing import value_in
from projects.seeing import HistoryPage, StoriesPage
from views import phrases
from views.callbacks import pack
from views.digest import Look, opens
from views.links import BotLinks
from views.packing import BETWEEN, MOST_UNITS, Piece, fill
from views.project_card import claim_line, why_line
from views.project_words import (
    Known,
    change_words,
    document_words,
    field_name,
    is_late,
    milestone_words,
    name_of,
    person_name,
)
from views.stories import (
    IN_A_ROW,
    TITLE_UNITS,
    number_rows,
    numbered,
    one_line,
    story_piece,
)
from views.texts import Texts
from views.ways_back import WayBack, project_button, way_to

CHANGE_UNITS = 200
PAPERS = 8
"""Documents of one page."""
LINES_UNITS = MOST_UNITS - 400
"""Of milestones or amounts: the title and what is said of the rest need room."""

_LINE = Markup("\n")


def history(page: HistoryPage, now: datetime, look: Look, back: WayBack = ()) -> Outgoing:
    text = Texts(look.language)
    undone = {number: one for number, one in enumerate(page.changes, 1) if _can_undo(page, one)}
    blocks = list(_acts(page, set(undone), now, look, text))
    undo = [
        Button(text.plain("history-undo", number=str(number)), pack("update", "undo", one.id))
        for number, one in undone.items()
    ]
    return _page(
        "history",
        page.project,
        blocks or [text("history-none")],
        (
            *(tuple(undo[at : at + 2]) for at in range(0, len(undo), 2)),
            *_pager("history", page.project, page.page, page.has_older, back, text),
        ),
        look,
        back,
    )


def _acts(
    page: HistoryPage, undone: set[int], now: datetime, look: Look, text: Texts
) -> Iterator[Markup]:
    """What changed together stands together, under its day and its reason."""
    known = Known.of(page.project, page.people)
    numbers = enumerate(page.changes, 1)
    for _, together in groupby(numbers, lambda one: one[1].act or -one[1].id):
        entries = list(together)
        first = entries[0][1]
        lines = [_act_head(page, first, now, look, text)]
        for number, one in entries:
            what = shorten(change_words(one.field, one.old, one.new, text, known), CHANGE_UNITS)
            mark = f"{number}." if number in undone else "•"
            key = "history-entry" if one.undoes is None else "history-undone"
            lines.append(text(key, mark=mark, field=field_name(one.field, text), what=what))
        lines.append(why_line(first, text))
        yield _LINE.join(lines)


def _act_head(page: HistoryPage, change: Change, now: datetime, look: Look, text: Texts) -> Markup:
    day = phrases.day(change.at, look.timezone, now, text)
    is_new = change.at == page.project.created_at
    said = [text("history-added", date=day) if is_new else text("history-day", date=day)]
    if page.is_internal:
        said.append(Markup("{}").format(person_name(change.actor_id, page.people, text)))
        if change.confirmed_by is not None:
            who = person_name(change.confirmed_by, page.people, text)
            said.append(text("history-confirmed", name=who))
    return Markup(" · ").join(said)


def _can_undo(page: HistoryPage, change: Change) -> bool:
    """What stands as it became then, and was something before."""
    is_new = change.at == page.project.created_at
    return page.is_internal and not is_new and value_in(page.project, change.field) == change.new


def stories(
    page: StoriesPage, now: datetime, look: Look, links: BotLinks, back: WayBack = ()
) -> Outgoing:
    text = Texts(look.language)
    numbers = list(enumerate(page.stories, 1))
    pieces = [
        numbered(story_piece(story, now, look.timezone, look.language), number).html
        for number, story in numbers
    ]
    here = way_to(project_button("stories", page.project.id, page.page, back=back))
    return _page(
        "stories",
        page.project,
        pieces or [text("stories-none")],
        (
            *number_rows(numbers, opens(look, links, here)),
            *_unlinks(page, back, text),
            *_pager("stories", page.project, page.page, page.has_older, back, text),
        ),
        look,
        back,
    )


def _unlinks(page: StoriesPage, back: WayBack, text: Texts) -> Rows:
    """Officials take off what tells of something else."""
    if not page.is_internal:
        return ()
    buttons = [
        Button(
            text.plain("stories-unlink", number=str(number)),
            project_button("doubt", page.project.id, story.id, back=back),
        )
        for number, story in enumerate(page.stories, 1)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def doubt(project: Project, story: Story, look: Look, back: WayBack = ()) -> Outgoing:
    """Asked before a story is taken off: it does not come back by itself."""
    text = Texts(look.language)
    title = shorten(one_line(story.title) or "…", TITLE_UNITS)
    name = name_of(project, look.language)
    yes = project_button("unlink", project.id, story.id, back=back)
    no = project_button("stories", project.id, 0, back=back)
    return Outgoing(
        text("stories-doubt", title=title, name=name),
        buttons=(
            (Button(text.plain("stories-doubt-yes"), yes),),
            (Button(text.plain("digest-back"), no),),
        ),
        thread_id=look.thread_id,
    )


def milestones(project: Project, now: datetime, look: Look, back: WayBack = ()) -> Outgoing:
    """In the order in which they are due."""
    text = Texts(look.language)
    today = now.astimezone(ZoneInfo(look.timezone)).date()
    lines = []
    for one in sorted(project.milestones, key=lambda one: one.due.last):
        key = "met" if one.met_on is not None else "late" if is_late(one, today) else "to-come"
        lines.append(text(f"milestone-{key}", what=milestone_words(one, text)))
    return _page("milestones", project, _most(lines, text), (), look, back)


def amounts(project: Project, look: Look, back: WayBack = ()) -> Outgoing:
    """All that was ever printed of what it costs, the latest entry first."""
    text = Texts(look.language)
    lines = [
        text("amount-current" if one.id == project.amount else "amount-other", what=line)
        for one in reversed(project.claims)
        for line in (claim_line(one, text),)
    ]
    return _page("amounts", project, _most(lines, text), (), look, back)


def documents(
    project: Project, page: int, now: datetime, look: Look, back: WayBack = ()
) -> Outgoing:
    """The latest first. A number sends the document."""
    text = Texts(look.language)
    papers = sorted(project.documents, key=lambda one: one.added_at, reverse=True)
    shown = list(enumerate(papers, 1))[page * PAPERS : (page + 1) * PAPERS]
    lines = [
        text(
            "document-public" if one.is_public else "document-internal",
            number=str(number),
            sign="📷" if one.kind is DocumentKind.PHOTO else "📄",
            title=document_words(one, text),
            date=phrases.day(one.added_at, look.timezone, now, text),
        )
        for number, one in shown
    ]
    numbers = [
        Button(str(number), project_button("file", project.id, one.id, back=back))
        for number, one in shown
    ]
    has_older = len(papers) > (page + 1) * PAPERS
    return _page(
        "documents",
        project,
        [_LINE.join(lines)] if lines else [text("documents-none")],
        (
            *(tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)),
            *_pager("documents", project, page, has_older, back, text),
        ),
        look,
        back,
    )


def _most(lines: Sequence[Markup], text: Texts) -> list[Markup]:
    """As many as go into one message; how many more there are is said."""
    if not lines:
        return [text("value-none")]
    end = fill([Piece.of(line) for line in lines], 0, LINES_UNITS)
    shown = list(lines[:end])
    if more := len(lines) - len(shown):
        shown.append(text("project-more-lines", count=more))
    return [_LINE.join(shown)]


def _pager(
    verb: str, project: Project, page: int, has_older: bool, back: WayBack, text: Texts
) -> Rows:
    row = []
    if page:
        newer = project_button(verb, project.id, page - 1, back=back)
        row.append(Button(text.plain("news-newer"), newer))
    if has_older:
        older = project_button(verb, project.id, page + 1, back=back)
        row.append(Button(text.plain("news-older"), older))
    return (tuple(row),) if row else ()


def _page(
    name: str,
    project: Project,
    blocks: Sequence[Markup],
    rows: Rows,
    look: Look,
    back: WayBack,
) -> Outgoing:
    text = Texts(look.language)
    title = text(f"project-title-{name}", name=name_of(project, look.language))
    to_card = Button(
        text.plain("project-button-card"), project_button("back", project.id, back=back)
    )
    return Outgoing(
        BETWEEN.join([title, *blocks]), buttons=(*rows, (to_card,)), thread_id=look.thread_id
    )
