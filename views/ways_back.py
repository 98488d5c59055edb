"""Opening a story, and the way back from it.

The button of a story carries, behind the story's id, the very words of the button that leads
back: `story:show:7:digest:from:3:12` opens story 7 and comes back to edition 3 from its story 12
on. What does not fit into a button's 64 bytes is left out: first the story one came from, then
the way back altogether.
"""

from collections.abc import Sequence

from model.ids import StoryId
from views.callbacks import LIMIT_BYTES, pack

AREAS = frozenset({"candidate", "digest", "news", "search", "story"})
"""Where one may come from."""

WayBack = tuple[str, ...]
"""The words of the button that leads back; none: there is nothing to go back to."""


def story_button(verb: str, story: StoryId, *args: object, back: WayBack = ()) -> str:
    """The data of a button about a story, with the way back as far as it fits."""
    for way in (back, _before_that(back), ()):
        words = ["story", verb, str(story), *map(str, args), *way]
        if len(":".join(words).encode()) <= LIMIT_BYTES:
            return pack(*words)
    raise ValueError(f"too long without a way back: {verb} {story} {args}")


def open_story(story: StoryId, back: WayBack = ()) -> str:
    return story_button("show", story, back=back)


def way_back(words: Sequence[str]) -> WayBack:
    """The way back out of a button's last words; none where they lead nowhere."""
    return tuple(words) if len(words) >= 2 and words[0] in AREAS else ()


def way_to(data: str) -> WayBack:
    """The way back to where a button leads."""
    return tuple(data.split(":"))


def back_data(back: WayBack) -> str | None:
    return ":".join(back) if back else None


def _before_that(back: WayBack) -> WayBack:
    """The way back from the story that `back` leads to."""
    match back:
        case ("story", _, _, *rest):
            return way_back(rest)
    return ()
