"""The way back from a story or a project, as far as it fits into a button."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ids import ProjectId, StoryId
from views.callbacks import LIMIT_BYTES
from views.ways_back import (
    AREAS,
    WayBack,
    back_data,
    open_project,
    open_story,
    project_button,
    way_back,
    way_to,
)

LIST = ("projects", "list", "stextile.d612", "1")


def test_a_project_leads_back_to_its_list_and_its_pages_to_it() -> None:
    assert open_project(ProjectId(12), LIST) == "project:show:12:projects:list:stextile.d612:1"
    page = project_button("history", ProjectId(12), 3, back=LIST)
    assert page == "project:history:12:3:projects:list:stextile.d612:1"


@pytest.mark.parametrize(
    ("back", "data"),
    [
        # the way that led to the project is left out before the project itself
        (
            ("project", "stories", "123456", "10", *LIST),
            "story:show:1234567:project:stories:123456:10",
        ),
        # a story's way back to a digest before that to another story
        (
            ("story", "show", "123456789012345678", "digest", "from", "12345", "1000"),
            "story:show:1234567:digest:from:12345:1000",
        ),
        (("projects", "list", "s" + "x" * 60, "1"), "story:show:1234567"),
    ],
)
def test_what_does_not_fit_is_left_out(back: WayBack, data: str) -> None:
    assert open_story(StoryId(1234567), back) == data


_words = st.text("abcdefgh.-0123456789", min_size=1, max_size=12)
_ids = st.integers(0, 2**63 - 1).map(ProjectId)


@given(_ids, st.sampled_from(sorted(AREAS)), st.lists(_words, min_size=1, max_size=8))
def test_every_way_fits_and_leads_back_to_where_it_says(
    project: ProjectId, area: str, rest: list[str]
) -> None:
    data = open_project(project, (area, *rest))
    assert len(data.encode()) <= LIMIT_BYTES
    _, _, number, *way = data.split(":")
    assert number == str(project)
    back = way_back(way)
    assert not way or back == tuple(way)
    assert back_data(back) is None or way_to(back_data(back) or "") == back
