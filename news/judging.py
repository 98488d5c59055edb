"""Which news is ours: it is about the region, and it speaks of investment.

    text | places | sectors | topic | language, facts | score, threshold, grey zone

Each step is a pure object of its own; what they look for is data (news/data), so that another
region needs other files and no code. A judgement says why, in words of the text.
"""

from functools import cache
from typing import Protocol

from model.news import Judgement, Topic
from news.facts import of_no_project, read_facts
from news.language import language_of
from news.places import Gazetteer
from news.sectors import Sectors
from news.topics import Topics
from news.vocabulary import data
from news.words import LONGEST, Text

EVEN = 0.5
"""The score from which on a text is more likely of investment than not, wherever it is about."""

SURELY_OTHER = 0.3
"""The score below which a text speaks of no project: its sums and people are something else's."""


class Judge(Protocol):
    def __call__(self, title: str, lead: str, language: str | None) -> Judgement: ...


class StemJudge:
    """Judges by the beginnings of words, in every language at once."""

    def __init__(self) -> None:
        home = data("region")
        self._home: str = home["code"]
        self._threshold: float = home["threshold"]
        self._doubt_from, self._doubt_to = home["grey"]
        self._places = Gazetteer(home)
        self._topics = Topics()
        self._sectors = Sectors()

    def __call__(self, title: str, lead: str, language: str | None) -> Judgement:
        """`language` is what the source declares; None where it does not."""
        title = title[:LONGEST]
        lead = lead[: LONGEST - len(title)]
        text = Text(title, lead)
        place = self._places(text)
        sectors = self._sectors(text)
        subject = self._topics(text, sectors)
        score = round(subject.score * place.certainty, 2)
        is_ours = place.region == self._home
        topic = Topic.INVESTMENT if subject.score >= EVEN else Topic.OTHER
        is_of_the_economy = topic is Topic.INVESTMENT or subject.is_of_the_economy
        said = language_of(text.plain, language)
        facts = read_facts(title, lead, said, text)
        return Judgement(
            kept=is_ours and topic is Topic.INVESTMENT and score >= self._threshold,
            score=score,
            reasons=(*place.reasons, *subject.reasons),
            districts=place.units,
            sectors=sectors if is_of_the_economy else (),
            in_doubt=is_ours and self._doubt_from <= score < self._doubt_to,
            region=place.region,
            topic=topic,
            language=said,
            facts=facts if subject.score >= SURELY_OTHER else of_no_project(facts),
        )


@cache
def stem_judge() -> StemJudge:
    """The judge of this process: it takes a while to make, and keeps nothing of what it judged."""
    return StemJudge()
