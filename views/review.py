"""/review: an article as an editor looks at it, with all that speaks for and against it."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Article, Fact, FactKind, Mark, Review, Source, main_fact
from model.people import Language
from model.review import Queue, Verdict
from news.review_cards import Card, Told
from news.telling import amount_of, districts_of, is_amended, jobs_of, sectors_of, stage_of
from news.verdicts import Because, judgement_of, stamp_of
from news.vocabulary import district_name, sector_name
from views import formats
from views.facts import stage as stage_name
from views.packing import BETWEEN
from views.review_buttons import press
from views.stories import one_line, titled, usable_link
from views.texts import Texts

TITLE_UNITS = 300
LEAD_UNITS = 900
WORDS_UNITS = 160
SOURCE_UNITS = 60
MOST_COMPANIONS = 5

_LINE = Markup("\n")
_WEIGHED = re.compile(r"(?P<words>.*) \(\S+ (?P<weight>[+-][0-9.]+)\)", re.DOTALL)
_WHY = {
    "place": "place",
    "elsewhere": "elsewhere",
    "namesake": "namesake",
    "for": "for",
    "strong": "for",
    "against": "against",
}


def card(
    shown: Card,
    timezone: str,
    language: Language,
    said: Markup | None = None,
    undo: int | None = None,
    buttons: Rows | None = None,
) -> Outgoing:
    """`said`: what has just happened, above it; `undo`: the act by whose number it is undone."""
    text = Texts(language)
    article = shown.told.article
    parts = [
        _head(shown, text),
        _told(shown.told, timezone, text),
        _judged(article, text),
        _facts(article, text),
        _story(shown, text),
    ]
    if said is not None:
        parts.insert(0, said)
    return Outgoing(
        BETWEEN.join(part for part in parts if part),
        buttons=(*undo_row(shown.queue, undo, text), *(buttons or _buttons(shown, text))),
    )


def undo_row(queue: Queue, act: int | None, text: Texts) -> Rows:
    if act is None:
        return ()
    return ((Button(text.plain("review-undo"), press("undo", queue, act)),),)


def back_row(shown: Card, text: Texts) -> tuple[Button, ...]:
    data = press("show", shown.queue, shown.told.article.id)
    return (Button(text.plain("review-back"), data),)


def _head(shown: Card, text: Texts) -> Markup:
    queue = text.plain(f"review-queue-{shown.queue.kind.value}")
    title = text("review-title", queue=queue, count=shown.left)
    return title + _LINE + text(f"review-state-{_state(shown.told.article)}")


def _state(article: Article) -> str:
    if article.withdrawn_at is not None:
        return "withdrawn"
    if article.review is not None:
        shown = article.review is Review.WAITING and article.story_id is not None
        return "waiting-shown" if shown else article.review.value
    return "judge-kept" if article.kept else "judge-dropped"


def _told(told: Told, timezone: str, text: Texts) -> Markup:
    """Title and lead, with the words underlined that facts stand in; source, date, language."""
    article = told.article
    title = one_line(article.title)
    plain = shorten(article.title, TITLE_UNITS) if title else "…"
    lines = [titled(_marked(plain, article, 0), usable_link(article.link))]
    if one_line(article.lead):
        lead = shorten(article.lead, LEAD_UNITS)
        lines.append(_marked(lead, article, len(article.title) + 1))
    at = formats.moment(article.published_at or article.stored_at, timezone, text.language)
    origin = [source_name(told.source), at]
    if article.language:
        origin.append(language_name(article.language, text.language))
    lines.append(Markup("<i>{}</i>").format(" · ".join(origin)))
    return _LINE.join(lines)


def source_name(source: Source | None) -> str:
    return shorten(one_line(source.title) if source else "", SOURCE_UNITS) or "…"


def language_name(code: str, language: Language) -> str:
    return str(formats.locale_of(language).languages.get(code, code))


def _marked(shown: str, article: Article, offset: int) -> Markup:
    """`shown` is the text that begins at `offset` of title, line break, lead; maybe cut."""
    whole = f"{article.title}\n{article.lead}"
    marked, past = Markup(), 0
    for fact in sorted(article.facts, key=lambda each: (each.start, -each.end)):
        start, end = fact.start - offset, fact.end - offset
        is_there = whole[fact.start : fact.end] == fact.text == shown[max(start, 0) : max(end, 0)]
        if is_there and past <= start < end:
            marked += _plain(shown[past:start]) + Markup("<u>{}</u>").format(_plain(fact.text))
            past = end
    return marked + _plain(shown[past:])


def _plain(text: str) -> Markup:
    """On one line; sign for sign, so that places stay."""
    return Markup("{}").format("".join(" " if sign.isspace() else sign for sign in text))


def _judged(article: Article, text: Texts) -> Markup:
    """What the judge said, and why."""
    judgement = judgement_of(article)
    score = formats.number(round(judgement.score, 2), text.language)
    doubt = "-doubt" if judgement.in_doubt else ""
    verdict = text(f"review-judge-{'keep' if judgement.kept else 'drop'}{doubt}", score=score)
    why: dict[str, list[str]] = {}
    for reason in article.reasons:
        kind, _, words = reason.partition(": ")
        if kind in _WHY:
            why.setdefault(_WHY[kind], []).append(_weighed(words, text.language))
    lines = [
        text(f"review-why-{kind}", words=shorten("; ".join(words), WORDS_UNITS))
        for kind, words in why.items()
    ]
    return _LINE.join([verdict, *lines])


def _weighed(words: str, language: Language) -> str:
    """«открыли, создано (beginning +0.9)» → «открыли, создано +0,9»; a sector by its name."""
    match = _WEIGHED.fullmatch(words)
    if match is None:
        return words
    named = (sector_name(word, language) for word in match["words"].split(", "))
    weight = float(match["weight"])
    sign = "+" if weight >= 0 else "−"
    return f"{formats.listed(named, language)} {sign}{formats.number(abs(weight), language)}"


def _facts(article: Article, text: Texts) -> Markup:
    """Every kind that an editor can put right, with its words; a pencil where one did."""
    language = text.language
    places = [district_name(code, language) for code in districts_of(article)]
    sectors = [sector_name(code, language) for code in sectors_of(article)]
    amendment = article.amendment
    lines = [
        _fact("places", places, amendment is not None and amendment.districts is not None, text),
        _fact("sectors", sectors, amendment is not None and amendment.sectors is not None, text),
    ]
    for kind, value in facts_shown(article, text).items():
        changed = is_amended(article, kind)
        values = [value] if value else []
        fact = None if changed else main_fact(article.facts, kind)
        lines.append(_fact(kind.value, values, changed, text, fact))
    return _LINE.join(lines)


def facts_shown(article: Article, text: Texts) -> dict[FactKind, str]:
    """The facts an editor types or picks, in words; empty where there is none."""
    money, stage, jobs = amount_of(article), stage_of(article), jobs_of(article)
    return {
        FactKind.AMOUNT: (
            formats.money(money.value, money.currency, text.language) if money else ""
        ),
        FactKind.STAGE: stage_name(stage, text) if stage else "",
        FactKind.JOBS: "" if jobs is None else formats.number(jobs, text.language),
    }


def _fact(
    name: str, values: Sequence[str], is_changed: bool, text: Texts, fact: Fact | None = None
) -> Markup:
    said = formats.listed(values, text.language) if values else text.plain("review-none")
    line = text(f"review-{name}", values=shorten(said, 4 * WORDS_UNITS))
    if fact is not None and one_line(fact.text).casefold() != said.casefold():
        words = shorten(one_line(fact.text), WORDS_UNITS) or "…"
        line += Markup(" <i>«{}»</i>").format(words)
    return line + " ✏️" if is_changed else line


def _story(shown: Card, text: Texts) -> Markup:
    article = shown.told.article
    if article.story_id is None:
        return text("review-story-none")
    told_by = dict.fromkeys(source_name(one.source) for one in shown.companions[:MOST_COMPANIONS])
    if shown.companions:
        names = formats.listed(told_by, text.language)
        said = text("review-story-with", count=len(shown.companions), names=names)
    else:
        said = text("review-story-alone")
    if shown.mark is Mark.CORRECTED:
        said += _LINE + text("review-story-corrected")
    return said


def _buttons(shown: Card, text: Texts) -> Rows:
    article, queue = shown.told.article, shown.queue
    stamp = stamp_of(article)
    rows: list[Iterable[Button]] = []
    if article.review is not Review.KEPT:
        rows.append([Button(text.plain("review-keep"), press("keep", queue, article.id, stamp))])
    if article.review is not Review.DROPPED:
        rows.append(
            Button(
                text.plain(f"review-drop-{because.value}"),
                press("drop", queue, article.id, stamp, because.value),
            )
            for because in Because
        )
    rows.append(
        Button(text.plain(f"review-{verb}"), press(verb, queue, article.id))
        for verb in ("fix", "story")
    )
    turn = []
    if shown.has_newer:
        turn.append(Button(text.plain("review-newer"), press("newer", queue, article.id)))
    if shown.has_older:
        turn.append(Button(text.plain("review-older"), press("older", queue, article.id)))
    if turn:
        rows.append(turn)
    rows.append([Button(text.plain("review-queues"), press("queues", queue))])
    return tuple(tuple(row) for row in rows)


def said_of(verdict: Verdict | str, title: str, language: Language) -> Markup:
    """What has just been done, in a line."""
    shown = shorten(one_line(title) or "…", WORDS_UNITS)
    return Texts(language)(f"review-said-{verdict}", title=shown)


def meanwhile(shown: Card, timezone: str, editor_id: int | None, language: Language) -> Markup:
    """Somebody was faster, or the outlet printed the article anew: what was decided, and when."""
    text = Texts(language)
    last = shown.last
    if last is None or last.at < shown.told.article.updated_at:
        return text("review-meanwhile-printed")
    by = "you" if last.editor_id == editor_id else "other"
    said = text.plain(f"review-verdict-{last.verdict.value}")
    at = formats.moment(last.at, timezone, language)
    return text(f"review-meanwhile-{by}", said=said, at=at)
