"""The interface's language out of what a Telegram client says of itself."""

from model.people import Language


def client_language(code: str | None, default: Language) -> Language:
    """`zh-hans`, `zh-TW` → Chinese, `en-GB` → English; one we do not speak → the default."""
    if code is None:
        return default
    try:
        return Language(code.replace("_", "-").split("-")[0].lower())
    except ValueError:
        return default
