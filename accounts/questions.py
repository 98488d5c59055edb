"""The question whose answer is typed: open until it is answered, and a few minutes longer.

Kept in `awaiting` as its name, or once it was answered as `name@seconds`, the moment until which
another answer to it is taken.
"""

from datetime import datetime, timedelta

LONGER = timedelta(minutes=5)
"""Whoever sees what was understood may say it better; later the same words mean something else."""


def answered(question: str, now: datetime) -> str:
    """What `awaiting` becomes when a question has been answered."""
    return f"{question}@{int((now + LONGER).timestamp())}"


def answered_lately(awaiting: str | None, now: datetime) -> str | None:
    """The question that was answered a few minutes ago, or None."""
    question, _, until = (awaiting or "").partition("@")
    if not until.isdigit() or now.timestamp() > int(until):
        return None
    return question
