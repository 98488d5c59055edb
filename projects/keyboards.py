"""What was typed on the wrong keyboard: «rf,tkm» is «кабель», «дшргф» is "lihua"."""

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_KAZAKH = dict(zip("234580-=", "әіңғүқөһ", strict=True))
"""Where a Kazakh keyboard has them; ұ stands on 9."""

_TO_RUSSIAN = str.maketrans(
    dict(zip(_ENGLISH, _RUSSIAN, strict=True))
    | dict(zip(_ENGLISH.upper(), _RUSSIAN, strict=True))
    | {"{": "х", "}": "ъ", ":": "ж", '"': "э", "<": "б", ">": "ю", "~": "ё"}
)
_TO_KAZAKH = str.maketrans(_KAZAKH | {"9": "ұ"})
_TO_ENGLISH = str.maketrans(dict(zip(_RUSSIAN, _ENGLISH, strict=True)))


def on_the_other(token: str) -> tuple[str, ...]:
    """How a word without spaces reads on the other keyboards; none for what mixes scripts."""
    low = token.lower()
    if low.isascii():
        if not any(sign.isalpha() for sign in low):
            return ()
        russian = low.translate(_TO_RUSSIAN)
        kazakh = low.translate(_TO_KAZAKH).translate(_TO_RUSSIAN)
        return (russian,) if kazakh == russian else (russian, kazakh)
    english = low.translate(_TO_ENGLISH)
    return (english,) if english.isascii() else ()
