"""An audience as one plain sentence, with names that stand as they are.

«Люди, которые читают на казахском и следят за проектом «…», кроме тех, кто …»
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from common.text import shorten
from model.announcements import AnnouncementButton
from model.audiences import Audience, Criteria, PickedChat, Side, Sort
from model.ids import AnnouncementId, ProjectId, SubscriberId
from model.people import Language, Role
from model.projects import Project
from news.vocabulary import DISTRICTS, SECTORS, district_name, sector_name
from views import formats
from views.announcing import label_of
from views.project_words import name_of
from views.selections import capital
from views.stories import one_line
from views.texts import Texts

MOST_NAMED = 4
"""Of each kind; how many more there are is said."""
NAME_UNITS = 40

_WHO = {
    frozenset(Sort): "both",
    frozenset({Sort.PEOPLE}): "people",
    frozenset({Sort.GROUPS}): "groups",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What an audience names by numbers: as many of each kind as a sentence says."""

    projects: Mapping[ProjectId, Project] = field(default_factory=dict)
    """Without those that whoever reads it may not see."""
    chats: Mapping[SubscriberId, PickedChat] = field(default_factory=dict)
    buttons: Mapping[tuple[AnnouncementId, int], AnnouncementButton] = field(default_factory=dict)


def sentence(audience: Audience, names: Names, language: Language) -> str:
    """Who gets it, less who does not; how many they are is said elsewhere."""
    text = Texts(language)
    sorts = (audience.among.sorts or frozenset(Sort)) - audience.less.sorts
    if not sorts:
        return text.plain("audience-says-nobody")
    which = _clauses(audience, Side.AMONG, names, text)
    less = _clauses(audience, Side.LESS, names, text)
    values = {"who": text.plain(f"audience-{'some' if which else 'all'}-{_WHO[sorts]}")}
    if which:
        values["which"] = _joined(which, "audience-and", text, of_clauses=True)
    if less:
        apart = [text.plain("audience-less-one", clause=one) for one in less]
        values["less"] = _joined(apart, "audience-less-and", text, of_clauses=True)
    shape = {(False, False): "", (True, False): "-which", (False, True): "-less"}
    key = f"audience-says{shape.get((bool(which), bool(less)), '-both')}"
    return capital(text.plain(key, **values), language)


def chat_name(chat: PickedChat, text: Texts) -> str:
    """A colleague's name, a group's title, or the number of whoever has neither."""
    if not chat.name:
        return text.plain("audience-chat-number", number=str(chat.number))
    return shorten(one_line(chat.name), NAME_UNITS)


def project_name(project: Project, language: Language) -> str:
    return shorten(name_of(project, language), NAME_UNITS)


def _clauses(audience: Audience, side: Side, names: Names, text: Texts) -> list[str]:
    """One for each kind that asks something; sorts are the sentence's subject."""
    criteria = audience.of(side)
    said: list[str] = []
    for kind, named in _named(criteria, side, names, text).items():
        asked = getattr(criteria, kind)
        if asked:
            listed = _listed(named, len(asked), text, is_any=kind != "chats")
            said.append(text.plain(f"audience-{side}-{kind}", list=listed, count=len(asked)))
    if criteria.active_days is not None:
        said.append(text.plain(f"audience-{side}-active", days=criteria.active_days))
    return said


def _named(criteria: Criteria, side: Side, names: Names, text: Texts) -> dict[str, Sequence[str]]:
    """What each kind asks for, in words, the first of them at least."""

    def projects() -> list[str]:
        there = [names.projects.get(each) for each in sorted(criteria.projects)[:MOST_NAMED]]
        return [
            text.plain("audience-project-hidden", number=str(each))
            if project is None
            else text.plain("key-word", word=project_name(project, text.language))
            for each, project in zip(sorted(criteria.projects), there, strict=False)
        ]

    return {
        "languages": [
            text.plain(f"audience-in-{one}") for one in Language if one in criteria.languages
        ],
        "roles": [
            text.plain(f"audience-{side}-role-{one}") for one in Role if one in criteria.roles
        ],
        "districts": [
            district_name(code, text.language) for code in _ordered(criteria.districts, DISTRICTS)
        ],
        "sectors": [
            sector_name(code, text.language) for code in _ordered(criteria.sectors, SECTORS)
        ],
        "projects": projects(),
        "chats": [
            chat_name(names.chats[each], text)
            for each in sorted(criteria.chats)[:MOST_NAMED]
            if each in names.chats
        ],
        "pressed": [_button(each, names, text) for each in sorted(criteria.pressed)[:MOST_NAMED]],
        "missed": [
            text.plain("audience-number", number=str(each))
            for each in sorted(criteria.missed)[:MOST_NAMED]
        ],
    }


def _ordered(chosen: frozenset[str], codes: Sequence[str]) -> list[str]:
    """As the vocabulary has them; what it has no longer comes last."""
    return [*(code for code in codes if code in chosen), *sorted(chosen - set(codes))]


def _button(pressed: tuple[AnnouncementId, int], names: Names, text: Texts) -> str:
    number, at = pressed
    button = names.buttons.get(pressed)
    if button is None:
        return text.plain("audience-button-gone", at=str(at + 1), number=str(number))
    label = shorten(label_of(button, text.language), NAME_UNITS)
    return text.plain("audience-button", label=label, number=str(number))


def _listed(named: Sequence[str], total: int, text: Texts, *, is_any: bool) -> str:
    """The first of them and how many more there are; `is_any`: one or the other, not all."""
    shown = named[:MOST_NAMED]
    if not shown:
        return text.plain("audience-chats-gone", count=total)
    if len(shown) < total:
        first = formats.listed(shown, text.language)
        return text.plain("filters-and-more", named=first, count=total - len(shown))
    return _joined(shown, "audience-or", text) if is_any else formats.listed(shown, text.language)


def _joined(words: Sequence[str], join: str, text: Texts, *, of_clauses: bool = False) -> str:
    """«а, б или в»; clauses have lists in them, and a comma of their own in Chinese."""
    *first, last = words
    if not first:
        return last
    before = formats.listed(first, text.language)
    if of_clauses and text.language is Language.CHINESE:
        before = "，".join(first)
    return text.plain(join, first=before, last=last)
