"""The numbers of /stats, for admins only."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from accounts.actor import Actor
from accounts.rights import NotAllowedError, Rights
from model.ids import ArticleId, ChatId
from model.outbox import RowState
from model.people import ChatKind, Language, Schedule, State
from model.review import Agreement, Label, Verdict
from publishing.statistics import CountAll
from storage.tables import OutboxTable
from tests.publishing.stage import Stage

ADMIN = Actor(ChatId(9), ChatKind.PRIVATE, 9, Language.RUSSIAN)


async def test_yesterday_is_the_admins_and_rows_are_told_by_their_end(stage: Stage) -> None:
    count = CountAll(stage.database, stage.clock, Rights(frozenset({9})), Schedule())
    await stage.story()
    for chat in range(1, 6):
        await stage.subscriber(chat)
    await stage.subscriber(6, language=Language.KAZAKH, unreachable_at=stage.clock.now())
    await stage.tick()
    ends = [  # yesterday in Almaty began on the 21st at 19:00 UTC
        (1, RowState.SENT, datetime(2026, 11, 21, 19, 0, tzinfo=UTC)),
        (2, RowState.SENT, datetime(2026, 11, 22, 18, 59, tzinfo=UTC)),
        (3, RowState.FAILED, datetime(2026, 11, 22, 5, 0, tzinfo=UTC)),
        (4, RowState.SENT, datetime(2026, 11, 22, 19, 0, tzinfo=UTC)),
    ]
    async with stage.database.writing() as db:
        for chat, state, at in ends:
            await db.session.execute(
                update(OutboxTable)
                .where(OutboxTable.chat_id == chat)
                .values(state=state, finished_at=at)
            )
    numbers = await count(ADMIN)
    assert numbers.day == datetime(2026, 11, 22, tzinfo=UTC).date()
    assert numbers.deliveries == {RowState.SENT: 2, RowState.FAILED: 1}
    assert numbers.readership.by_language[Language.RUSSIAN] == {State.ACTIVE: 5}
    assert numbers.readership.by_language[Language.KAZAKH] == {State.UNREACHABLE: 1}


async def test_agreement_counts_the_last_word_on_each_article(stage: Stage) -> None:
    count = CountAll(stage.database, stage.clock, Rights(frozenset({9})), Schedule())
    now = stage.clock.now()
    said = [  # article, days ago, what the judge said, what the editor said
        (1, 1, True, True),
        (2, 2, True, True),
        (2, 1, True, False),
        (3, 9, False, False),
        (4, 40, False, True),
        (5, 1, True, None),
    ]
    async with stage.database.writing() as db:
        for article, days, judged, kept in sorted(said, key=lambda each: -each[1]):
            verdict = Verdict.AMEND if kept is None else Verdict.KEEP if kept else Verdict.DROP
            fact = {"jobs": 3} if kept is None else {"relevant": kept}
            at = now - timedelta(days=days)
            label = Label(ArticleId(article), at, 9, verdict, "", "", {"relevant": judged}, fact)
            await db.labels.add(label)
    review = (await count(ADMIN)).review
    assert (review.waiting, review.month, review.ever) == (0, Agreement(2, 3), Agreement(2, 4))
    weeks = {number: each for number, each in enumerate(review.weeks) if each.all}
    assert weeks == {0: Agreement(1, 2), 1: Agreement(1, 1), 5: Agreement(0, 1)}
    assert len(review.weeks) == 8


async def test_others_are_refused(stage: Stage) -> None:
    count = CountAll(stage.database, stage.clock, Rights(frozenset()), Schedule())
    with pytest.raises(NotAllowedError):
        await count(ADMIN)
