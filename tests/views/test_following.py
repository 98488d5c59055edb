"""What is followed and what changed in it, as it is read: in every language, whatever it is."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.following import ProjectNews
from model.ids import ProjectId
from model.people import ChatKind, Language
from model.projects import FollowKind, Why
from projects.following import Choices, Thing, Wish
from tests.projects.makers import KENTAU, WHEN, project
from tests.projects.test_followed import STAGE
from tests.tdlib import HOSTILE
from tests.views.test_digest import LINKS, NUMBER, RUSSIAN, UNTIL, presses, shown, story
from views import following as views
from views.callbacks import Press, parse
from views.digest import MOST_PROJECTS, Look, digest
from views.links import parse_project

LOOKS = [
    Look(language, "Asia/Almaty", kind)
    for language in Language
    for kind in (ChatKind.PRIVATE, ChatKind.GROUP, ChatKind.CHANNEL)
]


def news(number: int = 1, **changed: Any) -> ProjectNews:
    one = replace(project(), id=ProjectId(number), code=f"T-{number}")
    told = ProjectNews(one, False, (STAGE,), (Why("акт", "https://e.kz/1"),), (), WHEN)
    return replace(told, **changed)


def everything(outgoing: Outgoing) -> str:
    for row in outgoing.buttons:
        for button in row:
            assert 0 < utf16_length(button.label) <= 64
            assert button.data is None or parse(button.data) is not None
    return shown(outgoing).text


@pytest.mark.parametrize("look", LOOKS)
def test_a_digest_of_projects_and_stories_in_every_look(look: Look) -> None:
    message = digest(NUMBER, UNTIL, [story(7)], look, LINKS, projects=[news(3), news(4)])
    assert (
        everything(message).count("Завод кабельной продукции")
        + everything(message).count("Кабель зауыты")
        == 2
    )
    opened = [press for press in presses(message) if isinstance(press, Press)]
    if look.is_private:
        assert opened[:3] == [
            Press("project", "show", ("3", "digest", "from", "12", "0")),
            Press("project", "show", ("4", "digest", "from", "12", "0")),
            Press("story", "show", ("7", "digest", "from", "12", "0")),
        ]
    elif look.kind is ChatKind.GROUP:
        urls = [press for press in presses(message) if isinstance(press, str)]
        assert [parse_project(url.partition("start=")[2]) for url in urls[:2]] == ["T-3", "T-4"]
    else:
        assert "https://t.me/keruen_bot?start=p_T-3" in shown(message).links


def test_pages_go_on_through_projects_and_stories() -> None:
    projects = [news(number, whys=(Why("п" * 190),)) for number in range(1, 41)]
    stories = [story(number) for number in range(1, 31)]
    start, seen = 0, list[str]()
    for _ in range(40):
        message = digest(NUMBER, UNTIL, stories, RUSSIAN, LINKS, start, projects=projects)
        everything(message)
        numbers = [button.label for row in message.buttons for button in row]
        seen += [label for label in numbers if label.isdigit()]
        more = [
            press.args[1]
            for press in presses(message)
            if isinstance(press, Press) and press.area == "digest" and int(press.args[1]) > start
        ]
        if not more:
            break
        start = int(more[0])
    assert seen == [str(number) for number in range(1, 71)]


def test_so_many_are_told_one_by_one() -> None:
    projects = [news(number) for number in range(1, MOST_PROJECTS + 4)]
    message = digest(NUMBER, UNTIL, [], RUSSIAN, LINKS, MOST_PROJECTS - 1, projects=projects)
    assert "Изменились и другие проекты: 3" in everything(message)


@settings(max_examples=20)
@given(
    st.sampled_from(HOSTILE),
    st.lists(
        st.builds(Why, st.sampled_from(HOSTILE), st.none() | st.sampled_from(HOSTILE)), max_size=3
    ),
    st.booleans(),
    st.sampled_from(LOOKS),
)
def test_whatever_changed(name: str, whys: list[Why], is_new: bool, look: Look) -> None:
    one = replace(project(names={"ru": name}), place=name, capacity=name)
    told = news(project=one, is_new=is_new, whys=tuple(whys), at=WHEN - timedelta(days=400))
    everything(digest(NUMBER, UNTIL, [story()], look, LINKS, projects=[told, told]))
    everything(views.news_message(told, UNTIL, look, LINKS))


THINGS = [
    Thing(FollowKind.PROJECT, "1", Wish.DIGEST, project()),
    Thing(FollowKind.PROJECT, "2", Wish.AT_ONCE),
    Thing(FollowKind.DISTRICT, KENTAU, Wish.AT_ONCE),
    Thing(FollowKind.SECTOR, "textile", Wish.DIGEST),
    Thing(FollowKind.COUNTRY, "CN", Wish.DIGEST),
    Thing(FollowKind.CURATOR, str(10**12), Wish.DIGEST),
    *(
        Thing(FollowKind.PROJECT, str(2**62 + number), Wish.DIGEST, project(names={"ru": name}))
        for number, name in enumerate(HOSTILE)
    ),
]


@pytest.mark.parametrize("language", list(Language))
def test_screens_of_what_is_followed(language: Language) -> None:
    look = Look(language, "Asia/Almaty")
    everything(views.following([], 0, look))
    for page in range(6):
        everything(views.following(THINGS, page, look))
    for one in THINGS:
        for wish in Wish:
            everything(views.thing(replace(one, wish=wish), look))
            assert len(views.toast(replace(one, wish=wish), language)) <= 200
    everything(views.found(THINGS, look))
    everything(views.found([], look))
    for is_official in (True, False):
        everything(views.choose(look, is_official=is_official))
    for kind in (FollowKind.DISTRICT, FollowKind.SECTOR, FollowKind.COUNTRY, FollowKind.CURATOR):
        of_kind = tuple(one for one in THINGS if one.kind is kind)
        for things in ((), of_kind * 8):
            for page in (0, 5):
                everything(views.pick(Choices(kind, things), page, look))
