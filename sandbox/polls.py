"""Polls: a poll is one and the same in every message it was forwarded in."""

from collections.abc import Iterable, Sequence
from typing import Any

Json = dict[str, Any]

_TELLS_THE_ANSWER = ("correct_option_ids", "correct_option_id", "explanation")


def new_poll(
    poll_id: str,
    question: str,
    options: Sequence[str],
    right: Iterable[int] | None = None,
    anonymous: bool = True,
    several: bool = False,
    **more: Any,
) -> Json:
    """A poll that nobody has voted in. With `right` (numbers of options, from 0) it is a quiz."""
    quiz: Json = {} if right is None else {"correct_option_ids": sorted(right)}
    return (
        {
            "id": poll_id,
            "question": question,
            "options": [
                {"persistent_id": str(number), "text": text, "voter_count": 0}
                for number, text in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": anonymous,
            "type": "regular" if right is None else "quiz",
            "allows_multiple_answers": several,
            "allows_revoting": right is None,
            "members_only": False,
        }
        | quiz
        | more
    )


def again(poll: Json, poll_id: str) -> Json:
    """The same question asked anew: what a copy of a message with a poll has."""
    options = [option | {"voter_count": 0} for option in poll["options"]]
    return shown(poll) | {
        "id": poll_id,
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
    }


def shown(poll: Json, *, forwarded: bool = False) -> Json:
    """The poll as Telegram shows it now; a forward keeps a quiz's answer to itself."""
    hidden = _TELLS_THE_ANSWER if forwarded and not poll["is_closed"] else ()
    told = {name: value for name, value in poll.items() if name not in hidden}
    return {
        name: [dict(option) for option in value] if name == "options" else value
        for name, value in told.items()
        if not name.startswith("_")
    }


def votes(poll: Json) -> dict[int, list[int]]:
    """Who has chosen which options."""
    found: dict[int, list[int]] = poll.setdefault("_votes", {})
    return found


def vote(poll: Json, user_id: int, chosen: Sequence[int]) -> None:
    """The person's choice is now this; ValueError where the app would not let them."""
    cast = votes(poll)
    if poll["is_closed"]:
        raise ValueError("the poll is closed")
    if len(set(chosen)) != len(chosen) or not set(chosen) <= set(range(len(poll["options"]))):
        raise ValueError(f"there are {len(poll['options'])} options, no {list(chosen)}")
    if len(chosen) > 1 and not poll["allows_multiple_answers"]:
        raise ValueError("the poll takes one answer")
    if cast.get(user_id) and not poll["allows_revoting"]:
        raise ValueError("an answer to this poll is final")
    cast[user_id] = list(chosen)
    if not chosen:
        del cast[user_id]
    for number, option in enumerate(poll["options"]):
        option["voter_count"] = sum(number in each for each in cast.values())
    poll["total_voter_count"] = len(cast)
