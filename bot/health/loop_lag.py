"""How late the event loop is: what blocks it keeps everybody waiting."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable

_TICK_SECONDS = 0.05
_MINUTE = 60.0


class LoopLag:
    """Measures the event loop that it runs in."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._late: deque[tuple[float, float]] = deque()

    async def run(self) -> None:
        """Measure until cancelled."""
        while True:
            began = self._clock()
            await asyncio.sleep(_TICK_SECONDS)
            self.note(self._clock() - began - _TICK_SECONDS)

    def note(self, seconds: float) -> None:
        """Take in one measurement."""
        now = self._clock()
        while self._late and self._late[-1][1] <= seconds:
            self._late.pop()  # a later and longer one makes it irrelevant
        self._late.append((now, seconds))
        while self._late[0][0] < now - _MINUTE:
            self._late.popleft()

    @property
    def longest(self) -> float:
        """The longest delay within the last minute, in seconds."""
        return max(self._late[0][1], 0.0) if self._late else 0.0
