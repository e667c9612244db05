"""What can go wrong between a bot and Telegram, played on demand.

Faults are planned per method and happen to the next calls of it, in the order planned.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass

EVERY_METHOD = "*"


@dataclass(frozen=True, slots=True)
class LoseCall:
    """The connection breaks before anything happened."""


@dataclass(frozen=True, slots=True)
class LoseReply:
    """The call takes effect, and the connection breaks before the reply."""


@dataclass(frozen=True, slots=True)
class Delay:
    """The call waits before it takes effect."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Fail:
    """The server answers with an error of its own, 500 or 502, and nothing happens."""

    code: int = 502


Fault = LoseCall | LoseReply | Delay | Fail


class Faults:
    """The faults that wait for their calls."""

    def __init__(self) -> None:
        self.delay_seconds = 0.0
        self._planned: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def plan(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of a method (or of :data:`EVERY_METHOD`) meet this fault."""
        self._planned[method.lower()].extend([fault] * times)

    def next_for(self, method: str) -> Fault | None:
        """The fault that this call meets, which is then spent."""
        for name in (method.lower(), EVERY_METHOD):
            if self._planned[name]:
                return self._planned[name].popleft()
        return None
