"""Any audience as a sentence, and its screens, within what Telegram takes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from common.text import utf16_length
from model.announcements import Announcement, AnnouncementButton, AnnouncementState
from model.audiences import (
    Audience,
    Counted,
    Criteria,
    PickedChat,
    SavedAudience,
    Side,
    Sort,
)
from model.ids import AnnouncementId, AudienceId, ProjectId, SubscriberId
from model.people import ChatKind, Language, Role
from news.vocabulary import DISTRICTS, SECTORS
from publishing.announcing.audiences import without
from tests.projects.makers import project
from tests.tdlib import parse_html
from views import announcing_audience as views
from views import audience_picks as picks
from views import saved_audiences as saved
from views.announcing_audience import Aimed
from views.audience_words import Names, sentence
from views.callbacks import parse
from views.texts import Texts

NOW = datetime(2026, 11, 23, tzinfo=UTC)
HOSTILE = "<b>&" * 30
NUMBER = AnnouncementId(10**10)
"""As large as no number will be for long."""
PROJECTS = [ProjectId(10**9 + each) for each in range(6)]
CHATS = [SubscriberId(10**9 + each) for each in range(6)]
BUTTONS = [(AnnouncementId(10**9), each) for each in range(6)]
NAMES = Names(
    {each: project(id=each, names={"ru": HOSTILE}) for each in PROJECTS[:4]},
    {each: PickedChat(each, -(10**12), ChatKind.SUPERGROUP, HOSTILE) for each in CHATS[:4]},
    {each: AnnouncementButton({Language.RUSSIAN: HOSTILE}, url="https://a.kz") for each in BUTTONS},
)

criteria = some.builds(
    Criteria,
    sorts=some.frozensets(some.sampled_from(Sort)),
    languages=some.frozensets(some.sampled_from(Language)),
    roles=some.frozensets(some.sampled_from(Role)),
    districts=some.frozensets(some.sampled_from((*DISTRICTS, "600000000"))),
    sectors=some.frozensets(some.sampled_from(SECTORS)),
    projects=some.frozensets(some.sampled_from(PROJECTS)),
    active_days=some.none() | some.sampled_from(views.DAYS),
    chats=some.frozensets(some.sampled_from(CHATS)),
    pressed=some.frozensets(some.sampled_from(BUTTONS)),
    missed=some.frozensets(some.sampled_from([AnnouncementId(1), AnnouncementId(10**9)])),
)
audiences = some.builds(Audience, among=criteria, less=criteria)
sides = some.sampled_from(Side)
languages = some.sampled_from(Language)


def aimed_at(audience: Audience, total: int = 100_000) -> Aimed:
    draft = Announcement(NUMBER, 9, AnnouncementState.DRAFT, NOW, NOW, audience=audience)
    counted = Counted(dict.fromkeys(Language, total // 4), 5, 7, 9)
    return Aimed(draft, counted, NAMES, True, total // 25, 25)


EVERYTHING = Criteria(
    languages=frozenset(Language),
    roles=frozenset(Role),
    districts=frozenset(DISTRICTS),
    sectors=frozenset(SECTORS),
    projects=frozenset(PROJECTS),
    active_days=180,
    chats=frozenset(CHATS),
    pressed=frozenset(BUTTONS),
    missed=frozenset({AnnouncementId(1), AnnouncementId(10**9)}),
)


@pytest.mark.parametrize("language", Language)
def test_the_longest_of_all_fits_into_every_screen(language: Language) -> None:
    aimed = aimed_at(Audience(EVERYTHING, EVERYTHING))
    chats = [replace(one, id=SubscriberId(each)) for each in CHATS for one in NAMES.chats.values()]
    projects = list(NAMES.projects.values())
    unknown = tuple(HOSTILE for _ in range(5_000))
    kept = [SavedAudience(AudienceId(10**12), "W" * 40, aimed.audience, 9, NOW) for _ in range(20)]
    screens = [
        views.audience(aimed, language, saved.saved_done(kept[0], language)),
        views.exclusions(aimed, language),
        saved.saved(saved.Saved(kept, NAMES), NUMBER, 1, language),
        saved.drop_ask(kept[0], NUMBER, language),
        saved.name_ask(NUMBER, language),
    ]
    for side in Side:
        screens += [views.choose(aimed, side, kind, 9, language) for kind in views.KINDS]
        screens.append(
            picks.choose_chats(
                picks.ChatPicks(aimed, side, chats), 9, language, picks.Matched(9, (), unknown)
            )
        )
        screens.append(
            picks.choose_projects(
                picks.ProjectPicks(aimed, side, projects),
                0,
                language,
                picks.Matched(9, tuple(projects), unknown),
            )
        )
    for screen in screens:
        assert utf16_length(parse_html(screen.text).text) <= 4_096
        for row in screen.buttons:
            assert all(parse(one.data) is not None for one in row)
            assert all(one.label.strip() for one in row)


@given(audience=audiences, language=languages)
def test_every_audience_is_one_sentence(audience: Audience, language: Language) -> None:
    said = sentence(audience, NAMES, language)
    assert said[-1] in ".。"
    assert "\n" not in said
    assert said == said.strip()
    shown = parse_html(views.audience(aimed_at(audience), language).text).text
    assert said in shown  # whatever the names are, they are shown as they are


@given(audience=audiences, language=languages)
def test_different_audiences_have_different_sentences(
    audience: Audience, language: Language
) -> None:
    """Adding or taking away a kind is heard, but for sorts where nobody is left."""
    said = sentence(audience, NAMES, language)
    if audience.among.sorts <= audience.less.sorts and audience.less.sorts:
        return
    for side in Side:
        for kind in ("languages", "roles", "districts", "projects", "chats", "pressed", "missed"):
            if getattr(audience.of(side), kind):
                other = without(audience, side, kind)
                assert sentence(other, NAMES, language) != said


def test_sorts_of_both_sides_are_the_subject() -> None:
    people, groups = (
        Criteria(sorts=frozenset({Sort.PEOPLE})),
        Criteria(sorts=frozenset({Sort.GROUPS})),
    )
    for audience in (Audience(people), Audience(less=groups), Audience(people, groups)):
        assert sentence(audience, NAMES, Language.RUSSIAN) == "Все люди."
    nobody = "Никто: и люди, и группы исключены."
    assert sentence(Audience(people, people), NAMES, Language.RUSSIAN) == nobody


def test_what_may_not_be_seen_is_a_number() -> None:
    audience = Audience(Criteria(projects=frozenset({ProjectId(7)})))
    said = sentence(audience, Names(), Language.RUSSIAN)
    assert said == "Люди и группы, которые следят за проектом № 7."


def test_how_many_more_there_are_is_said() -> None:
    picked = Audience(Criteria(chats=frozenset(map(SubscriberId, range(1, 9)))))
    one = {SubscriberId(1): PickedChat(SubscriberId(1), 5, ChatKind.PRIVATE, "Айгуль")}
    said = sentence(picked, Names(chats=one), Language.RUSSIAN)
    assert said == "Люди и группы, которые выбраны вручную (Айгуль и ещё 7)."
    said = sentence(picked, Names(), Language.RUSSIAN)
    assert said == "Люди и группы, которые выбраны вручную (сколько: 8)."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "меньше минуты"),
        (59, "меньше минуты"),
        (60, "около 1 мин"),
        (421, "около 7 мин"),
        (3_580, "около 1 ч 0 мин"),
        (4_000, "около 1 ч 7 мин"),
    ],
)
def test_how_long_it_takes(seconds: int, said: str) -> None:
    assert views.duration(seconds, Texts(Language.RUSSIAN)) == said
