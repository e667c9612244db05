"""Facts and questions made of libraries' articles, in a child process for each library.

The bank is brought up to date with them; until then people are asked what it holds already.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.services import banking
from bot.services.libraries import Libraries
from bot.services.shelves import Shelf
from bot.store import libraries
from bot.store.database import Database
from bot.store.libraries import HOST
from knowledge import Article, Library, derived
from knowledge.apart import environment
from knowledge.derived import Made

_log = logging.getLogger(__name__)
_MOST_SECONDS = 2 * 3600.0
_FEW_ARTICLES = 20
"""What was made of so many is read at once; of more, when the bot is at work."""
_MOST_PATIENCE = 90.0
"""Seconds that somebody waits for first questions; within the intake's limit for an update."""
_AT_ONCE = 2
"""A class need not wait until the questions of all the host's articles are made."""


class Making:
    """Makes what a library lacks. ``host`` is where the host's articles are kept."""

    def __init__(self, database: Database, libraries: Libraries, host: Shelf) -> None:
        self.database = database
        self.libraries = libraries
        self._host = host
        self._waiting: asyncio.Queue[int] = asyncio.Queue()
        self._in_hand: dict[int, bool] = {}  # whether it is wanted once more
        self._attempted: set[int] = set()
        self._attempt_ended = asyncio.Event()
        self._patient: set[asyncio.Task[Any] | None] = set()

    async def prepare(self) -> None:
        """Take in what was made of the host's articles before; nothing is made here.

        What can't be taken in must not keep the bot from answering: it is tried again later.
        """
        try:
            opened = await self.libraries.opened(HOST)
            if opened.is_made or len(opened.articles) <= _FEW_ARTICLES:
                await self.bring_up_to_date(HOST, may_make=False)
        except Exception:  # noqa: BLE001 - whatever it is, people can be answered
            _log.exception("The questions made before can't be read; the bot starts without them.")

    def want(self, library: int) -> None:
        """Make what this library lacks, soon."""
        self._waiting.put_nowait(library)

    async def is_first(self, chat: int) -> bool:
        """Whether what the chat studies has yet to get its first questions."""
        library = await self.libraries.studied(chat)
        return not library.made_from and library.id not in self._attempted

    async def first_made(self, chat: int) -> bool:
        """Wait for that, or for an attempt that failed; False where it takes too long.

        Whoever waits is cancelled when nothing is made any more, because the bot ends.
        """
        who = asyncio.current_task()
        self._patient.add(who)
        try:
            async with asyncio.timeout(_MOST_PATIENCE):
                while await self.is_first(chat):
                    self._attempt_ended.clear()
                    await self._attempt_ended.wait()
        except TimeoutError:
            return False
        finally:
            self._patient.discard(who)
        return True

    async def run(self, pause: float = 0.0) -> None:
        """Make what is wanted until cancelled; ``pause`` seconds later what changed meanwhile.

        Those who wrote while the bot was away are answered in that time; first questions of the
        host's library have nobody before them.
        """
        hosts = await self.database.read(lambda tx: libraries.load(tx, HOST))
        for library in await self.database.read(libraries.ids):
            is_first = library == HOST and not hosts.made_from
            asyncio.get_running_loop().call_later(0 if is_first else pause, self.want, library)
        try:
            async with asyncio.TaskGroup() as tasks:
                for _ in range(_AT_ONCE):
                    tasks.create_task(self._work())
        finally:
            for task in filter(None, self._patient):
                task.cancel()

    async def _work(self) -> None:
        while True:
            library = await self._waiting.get()
            if library in self._in_hand:
                self._in_hand[library] = True
                continue
            self._in_hand[library] = False
            await self._attempt(library)
            if self._in_hand.pop(library):  # it changed meanwhile
                self.want(library)

    async def _attempt(self, library: int) -> None:
        try:
            await self.bring_up_to_date(library)
        except LookupError:
            _log.info("Library %d was erased meanwhile.", library)
        except Exception:  # noqa: BLE001 - the other libraries are not touched
            _log.exception("The questions of library %d can't be made.", library)
        self._attempted.add(library)  # but not one that the bot's end has cut short
        self._attempt_ended.set()

    async def bring_up_to_date(self, library: int, *, may_make: bool = True) -> None:
        """Let the library's bank hold what its articles say, if need be made now."""
        opened = await self.libraries.opened(library)
        origin = await asyncio.to_thread(derived.origin, opened.articles)
        shelf = self._host if library == HOST else self.libraries.shelf(library)
        made = await self._made(opened, shelf, origin, may_make=may_make)
        if made is None:
            return
        try:
            stored = await self.database.read(lambda tx: libraries.load(tx, library))
        except LookupError:
            await self.libraries.sweep()  # what was made may have been stored after the last one
            raise
        if stored.made_from != origin:
            await banking.bring_up_to_date(
                self.database, library, made.questions, opened.articles, origin
            )
            _log.info("Questions of library %d: %d.", library, len(made.questions))

    async def _made(
        self, opened: Library, shelf: Shelf, origin: str, *, may_make: bool
    ) -> Made | None:
        """What the library yields, which it knows from now on; None if it is still to be made."""
        if opened.is_made:
            return opened.make()
        made = await asyncio.to_thread(shelf.made, origin)
        if made is None and not may_make:
            return None
        if made is None:
            made = await made_apart(opened.articles)
            with contextlib.suppress(OSError):  # it is made again the next time
                await asyncio.to_thread(shelf.keep, origin, made)
        opened.know(made)
        return made


async def made_apart(articles: Sequence[Article]) -> Made:
    """What the articles yield, made in a child process. Raises ``ValueError`` if it dies."""
    if not articles:
        return Made((), ())
    line = await asyncio.to_thread(derived.as_input, articles)
    async with _child() as process, asyncio.timeout(_MOST_SECONDS):
        if process.stdin is None or process.stdout is None:
            raise ValueError("the child process can't be talked to")
        process.stdin.write(line)
        await process.stdin.drain()
        output = await process.stdout.read()  # the input stays open: the child ends with it
    return await asyncio.to_thread(derived.from_output, output)


@asynccontextmanager
async def _child() -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "knowledge.deriving",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(derived.ROOT).parent,
        env=environment(),
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
