"""Which of the waiting items may start: one after another for each key, side by side otherwise.

An item has several keys (its chat, its player) and waits until it is the first for all of them.
Nothing is known here of what the items are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable


class Ordering:
    """Items in the order in which they were added."""

    def __init__(self) -> None:
        self._lines: dict[int, deque[int]] = {}
        self._keys: dict[int, frozenset[int]] = {}
        self._behind: dict[int, int] = {}
        self._ready: deque[int] = deque()

    def __len__(self) -> int:
        """How many were added and are not finished."""
        return len(self._keys)

    def __contains__(self, item: int) -> bool:
        return item in self._keys

    def waiting_for(self, key: int) -> int:
        """How many unfinished items have this key."""
        return len(self._lines.get(key, ()))

    def add(self, item: int, keys: Iterable[int]) -> None:
        """Put an item behind all others that share a key with it."""
        self._keys[item] = frozenset(keys)
        self._behind[item] = 0
        for key in self._keys[item]:
            line = self._lines.setdefault(key, deque())
            self._behind[item] += bool(line)
            line.append(item)
        if not self._behind[item]:
            self._ready.append(item)

    def start_next(self) -> int | None:
        """An item that may start now; it is the caller's to finish."""
        return self._ready.popleft() if self._ready else None

    def finish(self, item: int) -> None:
        """A started item is done; those right behind it may follow."""
        del self._behind[item]
        for key in self._keys.pop(item):
            line = self._lines[key]
            line.popleft()
            if line:
                self._step_forward(line[0])
            else:
                del self._lines[key]

    def _step_forward(self, item: int) -> None:
        self._behind[item] -= 1
        if not self._behind[item]:
            self._ready.append(item)
