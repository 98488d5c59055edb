"""Opening a story or a project, and the way back from it.

The button carries, behind the id, the very words of the button that leads back:
`story:show:7:digest:from:3:12` opens story 7 and comes back to edition 3 from its story 12 on. What
does not fit into a button's 64 bytes is left out: first the story one came from, or the way that
led to the project one came from; then the way back altogether.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from model.ids import ProjectId, StoryId
from views.callbacks import LIMIT_BYTES, pack

AREAS = frozenset(
    {
        "ask",
        "candidate",
        "digest",
        "news",
        "overdue",
        "overview",
        "project",
        "projects",
        "search",
        "story",
    }
)
"""Where one may come from."""

WayBack = tuple[str, ...]
"""The words of the button that leads back; none: there is nothing to go back to."""


def story_button(verb: str, story: StoryId, *args: object, back: WayBack = ()) -> str:
    """The data of a button about a story, with the way back as far as it fits."""
    return _with_way("story", verb, str(story), *map(str, args), back=back)


def project_button(verb: str, project: ProjectId, *args: object, back: WayBack = ()) -> str:
    """The data of a button about a project, likewise."""
    return _with_way("project", verb, str(project), *map(str, args), back=back)


def _with_way(*words: str, back: WayBack) -> str:
    for way in (back, *_shorter(back), ()):
        if len(":".join([*words, *way]).encode()) <= LIMIT_BYTES:
            return pack(*words, *way)
    raise ValueError(f"too long without a way back: {words}")


def open_story(story: StoryId, back: WayBack = ()) -> str:
    return story_button("show", story, back=back)


def open_project(project: ProjectId, back: WayBack = ()) -> str:
    return project_button("show", project, back=back)


def way_back(words: Sequence[str]) -> WayBack:
    """The way back out of a button's last words; none where they lead nowhere."""
    return tuple(words) if len(words) >= 2 and words[0] in AREAS else ()


def way_to(data: str) -> WayBack:
    """The way back to where a button leads."""
    return tuple(data.split(":"))


def back_data(back: WayBack) -> str | None:
    return ":".join(back) if back else None


def _shorter(back: WayBack) -> Iterator[WayBack]:
    match back:
        case ("story", _, _, *rest):
            yield way_back(rest)
        case ("project", verb, project, *rest):
            own = list(takewhile(str.isdigit, rest))
            yield ("project", verb, project, *own)
            yield way_back(rest[len(own) :])
