"""How fast Telegram lets a bot speak, as times at which a call may be made.

Telegram's FAQ for bots: about one message a second in a chat with short bursts, twenty a minute in
a group, thirty a second in all. Its server counts edits like messages.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

_A_MINUTE = 60.5  # seconds, with a little for the time that a call is on its way


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds between calls, and how many may come at once before that counts.

    Bursts are counted in: a chat gets at most 5 calls within 5 seconds, all chats 30 within one.
    """

    chat_interval: float = 1.3
    chat_burst: int = 2
    group_per_minute: int = 20
    overall_interval: float = 1 / 25
    overall_burst: int = 5


@dataclass(slots=True)
class _Bucket:
    """Leaks one call per ``interval``; ``full_at`` is when the last one taken will have leaked."""

    interval: float
    burst: int
    full_at: float = float("-inf")

    def take(self, now: float) -> float:
        at = max(now, self.full_at - (self.burst - 1) * self.interval)
        self.full_at = max(self.full_at, at) + self.interval
        return at


@dataclass(slots=True)
class _Chat:
    bucket: _Bucket
    recent: deque[float]


@dataclass(slots=True)
class Pacing:
    """Hands out times. Each time handed out is counted as used. ``now`` never goes back."""

    limits: Limits = field(default_factory=Limits)
    _chats: dict[int, _Chat] = field(default_factory=dict)
    _overall: _Bucket = field(init=False)
    _tidy_at: float = float("-inf")

    def __post_init__(self) -> None:
        self._overall = _Bucket(self.limits.overall_interval, self.limits.overall_burst)

    def in_chat(self, chat: int, now: float) -> float:
        """When the next call to this chat may be made; groups have negative ids."""
        self._tidy(now)
        state = self._chats.get(chat) or self._first_call(chat)
        at = now
        if chat < 0 and len(state.recent) == self.limits.group_per_minute:
            at = max(now, state.recent[0] + _A_MINUTE)
        at = state.bucket.take(at)
        state.recent.append(at)
        return at

    def overall(self, now: float) -> float:
        """When the next call to any chat may be made."""
        return self._overall.take(now)

    def _first_call(self, chat: int) -> _Chat:
        limits = self.limits
        state = _Chat(
            _Bucket(limits.chat_interval, limits.chat_burst),
            deque(maxlen=limits.group_per_minute),
        )
        self._chats[chat] = state
        return state

    def _tidy(self, now: float) -> None:
        """Forget, once a minute, chats that nothing was said in for a minute."""
        if now < self._tidy_at:
            return
        self._tidy_at = now + _A_MINUTE
        quiet = [c for c, state in self._chats.items() if state.recent[-1] < now - _A_MINUTE]
        for chat in quiet:
            del self._chats[chat]
