"""The words: every sentence of the product, by key, in the four languages of the interface.

Sentences live in locales/<language>/<area>.ftl (Fluent). All areas of a language are one bundle,
read once. Fluent itself answers a missing key or variable with a piece of its own notation; here
it is a TextError, because no person should ever read «{ $title }».
"""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentSerializer, ast
from markupsafe import Markup, escape

from model.people import Language

LOCALES = Path(__file__).parent / "locales"

Value = str | int | float | Decimal
"""What a sentence takes: words as they are, numbers to be counted with. Dates: views/formats."""

# Babel's names; the numbers of a sentence are written by them.
_BABEL = {
    Language.KAZAKH: "kk",
    Language.RUSSIAN: "ru",
    Language.ENGLISH: "en-GB",
    Language.CHINESE: "zh-Hans-CN",
}
_LONG = 200
_TOKEN = re.compile("\ue000(\\d+)\ue001")


class TextError(LookupError):
    """A sentence that does not exist, or was not given all it needs: a defect of the code."""


class Texts:
    """The sentences of one language: `text("key", name=value)`."""

    def __init__(self, language: Language) -> None:
        self.language = Language(language)
        self._bundle, self._with_markup = _bundle(self.language)
        self._constant = _constant(self.language)

    def __call__(self, key: str, **values: Value) -> Markup:
        """The sentence as Telegram's HTML; every value is escaped unless it is Markup."""
        escaped = {
            name: str(escape(value)) if isinstance(value, str) else value
            for name, value in values.items()
        }
        return Markup(self._format(key, escaped))

    def plain(self, key: str, **values: Value) -> str:
        """The sentence as it is read: for labels of buttons, toasts and menus."""
        if key in self._with_markup:
            raise TextError(f"{key} ({self.language}) has markup and cannot be plain text")
        return self._format(
            key,
            {
                name: str(value) if isinstance(value, str) else value
                for name, value in values.items()
            },
        )

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def _format(self, key: str, values: dict[str, Value]) -> str:
        if not values and (kept := self._constant.get(key)) is not None:
            return kept
        pattern = self._bundle.get_message(key).value if self.has(key) else None
        if pattern is None:
            raise TextError(f"no sentence {key} ({self.language})")
        # Fluent refuses values over 2,500 characters: long ones are put in afterwards.
        long: list[str] = []
        for name, value in values.items():
            if isinstance(value, str) and len(value) > _LONG:
                values[name] = f"\ue000{len(long)}\ue001"
                long.append(value)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise TextError(f"{key} ({self.language}): {errors[0]}")
        if not values:
            self._constant[key] = str(text)
        if not long:
            return str(text)
        return _TOKEN.sub(lambda token: _at(long, int(token[1])), str(text))


def _at(long: list[str], index: int) -> str:
    return long[index] if index < len(long) else ""


@cache
def _constant(language: Language) -> dict[str, str]:
    """Sentences without variables, as they were formatted once: most of a screen is such."""
    return {}


@cache
def _bundle(language: Language) -> tuple[FluentBundle, frozenset[str]]:
    """All areas of a language, and the keys whose sentences have tags or entities."""
    bundle = FluentBundle([_BABEL[language]], use_isolating=False)
    with_markup: set[str] = set()
    seen: set[str] = set()
    serialize = FluentSerializer().serialize_entry
    for file in sorted((LOCALES / language).glob("*.ftl")):
        resource = FluentResource(file.read_text("utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise TextError(f"{file}: not Fluent: {entry.content!r}")
            if not isinstance(entry, ast.Message | ast.Term):
                continue
            if entry.id.name in seen:
                raise TextError(f"{file}: {entry.id.name} is there twice")
            seen.add(entry.id.name)
            source = serialize(entry)
            if "<" in source or "&" in source:
                with_markup.add(entry.id.name)
        bundle.add_resource(resource)
    return bundle, frozenset(with_markup)
