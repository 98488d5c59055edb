"""A story in full, and why it comes: in every language, whatever it is made of."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.ids import SourceId, StoryId
from model.news import Correction, FactKind, Mark, Money, Stage
from model.people import ChatKind, Language
from news.cards import Capacity, Card, Facts, Told
from news.vocabulary import DISTRICTS, SECTORS
from tests.tdlib import HOSTILE
from tests.views.test_digest import LINKS, RUSSIAN, UNTIL, shown, story
from views.callbacks import parse
from views.digest import Look
from views.links import BotLinks
from views.story_card import Standing, story_card, story_gone
from views.ways_back import open_story, story_button, way_back
from views.why import Why, why_page

KENTAU = "612000000"
FACTS = Facts(
    amount=Money(3_000_000_000, "KZT"),
    stage=Stage.CONSTRUCTION,
    countries=("CN", "TR"),
    jobs=1250,
    capacity=Capacity(Decimal(25000), "t/year"),
    names=("Lihua", "Эко-Культура"),
)
FIRST = Told(SourceId(1), "Вестник", "https://news.example.kz/1", UNTIL - timedelta(days=1), False)
SECOND = Told(SourceId(2), "Egemen", None, UNTIL, True)
CARD = Card(
    replace(
        story(7, source_id=SourceId(1)),
        districts=(KENTAU, "615200000"),
        sectors=("textile",),
    ),
    FACTS,
    (FIRST, SECOND),
    (story(3, title="Открыт цех"), story(4, title="Подписан меморандум")),
)


def look(language: Language, kind: ChatKind = ChatKind.PRIVATE) -> Look:
    return Look(language, "Asia/Almaty", kind)


def buttons(outgoing: Outgoing) -> dict[str, str]:
    return {
        button.label: button.data or button.url or "" for row in outgoing.buttons for button in row
    }


def test_a_card_says_all_there_is() -> None:
    message = story_card(CARD, UNTIL, RUSSIAN, LINKS)
    assert shown(message).text == (
        "В Кентау построят завод № 7\n"
        "Инвестор вложит 12 млрд тенге.\n\n"
        "💰 Сумма: 3 млрд тенге\n"
        "🏗 Стадия: строительство\n"
        "🌍 Страны-партнёры: Китай, Турция\n"
        "👷 Рабочие места: 1\xa0250\n"
        "📐 Масштаб: 25\xa0000 т в год\n"
        "🏢 Участники: Lihua, Эко-Культура\n"
        "📍 Где: город Кентау, Сайрамский район\n"
        "🏷 Отрасли: Текстиль\n\n"
        "2 источника\n"
        "• 22 ноября · Вестник\n"
        "• 23 ноября · Egemen (публикация снята)\n\n"
        "Читайте также\n"
        "1. Открыт цех · 23 ноября\n"
        "2. Подписан меморандум · 23 ноября"
    )
    assert message.preview_url == "https://news.example.kz/7"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.KAZAKH,
            ("Сомасы: 3 млрд теңге", "Кентау қаласы", "Тоқыма", "жылына 25 000 т", "Қытай"),
        ),
        (Language.ENGLISH, ("KZT 3 bn", "Kentau city", "25,000 t a year", "China", "1,250")),
        (Language.CHINESE, ("30亿坚戈", "肯套市、赛拉姆区", "每年25,000吨", "中国、土耳其")),
    ],
)
def test_a_card_in_other_languages(language: Language, lines: tuple[str, ...]) -> None:
    text = shown(story_card(CARD, UNTIL, look(language), LINKS)).text
    for words in lines:
        assert words in text.replace("\u202f", " ").replace("\xa0", " "), words


def test_a_card_of_a_bare_story_is_short() -> None:
    bare = Card(story(7, lead=""), Facts(), (FIRST,))
    assert shown(story_card(bare, UNTIL, RUSSIAN, LINKS)).text == (
        "В Кентау построят завод № 7\n\n1 источник\n• 22 ноября · Вестник"
    )


def test_ranges_and_corrections() -> None:
    told = replace(
        CARD,
        facts=replace(
            FACTS, most=5_000_000_000, capacity=Capacity(Decimal("1.5"), "MW", Decimal(2))
        ),
        story=replace(
            CARD.story,
            mark=Mark.CORRECTED,
            corrections=(Correction(FactKind.AMOUNT, "2 млрд тенге", "3 млрд тенге"),),
        ),
    )
    text = shown(story_card(told, UNTIL, RUSSIAN, LINKS)).text
    assert "Сумма: 3 млрд тенге – 5 млрд тенге" in text
    assert "Масштаб: 1,5–2 МВт" in text
    assert "✏️ Исправлено: 2 → 3 млрд тенге" in text


def test_buttons_name_the_state_they_lead_to() -> None:
    back = ("digest", "from", "12", "0")
    fresh = buttons(story_card(CARD, UNTIL, RUSSIAN, LINKS, back=back))
    assert fresh["1"] == "story:show:3:story:show:7:digest:from:12:0"
    assert fresh["👍 Больше такого"] == "story:more:7:digest:from:12:0"
    assert fresh["👎 Меньше такого"] == "story:less:7:digest:from:12:0"
    assert fresh["🔕 Отключить: Вестник"] == "story:mute:7:1:digest:from:12:0"
    assert fresh["❔ Почему я это вижу"] == "story:why:7:digest:from:12:0"
    assert fresh["‹ Назад"] == "digest:from:12:0"
    assert "start%3Ds_7" in fresh["↗️ Поделиться"]
    said = buttons(story_card(CARD, UNTIL, RUSSIAN, LINKS, Standing(1, is_muted=True)))
    assert said["✓ 👍 Больше такого"] == "story:even:7"
    assert said["👎 Меньше такого"] == "story:less:7"
    assert said["🔔 Вернуть: Вестник"] == "story:hear:7:1"
    assert "‹ Назад" not in said
    less = buttons(story_card(CARD, UNTIL, RUSSIAN, LINKS, Standing(-1)))
    assert less["✓ 👎 Меньше такого"] == "story:even:7"


def test_elsewhere_related_stories_are_links_and_without_a_name_there_is_no_share() -> None:
    message = story_card(CARD, UNTIL, look(Language.RUSSIAN, ChatKind.GROUP), LINKS)
    assert "https://t.me/keruen_bot?start=s_3" in shown(message).links
    assert "1" not in buttons(message)
    assert "↗️ Поделиться" not in buttons(story_card(CARD, UNTIL, RUSSIAN, BotLinks()))


@settings(max_examples=30, deadline=None)
@given(
    st.builds(
        Card,
        st.builds(
            story,
            title=st.sampled_from(HOSTILE),
            lead=st.sampled_from(HOSTILE) | st.just("я" * 5000),
            link=st.none() | st.just("https://e.kz/?" + "я" * 600),
            source_title=st.sampled_from(HOSTILE),
            source_id=st.just(SourceId(2**62)),
            districts=st.just(DISTRICTS),
            sectors=st.just(SECTORS),
            mark=st.sampled_from([None, *Mark]),
        ),
        st.builds(
            Facts,
            amount=st.none()
            | st.builds(Money, st.integers(0, 10**18), st.sampled_from(["KZT", "XXX"])),
            stage=st.none() | st.sampled_from(Stage),
            countries=st.lists(st.sampled_from(["CN", "DE", "QQ"]), unique=True).map(tuple),
            jobs=st.none() | st.integers(0, 10**9),
            capacity=st.none()
            | st.builds(
                Capacity,
                st.decimals(0, 10**9, places=1),
                st.sampled_from(["ha", "t/day", "head", "places/year", "", "parsec", "m3/week"]),
            ),
            names=st.lists(st.sampled_from(HOSTILE), max_size=5).map(tuple),
        ),
        st.lists(
            st.builds(
                Told,
                st.just(SourceId(1)),
                st.sampled_from(HOSTILE),
                st.none() | st.just("https://e.kz/?" + "я" * 300),
                st.just(UNTIL),
                st.booleans(),
            ),
            max_size=40,
        ).map(tuple),
        st.lists(st.builds(story, title=st.sampled_from(HOSTILE)), max_size=3).map(tuple),
    ),
    st.sampled_from(list(Language)),
    st.sampled_from([ChatKind.PRIVATE, ChatKind.GROUP]),
)
def test_whatever_a_card_is_made_of(card: Card, language: Language, kind: ChatKind) -> None:
    back = ("digest", "from", "9" * 18, "9" * 2)
    message = story_card(card, UNTIL, look(language, kind), LINKS, back=back)
    shown(message)
    for label, data in buttons(message).items():
        assert 0 < utf16_length(label) <= 64
        assert data.startswith("https://t.me/") or parse(data) is not None


@pytest.mark.parametrize("language", list(Language))
def test_a_story_that_is_gone(language: Language) -> None:
    assert shown(story_gone(look(language))).text


def test_why() -> None:
    everything = Why(("Кентау", "завод"), is_all_wanted=True, suits=True)
    message = why_page(CARD.story, everything, RUSSIAN, ("news", "before", "8"))
    assert shown(message).text == (
        "В Кентау построят завод № 7\n\n"
        "Это новость об инвестициях в регионе, судя по словам: «Кентау», «завод».\n\n"
        "Вы ничего не исключали, поэтому приходят все такие новости."
    )
    assert buttons(message)["‹ Назад"] == "story:back:7:news:before:8"
    chosen = Why(
        (),
        is_all_wanted=False,
        suits=True,
        districts=(KENTAU,),
        sectors=("textile",),
        languages=("kk",),
        with_amount=True,
        asked=("инвест*",),
        liked=("Lihua", "sector:textile"),
        disliked=(f"place:{KENTAU}",),
    )
    assert shown(why_page(CARD.story, chosen, RUSSIAN)).text.splitlines()[2::2] == [
        "Это новость об инвестициях в регионе.",
        "Она подходит под ваши фильтры: город Кентау, Текстиль, «инвест*», названа сумма, Қазақша.",
        "Она стоит выше, потому что вы просили больше такого: Lihua, Текстиль.",
        "Она стоит ниже, потому что вы просили меньше такого: город Кентау.",
    ]
    other = replace(chosen, suits=False)
    assert shown(why_page(CARD.story, other, RUSSIAN)).text.splitlines()[4:] == [
        "Под ваши фильтры она не подходит, в дайджест такие не попадают."
    ], "what does not come stands neither higher nor lower"
    for language in Language:
        for one in (everything, chosen, other):
            assert shown(why_page(CARD.story, one, look(language))).text


ids = st.integers(1, 2**63 - 1)
words = st.sampled_from(["digest", "from", "story", "show", "search", "page", "1", "99999999"])


@given(ids, st.lists(words, max_size=12).map(tuple))
def test_a_way_back_is_kept_as_far_as_it_fits(story_id: int, back: tuple[str, ...]) -> None:
    data = story_button("mute", StoryId(story_id), 2**40, back=back)
    press = parse(data)
    assert press is not None
    assert press.args[:2] == (str(story_id), str(2**40))
    assert press.args[2:] in (back, way_back(back[3:]), ())


def test_a_chain_of_stories_leads_back_to_where_it_began() -> None:
    back: tuple[str, ...] = ("digest", "from", "123456", "12")
    for number in range(100_001, 100_030):
        press = parse(open_story(StoryId(number), back))
        assert press is not None
        assert press.args[-4:] == ("digest", "from", "123456", "12")
        back = ("story", "show", *press.args)


@pytest.mark.parametrize("given", [(), ("digest",), ("settings", "main"), ("x", "y")])
def test_a_forged_way_back_leads_nowhere(given: tuple[str, ...]) -> None:
    assert way_back(given) == ()
