"""What time it is in the playground: the machine's own time, or a time that tests move by hand."""

from __future__ import annotations

import time


class Clock:
    """Seconds since 1970. Given a ``start`` it stands still and moves only by :meth:`skip`."""

    def __init__(self, start: float | None = None) -> None:
        self._start = start
        self._skipped = 0.0

    def now(self) -> float:
        """The time in seconds since 1970, with what was skipped added."""
        return (time.time() if self._start is None else self._start) + self._skipped

    def skip(self, seconds: float) -> None:
        """Let that much time pass at once."""
        self._skipped += seconds
