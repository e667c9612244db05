"""Articles that chats bring: which library they go to, and how one gets there whole or not."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath

from bot.services.libraries import Libraries
from bot.services.making import Making
from bot.services.shelves import digest_of
from bot.store import additions, articles, libraries
from bot.store.additions import Addition, Wanted
from bot.store.articles import StoredArticle
from bot.store.database import Database, Transaction
from bot.store.libraries import StoredLibrary
from bot.store.players import Player
from knowledge.articles import Report, read_apart
from knowledge.articles.duplicates import near_duplicates
from knowledge.models import Article

MOST_WAITING = 10
"""Articles of one chat that may be on their way at once."""
MOST_ARTICLES = 1000
_NAME_LENGTH, _SUFFIX_LENGTH = 80, 10
_UNSAFE = re.compile(r"[^\w .,()+-]+")


class TooMany(Exception):  # noqa: N818 - it reads as the sentence it is
    """No more articles are taken: the library ``is_full``, or many are on their way."""

    def __init__(self, *, is_full: bool) -> None:
        super().__init__()
        self.is_full = is_full


class Cancelled(Exception):  # noqa: N818 - as above
    """Somebody pressed Cancel while the article was read."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article is in the library. ``like`` is the title of another one that says the same."""

    article: Article
    has_replaced: bool
    like: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """The very same file was there before, as the article of this title."""

    title: str


@dataclass(frozen=True, slots=True)
class Adding:
    """Brings articles into libraries, and takes them out: one change at a time in each."""

    database: Database
    libraries: Libraries
    making: Making
    _turns: defaultdict[int, asyncio.Lock] = field(
        init=False, default_factory=lambda: defaultdict(asyncio.Lock)
    )

    async def want(
        self,
        tx: Transaction,
        wanted: Wanted,
        *,
        chat: int,
        thread: int | None,
        player: Player | None,
        name: str,
    ) -> int:
        """Note that an article is to be added for a chat called ``name``. Raises `TooMany`."""
        library = await library_to_change(tx, chat, player, name)
        if await additions.waiting(tx, chat) >= MOST_WAITING:
            raise TooMany(is_full=False)
        if len(await articles.of_library(tx, library.id)) >= MOST_ARTICLES:
            raise TooMany(is_full=True)
        return await additions.add(
            tx,
            wanted,
            library=library.id,
            chat=chat,
            thread=thread,
            player=player.id if player else None,
        )

    async def add(
        self, addition: Addition, file_name: str, content: bytes, report: Report, now: float
    ) -> Added | Known:
        """Read the file and put it into the library, which is then opened anew.

        Until the last step nothing is there to be seen; what ``report`` raises ends it before.
        Only that step keeps other changes of the library waiting: reading takes minutes.
        Raises ``ArticleUnreadable``, ``OSError`` where the disk is full, and `Cancelled`.
        """
        name = safe_name(file_name)
        digest = digest_of(content)
        if known := await self._known(addition.library, digest):
            return known
        article = await asyncio.to_thread(read_apart, name, content, report=report)
        like = await self._like(addition.library, article)
        stored = StoredArticle(article.id, name, article.title, digest)
        try:
            async with self._turns[addition.library]:
                if known := await self._known(addition.library, digest):
                    return known  # somebody else brought it meanwhile
                before = await self._place(addition, name, content, article)
                await self.database.write(lambda tx: _shelved(tx, addition, stored, now))
                if before is None:
                    await self.libraries.extended(addition.library, article)
                else:
                    await self.libraries.renewed(addition.library)
        finally:
            self.making.want(addition.library)  # which deletes what was erased meanwhile
        return Added(article, before is not None, like)

    async def remove(self, library: int, stored: StoredArticle) -> None:
        """Take an article out of a library, which is then opened anew."""
        async with self._turns[library]:
            shelf = self.libraries.shelf(library)
            await asyncio.to_thread(shelf.remove, stored.file_name)
            await self.libraries.renewed(library)
        self.making.want(library)

    async def _known(self, library: int, digest: str) -> Known | None:
        same = await self.database.read(lambda tx: articles.with_digest(tx, library, digest))
        return None if same is None else Known(same.title)

    async def _place(
        self, addition: Addition, name: str, content: bytes, article: Article
    ) -> StoredArticle | None:
        """Put the file on its shelf; what was there before under the same id."""
        if not await self.database.write(lambda tx: additions.place(tx, addition.id)):
            raise Cancelled
        before = await self.database.read(
            lambda tx: articles.load(tx, addition.library, article.id)
        )
        shelf = self.libraries.shelf(addition.library)
        await asyncio.to_thread(shelf.put, name, content, article)
        if before is not None and before.file_name != name:
            await asyncio.to_thread(shelf.remove, before.file_name)
        return before

    async def _like(self, library: int, article: Article) -> str | None:
        """The title of an article that says the same, in about the same words."""
        others = [a for a in (await self.libraries.opened(library)).articles if a.id != article.id]
        clusters = await asyncio.to_thread(partial(near_duplicates, [*others, article]))
        like = {other for cluster in clusters if article.id in cluster for other in cluster}
        return next((other.title for other in others if other.id in like), None)


async def library_to_change(
    tx: Transaction, chat: int, player: Player | None, name: str
) -> StoredLibrary:
    """The library that an instructor's additions in a chat go to: studied, or made for it."""
    studied = await libraries.studied(tx, chat)
    may_change = studied.chat == chat or (
        player is not None and await libraries.is_instructor(tx, studied.id, player.id)
    )
    if studied.is_hosts or not may_change:
        studied = await libraries.found(tx, chat, name)
    if player is not None:
        await libraries.instruct(tx, studied.id, player.id)
    return studied


async def _shelved(tx: Transaction, addition: Addition, stored: StoredArticle, now: float) -> None:
    """The article is there: its chat studies the library from now on."""
    await articles.put(tx, addition.library, stored, player=addition.player, now=now)
    if (await libraries.studied(tx, addition.chat)).id != addition.library:
        await libraries.study(tx, addition.chat, addition.library)


def safe_name(name: str) -> str:
    """A file name that means nothing to any file system and is not passed over by the reader."""
    path = PurePath(name.replace("\\", "/").rpartition("/")[2])
    stem = _UNSAFE.sub(" ", path.stem).strip(" ._")[:_NAME_LENGTH].strip() or "article"
    if stem.upper() == "README":
        stem = "read me"
    return stem + _UNSAFE.sub(" ", path.suffix.lower()[:_SUFFIX_LENGTH])
