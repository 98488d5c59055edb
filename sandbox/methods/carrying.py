"""Messages carried from one chat to another: copied and forwarded."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox import markup, polls
from sandbox.api import Api, method
from sandbox.contents import carried, origin
from sandbox.errors import bad_request
from sandbox.methods.sending import post
from sandbox.params import Params
from sandbox.text import caption
from sandbox.world import Json

MOST_AT_ONCE = 100


def _content(api: Api, params: Params, verb: str) -> tuple[Json, Json]:
    """The message that is carried, and what of it is."""
    found = api.find_chat(params, "from_chat_id").find(params.integer("message_id"))
    if found is None:
        raise bad_request(f"message to {verb} not found")
    if found.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    content = carried(found)
    if not content:
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return found, content


@method("copyMessage")
async def copy_message(api: Api, params: Params) -> Any:
    keyboard = markup.read(params)
    chat = api.chat_to_write(params)
    _, content = _content(api, params, "copy")
    if "poll" in content:
        content["poll"] = polls.again(content["poll"], str(next(api.world.group_ids)))
    if "caption" in params.values and "text" not in content:
        text, entities = caption(api, params)
        content |= {"caption": text or None, "caption_entities": entities or None}
    return {"message_id": post(api, chat, params, content, keyboard)["message_id"]}


@method("forwardMessage")
async def forward_message(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    source, content = _content(api, params, "forward")
    return post(api, chat, params, content | {"forward_origin": origin(source)}, None)


def _many(single: Callable[[Api, Params], Awaitable[Any]]) -> Any:
    verb = "copy" if single is copy_message else "forward"

    async def each(api: Api, params: Params) -> Any:
        """Those that can be carried; that some could not is no error."""
        ids = params.integers("message_ids")
        if len(ids) > MOST_AT_ONCE:
            raise bad_request("too many message identifiers specified")
        source = api.find_chat(params, "from_chat_id")
        there = [number for number in ids if source.find(number) is not None]
        if not there:
            raise bad_request("there are no messages to " + verb)
        done = []
        for number in there:
            result = await single(api, Params(params.values | {"message_id": number}))
            done.append({"message_id": result["message_id"]})
        return done

    return each


method("copyMessages")(_many(copy_message))
method("forwardMessages")(_many(forward_message))
