"""/review: the screens around a card: queues, putting right, stories."""

from collections.abc import Callable, Collection, Sequence

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import FactKind, Mark, Stage, Story
from model.people import Language
from model.review import Queue, QueueKind
from news.review_cards import Card, Overview
from news.telling import districts_of, is_amended, sectors_of, stage_of
from news.verdicts import stamp_of
from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name
from views import review
from views.facts import stage as stage_name
from views.packing import BETWEEN
from views.pickers import in_rows, mark
from views.review import back_row, facts_shown, source_name, undo_row
from views.review_buttons import press
from views.stories import one_line
from views.texts import Texts

LABEL_UNITS = 60

NONE, JUDGED = "none", "judge"
"""An editor says that there is no such fact, or that the judge was right after all."""

TYPED = {"amount": FactKind.AMOUNT, "jobs": FactKind.JOBS}


def queues(
    overview: Overview,
    language: Language,
    said: Markup | None = None,
    undo: int | None = None,
    here: Queue | None = None,
) -> Outgoing:
    """What there is to look through; what is empty has no button.

    `here`: the queue that has just come to its end.
    """
    text = Texts(language)
    waiting = overview.counts[QueueKind.ALL]
    parts = [text("review-overview", count=waiting) if waiting else text("review-nothing")]
    if said is not None:
        parts.insert(0, said)
    rows = tuple(
        (Button(text.plain(f"review-open-{kind.value}", count=count), press("open", Queue(kind))),)
        for kind, count in overview.counts.items()
        if count
    )
    undone = undo_row(here or Queue(QueueKind.ALL), undo, text)
    return Outgoing(BETWEEN.join(parts), buttons=(*undone, *rows))


def fixing(shown: Card, text: Texts) -> Rows:
    """What can be put right of an article."""
    queue, article = shown.queue, shown.told.article

    def ask(what: str) -> Button:
        return Button(text.plain(f"review-fix-{what}"), press(what, queue, article.id))

    asked = [ask(what) for what in ("sectors", "places", "amount", "stage", "jobs")]
    rows = [*in_rows(asked)]
    if article.story_id is not None and shown.mark is not Mark.CORRECTED:
        data = press("mark", queue, article.id, stamp_of(article))
        rows.append((Button(text.plain("review-mark"), data),))
    return (*rows, back_row(shown, text))


def sectors(shown: Card, text: Texts) -> Rows:
    chosen = sectors_of(shown.told.article)
    return _picker(shown, text, SECTORS, chosen, sector_name)


def places(shown: Card, text: Texts) -> Rows:
    chosen = districts_of(shown.told.article)
    return _picker(shown, text, DISTRICTS, chosen, district_name)


def _picker(
    shown: Card,
    text: Texts,
    codes: Sequence[str],
    chosen: Collection[str],
    name: Callable[[str, str], str],
) -> Rows:
    """Pressed, a button leads to the other state of its code."""
    article = shown.told.article
    stamp = stamp_of(article)
    buttons = []
    for code in codes:
        is_on = code in chosen
        label = mark(is_on) + name(code, text.language)
        turn = "off" if is_on else "on"
        buttons.append(Button(label, press(turn, shown.queue, article.id, stamp, code)))
    return (*in_rows(buttons), _to_fixing(shown, text))


def stages(shown: Card, text: Texts) -> Rows:
    article = shown.told.article
    current = stage_of(article)

    def button(stage: Stage) -> Button:
        label = mark(stage is current) + stage_name(stage, text)
        data = press("set-stage", shown.queue, article.id, stamp_of(article), stage.value)
        return Button(label, data)

    buttons = [button(stage) for stage in Stage]
    return (*in_rows(buttons), *_otherwise(shown, text, FactKind.STAGE), _to_fixing(shown, text))


def asking(shown: Card, what: str, language: Language, *, again: bool = False) -> Outgoing:
    """For an amount, or for a number of jobs; `again`: what was typed was not understood."""
    text = Texts(language)
    kind = TYPED[what]
    now = facts_shown(shown.told.article, text)[kind] or text.plain("review-none")
    title = shorten(one_line(shown.told.article.title) or "…", review.TITLE_UNITS)
    parts = [
        Markup("<b>{}</b>").format(title),
        text(f"review-ask-{what}", now=now),
    ]
    if again:
        parts.insert(0, text(f"review-wrong-{what}"))
    return Outgoing(
        BETWEEN.join(parts),
        buttons=(*_otherwise(shown, text, kind), _to_fixing(shown, text)),
    )


def _otherwise(shown: Card, text: Texts, kind: FactKind) -> Rows:
    """There is none; or the judge was right."""
    article = shown.told.article
    said = [NONE] if facts_shown(article, text)[kind] else []
    said += [JUDGED] if is_amended(article, kind) else []
    stamp = stamp_of(article)
    row = tuple(
        Button(
            text.plain(f"review-{word}-button"),
            press(f"set-{kind.value}", shown.queue, article.id, stamp, word),
        )
        for word in said
    )
    return (row,) if row else ()


def _to_fixing(shown: Card, text: Texts) -> tuple[Button, ...]:
    data = press("fix", shown.queue, shown.told.article.id)
    return (Button(text.plain("review-back-to-fixing"), data),)


def story(shown: Card, likely: Sequence[Story], language: Language) -> Outgoing:
    """The articles of its story, and the stories it might be one with."""
    text = Texts(language)
    queue, article = shown.queue, shown.told.article
    stamp = stamp_of(article)
    title = shorten(one_line(article.title) or "…", review.TITLE_UNITS)
    parts = [Markup("<b>{}</b>").format(title)]
    rows: list[tuple[Button, ...]] = []
    if shown.companions:
        parts.append(text("review-story-told"))
        for one in shown.companions[: review.MOST_COMPANIONS]:
            label = f"{source_name(one.source)}: {one_line(one.article.title) or '…'}"
            data = press("show", Queue(QueueKind.STORY, article.story_id or 0), one.article.id)
            rows.append((Button(shorten(label, LABEL_UNITS), data),))
        rows.append((Button(text.plain("review-split"), press("split", queue, article.id, stamp)),))
    parts.append(text("review-join-ask" if likely else "review-join-none"))
    for other in likely:
        label = f"🔗 {one_line(other.title) or '…'}"
        data = press("join", queue, article.id, stamp, other.id)
        rows.append((Button(shorten(label, LABEL_UNITS), data),))
    rows.append(back_row(shown, text))
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))
