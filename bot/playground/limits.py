"""How fast a bot may write: per chat, per group and overall. Beyond that it must wait."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass

from bot.playground.chats import Chat
from bot.playground.clock import Clock
from bot.playground.errors import TooManyRequests


@dataclass(frozen=True, slots=True)
class Pace:
    """At most ``most`` messages within ``seconds``."""

    most: int
    seconds: float


OVERALL = Pace(30, 1)
CHAT = Pace(5, 5)
GROUP = Pace(20, 60)
"""A chat takes one message a second in the long run, and a short burst of five."""


class FloodLimits:
    """Counts what the bot sends and edits. Off until ``are_on`` is set."""

    def __init__(self, clock: Clock, *, are_on: bool = False) -> None:
        self.are_on = are_on
        self._clock = clock
        self._sent: defaultdict[tuple[int, Pace], deque[float]] = defaultdict(deque)

    def count(self, chat: Chat) -> None:
        """Count one message to this chat, or raise TooManyRequests."""
        if not self.are_on:
            return
        now = self._clock.now()
        paces = [(0, OVERALL), (chat.id, CHAT)]
        if not chat.person:
            paces.append((chat.id, GROUP))
        wait = max(self._wait(key, pace, now) for key, pace in paces)
        if wait > 0:
            raise TooManyRequests(math.ceil(wait))
        for key, pace in paces:
            self._sent[key, pace].append(now)

    def _wait(self, key: int, pace: Pace, now: float) -> float:
        sent = self._sent[key, pace]
        while sent and sent[0] <= now - pace.seconds:
            sent.popleft()
        return sent[0] + pace.seconds - now if len(sent) >= pace.most else 0.0
