"""What became of an announcement as a spreadsheet: the figures, every chat, the buttons."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from model.announcements import AnnouncementButton
from model.outbox import RowState
from model.people import ChatKind, Language
from model.results import Gathered, Outcome
from projects.reports.sheets import Cell, Column, Kind, Sheet, Table, Workbook
from views import formats
from views.announcing import label_of
from views.announcing_after import by_reason, reason_words
from views.phrases import own_name
from views.texts import Texts

_UNDER_WAY = (RowState.PENDING.value, RowState.SENDING.value)
_IN_VAIN = (RowState.FAILED.value, RowState.CANCELLED.value)


def workbook(gathered: Gathered) -> Workbook:
    text, number = Texts(gathered.language), str(gathered.results.announcement.id)
    return Workbook(
        text.plain("book-title", number=number),
        (_summary(gathered, text), _recipients(gathered, text), _presses(gathered, text)),
        is_year_first=gathered.language is Language.CHINESE,
    )


def _summary(gathered: Gathered, text: Texts) -> Sheet:
    found = gathered.results
    progress, figures = found.progress, found.figures
    count = Column(text.plain("book-count"), Kind.NUMBER, 14)
    counted = {
        "all": progress.total,
        "sent": progress.sent,
        "left": progress.left,
        "failed": progress.failures,
        "uncertain": progress.uncertain,
        "cancelled": progress.cancelled,
        "partly": figures.partly,
        "blocked-since": figures.blocked_since,
    }
    tables = [
        Table(
            (Column(text.plain("book-what"), width=48), count),
            tuple((text.plain(f"book-{key}"), value) for key, value in counted.items()),
        )
    ]
    if reasons := by_reason(progress.failed, text) | by_reason(figures.called_off, text):
        columns = (Column(text.plain("book-why"), width=48), count)
        tables.append(Table(columns, tuple(reasons.items()), text.plain("book-reasons")))
    languages = tuple(
        (own_name(one), reached.all, reached.sent) for one, reached in figures.languages.items()
    )
    of_languages = (
        Column(text.plain("book-language"), width=48),
        Column(text.plain("book-all"), Kind.NUMBER, 14),
        Column(text.plain("book-delivered"), Kind.NUMBER, 14),
    )
    tables.append(Table(of_languages, languages, text.plain("book-by-language")))
    return Sheet(text.plain("book-sheet-summary"), tuple(tables), _notes(gathered, text))


def _notes(gathered: Gathered, text: Texts) -> tuple[str, ...]:
    made = formats.moment(gathered.now, gathered.timezone, gathered.language)
    number = str(gathered.results.announcement.id)
    return (text.plain("book-title", number=number), text.plain("book-made", at=made))


def _recipients(gathered: Gathered, text: Texts) -> Sheet:
    columns = (
        Column(text.plain("book-chat"), width=18),
        Column(text.plain("book-kind"), width=12),
        Column(text.plain("book-name"), width=30),
        Column(text.plain("book-language"), width=12),
        Column(text.plain("book-state"), width=26),
        Column(text.plain("book-why"), width=40),
        Column(text.plain("book-when"), Kind.MOMENT, 16),
    )
    words, zone = _Words(text), ZoneInfo(gathered.timezone)
    rows = tuple(words.row(one, zone) for one in gathered.outcomes())
    return Sheet(text.plain("book-sheet-recipients"), (Table(columns, rows),))


class _Words:
    """What 100,000 rows say again and again, looked up once."""

    def __init__(self, text: Texts) -> None:
        self._text = text
        self._kept: dict[str, str] = {}
        self._reasons: dict[str, str] = {}

    def row(self, one: Outcome, zone: ZoneInfo) -> tuple[Cell, ...]:
        chat = self._said("book-forgotten") if one.chat_id is None else str(one.chat_id)
        return (
            chat,
            None if one.kind is None else self._said(f"book-kind-{_kind(one.kind)}"),
            one.title,
            own_name(Language(one.language)),
            self._said(f"book-state-{_state(one)}"),
            self._why(one.error or "") if one.state in _IN_VAIN else None,
            None if one.at is None else _local(one.at, zone),
        )

    def _said(self, key: str) -> str:
        if key not in self._kept:
            self._kept[key] = self._text.plain(key)
        return self._kept[key]

    def _why(self, error: str) -> str:
        if error not in self._reasons:
            self._reasons[error] = reason_words(error, self._text)
        return self._reasons[error]


def _kind(kind: str) -> str:
    return "group" if kind == ChatKind.SUPERGROUP else kind


def _state(one: Outcome) -> str:
    if one.is_part:
        return "part"
    return "under-way" if one.state in _UNDER_WAY else one.state


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)


def _presses(gathered: Gathered, text: Texts) -> Sheet:
    columns = (
        Column(text.plain("book-button"), width=40),
        Column(text.plain("book-leads"), width=40),
        Column(text.plain("book-people"), Kind.NUMBER, 34),
    )
    rows = tuple(_buttons(gathered, text))
    return Sheet(text.plain("book-sheet-presses"), (Table(columns, rows),))


def _buttons(gathered: Gathered, text: Texts) -> Iterator[tuple[Cell, ...]]:
    presses = gathered.results.figures.presses
    for index, button in enumerate(gathered.results.announcement.buttons):
        label = label_of(button, text.language)
        if button.project_id is None:
            yield label, button.url, text.plain("book-not-told")
        else:
            yield label, _project(button, gathered), presses.get(index, 0)


def _project(button: AnnouncementButton, gathered: Gathered) -> str | None:
    """Its code; one that is deleted has none any more."""
    assert button.project_id is not None
    return gathered.results.codes.get(button.project_id)
