"""Answers to presses and to inline queries."""

from typing import Any

from sandbox import markup
from sandbox.api import Api, method
from sandbox.errors import ApiError, bad_request
from sandbox.params import Params
from sandbox.text import message_text
from sandbox.world import Json

LONGEST_TOAST = 200
MOST_RESULTS = 50


@method("answerCallbackQuery")
async def answer_callback_query(api: Api, params: Params) -> Any:
    text = params.text("text")
    if text is not None and len(text) > LONGEST_TOAST:
        raise ApiError(400, "MESSAGE_TOO_LONG")
    query = api.open_query("callback_query", params.text("callback_query_id"))
    show_alert = params.boolean("show_alert")
    query.answer = {"text": text or "", "show_alert": show_alert, "url": params.text("url")}
    query.answered.set()
    api.world.tell("callback_answer", user_id=query.user_id, text=text or "", show_alert=show_alert)
    return True


@method("answerInlineQuery")
async def answer_inline_query(api: Api, params: Params) -> Any:
    results = params.json("results")
    if not isinstance(results, list) or not all(isinstance(each, dict) for each in results):
        raise bad_request("can't parse inline query results: expected an Array of Objects")
    if len(results) > MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    if len({result.get("id") for result in results}) < len(results):
        raise ApiError(400, "RESULT_ID_DUPLICATE")
    shown = [_result(api, each) for each in results]
    query = api.open_query("inline_query", params.text("inline_query_id"))
    query.answer = {"results": shown, "next_offset": params.text("next_offset") or ""}
    query.answered.set()
    return True


def _result(api: Api, given: Json) -> Json:
    """The result with the message that choosing it would send, parsed and checked now."""
    content = given.get("input_message_content")
    keyboard = markup.read(Params(given))
    shown = given | ({"reply_markup": keyboard} if keyboard else {})
    if not isinstance(content, dict):
        return shown
    text, entities = message_text(api, Params(content | {"text": content.get("message_text")}))
    preview = content.get("link_preview_options")
    message = {"text": text, "entities": entities or None, "link_preview_options": preview}
    return shown | {"_message": message}
