"""JSON Feed 1.0 and 1.1 → the shape in which feedparser gives its entries."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class JsonFeed:
    format: str
    feed: dict[str, Any]
    entries: list[dict[str, Any]]


def looks_like_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def read_json_feed(text: str) -> JsonFeed | str:
    """The feed, or why it is none."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return "broken JSON"
    if not isinstance(document, dict) or "jsonfeed.org/version/" not in str(
        document.get("version", "")
    ):
        return "JSON, but no JSON Feed"
    version = str(document["version"]).rsplit("/", 1)[-1]
    items = document.get("items")
    return JsonFeed(
        format="json" + "".join(filter(str.isdecimal, version))[:4],
        feed=_title(document),
        entries=[_entry(item) for item in items if isinstance(item, dict)]
        if isinstance(items, list)
        else [],
    )


def _title(holder: dict[str, Any]) -> dict[str, Any]:
    return {"title": _string(holder.get("title")), "title_detail": {"literal": True}}


def _entry(item: dict[str, Any]) -> dict[str, Any]:
    text = _string(item.get("summary")) or _string(item.get("content_text"))
    html = _string(item.get("content_html"))
    identity = item.get("id")
    image = _string(item.get("image")) or _string(item.get("banner_image"))
    return {
        **_title(item),
        "id": str(identity) if isinstance(identity, str | int | float) else None,
        "link": _string(item.get("url")) or _string(item.get("external_url")),
        "summary": text or html,
        "summary_detail": {"literal": bool(text)},
        "published": _string(item.get("date_published")),
        "updated": _string(item.get("date_modified")),
        "media_thumbnail": [{"url": image}] if image else [],
    }


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
