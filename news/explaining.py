"""Why the judge says what it says, line by line: `keruen news explain`."""

import json
from codecs import BOM_UTF8
from typing import Any

from model.news import Fact, FactKind, Judgement, money_of
from news.judging import Judge


class WrongLineError(ValueError):
    """A line that is no article. `article_id` is its id, where it can be read."""

    def __init__(self, reason: str, article_id: Any = None) -> None:
        super().__init__(reason)
        self.article_id = article_id


class ExplainArticle:
    """One JSON line in, `{"id","title","lead","lang"?}`; one object out, or what is wrong."""

    def __init__(self, judge: Judge, *, with_facts: bool = False) -> None:
        self._judge = judge
        self._with_facts = with_facts

    def __call__(self, line: bytes) -> dict[str, Any]:
        try:
            article = _read(line)
        except WrongLineError as error:
            known = {} if error.article_id is None else {"id": error.article_id}
            return {**known, "error": str(error)}
        judgement = self._judge(
            article.get("title") or "", article.get("lead") or "", article.get("lang")
        )
        answer = {"id": article.get("id"), **explained(judgement)}
        if self._with_facts:
            answer["facts"] = [_fact(each) for each in judgement.facts]
        return answer


def explained(judgement: Judgement) -> dict[str, Any]:
    """A judgement in the words of the contract."""
    money = money_of(judgement.facts)
    stage = judgement.main(FactKind.STAGE)
    jobs = judgement.main(FactKind.JOBS)
    countries = [fact.value for fact in judgement.facts if fact.kind is FactKind.COUNTRY]
    return {
        "region": judgement.region,
        "relevant": judgement.kept,
        "score": judgement.score,
        "topic": judgement.topic.value,
        "sectors": list(judgement.sectors),
        "districts": list(judgement.districts),
        "amount": {"value": money.value, "currency": money.currency} if money else None,
        "partner_countries": list(dict.fromkeys(countries)),
        "stage": stage.value if stage else None,
        "jobs": int(jobs.value) if jobs else None,
        "language": judgement.language,
        "reasons": list(judgement.reasons),
    }


def _read(line: bytes) -> dict[str, Any]:
    line = line.removeprefix(BOM_UTF8)
    try:
        article = json.loads(line.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError):
        raise WrongLineError("not JSON") from None
    if not isinstance(article, dict):
        raise WrongLineError("not a JSON object")
    article_id = article.get("id")
    try:
        line.decode()
    except UnicodeDecodeError:
        raise WrongLineError("not UTF-8", article_id) from None
    for key in ("title", "lead", "lang"):
        if not isinstance(article.get(key), str | None):
            raise WrongLineError(f"{key} is not a text", article_id)
    if article.get("title") is None and article.get("lead") is None:
        raise WrongLineError("neither title nor lead", article_id)
    return article


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind.value,
        "value": fact.value,
        "unit": fact.unit,
        "upper": fact.upper,
        "main": fact.is_main,
        "text": fact.text,
        "start": fact.start,
        "end": fact.end,
    }
