"""What the buttons of /review say, and what is typed there; WrongChoiceError for anything else."""

from accounts.errors import WrongChoiceError
from model.ids import ArticleId
from model.news import FactKind, Stage
from model.review import Queue
from news.verdicts import (
    Because,
    Word,
    as_judged,
    drop,
    keep,
    typed_amount,
    typed_jobs,
    with_amount,
    with_district,
    with_jobs,
    with_sector,
    with_stage,
)
from news.vocabulary import DISTRICTS
from views import review_screens as screens
from views.callbacks import number
from views.review_buttons import queue_of

LONGEST_ANSWER = 200


def said_word(verb: str, rest: list[str]) -> tuple[Word, Because | None]:
    """What a button says of an article; WrongChoiceError for what none of ours says."""
    kinds = {kind.value: kind for kind in (FactKind.AMOUNT, FactKind.STAGE, FactKind.JOBS)}
    match verb, rest:
        case "keep", []:
            return keep, None
        case "drop", [because] if because in set(Because):
            return drop, Because(because)
        case "on" | "off", [code] if code in DISTRICTS:
            return with_district(code, is_on=verb == "on"), None
        case "on" | "off", [code]:
            return with_sector(code, is_on=verb == "on"), None
        case "set-stage", [stage] if stage in set(Stage):
            return with_stage(Stage(stage)), None
        case _, [screens.JUDGED] if kind := kinds.get(verb.removeprefix("set-")):
            return as_judged(kind), None
        case "set-amount", [screens.NONE]:
            return with_amount(None), None
        case "set-stage", [screens.NONE]:
            return with_stage(None), None
        case "set-jobs", [screens.NONE]:
            return with_jobs(None), None
    raise WrongChoiceError(f"{verb} {rest}")


def typed_word(what: str, typed: str) -> Word | None:
    """What was typed, as a word on the article; None where it was not understood."""
    if len(typed) > LONGEST_ANSWER:
        return None
    if what == "amount":
        money = typed_amount(typed)
        return None if money is None else with_amount(money)
    jobs = typed_jobs(typed)
    return None if jobs is None else with_jobs(jobs)


def queue_named(word: str) -> Queue:
    found = queue_of(word)
    if found is None:
        raise WrongChoiceError(f"queue {word!r}")
    return found


def article_named(word: str) -> ArticleId:
    return ArticleId(number_named(word))


def number_named(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"number {word!r}")
    return found
