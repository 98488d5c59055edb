"""entries | those unknown or changed | full text | judge: the items of one reading.

Most of a feed is what it was an hour ago: such an entry keeps the judgement it had.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

from common.clock import Clock
from model.news import Article, Entry, Item, Judgement, Source
from news.extracting import FullText
from news.full_text import ReadFullText, completed
from news.identity import link_key, title_key
from news.judging import Judge
from news.storing import known_of
from news.withdrawing import WATCHED
from storage.database import Database

JUDGED_AT_ONCE = 20
"""Items between which other tasks get their turn: some milliseconds of judging."""

JUDGED_TEXT = 2_000
"""Letters of a full text that are judged: what it is about stands at its beginning."""

READ_AGAIN_SECONDS = 6 * 3600.0
"""Between two readings of a page that says it changed: many sitemaps date every page anew."""

_DAY = 24 * 3600.0

_NOT_JUDGED = Judgement(kept=False, score=0.0)


class PrepareItems:
    """`await prepare(source, entries)`: the entries' items, judged, in their order."""

    def __init__(
        self, database: Database, judge: Judge, clock: Clock, read_full_text: ReadFullText | None
    ) -> None:
        self._database = database
        self._judge = judge
        self._clock = clock
        self._read_full_text = read_full_text
        self._read_at: dict[str, float] = {}
        """When pages that said they changed were read again."""

    async def __call__(self, source: Source, entries: Sequence[Entry]) -> list[Item]:
        known = await self._known(source, entries)
        fresh = [entry for entry, item in zip(entries, known, strict=True) if item is None]
        texts = await self._texts(source, fresh)
        items: list[Item] = []
        judged_now = 0
        for entry, item in zip(entries, known, strict=True):
            if item is not None:
                items.append(item)
                continue
            items.append(self._judged(entry, source.language, texts.get(entry.link or "")))
            judged_now += 1
            if judged_now % JUDGED_AT_ONCE == 0:
                await asyncio.sleep(0)
        return items

    async def _known(self, source: Source, entries: Sequence[Entry]) -> list[Item | None]:
        """Each entry that stands as it was stored, judged as it was; None for the others."""
        items = [_item(entry, _NOT_JUDGED) for entry in entries]
        async with self._database.reading() as db:
            known = await known_of(db, source, items, self._clock.now())
        own = [one for one in known if one.source_id == source.id]
        stored = {(one.guid, one.link_key, one.title, one.lead): one for one in own}
        pages = {key: one for one in own for key in (one.guid, one.link_key) if key}
        found: list[Item | None] = []
        for item in items:
            entry = item.entry
            if not entry.title:
                found.append(self._as_its_page_said(item, pages))
                continue
            article = stored.get((entry.guid, item.link_key, entry.title, entry.summary))
            found.append(None if article is None else _item(entry, article.judgement))
        return found

    def _as_its_page_said(self, item: Item, pages: Mapping[str, Article]) -> Item | None:
        """An entry that is nothing but an address, as its page was read; None where it is to be

        read: for the first time, or because it says that it changed and was not read lately.
        """
        entry = item.entry
        article = pages.get(entry.guid or "") or pages.get(item.link_key or "")
        if article is None or article.withdrawn_at is not None:
            return None
        now, link = self._clock.monotonic(), entry.link or ""
        has_changed = entry.published is not None and entry.published > article.updated_at
        is_watched = article.stored_at > self._clock.now() - WATCHED
        if has_changed and is_watched and self._read_at.get(link, -inf) <= now - READ_AGAIN_SECONDS:
            self._read_at = {one: at for one, at in self._read_at.items() if at > now - _DAY}
            self._read_at[link] = now
            return None
        entry = replace(entry, title=article.title, summary=article.lead)
        return _item(entry, article.judgement)

    async def _texts(self, source: Source, entries: Sequence[Entry]) -> dict[str, FullText]:
        if not source.reads_full_text or self._read_full_text is None:
            return {}
        found = await self._read_full_text.some(entries, source.timezone)
        return {link: text for link, text in found.items() if isinstance(text, FullText)}

    def _judged(self, entry: Entry, language: str | None, article: FullText | None) -> Item:
        if article is None:
            return _item(entry, self._judge(entry.title, entry.summary, language))
        entry = completed(entry, article)
        text = article.text[:JUDGED_TEXT]
        lead = text if entry.summary in text else f"{entry.summary}\n{text}"
        return _item(entry, self._judge(entry.title, lead, language))


def _item(entry: Entry, judgement: Judgement) -> Item:
    return Item(entry, link_key(entry.link), title_key(entry.title), judgement)
