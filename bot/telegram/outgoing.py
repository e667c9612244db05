"""Makes the stored calls: in order within a chat, at Telegram's pace, and none twice.

A send is marked in the database before it is made. If its reply is lost, or the process dies, it
is declared uncertain instead of being made again; calls that may be repeated are repeated.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.store import outbox
from bot.store.database import Database, Transaction, Work
from bot.store.errors import DatabaseClosed, StoreError
from bot.store.outbox import Failure, Pending, Refused, Uncertain
from bot.telegram.api import BotApi
from bot.telegram.outcomes import Later, Moved, Outcome, Sent, TokenRefused, attempt
from bot.telegram.pacing import Pacing

_log = logging.getLogger(__name__)
_GRACE_SECONDS = 8
_TROUBLE_SECONDS = 1

Lane = tuple[int, bool]
"""A chat, and whether its calls keep its pace."""


async def _no_doubt(_: Transaction, __: Pending) -> None:
    """Leave a call whose outcome is uncertain at that."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """Who is told what became of a call, in the transaction that records it.

    ``delivered`` gets the purpose and Telegram's result as JSON, ``failed`` the purpose and why,
    ``migrated`` the old and the new id of a group, ``doubted`` a call without a purpose that may
    or may not have been carried out.
    """

    delivered: Callable[[Transaction, str, Any], Awaitable[None]]
    failed: Callable[[Transaction, str, Failure], Awaitable[None]]
    migrated: Callable[[Transaction, int, int], Awaitable[None]]
    doubted: Callable[[Transaction, Pending], Awaitable[None]] = _no_doubt


class Sender:
    """The only one who speaks; ``connections`` calls are under way at most."""

    def __init__(
        self,
        database: Database,
        api: BotApi,
        hooks: Hooks,
        *,
        pacing: Pacing | None = None,
        clock: Callable[[], float] = time.time,
        connections: int = 80,
    ) -> None:
        self._database = database
        self._api = api
        self._hooks = hooks
        self._pacing = pacing or Pacing()
        self._clock = clock
        self._connections = asyncio.Semaphore(connections)
        self._stopping = asyncio.Event()
        self._awake: set[Lane] = set()
        self._lanes: dict[Lane, asyncio.Task[None]] = {}
        self._group: asyncio.TaskGroup | None = None
        self._refused: TokenRefused | None = None

    async def run(self) -> None:
        """Send what waits and what comes, until `stop`. Raises `TokenRefused`."""
        self._database.on_commit(outbox.PACED, lambda chats: self._wake(chats, paced=True))
        self._database.on_commit(outbox.UNPACED, lambda chats: self._wake(chats, paced=False))
        await self._declare_uncertain()
        async with asyncio.TaskGroup() as self._group:
            for chat, is_paced in await self._database.read(outbox.lanes):
                self._wake((chat,), paced=is_paced)
            await self._stopping.wait()
            self._group.create_task(self._cut_short())
        if self._refused:
            raise self._refused

    def stop(self) -> None:
        """Finish the calls that are being made; the others stay stored."""
        self._stopping.set()

    async def _declare_uncertain(self) -> None:
        for call in await self._database.read(outbox.interrupted):
            await self._record(call, Uncertain("The bot stopped before Telegram had answered."))

    async def _cut_short(self) -> None:
        if self._lanes:
            await asyncio.wait(self._lanes.values(), timeout=_GRACE_SECONDS)
        for lane in self._lanes.values():
            lane.cancel()

    def _wake(self, chats: Iterable[int], *, paced: bool) -> None:
        for chat in chats:
            lane = (chat, paced)
            self._awake.add(lane)
            if lane not in self._lanes and self._group and not self._stopping.is_set():
                self._lanes[lane] = self._group.create_task(self._empty(lane))

    async def _empty(self, lane: Lane) -> None:
        """Make all calls of a lane, one after another."""
        try:
            while lane in self._awake and not self._stopping.is_set():
                self._awake.discard(lane)
                await self._make_all(lane)
        except TokenRefused as refused:
            self._refused = refused
            self.stop()
        finally:
            del self._lanes[lane]

    async def _make_all(self, lane: Lane) -> None:
        try:
            while await self._make_next(lane):
                pass
        except DatabaseClosed:
            raise
        except StoreError as error:
            _log.error("Nothing can be sent for now: %s", error)
            self._awake.add(lane)
            await self._pause(_TROUBLE_SECONDS)

    async def _make_next(self, lane: Lane) -> bool:
        """Make the lane's next call; whether there is another."""
        chat, is_paced = lane
        call = await self._database.read(lambda tx: outbox.first(tx, chat, is_paced=is_paced))
        if call is None or not await self._turn(call):
            return False
        if is_paced:
            # What stood first may have been replaced while it waited for its turn.
            call = await self._database.write(lambda tx: outbox.take(tx, chat, is_paced=True))
        if call is None:
            return False
        async with self._connections:
            outcome = await self._attempt(call)
        return await self._record(call, outcome)

    async def _turn(self, call: Pending) -> bool:
        """Wait until the call may be made; False when the bot stops before."""
        if not await self._pause(call.not_before - self._clock()):
            return False
        if not call.is_paced:
            return True
        now = time.monotonic()
        if not await self._pause(self._pacing.in_chat(call.chat, now) - now):
            return False
        now = time.monotonic()
        return await self._pause(self._pacing.overall(now) - now)

    async def _pause(self, seconds: float) -> bool:
        if seconds > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), seconds)
        return not self._stopping.is_set()

    async def _attempt(self, call: Pending) -> Outcome:
        try:
            return await attempt(self._api, call, self._clock())
        except TokenRefused as refused:
            await self._record(call, Later(0, str(refused)))
            raise

    async def _record(self, call: Pending, outcome: Outcome) -> bool:
        """Store the outcome; nobody else knows it, so a full disk is waited for.

        Whether the lane has another call to make.
        """
        hooks = self._hooks
        while True:
            try:
                return await self._database.write(_settling(call, outcome, hooks, self._clock()))
            except DatabaseClosed:
                raise
            except StoreError as error:
                _log.error("An outcome can't be stored yet: %s", error)
                await asyncio.sleep(_TROUBLE_SECONDS)
            except Exception:
                if hooks is _NOBODY:
                    raise
                _log.exception("What became of %r could not be taken in.", call.purpose)
                hooks = _NOBODY


async def _unheard(_: Transaction, __: object, ___: object) -> None:
    """Tell nobody."""


_NOBODY = Hooks(_unheard, _unheard, _unheard)


def _settling(call: Pending, outcome: Outcome, hooks: Hooks, now: float) -> Work[bool]:
    """Record the outcome and tell who wants to know, in one transaction; whether more waits."""

    async def settle(tx: Transaction) -> bool:
        match outcome:
            case Later(seconds, description):
                await outbox.postpone(tx, call.id, until=now + seconds, error=description)
            case Moved(chat):
                await outbox.postpone(tx, call.id, until=now, error="the group's id changed")
                await outbox.move_chat(tx, call.chat, chat)
                await hooks.migrated(tx, call.chat, chat)
            case Sent(result):
                await outbox.finish(tx, call.id, None, now)
                if call.purpose:
                    await hooks.delivered(tx, call.purpose, result)
            case Uncertain() | Refused():
                await outbox.finish(tx, call.id, outcome, now)
                await _tell(tx, call, outcome, hooks)
        return await outbox.first(tx, call.chat, is_paced=call.is_paced) is not None

    return settle


async def _tell(tx: Transaction, call: Pending, failure: Failure, hooks: Hooks) -> None:
    if call.purpose:
        await hooks.failed(tx, call.purpose, failure)
    elif isinstance(failure, Uncertain):
        await hooks.doubted(tx, call)
