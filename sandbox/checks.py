"""What a call has that its method does not take, by aiogram's own description of the methods.

Telegram ignores unknown parameters in silence; a test would rather hear of a wrong name.
"""

from functools import cache

from aiogram import methods

from sandbox.world import Json


def problems(method: str, params: Json) -> list[str]:
    """Sentences about the parameters of a call; none if all is well."""
    known = _parameters().get(method.lower())
    if known is None:
        return ["no such method"]
    required = {name for name, is_required in known.items() if is_required}
    given = {name for name, value in params.items() if value not in ("", None)}
    files = {value.removeprefix("attach://") for value in _strings(params) if "attach://" in value}
    unknown = [name for name in given - known.keys() if not any(name in each for each in files)]
    return [f"unknown parameter {name}" for name in sorted(unknown)] + [
        f"missing parameter {name}" for name in sorted(required - given)
    ]


def _strings(params: Json) -> list[str]:
    return [value for value in params.values() if isinstance(value, str)]


@cache
def _parameters() -> dict[str, dict[str, bool]]:
    """By lower-cased method: its parameters, and whether they are required."""
    classes = (getattr(methods, name) for name in methods.__all__)
    return {
        each.__name__.lower(): {
            name: field.is_required() for name, field in each.model_fields.items()
        }
        for each in classes
        if hasattr(each, "__api_method__")
    }
