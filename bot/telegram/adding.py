"""Takes up the articles that chats bring: fetches them, tells how far reading is, says the end.

What is to be done stands in rows, so a restart takes it up again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot.services import Services
from bot.services.adding import Added, Cancelled
from bot.services.links import LinkRefused
from bot.store import additions, outbox
from bot.store.additions import Addition, Wanted
from bot.store.database import Transaction
from bot.store.errors import StoreError
from bot.store.outbox import Outgoing
from bot.telegram.messages import Place
from bot.telegram.views import libraries as view
from knowledge.articles import Progress
from knowledge.errors import ArticleUnreadable

_log = logging.getLogger(__name__)
_MOST_AT_ONCE = 2
_SECONDS_BETWEEN = 2.0
"""Between edits of one message: they count as messages, of which a group gets twenty a minute."""

DISK_FULL = "My disk is full or can't be written; nothing was added. Its host has to make room."
WENT_WRONG = "Something went wrong on my side. It is noted; nothing was added."
NOT_FETCHED = "Telegram did not give me the file ({0}). Please send it again."


@dataclass(slots=True)
class _Reading:
    """How far an addition is, told from the thread that reads."""

    at: Progress | None = None
    is_cancelled: bool = False

    def __call__(self, at: Progress) -> None:
        if self.is_cancelled:
            raise Cancelled
        self.at = at


@dataclass(slots=True)
class Additions:
    """Works on additions from `run` on."""

    services: Services
    bot: Bot
    _waiting: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    _readings: dict[int, _Reading] = field(default_factory=dict)
    _behind: dict[int, list[int]] = field(default_factory=dict)
    """By libraries that are added to now: what is to be added to them after that."""

    async def run(self) -> None:
        """Take up what waits and what comes, until cancelled."""
        database = self.services.database
        database.on_commit(additions.READY, self._note)
        database.on_commit(additions.CANCELLED, self._cancel)
        self._note(frozenset(await database.read(additions.ready)))
        async with asyncio.TaskGroup() as tasks:
            for _ in range(_MOST_AT_ONCE):
                tasks.create_task(self._work())

    def _note(self, ready: frozenset[int]) -> None:
        for addition in sorted(ready):
            self._waiting.put_nowait(addition)

    def _cancel(self, cancelled: frozenset[int]) -> None:
        for addition in cancelled & self._readings.keys():
            self._readings[addition].is_cancelled = True

    async def _work(self) -> None:
        while True:
            number = await self._waiting.get()
            addition = await self.services.database.read(partial(additions.load, addition=number))
            if addition is None:
                continue
            if addition.library in self._behind:
                self._behind[addition.library].append(number)
                continue
            async with self._alone(addition.library):
                try:
                    await self._take_up(addition)
                except StoreError as problem:
                    _log.warning("An article waits for the next start: %s", problem)

    @contextlib.asynccontextmanager
    async def _alone(self, library: int) -> AsyncIterator[None]:
        """One addition to a library at a time, so that nobody's ten books keep others waiting."""
        self._behind[library] = []
        try:
            yield
        finally:
            for number in self._behind.pop(library):
                self._waiting.put_nowait(number)

    async def _take_up(self, addition: Addition) -> None:
        reading = self._readings[addition.id] = _Reading()
        try:
            async with self._telling(addition, reading):
                said = await self._outcome(addition, reading)
        except Cancelled:
            return  # whoever cancelled was answered already
        finally:
            del self._readings[addition.id]

        async def finish(tx: Transaction) -> None:
            await additions.finish(tx, addition.id)
            await outbox.enqueue(tx, [said], self.services.clock())

        await self.services.database.write(finish)

    async def _outcome(self, addition: Addition, reading: _Reading) -> Outgoing:
        place, message = Place(addition.chat, addition.thread), addition.message
        try:
            name, content = await self._fetched(addition.wanted)
            now = self.services.clock()
            found = await self.services.adding.add(addition, name, content, reading, now)
        except (ArticleUnreadable, LinkRefused) as problem:
            return view.not_added(place, message, str(problem))
        except TelegramError as error:
            return view.not_added(place, message, NOT_FETCHED.format(error.message))
        except OSError as error:
            _log.error("An article can't be kept: %s", error)
            return view.not_added(place, message, DISK_FULL)
        except Cancelled:
            raise
        except Exception:  # noqa: BLE001 - one article stops no others
            _log.exception("An article can't be added.")
            return view.not_added(place, message, WENT_WRONG)
        if isinstance(found, Added):
            return view.added(place, message, found, addition.library, self.bot.username)
        return view.known(place, message, found)

    async def _fetched(self, wanted: Wanted) -> tuple[str, bytes]:
        """The name and the bytes of the file."""
        match wanted.kind:
            case "text":
                return wanted.name, wanted.content.encode()
            case "link":
                found = await self.services.links.fetch(wanted.content)
                return found.name, found.content
        file = await self.bot.get_file(wanted.content)
        return wanted.name, bytes(await file.download_as_bytearray())

    @contextlib.asynccontextmanager
    async def _telling(self, addition: Addition, reading: _Reading) -> AsyncIterator[None]:
        """Edit the message now and then as reading goes on."""
        telling = asyncio.create_task(self._tell(addition, reading))
        try:
            yield
        finally:
            telling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await telling

    async def _tell(self, addition: Addition, reading: _Reading) -> None:
        told: Progress | None = None
        place = Place(addition.chat, addition.thread)
        while addition.message is not None:
            if reading.at is not None and reading.at != told and not reading.is_cancelled:
                told = reading.at
                edit = view.progress(
                    place, addition.message, addition.wanted.name, addition.id, told
                )
                now = self.services.clock()
                await self.services.database.write(
                    partial(outbox.enqueue, messages=[edit], now=now)
                )
            await asyncio.sleep(_SECONDS_BETWEEN)
