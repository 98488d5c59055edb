"""Messages carried from one chat to another: copied and forwarded."""

from collections.abc import Callable
from typing import Any

from sandbox import markup, polls
from sandbox.api import SENDING, Api, method
from sandbox.contents import carried, origin
from sandbox.errors import bad_request
from sandbox.methods.sending import post, post_all
from sandbox.params import Params
from sandbox.text import caption
from sandbox.world import Json

MOST_AT_ONCE = 100


def _source(api: Api, params: Params, message_id: int, verb: str) -> Json:
    """The message that is carried."""
    found = api.find_chat(params, "from_chat_id").find(message_id)
    if found is None:
        raise bad_request(f"message to {verb} not found")
    if found.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    if not carried(found):
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return found


def _check_rights(api: Api, params: Params, content: Json) -> None:
    api.chat_to_write(params, next((kind for kind in SENDING if kind in content), "text"))


def _copied(api: Api, params: Params, source: Json) -> Json:
    content = carried(source)
    if "poll" in content:
        content["poll"] = polls.again(content["poll"], str(next(api.world.group_ids)))
    _check_rights(api, params, content)
    return content


def _forwarded(api: Api, params: Params, source: Json) -> Json:
    content = carried(source)
    _check_rights(api, params, content)
    return content | {"forward_origin": origin(source)}


@method("copyMessage")
async def copy_message(api: Api, params: Params) -> Any:
    keyboard = markup.read(params)
    chat = api.chat_to_write(params)
    content = _copied(api, params, _source(api, params, params.integer("message_id"), "copy"))
    if "caption" in params.values and "text" not in content:
        text, entities = caption(api, params)
        content |= {"caption": text or None, "caption_entities": entities or None}
    return {"message_id": post(api, chat, params, content, keyboard)["message_id"]}


@method("forwardMessage")
async def forward_message(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    source = _source(api, params, params.integer("message_id"), "forward")
    return post(api, chat, params, _forwarded(api, params, source), None)


def _many(verb: str, made: Callable[[Api, Params, Json], Json]) -> Any:
    async def each(api: Api, params: Params) -> Any:
        """Those that can be carried; that some could not is no error. Albums stay albums."""
        ids = params.integers("message_ids")
        if not ids:
            raise bad_request("message identifiers are not specified")
        if len(ids) > MOST_AT_ONCE:
            raise bad_request("too many message identifiers specified")
        if ids != sorted(set(ids)):
            raise bad_request("message identifiers must be in a strictly increasing order")
        chat = api.chat_to_write(params)
        found = api.find_chat(params, "from_chat_id")
        there = [number for number in ids if found.find(number) is not None]
        if not there:
            raise bad_request("there are no messages to " + verb)
        sources = [_source(api, params, number, verb) for number in there]
        groups: dict[str, str] = {}
        contents = []
        for source in sources:
            content = made(api, params, source)
            if group := source.get("media_group_id"):
                fresh = groups.setdefault(group, str(next(api.world.group_ids)))
                content["media_group_id"] = fresh
            contents.append(content)
        sent = post_all(api, chat, params, contents, None)
        return [{"message_id": message["message_id"]} for message in sent]

    return each


method("copyMessages")(_many("copy", _copied))
method("forwardMessages")(_many("forward", _forwarded))
