"""Whatever goes wrong, there is a sentence for it in every language."""

import re
from pathlib import Path

import pytest

import common
from common.errors import KeruenError
from model.people import Language, Role
from views.errors import sentence

HOUSE = Path(common.__file__).parent.parent
ROOMS = (
    *("bot", "handlers", "web", "publishing", "views", "delivery"),
    *("projects", "news", "accounts", "storage"),
)
VALUES = {"selector": "li", "reason": "?", "megabytes": 20, "code": "A-1", "most": 9, "over": 3}
"""All that any of the sentences is given."""
NEEDS = "error-needs-"


def keys() -> set[str]:
    """Every key of an error that the code names."""
    named = {
        key
        for room in (*ROOMS, "common")
        for file in (HOUSE / room).rglob("*.py")
        for key in re.findall(r'"(error-[a-z-]+)"', file.read_text("utf-8"))
    }
    roles = {role.value for role in Role if role is not Role.SUBSCRIBER}
    return named | {NEEDS + needed for needed in (*roles, "group-admin")}


def test_the_keys_are_found() -> None:
    assert {"error-storage", "error-old-button", "error-source-url", "error-needs-admin"} <= keys()


@pytest.mark.parametrize("language", Language)
def test_every_error_has_a_sentence_of_its_own(language: Language) -> None:
    apology = sentence(RuntimeError("a defect"), language)
    said = {
        key: sentence(KeruenError("for the log", key, **VALUES), language)
        for key in keys() - {"error-unexpected"}
    }
    assert [key for key, text in said.items() if text == apology] == []
