"""What became of an announcement, and what can be done about it: screens of those who announce."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement, AnnouncementState
from model.failures import Failure, bare, failure_of
from model.ids import AnnouncementId
from model.people import Language
from model.results import Results
from views import formats
from views.announcing import excerpt, label_of
from views.callbacks import pack
from views.packing import BETWEEN
from views.phrases import own_name
from views.texts import Texts

AREA = "result"
SAID_UNITS = 200
REASON_UNITS = 80
LABEL_UNITS = 40
AMENDED = 3
"""Edits that are told."""
REASONS = 5
"""The most frequent ones are told; the spreadsheet has them all."""


def results(
    found: Results, timezone: str, language: Language, said: Markup | None = None
) -> Outgoing:
    """The figures; `said` is what has just happened."""
    text, one = Texts(language), found.announcement
    parts = [
        Markup("\n").join(_head(one, timezone, text)),
        Markup("\n").join(_reached(found, text)),
        *_lines(_amended(found, timezone, text)),
        *_block(text("result-languages"), _languages(found, text)),
        *_block(text("result-presses"), _presses(found, text)),
    ]
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=_buttons(found, text))


def state_words(one: Announcement, text: Texts) -> str:
    """«отправлено», «отозвано»"""
    state = "withdrawn" if one.withdrawn_at is not None else one.state.value
    return text.plain(f"announced-state-{state}")


def ask_again(found: Results, language: Language) -> Outgoing:
    """Those of whom nobody knows whether they got it: they are sent it once more, or left."""
    text, number = Texts(language), found.announcement.id
    count = found.progress.uncertain
    again = Button(text.plain("result-again-yes", count=count), pack(AREA, "again", number))
    leave = Button(text.plain("result-leave"), pack(AREA, "show", number))
    return Outgoing(text("result-again-ask", count=count), buttons=((again,), (leave,)))


def choose_button(found: Results, language: Language) -> Outgoing:
    """Whoever pressed one of the buttons can be written to."""
    text, one = Texts(language), found.announcement
    rows = tuple(
        (
            Button(
                text.plain("result-pressed-button", label=label, count=count),
                pack(AREA, "follow", one.id, index),
            ),
        )
        for index, label, count in _pressed(found, text)
    )
    return Outgoing(text("result-follow-ask"), buttons=(*rows, (back_to(one.id, text),)))


def back_to(number: AnnouncementId, text: Texts) -> Button:
    return Button(text.plain("result-back"), pack(AREA, "show", number))


def making(language: Language) -> Outgoing:
    return Outgoing(Texts(language)("result-making"))


def failed(why: str, number: AnnouncementId, language: Language) -> Outgoing:
    """There is no spreadsheet, and why."""
    back = back_to(number, Texts(language))
    return Outgoing(Markup(escape(why)), buttons=((back,),))


def caption(found: Results, language: Language) -> Markup:
    """Under the spreadsheet."""
    number = str(found.announcement.id)
    return Texts(language)("result-caption", number=number, count=found.progress.total)


def said(key: str, language: Language, **values: int) -> Markup:
    """What has just happened."""
    return Texts(language)(key, **values)


def reason_words(error: str, text: Texts) -> str:
    """Why it did not arrive; what Telegram refused in its own words."""
    if (key := _OWN_WORDS.get(error)) is not None:
        return text.plain(key)
    kind = failure_of(error)
    if kind is Failure.REFUSED:
        return text.plain("result-why-refused", words=shorten(bare(error), REASON_UNITS))
    return text.plain(f"failure-{kind}")


_OWN_WORDS = {
    "": "result-why-stopped",
    "asked to be forgotten": "result-why-forgotten",
    "its time was over": "result-why-late",
    "withdrawn": "result-why-withdrawn",
}


def by_reason(counted: Mapping[str, int], text: Texts) -> dict[str, int]:
    """In words, the most frequent first; what reads the same is counted together."""
    told: dict[str, int] = {}
    for error, count in counted.items():
        words = reason_words(error, text)
        told[words] = told.get(words, 0) + count
    return dict(sorted(told.items(), key=lambda one: (-one[1], one[0])))


def _head(one: Announcement, timezone: str, text: Texts) -> Iterator[Markup]:
    yield text("result-title", number=str(one.id))
    yield text("result-said", excerpt=excerpt(one, text.language, SAID_UNITS))
    yield text("result-state", state=state_words(one, text))
    for key, at in (
        ("result-started", one.started_at),
        ("result-finished", one.finished_at),
        ("result-withdrawn", one.withdrawn_at),
    ):
        if at is not None:
            yield text(key, at=formats.moment(at, timezone, text.language))


def _reached(found: Results, text: Texts) -> Iterator[Markup]:
    progress, figures = found.progress, found.figures
    yield text("result-sent", count=progress.sent, all=progress.total)
    if progress.left:
        yield text("result-left", count=progress.left)
    if progress.failures:
        yield text("result-failed", count=progress.failures)
        yield from _reasons(progress.failed, text)
    if progress.uncertain:
        yield text("result-uncertain", count=progress.uncertain)
    if progress.cancelled:
        yield text("result-cancelled", count=progress.cancelled)
        yield from _reasons(figures.called_off, text)
    if figures.partly:
        yield text("result-partly", count=figures.partly)
    if figures.blocked_since:
        yield text("result-blocked-since", count=figures.blocked_since)


def _reasons(counted: Mapping[str, int], text: Texts) -> Iterator[Markup]:
    told = by_reason(counted, text)
    for why, count in list(told.items())[:REASONS]:
        yield text("result-reason", why=why, count=count)
    if len(told) > REASONS:
        rest = sum(list(told.values())[REASONS:])
        yield text("result-reason", why=text.plain("failure-other"), count=rest)


def _amended(found: Results, timezone: str, text: Texts) -> Iterator[Markup]:
    """The last edits, and the taking back."""
    for one in found.announcement.amended[-AMENDED:]:
        what = "withdrawal" if one.is_withdrawal else "edit"
        at = formats.moment(one.began_at, timezone, text.language)
        failed = one.failed
        if one.ended_at is None and found.came is not None:
            failed, left = found.came.failed, found.came.left
            yield text(f"result-{what}-going", at=at, count=found.came.done, left=left)
        elif one.is_replaced:
            yield text("result-edit-replaced", at=at, count=one.done)
        else:
            yield text(f"result-{what}", at=at, count=one.done)
        if failed:
            yield text("result-amend-failed", count=sum(failed.values()))
            yield from _reasons(failed, text)
        if one.beyond:
            yield text("result-amend-beyond", count=one.beyond)


def _languages(found: Results, text: Texts) -> Iterator[Markup]:
    if len(found.figures.languages) > 1:
        for language, reached in found.figures.languages.items():
            name = own_name(language)
            yield text("result-language", name=name, count=reached.sent, all=reached.all)


def _presses(found: Results, text: Texts) -> Iterator[Markup]:
    for _, label, count in _pressed(found, text):
        yield text("result-pressed", label=label, count=count)
    if any(button.url for button in found.announcement.buttons):
        yield text("result-links")


def _pressed(found: Results, text: Texts) -> list[tuple[int, str, int]]:
    """Number, label and people of each button whose presses are told to us."""
    return [
        (index, shorten(label_of(button, text.language), LABEL_UNITS), count)
        for index, button in enumerate(found.announcement.buttons)
        if button.project_id is not None
        for count in [found.figures.presses.get(index, 0)]
    ]


def _lines(lines: Iterable[Markup]) -> list[Markup]:
    told = list(lines)
    return [Markup("\n").join(told)] if told else []


def _block(title: Markup, lines: Iterable[Markup]) -> list[Markup]:
    told = list(lines)
    return [Markup("\n").join([title, *told])] if told else []


def _buttons(found: Results, text: Texts) -> Rows:
    one, progress = found.announcement, found.progress

    def row(key: str, verb: str, **values: int) -> tuple[Button, ...]:
        return (Button(text.plain(key, **values), pack(AREA, verb, one.id)),)

    rows = [row("result-refresh", "show"), row("result-file", "file")]
    if one.withdrawn_at is None:
        correct = Button(text.plain("result-correct"), pack(AREA, "correct", one.id))
        withdraw = Button(text.plain("result-withdraw"), pack(AREA, "withdraw", one.id))
        rows.append((correct, withdraw))
    if progress.uncertain and can_go_again(one):
        rows.append(row("result-again", "doubt", count=progress.uncertain))
    if can_be_resent(one) and progress.failures + progress.cancelled:
        rows.append(row("result-resend", "resend"))
    if any(count for _, _, count in _pressed(found, text)):
        rows.append(row("result-follow", "pressed"))
    rows.append((Button(text.plain("result-list"), pack("announced", "all", "any", 0, 0)),))
    return tuple(rows)


def can_go_again(one: Announcement) -> bool:
    return one.withdrawn_at is None and one.state is not AnnouncementState.CANCELLED


def can_be_resent(one: Announcement) -> bool:
    is_over = one.state in (AnnouncementState.SENT, AnnouncementState.CANCELLED)
    return is_over and one.withdrawn_at is None
