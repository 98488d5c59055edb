"""A message's text: parsed, trimmed, measured."""

from sandbox.api import Api
from sandbox.entities import finish
from sandbox.errors import bad_request
from sandbox.html import ParseError, parse_html
from sandbox.links import checked_link
from sandbox.params import Params
from sandbox.world import Json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_SOURCE_BYTES = 32_768
_CARRIED = ("language", "custom_emoji_id", "unix_time", "date_time_format")


def formatted(api: Api, params: Params, name: str, entities: str) -> tuple[str, list[Json]]:
    """The text of the parameter `name`, by its parse mode or with its `entities`."""
    source = params.text(name) or ""
    if any("\ud800" <= each <= "\udfff" for each in source):
        raise bad_request("strings must be encoded in UTF-8")
    if len(source.encode()) > LONGEST_SOURCE_BYTES:
        raise bad_request("text is too long")
    mode = (params.text("parse_mode") or "none").lower()
    if mode == "html":
        try:
            text, marks = parse_html(source)
        except ParseError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    elif mode == "none":
        text, marks = source, _entities(params, entities)
    else:
        raise bad_request("unsupported parse_mode")
    return finish(text, [each for each in marks if _is_known(api, each)])


def _entities(params: Params, name: str) -> list[Json]:
    """Entities as the bot gave them; links that Telegram does not take are no links."""
    found = []
    for given in params.objects(name):
        each = Params(given)
        kind, offset = each.text("type"), each.integer("offset", -1)
        if kind is None or offset < 0:
            raise bad_request("can't parse MessageEntity")
        mark = {"type": kind, "offset": offset, "length": each.integer("length")}
        if kind == "text_link":
            mark["url"] = checked_link(each.text("url") or "")
        if kind == "text_mention":
            mark["user"] = {"id": Params(each.object("user") or {}).integer("id")}
        mark |= {name: given[name] for name in _CARRIED if isinstance(given.get(name), str | int)}
        if mark.get("url") != "":
            found.append(mark)
    return found


def _is_known(api: Api, entity: Json) -> bool:
    """Whom the bot has never met it cannot mention; the others are shown with their names."""
    if entity["type"] != "text_mention":
        return True
    user = api.world.users.get(entity["user"]["id"])
    if user is not None:
        entity["user"] = user.json()
    return user is not None


def message_text(api: Api, params: Params) -> tuple[str, list[Json]]:
    """What sendMessage and editMessageText say."""
    if params.text("text") is None:
        raise bad_request("message text is empty")
    text, entities = formatted(api, params, "text", "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def caption(api: Api, params: Params) -> tuple[str, list[Json]]:
    """What stands below a photo or a document; may be empty."""
    text, entities = formatted(api, params, "caption", "caption_entities")
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities
