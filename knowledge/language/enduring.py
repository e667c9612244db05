"""Texts read by child processes: where one dies over a text, the others are read all the same.

The first death may have been another text's of the same batch, or the machine's fault, so the rest
of the batch is asked for text by text, each of a new child where need be. A text that two children
died over is set aside, if only the next one still reads what every child can.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Final, Self

from knowledge.language.child import AnalysisStopped, Child, Rows

_log = logging.getLogger(__name__)
_PLAIN: Final = "Snow fell."
_ATTEMPTS: Final = 2


class Enduring:
    """Asks one child after another. ``start`` raises `LanguageError` when none can be had."""

    def __init__(self, start: Callable[[], Child]) -> None:
        self._start = start
        self._child = start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close()

    def read(self, texts: list[str]) -> Iterator[Rows]:
        """Yield the rows of each text, none of one that is set aside. Raises `LanguageError`."""
        read = 0
        try:
            for rows in self._child.ask(texts):
                read += 1
                yield rows
        except AnalysisStopped as stopped:
            _log.warning("%s The texts are read one by one.", stopped.sentence)
            self._start_anew()
            yield from map(self._alone, texts[read:])

    def _alone(self, text: str) -> Rows:
        for _ in range(_ATTEMPTS):
            try:
                return next(self._child.ask([text]))
            except AnalysisStopped as stopped:
                reason = stopped.sentence
                self._start_anew()
        next(self._child.ask([_PLAIN]))  # or the fault is not the text's
        opening = text[:60].strip().replace("\n", " ")
        _log.warning("The text that begins %r is not parsed: %s", opening, reason)
        return []

    def _start_anew(self) -> None:
        self._child.close()
        self._child = self._start()
