"""What the admins are told without having asked."""

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Notice, NoticeKind
from model.people import Language
from views.callbacks import pack
from views.texts import Texts, Value
from views.troubles import trouble

LONGEST = 600
"""A page of a server's error is not told whole."""

_KEYS = {
    NoticeKind.GONE: "notice-source-gone",
    NoticeKind.STOPPED: "notice-source-stopped",
    NoticeKind.BACK: "notice-source-back",
    NoticeKind.SILENT: "notice-source-silent",
}

_OPENS = {
    "source": ("notice-open-source", "sources", "open"),
    "questions": ("notice-open-questions", "ask", "questions"),
}
"""What a notice leads to: the label, area and verb of the button."""


def source_notice(told: Notice) -> tuple[str, dict[str, Value]]:
    """The sentence about a source, and what stands in it."""
    values: dict[str, Value] = {
        "title": told.title,
        "url": told.url,
        "detail": told.detail or "—",
        "source": int(told.source_id),
    }
    return _KEYS[told.kind], values


def notice(key: str, language: Language, **values: Value) -> Outgoing:
    """The sentence of this key; what a value of `_OPENS` names becomes a button that opens it."""
    text = Texts(language)
    if isinstance(detail := values.get("detail"), str):
        values["detail"] = trouble(detail, language)
    short = {
        name: shorten(value, LONGEST) if isinstance(value, str) else value
        for name, value in values.items()
    }
    buttons: Rows = ()
    for name, (label, area, verb) in _OPENS.items():
        if (opened := short.pop(name, None)) is not None:
            buttons = ((Button(text.plain(label), pack(area, verb, opened)),),)
    return Outgoing(text(key, **short), buttons=buttons)
