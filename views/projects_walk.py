"""/projects: crossings, signs and lists on the way to a project.

Where one stands is in each button: `projects:list:stextile.d612:0`, a filter (views/selections.py)
and, where only officials walk, a letter for that.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.news import Stage
from model.overview import FIELDS, Dimension
from model.projects import Filter, Project
from news.vocabulary import district_name
from projects.lateness import delay_of
from projects.walking import CANDIDATES, DIMENSIONS, PAGE, Crossing, ProjectList, Signs, Walk
from views.callbacks import LIMIT_BYTES, pack
from views.digest import Look
from views.facts import stage
from views.packing import BETWEEN
from views.pickers import in_rows, turn_row
from views.project_words import delay_words, money_words, name_of, progress_line
from views.selections import ALL, asked, filter_of, filter_word, key_name
from views.stories import IN_A_ROW
from views.texts import Texts
from views.ways_back import open_project, way_to

NAME_UNITS = 120
MOST_SIGNS = 60
"""Telegram takes a hundred buttons."""
MINE, UNPUBLISHED = "m", "x"


def word_of(walk: Walk) -> str:
    """Where one stands as a button's word."""
    parts = [filter_word(walk.which)] if asked(walk.which) else []
    parts += [MINE] * walk.is_mine + [UNPUBLISHED] * walk.which.unpublished
    return ".".join(parts) or ALL


def walk_of(word: str) -> Walk | None:
    """Where a button's word leads; None for a word that no button of ours has."""
    parts = word.split(".")
    things = [one for one in parts if one not in (MINE, UNPUBLISHED)]
    which = filter_of(".".join(things), most=len(DIMENSIONS)) if things else Filter()
    if which is None or which.curator is not None:
        return None
    walk = Walk(which, is_mine=MINE in parts)
    return walk.to_candidates() if UNPUBLISHED in parts else walk


def dimension_of(letter: str) -> Dimension | None:
    return next((one for one in DIMENSIONS if one.value == letter), None)


def crossing(found: Crossing, look: Look) -> Outgoing:
    """Which way to go on."""
    text = Texts(look.language)
    walk, word = found.walk, word_of(found.walk)
    if not found.count and walk == Walk() and not (found.mine or found.candidates):
        return Outgoing(text("walk-none"), thread_id=look.thread_id)
    ways = [
        Button(text.plain(f"walk-by-{FIELDS[one]}"), pack("projects", "by", one, word))
        for one in found.ways
        if _fits("projects", "by", one, word)
    ]
    rows = [*in_rows(ways), (_to_list("walk-all", walk, found.count, text),)]
    if found.mine:
        rows.append((_to_list("walk-mine", Walk(is_mine=True), found.mine, text),))
    if found.candidates:
        rows.append((_to_list("walk-candidates", CANDIDATES, found.candidates, text),))
    if walk != Walk():
        rows.append((_to_start(text),))
    return Outgoing(
        BETWEEN.join([_title(walk, found.count, text), text("walk-how")]),
        buttons=tuple(rows),
        thread_id=look.thread_id,
    )


def signs(found: Signs, look: Look) -> Outgoing:
    """The values of a dimension: each leads to its projects."""
    text = Texts(look.language)
    counts = found.counts
    if found.dimension is Dimension.STAGE:
        order = list(Stage)
        counts = tuple(sorted(counts, key=lambda one: order.index(Stage(one[0]))))
    buttons = []
    for value, count in counts[:MOST_SIGNS]:
        word = word_of(found.walk.to(found.dimension, value))
        if _fits("projects", "list", word, PAGE):
            label = text.plain(
                "walk-sign", name=key_name(found.dimension, value, text, {}), count=str(count)
            )
            buttons.append(Button(label, pack("projects", "list", word, 0)))
    back = Button(text.plain("digest-back"), pack("projects", "at", word_of(found.walk)))
    title = text(f"walk-title-{FIELDS[found.dimension]}")
    said = [title] if found.walk == Walk() else [_title(found.walk, None, text), title]
    return Outgoing(
        BETWEEN.join(said), buttons=(*in_rows(buttons), (back,)), thread_id=look.thread_id
    )


def project_list(found: ProjectList, now: datetime, look: Look) -> Outgoing:
    text = Texts(look.language)
    numbers = list(enumerate(found.projects, found.page * PAGE + 1))
    lines = [_line(number, one, now, look, text) for number, one in numbers]
    word, pages = word_of(found.walk), -(-found.count // PAGE)
    here = way_to(pack("projects", "list", word, found.page))
    opens = [Button(str(number), open_project(one.id, here)) for number, one in numbers]
    rows: list[tuple[Button, ...]] = [
        tuple(opens[at : at + IN_A_ROW]) for at in range(0, len(opens), IN_A_ROW)
    ]
    rows += turn_row(found.page, pages, lambda at: pack("projects", "list", word, at))
    if found.count > PAGE and _fits("projects", "at", word):
        narrower = pack("projects", "at", word)
        rows.append((Button(text.plain("walk-narrower"), narrower), _to_start(text)))
    else:
        rows.append((_to_start(text),))
    return Outgoing(
        BETWEEN.join([_title(found.walk, found.count, text), *(lines or [text("walk-empty")])]),
        buttons=tuple(rows),
        thread_id=look.thread_id,
    )


def _line(number: int, project: Project, now: datetime, look: Look, text: Texts) -> Markup:
    """Name; where it stands, what it costs, where it is; and whether it is late."""
    language = text.language
    facts = [f"{progress_line(project)} {stage(project.stage, text)}".strip()]
    if project.claim is not None:
        facts.append(money_words(project.claim, language))
    facts += [district_name(code, language) for code in project.districts[:1]]
    line = text(
        "walk-line",
        number=str(number),
        name=shorten(name_of(project, language), NAME_UNITS),
        facts=" · ".join(facts),
    )
    today = now.astimezone(ZoneInfo(look.timezone)).date()
    days = delay_of(project, today) if project.actual_finish is None else None
    if project.suspension is not None:
        line += text("walk-suspended")
    elif days:
        line += text("walk-late", delay=delay_words(days, text, is_finished=False))
    return line


def _title(walk: Walk, count: int | None, text: Texts) -> Markup:
    """What the projects in sight have in common, and how many they are."""
    named = [
        key_name(one, value, text, {}) for one in DIMENSIONS if (value := walk.at(one)) is not None
    ]
    if walk.is_mine:
        named.insert(0, text.plain("walk-word-mine"))
    if walk.which.unpublished:
        named.insert(0, text.plain("walk-word-candidates"))
    what = " · ".join(named) or text.plain("walk-word-all")
    if count is None:
        return text("walk-at", what=what)
    return text("walk-title", what=what, count=count)


def _to_list(key: str, walk: Walk, count: int, text: Texts) -> Button:
    return Button(text.plain(key, count=str(count)), pack("projects", "list", word_of(walk), 0))


def _to_start(text: Texts) -> Button:
    return Button(text.plain("walk-start"), pack("projects", "at", ALL))


def _fits(*words: object) -> bool:
    """Of a walk through very many things a button may be too small to say all."""
    return len(":".join(map(str, words)).encode()) <= LIMIT_BYTES
