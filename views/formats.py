"""Dates, times, numbers and money as they are written in each of the four languages."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from model.partial_dates import PartialDate
from model.people import Language

_LOCALE = {
    Language.KAZAKH: Locale("kk"),
    Language.RUSSIAN: Locale("ru"),
    Language.ENGLISH: Locale("en", "GB"),
    Language.CHINESE: Locale("zh", "CN", script="Hans"),
}


def locale_of(language: Language) -> Locale:
    return _LOCALE[language]


def day_month(day: date, language: Language) -> str:
    """23 қараша · 23 ноября · 23 Nov · 11月23日"""
    skeleton = "MMMd" if language is Language.ENGLISH else "MMMMd"
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no time zone
    return str(format_skeleton(skeleton, moment, locale=_LOCALE[language]))


def full_date(day: date, language: Language) -> str:
    """2026 ж. 23 қараша · 23 ноября 2026 года · 23 Nov 2026 · 2026年11月23日"""
    length = "medium" if language is Language.ENGLISH else "long"
    written = str(format_date(day, length, locale=_LOCALE[language]))
    return _spaced(written)


def partial_date(on: PartialDate, language: Language) -> str:
    """As far as it is known: 2026 год · июнь 2026 года · 30 июня 2026 года"""
    if on.day is not None:
        return full_date(on.first, language)
    if on.month is None:
        return _YEAR[language].format(on.year)
    moment = datetime(on.year, on.month, 1)  # noqa: DTZ001 - a month has no time zone
    return _spaced(str(format_skeleton("yMMMM", moment, locale=_LOCALE[language])))


_YEAR = {
    Language.KAZAKH: "{} жыл",
    Language.RUSSIAN: "{} год",
    Language.ENGLISH: "{}",
    Language.CHINESE: "{}年",
}


def _spaced(written: str) -> str:
    """CLDR's narrow no-break space is a box in some fonts, and «г.» would end a sentence twice."""
    return written.replace("\u202f", "\u00a0").replace("\u00a0г.", "\u00a0года")


def date_near(day: date, today: date, language: Language) -> str:
    """A date as it is said: the year only where it is not this one."""
    return day_month(day, language) if day.year == today.year else full_date(day, language)


def clock_time(at: time) -> str:
    """09:00, in every language."""
    return at.strftime("%H:%M")


def moment(at: datetime, timezone: str, language: Language) -> str:
    """23 ноября, 09:00, in the reader's time zone."""
    local = at.astimezone(ZoneInfo(timezone))
    separator = " " if language is Language.CHINESE else ", "
    return f"{day_month(local.date(), language)}{separator}{clock_time(local.time())}"


def number(value: int | float | Decimal, language: Language) -> str:
    """12 345 · 12 345,6 · 12,345.6"""
    return str(format_decimal(value, locale=_LOCALE[language]))


def weekday(day: int, language: Language) -> str:
    """The name of a day of the week, short, as a button has it: Дс · Пн · Mon · 周一"""
    name = _LOCALE[language].days["format"]["abbreviated"][day]
    return str(name[:1].upper() + name[1:])


def weekdays(days: Iterable[int], language: Language) -> str:
    """Days of the week as a list, from Monday on."""
    names = _LOCALE[language].days["format"]["abbreviated"]
    return listed((str(names[day]) for day in sorted(days)), language)


def listed(words: Iterable[str], language: Language) -> str:
    """Words side by side: Текстиль, Туризм · 纺织、旅游"""
    return ("、" if language is Language.CHINESE else ", ").join(words)


_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    Language.KAZAKH: ((10**12, "трлн"), (10**9, "млрд"), (10**6, "млн"), (10**3, "мың")),
    Language.RUSSIAN: ((10**12, "трлн"), (10**9, "млрд"), (10**6, "млн"), (10**3, "тыс.")),
    Language.ENGLISH: ((10**12, "tn"), (10**9, "bn"), (10**6, "m")),
    Language.CHINESE: ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
}

# The word after «3 млрд»: Russian in the genitive plural, Kazakh in the singular.
_CURRENCIES: dict[str, dict[Language, str]] = {
    "KZT": {Language.KAZAKH: "теңге", Language.RUSSIAN: "тенге", Language.CHINESE: "坚戈"},
    "USD": {
        Language.KAZAKH: "АҚШ доллары",
        Language.RUSSIAN: "долларов США",
        Language.CHINESE: "美元",
    },
    "EUR": {Language.KAZAKH: "еуро", Language.RUSSIAN: "евро", Language.CHINESE: "欧元"},
    "RUB": {
        Language.KAZAKH: "Ресей рублі",
        Language.RUSSIAN: "российских рублей",
        Language.CHINESE: "卢布",
    },
    "CNY": {
        Language.KAZAKH: "қытай юані",
        Language.RUSSIAN: "китайских юаней",
        Language.CHINESE: "元人民币",
    },
}


def money(value: int, currency: str, language: Language) -> str:
    """3 млрд теңге · 3 млрд тенге · KZT 3 bn · 30亿坚戈; at most two decimals."""
    amount, scale = _scaled(value, language)
    if language is Language.ENGLISH:
        return f"{currency} {amount} {scale}".rstrip()
    name = _CURRENCIES.get(currency, {}).get(language, currency)
    if language is Language.CHINESE:
        return f"{amount}{scale}{name}"
    return " ".join(word for word in (amount, scale, name) if word)


def _scaled(value: int, language: Language) -> tuple[str, str]:
    size, scale = next(
        ((size, scale) for size, scale in _SCALES[language] if abs(value) >= size), (1, "")
    )
    amount = (Decimal(value) / size).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return number(amount, language), scale
