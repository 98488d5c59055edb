"""Cards of /review: whatever an outlet printed, they can be sent and say what is so."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.outgoing import Outgoing
from model.ids import ArticleId, SourceId, StoryId
from model.news import Amendment, Article, Fact, FactKind, Mark, Money, Review, Source, Stage, Topic
from model.people import Language
from model.review import Label, Queue, QueueKind, Verdict
from news.facts import read_facts
from news.review_cards import Card, Overview, Told
from tests.tdlib import HOSTILE, parse_html
from tests.views.test_admin import source
from tests.views.test_digest import story
from views import review as views
from views import review_screens as screens
from views.review_buttons import queue_of, review_of
from views.texts import Texts

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
ZONE = "Asia/Almaty"
LARGE = 10**9
"""More articles than there will be."""


def article(**changed: Any) -> Article:
    title = changed.get("title", "В Кентау открыли завод за 5 млрд тенге")
    lead = changed.get("lead", "Создано 300 рабочих мест.")
    values: dict[str, Any] = {
        "id": ArticleId(7),
        "source_id": SourceId(1),
        "guid": None,
        "link": "https://news.example.kz/7",
        "link_key": None,
        "title": title,
        "title_key": "",
        "lead": lead,
        "language": "ru",
        "published_at": NOW,
        "stored_at": NOW,
        "updated_at": NOW,
        "kept": True,
        "score": 0.62,
        "reasons": (
            "place: кентау",
            "for: открыли, создано (beginning +0.9)",
            "for: electrical (branch +0.9)",
        ),
        "districts": ("612000000",),
        "sectors": ("electrical",),
        "story_id": StoryId(3),
        "region": "610000000",
        "topic": Topic.INVESTMENT,
        "in_doubt": True,
        "facts": read_facts(title, lead, "ru"),
        "review": Review.WAITING,
    }
    return Article(**(values | changed))


def card(one: Article, *, of: Source | None = None, **changed: Any) -> Card:
    values: dict[str, Any] = {
        "queue": Queue(QueueKind.ALL),
        "told": Told(one, of or source()),
        "left": 3,
        "has_newer": True,
        "has_older": True,
    }
    return Card(**(values | changed))


def shown(outgoing: Outgoing) -> str:
    text = parse_html(outgoing.text).text
    assert 0 < len(text) <= 4_096
    assert all(button.label.strip() for row in outgoing.buttons for button in row)
    return text


def test_a_card_says_all_there_is() -> None:
    outgoing = views.card(card(article()), ZONE, Language.RUSSIAN)
    assert shown(outgoing) == (
        "Проверка · ждёт решения: 3\n"
        "⏳ Ждёт решения, читатели это уже видят\n\n"
        "В Кентау открыли завод за 5 млрд тенге\n"
        "Создано 300 рабочих мест.\n"
        "Вестник 1 · 23 ноября, 09:00 · русский\n\n"
        "🤖 Бот: скорее подходит, оценка 0,62\n"
        "📍 Места: кентау\n"
        "➕ За: открыли, создано +0,9; Электротехника +0,9\n\n"
        "Где: город Кентау\n"
        "Отрасли: Электротехника\n"
        "Сумма: 5 млрд тенге\n"
        "Стадия: запущено «открыли»\n"
        "Рабочие места: 300 «300 рабочих мест»\n\n"
        "Сюжет: только эта публикация"
    )
    assert "<u>5 млрд тенге</u>" in outgoing.text
    assert "<u>300 рабочих мест</u>" in outgoing.text


def test_what_an_editor_put_right_is_told() -> None:
    amendment = Amendment(
        amount=Money(7_000_000, "USD"), stage=Stage.PLANNED, without=(FactKind.JOBS,)
    )
    text = shown(views.card(card(article(amendment=amendment)), ZONE, Language.RUSSIAN))
    assert "Сумма: 7 млн долларов США ✏️\nСтадия: в планах ✏️\nРабочие места: не указано ✏️" in text


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"review": Review.WAITING, "story_id": None}, "читатели этого ещё не видят"),
        ({"review": Review.KEPT}, "✅ Оставлено редактором"),
        ({"review": Review.DROPPED, "kept": False}, "🚫 Отклонено редактором"),
        ({"review": None}, "🟢 Опубликовано без проверки"),
        ({"review": None, "kept": False}, "⚪️ Отсеяно ботом"),
        ({"withdrawn_at": NOW}, "🗑 Снято самим изданием"),
    ],
)
def test_the_state_is_told_and_what_can_be_done(changed: dict[str, Any], state: str) -> None:
    outgoing = views.card(card(article(**changed)), ZONE, Language.RUSSIAN)
    assert state in shown(outgoing)
    verbs = {(button.data or "").split(":")[1] for row in outgoing.buttons for button in row}
    assert ("keep" in verbs) == (changed.get("review") is not Review.KEPT)
    assert ("drop" in verbs) == (changed.get("review") is not Review.DROPPED)


def test_who_was_faster_is_told() -> None:
    label = Label(ArticleId(7), NOW, 10, Verdict.DROP, "", "", {}, {})
    decided = card(article(), last=label)
    told = str(views.meanwhile(decided, ZONE, 9, Language.RUSSIAN))
    assert told.startswith("⚠️ Другой редактор уже решил: отклонено (23 ноября, 09:00).")
    assert str(views.meanwhile(decided, ZONE, 10, Language.RUSSIAN)).startswith("⚠️ Вы уже решили")
    assert "изменились" in views.meanwhile(card(article()), ZONE, 9, Language.RUSSIAN)


FACTS = st.builds(
    Fact,
    st.sampled_from([FactKind.AMOUNT, FactKind.JOBS]),
    st.just("5"),
    st.sampled_from(HOSTILE),
    st.integers(-5, 5_000),
    st.integers(-5, 5_000),
    unit=st.just("KZT"),
    is_main=st.booleans(),
)
ARTICLES = st.builds(
    article,
    id=st.sampled_from([1, LARGE]),
    title=st.sampled_from([*HOSTILE, "слово " * 2_000]),
    lead=st.sampled_from([*HOSTILE, "слово " * 9_000, "ы" * 9_000, "😀" * 9_000]),
    link=st.none() | st.sampled_from(HOSTILE),
    language=st.sampled_from([None, "kk", "xx", "<b>"]),
    reasons=st.lists(
        st.sampled_from(["for: x (y +0.5)", "against: x (y -1.25)", "odd", "", *HOSTILE]),
        max_size=30,
    ).map(tuple),
    districts=st.sampled_from([(), ("612000000", "000000000"), ("<i>",) * 40]),
    facts=st.lists(FACTS, max_size=6).map(tuple),
    review=st.none() | st.sampled_from(list(Review)),
    story_id=st.none() | st.just(StoryId(LARGE)),
    score=st.floats(0, 1),
    amendment=st.none()
    | st.builds(Amendment, amount=st.just(Money(10**17, "XXX")), jobs=st.integers(1, 10**6)),
)


@settings(max_examples=80, deadline=None)
@given(ARTICLES, st.sampled_from(list(Language)), st.sampled_from(HOSTILE), st.integers(0, 6))
def test_any_article_can_be_shown_on_every_screen(
    one: Article, language: Language, name: str, companions: int
) -> None:
    outlet = source(title=name)
    shown_card = card(
        one,
        of=outlet,
        queue=Queue(QueueKind.STORY, LARGE),
        companions=(Told(one, outlet), Told(one, None)) * companions,
        mark=Mark.CORRECTED if companions else None,
    )
    text = Texts(language)
    said = views.said_of("keep", one.title, language)
    shown(views.card(shown_card, ZONE, language, said, 10**12))
    for rows in (screens.fixing, screens.sectors, screens.places, screens.stages):
        shown(views.card(shown_card, ZONE, language, buttons=rows(shown_card, text)))
    for what in screens.TYPED:
        shown(screens.asking(shown_card, what, language, again=True))
    shown(screens.story(shown_card, [story(1, title=name)] * 6, language))
    shown(screens.story(shown_card, [], language))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("waiting", [0, 12])
def test_the_queues(language: Language, waiting: int) -> None:
    kinds = [kind for kind in QueueKind if kind not in (QueueKind.SOURCE, QueueKind.STORY)]
    outgoing = screens.queues(Overview(dict.fromkeys(kinds, waiting)), language)
    shown(outgoing)
    named = [queue_of((row[0].data or "").split(":")[2]) for row in outgoing.buttons]
    assert named == [Queue(kind) for kind in kinds if waiting], "what is empty has no button"


def test_a_queue_is_named_by_its_word() -> None:
    for queue in (Queue(QueueKind.DOUBT), Queue(QueueKind.SOURCE, 12), Queue(QueueKind.STORY, 3)):
        assert queue_of(queue.word) == queue
    for word in ("", "s", "t", "s0", "s-1", "sx", "all1", "x", "wait "):
        assert queue_of(word) is None
    assert review_of(StoryId(7)) == "review:of:t7"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["5 млрд тенге", "<b>", "слово", "\n", "😀"]), max_size=30))
def test_marking_words_changes_no_word(words: list[str]) -> None:
    title = " ".join(words) or "x"
    one = article(title=title, lead="", facts=read_facts(title, "", "ru"))
    text = shown(views.card(card(one), ZONE, Language.RUSSIAN))
    assert " ".join(title.split())[:100] in " ".join(text.split())
