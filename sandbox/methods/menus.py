"""Commands, names and descriptions, by scope and language."""

import json
import re
from typing import Any

from sandbox.api import Api, method
from sandbox.errors import ApiError, bad_request
from sandbox.params import Params
from sandbox.world import Json, User

LONGEST = {"name": 64, "description": 512, "short_description": 120}


def _language(params: Params) -> str:
    code = params.text("language_code") or ""
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("Invalid language code specified")
    return code


def _scope(api: Api, params: Params) -> str:
    scope = params.json("scope")
    if not isinstance(scope, dict):
        return "default"
    kind = str(scope.get("type", "default"))
    if kind.startswith("chat"):
        chat = api.find_chat(Params({"chat_id": scope.get("chat_id")}))
        return json.dumps([kind, chat.id, scope.get("user_id")])
    return kind


@method("setMyCommands")
async def set_my_commands(api: Api, params: Params) -> Any:
    commands = params.objects("commands")
    for each in commands:
        name, description = str(each.get("command", "")), str(each.get("description", ""))
        if not name:
            raise bad_request("command must be non-empty")
        if len(name) > 32:
            raise bad_request("command length must not exceed 32")
        if not description:
            raise bad_request("command description must be non-empty")
        if len(description) > 256:
            raise bad_request("command description length must not exceed 256")
        if not re.fullmatch(r"[a-z0-9_]+", name):
            raise ApiError(400, "BOT_COMMAND_INVALID")
    api.commands[_scope(api, params), _language(params)] = commands
    api.world.tell("state")
    return True


@method("getMyCommands")
async def get_my_commands(api: Api, params: Params) -> Any:
    return api.commands.get((_scope(api, params), _language(params)), [])


@method("deleteMyCommands")
async def delete_my_commands(api: Api, params: Params) -> Any:
    api.commands.pop((_scope(api, params), _language(params)), None)
    api.world.tell("state")
    return True


def commands_for(api: Api, user: User) -> list[Json]:
    """The menu that a person sees in their private chat: the nearest scope that has one."""
    code = (user.language_code or "")[:2]
    own = json.dumps(["chat", user.id, None])
    for scope in (own, "all_private_chats", "default"):
        for language in (code, ""):
            if found := api.commands.get((scope, language)):
                return found
    return []


def _profile(what: str, setter: str, getter: str) -> None:
    @method(setter)
    async def set_it(api: Api, params: Params) -> Any:
        value = params.text(what) or ""
        if len(value) > LONGEST[what]:
            raise bad_request(f"{what.replace('_', ' ')} is too long")
        api.profile[what, _language(params)] = value
        return True

    @method(getter)
    async def get_it(api: Api, params: Params) -> Any:
        default = api.profile.get((what, ""), "")
        return {what: api.profile.get((what, _language(params)), default)}


_profile("name", "setMyName", "getMyName")
_profile("description", "setMyDescription", "getMyDescription")
_profile("short_description", "setMyShortDescription", "getMyShortDescription")


@method("setChatMenuButton")
async def set_chat_menu_button(api: Api, params: Params) -> Any:
    api.profile["menu_button", params.text("chat_id") or ""] = json.dumps(
        params.json("menu_button")
    )
    return True


@method("getChatMenuButton")
async def get_chat_menu_button(api: Api, params: Params) -> Any:
    kept = api.profile.get(("menu_button", params.text("chat_id") or ""))
    return json.loads(kept) if kept else {"type": "default"}
