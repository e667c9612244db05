"""The libraries of all chats: opened beside the event loop, kept open, swapped as they change."""

from __future__ import annotations

import asyncio
import shutil
from collections import OrderedDict
from pathlib import Path

from bot.services.shelves import Shelf
from bot.store import libraries
from bot.store.database import Database
from bot.store.libraries import HOST, StoredLibrary
from knowledge import Article, Library
from knowledge.errors import EmptyLibrary, LibraryNotFound

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
        if opening is None:
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
        """Delete the files of libraries that are no more."""
        kept = set(map(str, await self._database.read(libraries.ids)))
        for library in list(self._open):
            if str(library) not in kept:
                del self._open[library]
        await asyncio.to_thread(self._delete_others, kept)

    def _delete_others(self, kept: set[str]) -> None:
        if self._folder.is_dir():
            for folder in self._folder.iterdir():
                if folder.name not in kept:
                    shutil.rmtree(folder, ignore_errors=True)

    def _opening(self, library: int) -> asyncio.Task[Library]:
        return asyncio.create_task(asyncio.to_thread(_opened, self.shelf(library)))


def _opened(shelf: Shelf) -> Library:
    """The library on a shelf; one without articles is a library too."""
    try:
        return shelf.open()
    except LibraryNotFound:
        return Library.of([])
    except EmptyLibrary as empty:
        return Library([], empty.problems)
