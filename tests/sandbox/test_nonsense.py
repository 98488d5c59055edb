"""Nonsense is refused, whatever the method: the sandbox itself never fails."""

import itertools

import pytest

from sandbox.api import METHODS
from sandbox.errors import ApiError
from sandbox.params import Params
from sandbox.server import Sandbox

NONSENSE = (
    "", "x", "-1", "0", "99999999999999999999", "null", "[]", "{}", '[["x"]]', "[1]", "[{}]",
    '{"type": "photo"}', '{"inline_keyboard": [["x"]]}', '{"inline_keyboard": {}}', '[{"id": "1"}]',
    '{"keyboard": "x"}', '{"type": "chat", "chat_id": "x"}', '{"message_id": "x"}', "</b>", "true",
    '[{"type": "text_link", "offset": 0, "length": 9, "url": 5, "user": 5}]', '[{"type": "pre"}]',
    '[{"type": "text_mention", "offset": 0, "length": 1}]', "[null]", "[[]]", "1.5", "[1.5]",
    '[{"type": "pre", "offset": 0, "length": 1, "language": {}}]', '[{"offset": 0}]',
    '[{"type": "bold", "offset": -5, "length": 100}]', '[{"type": "bold"}]', '["x"]', "\ud83d",
)  # fmt: skip
NAMES = (
    "text", "caption", "entities", "caption_entities", "parse_mode", "reply_markup", "message_id",
    "message_ids", "message_thread_id", "reply_parameters", "media", "photo", "document", "options",
    "question", "results", "inline_query_id", "callback_query_id", "commands", "scope", "user_id",
    "language_code", "menu_button", "reaction", "file_id", "offset", "limit", "allowed_updates",
    "link_preview_options", "from_chat_id", "name", "description", "max_connections", "action",
)  # fmt: skip


@pytest.mark.parametrize("method", sorted(name for name, _ in METHODS.values()))
async def test_nonsense_is_refused_or_ignored(sandbox: Sandbox, aya: int, method: str) -> None:
    sensible = {"chat_id": aya, "from_chat_id": aya, "message_id": 1, "text": "y"}
    sensible |= {"action": "typing", "question": "?", "options": ["1"]}
    for name, value in itertools.product((*NAMES, "chat_id"), NONSENSE):
        try:
            await sandbox.api.call(method, Params(sensible | {name: value}))
        except ApiError as refusal:
            if refusal.code not in (400, 403):
                pytest.fail(f"{name}={value!r}: {refusal}")
        except Exception as error:
            pytest.fail(f"{name}={value!r}: {error!r}")
