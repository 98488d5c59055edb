"""What is sent that is neither a text nor a file: places, contacts and polls."""

import math
from typing import Any

from sandbox import markup, polls
from sandbox.api import Api, method
from sandbox.errors import bad_request
from sandbox.methods.sending import post
from sandbox.params import Params
from sandbox.text import formatted
from sandbox.world import Json

_DEGREES = {"latitude": 90.0, "longitude": 180.0}
POLL_OPTIONS = 12
LONGEST_QUESTION, LONGEST_OPTION, LONGEST_EXPLANATION = 300, 100, 200


@method("sendLocation")
async def send_location(api: Api, params: Params) -> Any:
    content = {"location": _location(params)}
    keyboard = markup.read(params)
    return post(api, api.chat_to_write(params, "location"), params, content, keyboard)


@method("sendVenue")
async def send_venue(api: Api, params: Params) -> Any:
    location = _location(params)
    venue = {
        "location": location,
        "title": params.required("title", "title is empty"),
        "address": params.required("address", "address is empty"),
    }
    keyboard = markup.read(params)
    content = {"venue": venue, "location": location}
    return post(api, api.chat_to_write(params, "venue"), params, content, keyboard)


def _location(params: Params) -> Json:
    return {name: _degrees(params, name, most) for name, most in _DEGREES.items()}


def _degrees(params: Params, name: str, most: float) -> float:
    given = params.required(name, f"{name} is empty")
    try:
        value = float(given)
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        raise bad_request(f"wrong {name} specified")
    return value


@method("sendContact")
async def send_contact(api: Api, params: Params) -> Any:
    contact = {
        "phone_number": params.required("phone_number", "phone_number is empty"),
        "first_name": params.required("first_name", "first_name is empty"),
    }
    contact |= {name: told for name in ("last_name", "vcard") if (told := params.text(name))}
    keyboard = markup.read(params)
    chat = api.chat_to_write(params, "contact")
    return post(api, chat, params, {"contact": contact}, keyboard)


@method("sendPoll")
async def send_poll(api: Api, params: Params) -> Any:
    question, marks = _words(api, params, "question", LONGEST_QUESTION, "poll question")
    options = _options(api, params)
    is_quiz = params.text("type") == "quiz"
    poll = polls.new_poll(
        str(next(api.world.group_ids)),
        question,
        [text for text, _ in options],
        _right(params, len(options)) if is_quiz else None,
        anonymous=params.text("is_anonymous") is None or params.boolean("is_anonymous"),
        several=params.boolean("allows_multiple_answers"),
        **({"question_entities": marks} if marks else {}),
        **(_explanation(api, params) if is_quiz else {}),
    )
    for option, (_, entities) in zip(poll["options"], options, strict=True):
        option |= {"text_entities": entities} if entities else {}
    keyboard = markup.read(params)
    return post(api, api.chat_to_write(params, "poll"), params, {"poll": poll}, keyboard)


def _options(api: Api, params: Params) -> list[tuple[str, list[Json]]]:
    given = params.json("options")
    if not isinstance(given, list) or not given:
        raise bad_request("poll must have at least 1 option")
    if len(given) > POLL_OPTIONS:
        raise bad_request(f"poll can't have more than {POLL_OPTIONS} options")
    each = (Params(one if isinstance(one, dict) else {"text": one}) for one in given)
    return [_words(api, one, "text", LONGEST_OPTION, "poll option") for one in each]


def _words(api: Api, params: Params, name: str, longest: int, what: str) -> tuple[str, list[Json]]:
    text, marks = _formatted(api, params, name)
    if not text:
        raise bad_request(f"{what}{'s' if name == 'text' else ''} must be non-empty")
    if len(text) > longest:
        raise bad_request(f"{what}{'s' if name == 'text' else ''} length must not exceed {longest}")
    return text, [mark for mark in marks if mark["type"] == "custom_emoji"]


def _right(params: Params, options: int) -> list[int]:
    right = params.integers("correct_option_ids")
    if not right:
        raise bad_request("quiz poll must have a correct option")
    if not set(right) <= set(range(options)):
        raise bad_request("wrong correct option ID specified")
    return right


def _explanation(api: Api, params: Params) -> Json:
    if params.text("explanation") is None:
        return {}
    text, marks = _formatted(api, params, "explanation")
    if len(text) > LONGEST_EXPLANATION:
        raise bad_request("message caption is too long")
    return {"explanation": text, "explanation_entities": marks} if text else {}


def _formatted(api: Api, params: Params, name: str) -> tuple[str, list[Json]]:
    """Each text of a poll has a parse mode of its own."""
    mode = {"parse_mode": params.text(f"{name}_parse_mode")}
    return formatted(api, Params(params.values | mode), name, f"{name}_entities")
