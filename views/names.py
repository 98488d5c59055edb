"""Names of sectors and places in the languages of the interface."""

from functools import cache

from model.people import Language
from news.vocabulary import data


def sector(code: str, language: Language) -> str:
    return _sectors().get(code, {}).get(language, code)


def district(code: str, language: Language) -> str:
    return _districts().get(code, {}).get(language, code)


@cache
def _sectors() -> dict[str, dict[str, str]]:
    return {one["code"]: one["names"] for one in data("sectors")["sectors"]}


@cache
def _districts() -> dict[str, dict[str, str]]:
    return {one["code"]: one["names"] for one in data("region")["units"]}
