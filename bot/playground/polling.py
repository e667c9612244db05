"""Waiting for updates: the part of getUpdates that takes time.

Only one call can wait. A second one sends the first away with a conflict, as Telegram does;
while updates are there, nobody waits and several callers may fetch the same ones.
"""

from __future__ import annotations

import asyncio

from bot.playground.errors import Conflict
from bot.playground.methods.account import GetUpdates
from bot.playground.wire import Json
from bot.playground.world import World

_TWO_AT_ONCE = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class LongPolling:
    """Lets getUpdates wait until there is something to fetch."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._parked: asyncio.Future[None] | None = None
        world.updates.when_filled = self._wake

    async def fetch(self, call: GetUpdates) -> list[Json]:
        """The updates that wait or come within the call's timeout."""
        self._send_away()
        found = call.act(self._world)
        if found or not call.wait_seconds:
            return found
        parked = self._parked = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(parked, call.wait_seconds)
        except TimeoutError:
            return []
        finally:
            if self._parked is parked:
                self._parked = None
        return call.act(self._world)

    def close(self) -> None:
        """Send everybody home."""
        self._wake()

    def _wake(self) -> None:
        if self._parked and not self._parked.done():
            self._parked.set_result(None)

    def _send_away(self) -> None:
        if self._parked and not self._parked.done():
            self._parked.set_exception(Conflict(_TWO_AT_ONCE))
