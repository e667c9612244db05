"""Fires deadlines when they are due. They are rows, so a restart loses none of them."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging

from bot.services import Services
from bot.store import deadlines, outbox
from bot.store.database import Transaction
from bot.store.deadlines import Deadline
from bot.store.errors import StoreError
from bot.telegram.views.rounds import said

_log = logging.getLogger(__name__)
_PUT_OFF_SECONDS = 30.0


class Ticking:
    """Looks at the deadlines whenever one is set, and at least every ``nap`` seconds."""

    def __init__(self, services: Services, bot_username: str, *, nap: float = 0.5) -> None:
        self._services = services
        self._bot_username = bot_username
        self._nap = nap
        self._changed = asyncio.Event()
        self._stopping = False

    async def come_back(self) -> None:
        """Let rounds that were open when the bot stopped go on, and say so."""
        await self._services.database.write(self._come_back)

    async def run(self) -> None:
        """Fire deadlines until `stop`."""
        self._services.database.on_commit(deadlines.CHANGED, lambda _: self._changed.set())
        while not self._stopping:
            self._changed.clear()
            try:
                await self._fire_due()
            except StoreError:
                _log.exception("Deadlines can't be looked at; trying again.")
                await asyncio.sleep(1)

    def stop(self) -> None:
        """Fire no more; what is due is fired after the next start."""
        self._stopping = True
        self._changed.set()

    async def _fire_due(self) -> None:
        database = self._services.database
        for deadline in await database.read(lambda tx: deadlines.due(tx, self._services.clock())):
            try:
                await database.write(functools.partial(self._fire, deadline=deadline))
            except StoreError:
                raise
            except Exception:  # noqa: BLE001 - one round's trouble stops no other's
                _log.exception("The deadline %s is put off.", deadline)
                await database.write(functools.partial(self._put_off, deadline=deadline))
        next_at = await database.read(deadlines.next_at)
        left = None if next_at is None else max(0.0, next_at - self._services.clock())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(
                self._changed.wait(), None if left is None else min(left, self._nap)
            )

    async def _come_back(self, tx: Transaction) -> None:
        now = self._services.clock()
        told = await self._services.rounds.come_back(tx, now)
        await outbox.enqueue(tx, said(told, self._bot_username), now)

    async def _fire(self, tx: Transaction, deadline: Deadline) -> None:
        now = self._services.clock()
        told = await self._services.rounds.tick(tx, deadline, now)
        await outbox.enqueue(tx, said(told, self._bot_username), now)

    async def _put_off(self, tx: Transaction, deadline: Deadline) -> None:
        later = self._services.clock() + _PUT_OFF_SECONDS
        await deadlines.put(tx, deadline.round, deadline.kind, later)
