"""The language of items whose source does not say."""

import pytest

from news.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Жаңа зауыт ашылды", "kk"),
        ("Открыт новый завод", "ru"),
        ("A new plant has opened", "en"),
        ("新工厂投产", "zh"),
        ("Jańa zaýyt ashyldy", "kk"),
        ("123 — 456", None),
    ],
)
def test_letters_tell(text: str, language: str | None) -> None:
    assert language_of(text, None) == language


def test_what_the_source_says_stands() -> None:
    assert language_of("A new plant", "ru") == "ru"
