"""Keyboards: what Telegram takes under a message."""

from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.links import WrongUrlError, check_link
from sandbox.params import Params
from sandbox.world import Chat, Json

LONGEST_MARKUP = 10_000
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read(params: Params) -> Json | None:
    """The reply_markup of a call, checked; None when there is none."""
    if params.values.get("reply_markup") in (None, ""):
        return None
    markup = params.json("reply_markup")
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _inline(markup["inline_keyboard"])}
    if "keyboard" in markup:
        if not isinstance(markup["keyboard"], list):
            raise bad_request("can't parse reply keyboard markup JSON object")
        return markup
    return markup if {"remove_keyboard", "force_reply"} & set(markup) else None


def _inline(rows: Any) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    checked = [[_button(button) for button in row] for row in rows]
    if len(str(checked)) > LONGEST_MARKUP * 4 or sum(map(len, checked)) > 100:
        raise bad_request("reply markup is too long")
    return [row for row in checked if row]


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: Object expected")
    text = str(button.get("text", ""))
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    action = next((name for name in _ACTIONS if button.get(name) is not None), None)
    if action is None:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    value = button[action]
    if action == "url":
        value = _url(str(value))
    if action == "web_app":
        value = _web_app(value)
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= 64:
        raise ApiError(400, "BUTTON_DATA_INVALID")
    looks = {name: button[name] for name in ("style", "icon_custom_emoji_id") if button.get(name)}
    return {"text": text, action: value, **looks}


def _url(url: str) -> str:
    try:
        return check_link(url)
    except WrongUrlError as error:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from None


def check_place(keyboard: Json | None, chat: Chat) -> None:
    """Web App buttons belong into private chats."""
    given = keyboard or {}
    rows = [*given.get("inline_keyboard", []), *given.get("keyboard", [])]
    buttons = [each for row in rows for each in row if isinstance(each, dict)]
    if chat.type != "private" and any("web_app" in each for each in buttons):
        raise bad_request("web App buttons can be used in private chats only")


def _web_app(given: Any) -> Json:
    url = str(given.get("url", "")) if isinstance(given, dict) else ""
    try:
        checked = check_link(url)
        if not checked.startswith("https://"):
            raise WrongUrlError("Only HTTPS links are allowed")
    except WrongUrlError as error:
        what = f"inline keyboard button Web App URL '{url}' is invalid: {error}"
        raise bad_request(what) from None
    return {"url": checked}
