"""Why the judge says what it says, line by line: `keruen news explain`."""

from typing import Any

from model.news import Fact, FactKind, Judgement, money_of
from news.json_lines import WrongLineError, read_article
from news.judging import Judge

_TEXTS = ("title", "lead", "lang")


class ExplainArticle:
    """One JSON line in, `{"id","title","lead","lang"?}`; one object out, or what is wrong."""

    def __init__(self, judge: Judge, *, with_facts: bool = False) -> None:
        self._judge = judge
        self._with_facts = with_facts

    def __call__(self, line: bytes) -> dict[str, Any]:
        try:
            article = read_article(line, _TEXTS)
        except WrongLineError as error:
            return error.answer
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
