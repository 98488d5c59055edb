"""People with their posts: «аким области Нуралхан Кушеров», «облыс әкімі Дархан Сатыбалды»."""

import re
from collections.abc import Iterator

from model.news import Fact, FactKind
from news.facts.text import Whole
from news.vocabulary import data

_NEAR = 110
"""Code points behind a post in which its holder is named."""

_DATA = data("names")
_POSTS = {f"p{number}": post for number, (_, post) in enumerate(_DATA["posts"])}
_POST = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<p{number}>{said})" for number, (said, _) in enumerate(_DATA["posts"]))
    + r")(?![\w-])"
)
_STARTS = frozenset(_DATA["post_starts"])
_OF_MANY = frozenset(_DATA["of_many"])
_CHINESE = re.compile(
    "(?P<post>"
    + "|".join(said for said, _ in _DATA["posts_chinese"])
    + r")(?P<name>[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{2,7}?)"
    r"(?=$|[^\u4e00-\u9fff]|表示|说|会见|出席|视察|考察|参观|介绍|宣布|称|指出|主持|与|和|在|向|对|为|强调)"
)
_CYRILLIC_NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+)?"
_LATIN_NAME = r"[A-ZÁÓÚÝŃǴİ][a-záóúýńǵıi]+(?:-[A-Z][a-z]+)?"
_CYRILLIC_RUN = re.compile(rf"{_CYRILLIC_NAME}(?: {_CYRILLIC_NAME})*")
_LATIN_RUN = re.compile(rf"{_LATIN_NAME}(?: {_LATIN_NAME})*")
_STOP = re.compile(r"[,;:!?()\n]|\.(?=\s|$)| - | – | — ")
_LEADING = re.compile(
    r"(?:республик|казахстан|қазақстан|kazakhstan|republic|region|district|city|oblast|turkistan"
    r"|туркестан|түркістан|южн|север|запад|восто|оңтүстік|солтүстік|батыс|шығыс|шымкент|астан"
    r"|алмат|the |of |мажилис|сенат|парламент|правительств)\w*|\w+[сц]к(?:ой|ого|ая|ий|их)",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r"\w+(?:(?:[ое]в|ин)(?:а|у|ым|е|ой)?|ұлы|улы|қызы|кызы|(?:бай|бек)(?:ы|а|у|дың|ға|мен)?|ский|цкий)"
)
_PATRONYMIC = re.compile(r"\w+(?:вич|вн)(?:а|у|ем|ой|е)?|\w*(?:ұлы|улы|қызы|кызы)")
_ADJECTIVE = re.compile(r"\w+(?:ой|ого|ая|ых|ому|ими)")
_VERB = re.compile(r"\w+(?:л|ла|ли|ло|лся|лась|лись|ет|ит|ют|ут|ят|ть|ться|ды|ді|ты|ті|ed|ады|еді)")
_MOST_WORDS = 6


def people(whole: Whole) -> list[Fact]:
    """Each once, by where the name stands; the first is the main one."""
    facts: dict[str, Fact] = {}
    for start, end, post in sorted(_people(whole)):
        name = whole.plain[start:end]
        if name not in facts:
            facts[name] = Fact(
                FactKind.PERSON, name, name, start, end, unit=post, is_main=not facts
            )
    return list(facts.values())


def _people(whole: Whole) -> Iterator[tuple[int, int, str]]:
    low, past = whole.folded, 0
    for place, _ in whole.spans:
        if place < past or low[place : place + 3] not in _STARTS:
            continue
        match = _POST.match(low, place)
        if match is None:
            continue
        past = match.end()
        post = _POSTS[match.lastgroup or ""]
        span = _holder(whole, match.end(), is_beside=post in _OF_MANY)
        if span is not None:
            yield (*span, post)
    if whole.is_chinese:
        for match in _CHINESE.finditer(whole.plain):
            yield (*match.span("name"), match["post"])


def _holder(whole: Whole, start: int, *, is_beside: bool) -> tuple[int, int] | None:
    """The first name behind a post, within the phrase and before its verb."""
    plain = whole.plain
    end = min(len(plain), start + _NEAR)
    stop = _STOP.search(plain, start, end)
    end = stop.start() if stop else end
    names = _LATIN_RUN if whole.folded[start - 1] < "\u0370" else _CYRILLIC_RUN
    for run in names.finditer(plain, start, end):
        between = plain[start : run.start()].split()
        if plain[run.start() - 1] in '«“„"' or (is_beside and between):
            return None
        if len(between) > _MOST_WORDS or any(_VERB.fullmatch(word) for word in between):
            return None
        words = run[0].split(" ")
        while words and _LEADING.match(words[0]):
            words = words[1:]
        # Places and offices in capitals stand before the name, never behind it.
        words = words[-3 if any(map(_PATRONYMIC.fullmatch, words[-2:])) else -2 :]
        if len(words) > 1 and _ADJECTIVE.fullmatch(words[0]):
            return None
        name = " ".join(words)
        first = run.end() - len(name)
        is_surname = len(words) == 1 and not between and _SURNAME.fullmatch(name)
        if len(words) > 1 or is_surname:
            return first, first + len(name)
    return None
