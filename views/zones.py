"""Time zones as people name them: by a city, in any of the four languages."""

import re
import unicodedata
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.dates import get_timezone_location

from model.people import Language
from views.formats import locale_of

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

# Cities that CLDR does not name after a zone of their own.
_CITIES = {
    "Asia/Almaty": (
        "алма-ата alma-ata "
        "астана astana 阿斯塔纳 туркестан түркістан turkistan turkestan 突厥斯坦 шымкент shymkent "
        "奇姆肯特 кентау kentau тараз taraz караганда қарағанды karaganda павлодар pavlodar "
        "кокшетау көкшетау усть-каменогорск өскемен oskemen семей semey талдыкорган талдықорған "
        "петропавловск казахстан қазақстан kazakhstan 哈萨克斯坦"
    ),
    "Asia/Shanghai": "пекин пекін бейжің beijing 北京 гуанчжоу guangzhou 广州",
    "Europe/Moscow": "санкт-петербург петербург казань сочи kazan",
    "Asia/Yekaterinburg": "челябинск уфа тюмень пермь",
    "Europe/Istanbul": "анкара ankara 安卡拉",
    "Asia/Dubai": "абу-даби abu-dhabi",
    "Asia/Kolkata": "дели delhi мумбаи mumbai",
    "Europe/Berlin": "франкфурт frankfurt мюнхен munich",
}


def zone_label(zone: str, now: datetime, language: Language) -> str:
    """«Алматы (UTC+5)»: the city, and how far it is from UTC at this moment."""
    if zone == "UTC":
        return zone
    city, offset = _city(zone, locale_of(language)), _offset(zone, now)
    return f"{city}（{offset}）" if language is Language.CHINESE else f"{city} ({offset})"


def zone_button(zone: str, now: datetime, language: Language) -> str:
    """«Екатеринбург +5»: two of them stand side by side on a narrow phone."""
    if zone == "UTC":
        return zone
    return f"{_city(zone, locale_of(language))} {_offset(zone, now).removeprefix('UTC')}"


def find_zone(typed: str) -> str | None:
    """The zone of a city or of an IANA name that someone typed, or None."""
    return _names().get(_key(typed))


def _city(zone: str, locale: Locale) -> str:
    name = str(get_timezone_location(zone, locale=locale, return_city=True))
    return name.rsplit("/", 1)[-1].replace("_", " ")


def _offset(zone: str, now: datetime) -> str:
    offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    minutes = 0 if offset is None else int(offset.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _key(typed: str) -> str:
    folded = unicodedata.normalize("NFKC", typed).casefold().replace("ё", "е")
    return re.sub(r"[\s_-]+", " ", folded).strip(" .,«»\"'“”")


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
    for zone, cities in _CITIES.items():
        names.update((_key(city), zone) for city in cities.split())
    for zone in COMMON:  # an alias of an old spelling must not win
        names.update((_key(_city(zone, locale_of(language))), zone) for language in Language)
    return names
