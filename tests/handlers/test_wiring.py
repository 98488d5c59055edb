"""Every handler and every filter is handed what it asks for, by a name that exists."""

import inspect
from collections.abc import Iterator
from typing import Any, get_type_hints

from aiogram.dispatcher.event.handler import CallableObject, HandlerObject
from aiogram.filters import Command
from aiogram.types import Update

from accounts.actor import Actor
from tests.handlers.town import Town

FROM_AIOGRAM = frozenset({"bot", "event_update", "event_from_user", "event_chat"})


def _handlers(town: Town) -> Iterator[HandlerObject]:
    for router in town.dispatcher.chain_tail:
        for observer in router.observers.values():
            yield from observer.handlers


def _asked(callback: CallableObject) -> dict[str, Any]:
    """The parameters after the event, with their annotations."""
    function = callback.callback
    if not inspect.isroutine(function):
        function = type(function).__call__
    named = [
        each.name
        for each in inspect.signature(function).parameters.values()
        if each.name != "self" and each.kind is not each.VAR_KEYWORD
    ]
    hints = get_type_hints(function)
    return {name: hints.get(name) for name in named[1:]}


def _provided(town: Town, handler: HandlerObject) -> dict[str, Any]:
    """What a handler is given by name; None where the value is known at run time only."""
    data: dict[str, Any] = dict(town.dispatcher.workflow_data)
    data |= dict.fromkeys({*FROM_AIOGRAM, "actor"})
    if any(isinstance(one.callback, Command) for one in handler.filters or ()):
        data["command"] = None
    return data


def _fits(value: object, wanted: object) -> bool:
    """Whether it is of the class asked for, as far as that can be told."""
    if value is None or not inspect.isclass(wanted) or getattr(wanted, "_is_protocol", False):
        return True
    return isinstance(value, wanted)


def _wrong(town: Town) -> Iterator[str]:
    for handler in _handlers(town):
        given = _provided(town, handler)
        ours = [one for one in handler.filters or () if not isinstance(one.callback, Command)]
        for one in (handler, *ours):
            for name, wanted in _asked(one).items():
                if name not in given:
                    yield f"{one.callback}: nothing is called {name}"
                elif not _fits(given[name], wanted):
                    yield f"{one.callback}: {name} is a {type(given[name]).__name__}"


async def test_every_handler_is_handed_what_it_asks_for(town: Town) -> None:
    assert len(list(_handlers(town))) > 20
    assert list(_wrong(town)) == []


async def test_a_name_that_nobody_provides_is_found(town: Town) -> None:
    async def misspelt(event: Update, actor: Actor, ask_digset: object) -> None:
        assert ask_digset

    async def mistaken(event: Update, ask_digest: Actor) -> None:
        assert ask_digest

    last = town.dispatcher.sub_routers[-1]
    last.message.register(misspelt)
    last.message.register(mistaken)
    found = list(_wrong(town))
    assert [each.split(": ")[1] for each in found] == [
        "nothing is called ask_digset",
        "ask_digest is a AskDigest",
    ]
