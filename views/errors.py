"""An error in words: the sentence of its key, or an apology."""

from common.errors import KeruenError
from model.people import Language
from views.texts import Texts


def sentence(error: BaseException, language: Language) -> str:
    """Plain text, for a toast or a message. Values that a sentence does not use do no harm."""
    text = Texts(language)
    if isinstance(error, KeruenError) and text.has(error.key):
        values = {
            name: value if isinstance(value, int | float) else str(value)
            for name, value in error.values.items()
        }
        return text.plain(error.key, **values)
    return text.plain("error-unexpected")
