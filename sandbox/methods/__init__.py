"""The methods, by what they are about. Importing this registers them all."""

from sandbox.methods import (
    cards,
    carrying,
    chats,
    editing,
    files,
    menus,
    queries,
    receiving,
    sending,
)

__all__ = [
    "cards",
    "carrying",
    "chats",
    "editing",
    "files",
    "menus",
    "queries",
    "receiving",
    "sending",
]
