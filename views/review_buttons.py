"""What the buttons of /review say: stable for ever, like all of them."""

from model.ids import SourceId, StoryId
from model.review import Queue, QueueKind
from views.callbacks import number, pack


def press(verb: str, queue: Queue, *args: object) -> str:
    return pack("review", verb, queue.word, *args)


def review_of(story: StoryId) -> str:
    """Under a story's card: the way of an admin to its articles."""
    return press("of", Queue(QueueKind.STORY, story))


def review_of_source(source: SourceId) -> str:
    """On a source's card: what it gave in the last days."""
    return press("of", Queue(QueueKind.SOURCE, source))


def queue_of(word: str) -> Queue | None:
    """The queue that a button names; None for what none of ours says."""
    for kind in (QueueKind.SOURCE, QueueKind.STORY):
        found = number(word[1:]) if word[:1] == kind.value else None
        if found:
            return Queue(kind, found)
    plain = {kind.value: kind for kind in QueueKind if len(kind.value) > 1}
    return Queue(plain[word]) if word in plain else None
