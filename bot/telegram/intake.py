"""Updates on their way in: fetched, stored, and handed over one by one, none of them lost.

Those of one chat and of one player are handled in order, others side by side. One that cannot be
handled is parked with its error and blocks nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Awaitable, Callable

from telegram import Bot, Update

from bot.store import inbox, outbox
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.inbox import Waiting
from bot.telegram.backlog import Backlog
from bot.telegram.fetching import Fetching
from bot.telegram.older_shapes import completed

_log = logging.getLogger(__name__)

Handle = Callable[[Update, int], Awaitable[None]]

_GRACE_SECONDS = 12
_TROUBLE_SECONDS = 1
_LOOK_AGAIN_SECONDS = 30
_NOT_YET_SECONDS = 60
_RECONSIDER_SECONDS = 0.5
_AT_ONCE = 16


class NotYet(Exception):  # noqa: N818 - it reads as the sentence it is
    """What the update is about is not known yet, for example the poll of a vote.

    Raised by a handler: the update waits for the next outcome of a call, up to a minute.
    """


class Intake:
    """Hands each update to ``handle``; with ``handle``'s commit, or ours after it, it is done."""

    def __init__(
        self,
        database: Database,
        fetching: Fetching,
        bot: Bot,
        handle: Handle,
        *,
        clock: Callable[[], float] = time.time,
        concurrency: int = 256,
        limit_seconds: float = 120,
    ) -> None:
        self._database = database
        self._fetching = fetching
        self._bot = bot
        self._handle = handle
        self._clock = clock
        self._concurrency = concurrency
        self._limit_seconds = limit_seconds
        self._backlog = Backlog(database)
        self._done: set[int] = set()
        self._in_hand: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self._looked_at = time.monotonic()
        self._reconsidering: asyncio.TimerHandle | None = None
        self._stopping = False

    async def run(self) -> None:
        """Fetch and handle until `stop`, then finish what is in hand. Raises `TokenRefused`."""
        self._database.on_commit(inbox.ARRIVED, self._has_arrived)
        self._database.on_commit(inbox.RETURNED, self._look_from_start)
        self._database.on_commit(inbox.DONE, self._done.update)
        self._database.on_commit(outbox.POSTED, self._reconsider_soon)
        fetching = asyncio.create_task(self._fetching.run())
        fetching.add_done_callback(lambda _: self._changed.set())
        try:
            while not self._stopping and not fetching.done():
                try:
                    await self._go_on()
                except StoreError as error:
                    _log.error("Nothing can be handled for now: %s", error)
                    await asyncio.sleep(_TROUBLE_SECONDS)
        finally:
            fetching.cancel()
            await self._finish_in_hand()
            with contextlib.suppress(asyncio.CancelledError):
                await fetching

    def stop(self) -> None:
        """Fetch no more; what is not in hand stays stored for the next start."""
        self._stopping = True
        self._changed.set()

    async def _go_on(self) -> None:
        self._changed.clear()
        await self._backlog.read_ahead()
        while len(self._in_hand) < self._concurrency and (update := self._backlog.start_next()):
            task = asyncio.create_task(self._see_to(update))
            self._in_hand.add(task)
            task.add_done_callback(self._in_hand.discard)
            if len(self._in_hand) % _AT_ONCE == 0:
                await asyncio.sleep(0)  # a burst must not keep everything else waiting
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                await self._changed.wait()
        if time.monotonic() - self._looked_at > _LOOK_AGAIN_SECONDS:
            self._look_from_start()

    def _has_arrived(self, _: object) -> None:
        self._backlog.has_more()
        self._changed.set()

    def _look_from_start(self, _: object = None) -> None:
        self._looked_at = time.monotonic()
        self._backlog.read_from_start()
        self._changed.set()

    def _reconsider_soon(self, _: object = None, seconds: float = 0.2) -> None:
        """Try again what was not yet to be understood; many outcomes at once count as one."""
        if self._backlog.has_set_aside and self._reconsidering is None:
            loop = asyncio.get_running_loop()
            self._reconsidering = loop.call_later(seconds, self._reconsider)

    def _reconsider(self) -> None:
        self._reconsidering = None
        self._backlog.take_back()
        self._changed.set()

    async def _see_to(self, waiting: Waiting) -> None:
        try:
            await self._attempt(waiting)
        except NotYet:
            self._wait(waiting)
        except StoreError:
            _log.exception("Update %d can't be stored; it waits.", waiting.update_id)
            self._backlog.finish(waiting)
        else:
            self._backlog.finish(waiting)
        self._done.discard(waiting.update_id)
        self._changed.set()

    async def _attempt(self, waiting: Waiting) -> None:
        """Handle one update; what the handler left open is closed here."""
        number = waiting.update_id
        try:
            update = Update.de_json(completed(json.loads(waiting.body)), self._bot)
            async with asyncio.timeout(self._limit_seconds):
                await self._handle(update, number)
        except NotYet:
            if self._clock() - waiting.received_at < _NOT_YET_SECONDS:
                raise
            words = "It is about something that never became known."
            await self._database.write(lambda tx: inbox.mark_done(tx, number, error=words))
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it blocks nobody
            _log.exception("Update %d (chat %s) is parked.", number, waiting.chat)
            words = f"{type(error).__name__}: {error}"
            await self._database.write(lambda tx: inbox.park(tx, number, words))
        else:
            if number not in self._done:
                await self._database.write(lambda tx: inbox.mark_done(tx, number))

    def _wait(self, waiting: Waiting) -> None:
        self._backlog.set_aside(waiting)
        self._reconsider_soon(seconds=_RECONSIDER_SECONDS)

    async def _finish_in_hand(self) -> None:
        if self._in_hand:
            _, unfinished = await asyncio.wait(self._in_hand, timeout=_GRACE_SECONDS)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
