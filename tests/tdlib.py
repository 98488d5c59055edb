"""TDLib's own parser, offline: what Telegram's server makes of our HTML."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import tdjson

HOSTILE = (
    "<b>",
    "a < b & c > d",
    "\"quoted\" and 'single'",
    "</b></i></a>&lt;&amp;&nbsp;&#0;",
    "\u202eright to left\u202c \u2067isolated",
    "👩\u200d👩\u200d👧\u200d👦 🇰🇿 😀",
    "ы" * 5_000,
    "😀" * 5_000,
    "слово " * 1_000,
    "https://example.kz/?a=\"><b>x</b>&b='1'",
    "line\nbreak\r\n\ttab\x00\x07",
    "{ $name } {name} %s %(x)s",
    " ",
    "",
)
"""Values that a feed, a person or a mistake could put into any variable."""


@dataclass(frozen=True)
class Parsed:
    text: str
    entities: list[dict[str, Any]]

    @property
    def links(self) -> list[str]:
        return [
            entity["type"]["url"]
            for entity in self.entities
            if entity["type"]["@type"] == "textEntityTypeTextUrl"
        ]


def parse_html(text: str) -> Parsed:
    """The text as it is shown, with its entities; ValueError with the server's own words."""
    _quiet()
    answer = _execute(
        {
            "@type": "parseTextEntities",
            "text": text,
            "parse_mode": {"@type": "textParseModeHTML"},
        }
    )
    if answer["@type"] == "error":
        raise ValueError(answer["message"])
    return Parsed(answer["text"], answer["entities"])


@cache
def _quiet() -> None:
    _execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def _execute(request: dict[str, Any]) -> dict[str, Any]:
    answer = tdjson.td_execute(json.dumps(request).encode())
    assert answer is not None
    return dict(json.loads(answer))
