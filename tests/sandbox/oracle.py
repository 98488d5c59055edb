"""More of what TDLib can say offline: entities put right, and those nobody marked."""

import json
from typing import Any

import tdjson

from tests import tdlib


def put_right(html: str) -> tdlib.Parsed:
    """The source parsed, and only the entities that may stand together left, cut as they must be.

    TDLib does the second step where it reads its own Markdown: the text must have none.
    """
    parsed = tdlib.parse_html(html)
    entities = [{"@type": "textEntity"} | each for each in parsed.entities]
    text = {"@type": "formattedText", "text": parsed.text, "entities": entities}
    fixed = _execute({"@type": "parseMarkdown", "text": text})
    return tdlib.Parsed(fixed["text"], fixed["entities"])


def entities_of(text: str) -> list[dict[str, Any]]:
    """What TDLib finds in a plain text."""
    tdlib.parse_html("")  # quiets the log
    return list(_execute({"@type": "getTextEntities", "text": text})["entities"])


def _execute(request: dict[str, Any]) -> dict[str, Any]:
    answer = tdjson.td_execute(json.dumps(request).encode())
    assert answer is not None
    return dict(json.loads(answer))
