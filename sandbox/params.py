"""The parameters of a call, however they came: query, form, multipart or JSON."""

import json
import re
from typing import Any

from aiohttp import web

from sandbox.errors import bad_request
from sandbox.world import Json

_LARGEST = 2**63 - 1
_NUMBER = re.compile(r"-?[0-9]{1,19}")


class Params:
    """Values as Telegram reads them: integers clamped, booleans by their words."""

    def __init__(self, values: Json, files: dict[str, tuple[str, bytes]] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str | None:
        """A string; an empty one counts as missing."""
        value = self.values.get(name)
        return None if value is None or value == "" else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            value = int(str(self.values.get(name, default)))
        except ValueError:
            return default
        return max(-_LARGEST, min(_LARGEST, value))

    def boolean(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or str(value).lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        """An object or a list; None when missing or unreadable."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            return None

    def object(self, name: str) -> Json | None:
        """An object; None when there is no such thing."""
        value = self.json(name)
        return value if isinstance(value, dict) else None

    def objects(self, name: str) -> list[Json]:
        """A list of objects, empty when missing; a refusal when it is something else."""
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise bad_request(f"can't parse {name}: expected an Array of Objects")
        return value

    def integers(self, name: str) -> list[int]:
        """A list of numbers, likewise."""
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(_NUMBER.fullmatch(str(each)) for each in value):
            raise bad_request(f"can't parse {name}: expected an Array of Integer")
        return [int(each) for each in value]

    def required(self, name: str, complaint: str) -> str:
        value = self.text(name)
        if value is None:
            raise bad_request(complaint)
        return value


async def read(request: web.Request) -> Params:
    """The parameters of a request; those of its body win over its query."""
    values: Json = dict(request.query)
    files: dict[str, tuple[str, bytes]] = {}
    kind = request.content_type
    if kind == "application/json" and request.can_read_body:
        body = await request.json()
        if isinstance(body, dict):
            values |= body
    elif kind == "multipart/form-data":
        async for part in await request.multipart():
            content = bytes(await part.read())  # type: ignore[union-attr]
            if part.filename is not None:  # type: ignore[union-attr]
                files[str(part.name)] = (part.filename, content)  # type: ignore[union-attr]
            else:
                values[str(part.name)] = content.decode()  # type: ignore[union-attr]
    elif request.can_read_body:
        values |= dict(await request.post())
    return Params(values, files)
