"""The methods, by what they are about. Importing this registers them all."""

from sandbox.methods import carrying, chats, editing, files, menus, queries, receiving, sending

__all__ = ["carrying", "chats", "editing", "files", "menus", "queries", "receiving", "sending"]
