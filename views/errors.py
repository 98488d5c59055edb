"""An error in words: the sentence of its key, or an apology."""

from common.errors import KeruenError
from model.people import Language
from views.texts import TextError, Texts


def sentence(error: BaseException, language: Language) -> str:
    """Plain text, for a toast or a message. Telling of an error never makes another one."""
    text = Texts(language)
    if isinstance(error, KeruenError) and text.has(error.key):
        values = {
            name: value if isinstance(value, int | float) else str(value)
            for name, value in error.values.items()
        }
        try:
            return text.plain(error.key, **values)
        except TextError:  # a sentence with markup, or one that was not given all it needs
            pass
    return text.plain("error-unexpected")
