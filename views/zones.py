"""Time zones as they are shown: by a city, and how far it is from UTC."""

import re
import unicodedata
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.dates import get_timezone_location

from model.people import Language
from news.vocabulary import cities_of_zone
from views.cities import CITIES, OFFSETS
from views.formats import listed, locale_of

COMMON = (
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Asia/Shanghai",
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Europe/London",
    "Europe/Berlin",
)
"""Kazakhstan, its neighbours, and where its partners sit. A person's own is added to them."""

_KNOWN_AS = {
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Europe/Kyiv": "Europe/Kiev",
}
"""CLDR has a city's names under the name its zone had first."""

_FIXED = "Etc/GMT"
"""Zones without a city, named the other way round: Etc/GMT-9 is UTC+9."""


def zone_label(zone: str, now: datetime, language: Language) -> str:
    """«Алматы (UTC+5)»: the city, and how far it is from UTC at this moment."""
    offset = _offset(zone, now)
    if _is_without_city(zone):
        return offset
    city = _city(zone, locale_of(language))
    return f"{city}（{offset}）" if language is Language.CHINESE else f"{city} ({offset})"


def zone_button(zone: str, now: datetime, language: Language) -> str:
    """«Екатеринбург +5»: two of them stand side by side on a narrow phone.

    The home region's zone is called by the region's cities too, and has a row of its own.
    """
    offset = _offset(zone, now)
    if _is_without_city(zone):
        return offset
    cities = (*cities_of_zone(zone, language), _city(zone, locale_of(language)))
    return f"{listed(cities, language)} {offset.removeprefix('UTC')}"


def find_zone(typed: str) -> str | None:
    """The zone of a city, of an IANA name or of an offset («UTC+5», «+5») typed, or None."""
    said = _said(typed)
    if (offset := _OFFSET.fullmatch(said)) is not None:
        return _of_offset(offset)
    return _names().get(_key(said))


def city_typed(typed: str, zone: str) -> str | None:
    """The city that was meant where it is not the one its zone is called by; None where it is."""
    said = _said(typed)
    if _is_without_city(zone) or "/" in said or _OFFSET.fullmatch(said):
        return None
    if _key(said) in _ZONE_NAMES | {_key(_city(zone, locale_of(each))) for each in Language}:
        return None
    return said[:1].upper() + said[1:]


_OFFSET = re.compile(
    r"(?:utc|gmt|мск|msk)?\s*(?P<sign>[+\-−–])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^(?:г\.\s*|г\s+|город\s+|қ\.\s*|city of\s+)|\s+(?:қаласы|қ\.|city)$|(?<=..)市$",
    re.IGNORECASE,
)
_ZONE_NAMES = frozenset({"utc", "gmt", "мск", "msk"})


def _said(typed: str) -> str:
    """What was typed without «г.» before it, «(UTC+5)» after it, and marks around it."""
    text = " ".join(unicodedata.normalize("NFKC", typed).split()).strip(" .,!?;«»\"'“”。")
    without = re.sub(r"\s*\([^()]*\)$", "", text) or text
    return _AROUND.sub("", without) or without


def _of_offset(offset: re.Match[str]) -> str | None:
    hours, minutes = int(offset["hours"]), int(offset["minutes"] or 0)
    sign = 1 if offset["sign"] == "+" else -1
    ahead = sign * (hours * 60 + minutes)
    if offset[0].casefold().startswith(("мск", "msk")):
        ahead += 180
    if (zone := OFFSETS.get(ahead)) is not None:
        return zone
    whole, rest = divmod(ahead, 60)
    if rest or minutes > 59 or not -12 <= whole <= 14:
        return None
    return "UTC" if whole == 0 else f"{_FIXED}{-whole:+d}"


def _is_without_city(zone: str) -> bool:
    return zone == "UTC" or zone.startswith(_FIXED)


def _city(zone: str, locale: Locale) -> str:
    known = locale.time_zones.get(_KNOWN_AS.get(zone, zone), {})
    name = known.get("city") or str(get_timezone_location(zone, locale=locale, return_city=True))
    return name.rsplit("/", 1)[-1].replace("_", " ")


def _offset(zone: str, now: datetime) -> str:
    offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    minutes = 0 if offset is None else int(offset.total_seconds() // 60)
    if zone == "UTC":
        return zone
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _key(typed: str) -> str:
    """«Türkistan» and «turkistan» are one name, and so are «Алма-Ата» and «алма ата»."""
    folded = unicodedata.normalize("NFKD", typed.casefold())
    letters = "".join(each for each in folded if not unicodedata.combining(each))
    return re.sub(r"[\s_-]+", " ", letters).strip(" .,«»\"'“”")


@cache
def _names() -> dict[str, str]:
    """Every name to its zone. Names of ours win over CLDR's, today's zones over old aliases."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    names = {"utc": "UTC", "gmt": "UTC"}
    for zone in zones:
        names[_key(zone)] = zone
    for zone in zones:
        if zone.startswith(("Etc/", "posix/", "right/", "US/", "Canada/", "Brazil/", "Mexico/")):
            continue
        for language in Language:
            names.setdefault(_key(_city(zone, locale_of(language))), zone)
    for zone, cities in CITIES.items():
        names.update((_key(city), zone) for city in cities.split())
    for zone in COMMON:  # an alias of an old spelling must not win
        names.update((_key(_city(zone, locale_of(language))), zone) for language in Language)
    return names
