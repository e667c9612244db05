"""The queue of what happened for the bot: numbers, offsets, allowed kinds, expiry.

It knows the rules of getUpdates but neither waits nor speaks HTTP.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.playground.clock import Clock
from bot.playground.wire import Json

KINDS = frozenset(
    {
        "message",
        "edited_message",
        "inline_query",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
    }
)
"""The kinds of updates that the playground makes."""

ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DAY_SECONDS = 24 * 60 * 60
LIFETIME_SECONDS = {"callback_query": 150, "inline_query": 30}
MOST_UPDATES = 100


@dataclass(frozen=True, slots=True)
class _Waiting:
    id: int
    kind: str
    value: Json
    expires: float

    def as_json(self) -> Json:
        return {"update_id": self.id, self.kind: self.value}


class UpdateQueue:
    """Updates in order, each kept until the bot confirms it or it expires."""

    def __init__(self, clock: Clock, first_id: int = 870_000_001) -> None:
        self._clock = clock
        self._next_id = first_id
        self._waiting: deque[_Waiting] = deque()
        self._last: _Waiting | None = None
        self._allowed: frozenset[str] | None = None
        self._is_held = False
        self.when_filled: Callable[[], None] = lambda: None

    def put(self, kind: str, value: Json) -> None:
        """Add what happened, unless the bot does not want to hear of this kind."""
        if not self._is_allowed(kind):
            return
        expires = self._clock.now() + LIFETIME_SECONDS.get(kind, DAY_SECONDS)
        self._last = _Waiting(self._next_id, kind, value, expires)
        self._next_id += 1
        self._waiting.append(self._last)
        self.when_filled()

    def fetch(self, offset: int = 0, limit: int = MOST_UPDATES) -> list[Json]:
        """The updates from ``offset`` on; everything before it is confirmed and forgotten.

        A negative offset keeps only that many updates, counted from the end.
        """
        self._forget_expired()
        if offset < 0:
            self._waiting = deque(list(self._waiting)[offset:])
        else:
            self._waiting = deque(w for w in self._waiting if w.id >= offset)
        if self._is_held:
            return []
        size = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
        return [waiting.as_json() for waiting in list(self._waiting)[:size]]

    def allow(self, kinds: Iterable[str]) -> None:
        """Deliver only these kinds from now on; none named means all the usual ones."""
        self._allowed = frozenset(kinds) or None

    @property
    def allowed(self) -> list[str] | None:
        """The kinds that the bot asked for, or None for the usual ones."""
        return sorted(self._allowed) if self._allowed else None

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()

    def repeat(self) -> None:
        """Deliver the newest update once more, under the same number."""
        if self._last and self._last not in self._waiting:
            self._waiting.append(self._last)
            self.when_filled()

    def hold(self) -> None:
        """Keep everything back until :meth:`release`."""
        self._is_held = True

    def release(self) -> None:
        """Hand out what was kept back."""
        self._is_held = False
        self.when_filled()

    def __len__(self) -> int:
        self._forget_expired()
        return len(self._waiting)

    def _is_allowed(self, kind: str) -> bool:
        if self._allowed is None:
            return kind not in ON_REQUEST_ONLY
        return kind in self._allowed

    def _forget_expired(self) -> None:
        now = self._clock.now()
        self._waiting = deque(w for w in self._waiting if w.expires > now)
