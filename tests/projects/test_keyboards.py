"""Words of the wrong keyboard, and those that only look so."""

import pytest

from projects.finding import as_meant, terms_to_know

SAID = terms_to_know(["завод", "кабель", "шт", "plant", "sauran", "solar", "lihua"])
"""What projects are found by: «90 млн шт.» among them."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rf,tkm", "кабель"),
        ("дшргф", "lihua"),
        ("solar plant in Sauran", "solar plant in Sauran"),
        ("is it in Sauran?", "is it in Sauran?"),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert as_meant(typed, SAID) == meant
