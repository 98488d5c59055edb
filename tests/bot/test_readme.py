"""The README's table of commands names every command there is."""

import re
from collections.abc import Iterator
from pathlib import Path

from cyclopts import App

from bot.commands import app

README = Path(__file__).parents[2] / "README.md"


def commands(of: App, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name in of:
        if name.startswith("-"):
            continue
        below = list(commands(of[name], (*above, name)))
        yield from below or [(*above, name)]


def told() -> set[tuple[str, ...]]:
    """What the table tells of: `keruen sources list, add` are two commands."""
    found: set[tuple[str, ...]] = set()
    for line in README.read_text("utf-8").splitlines():
        if not line.startswith("| `keruen"):
            continue
        for span in re.findall(r"`keruen ([^`]+)`", line.split("|")[1]):
            first, *rest = re.findall(r"\b[a-z]+\b", re.sub(r"--?\w.*|\[.*|[A-Z]+.*", "", span))
            found |= {(first, each) for each in rest} or {(first,)}
    return found


def test_the_readme_names_every_command() -> None:
    assert set(commands(app())) == told()
