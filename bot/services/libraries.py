"""The libraries of all chats: opened beside the event loop, kept open, swapped as they change."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from collections import OrderedDict
from pathlib import Path

from bot.services.shelves import Shelf
from bot.store import erasures, libraries
from bot.store.backup import aside
from bot.store.database import Database
from bot.store.libraries import HOST, StoredLibrary
from knowledge import Article, Library
from knowledge.errors import EmptyLibrary, LibraryNotFound

_log = logging.getLogger(__name__)
_MOST_OPEN = 64


class Libraries:
    """Hands out what a chat studies. A library is never changed: a new one takes its place."""

    def __init__(self, database: Database, folder: Path, host: Library) -> None:
        self._database = database
        self._folder = folder
        self._host = host
        self._open: OrderedDict[int, asyncio.Task[Library]] = OrderedDict()

    async def of(self, chat: int) -> Library:
        """What the chat studies."""
        return await self.opened((await self.studied(chat)).id)

    async def studied(self, chat: int) -> StoredLibrary:
        """The row of the library that the chat studies."""
        return await self._database.read(lambda tx: libraries.studied(tx, chat))

    async def opened(self, library: int) -> Library:
        """A library, opened where it is not; all who wait for it wait for the same opening."""
        if library == HOST:
            return self._host
        opening = self._open.get(library)
        if opening is None or _has_failed(opening):
            opening = self._open[library] = self._opening(library)
            while len(self._open) > _MOST_OPEN:
                self._open.popitem(last=False)
        self._open.move_to_end(library)
        return await asyncio.shield(opening)

    async def renewed(self, library: int) -> Library:
        """A library after its files changed; until it is ready everybody uses the old one."""
        opening = self._opening(library)
        opened = await asyncio.shield(opening)
        self._open[library] = opening
        return opened

    async def extended(self, library: int, article: Article) -> None:
        """A library with one more article; until it is ready everybody uses the old one."""
        before = await self.opened(library)
        opening = asyncio.create_task(asyncio.to_thread(before.extended, [article]))
        await asyncio.shield(opening)
        self._open[library] = opening

    def shelf(self, library: int) -> Shelf:
        """Where a chat's library keeps its files. Those of the host's are elsewhere."""
        folder = self._folder / str(library)
        return Shelf(folder / "articles", folder / "derived", is_trusted=False)

    async def sweep(self) -> None:
        """Delete the files of libraries that were erased. Raises ``OSError``."""
        erased = await self._database.read(erasures.libraries)
        openings = [self._open.pop(library) for library in erased & self._open.keys()]
        await asyncio.gather(*openings, return_exceptions=True)  # they store what they read
        await asyncio.to_thread(_delete, self._folder, set(map(str, erased)))

    async def sort_out(self, now: float) -> None:
        """Put aside the folders that the database does not know, and bring back those it does.

        After a restore there are both. To be done before anybody works with libraries.
        """
        known = await self._database.read(libraries.ids)
        try:
            await self.sweep()
            await asyncio.to_thread(_sort_out, self._folder, set(map(str, known)), now)
        except OSError as error:  # no later library can meet what then stays: it has a new number
            _log.error("Folders of libraries can't be moved or deleted: %s", error)

    def _opening(self, library: int) -> asyncio.Task[Library]:
        return asyncio.create_task(asyncio.to_thread(_opened, self.shelf(library)))


def _delete(folder: Path, erased: set[str]) -> None:
    for place in (folder, aside(folder)):
        for name in _names(place) & erased:
            shutil.rmtree(place / name)


def _sort_out(folder: Path, known: set[str], now: float) -> None:
    elsewhere = aside(folder)
    here, there = _names(folder), _names(elsewhere)
    for name in (here - known) - there:
        elsewhere.mkdir(exist_ok=True)
        (folder / name).rename(elsewhere / name)
        os.utime(elsewhere / name, (now, now))  # kept for a week from now on
        _log.warning("Nobody has library %s any more; it is kept in %s.", name, elsewhere)
    for name in (there & known) - here:
        folder.mkdir(exist_ok=True)
        (elsewhere / name).rename(folder / name)
        _log.info("Library %s is back from %s.", name, elsewhere)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _has_failed(opening: asyncio.Task[Library]) -> bool:
    return opening.done() and (opening.cancelled() or opening.exception() is not None)


def _opened(shelf: Shelf) -> Library:
    """The library on a shelf; one without articles is a library too."""
    try:
        return shelf.open()
    except LibraryNotFound:
        return Library.of([])
    except EmptyLibrary as empty:
        return Library([], empty.problems)
