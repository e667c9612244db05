"""Who may do what beside the database: one bot works with it, one at a time with its copies."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from bot.store.errors import DatabaseInUse, DatabaseNotWritable


def is_owned(path: Path) -> bool:
    """Whether a bot works with the database at ``path`` just now, as far as can be seen."""
    try:
        with _lock_of(path).open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


@contextlib.contextmanager
def owned(path: Path) -> Iterator[None]:
    """Hold the lock beside the database at ``path``; the system frees it when a process dies.

    A lock file of its own, because SQLite drops its locks when any descriptor of the database
    is closed within the process.
    """
    lock = _lock_of(path)
    try:
        file = lock.open("a")
    except OSError as error:
        raise DatabaseNotWritable(
            f"{lock} can't be written ({error.strerror}).",
            "Let the bot's user write to the folder, or set GOBBET_DATA_DIR to one where it may.",
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DatabaseInUse(
                f"Another process of the bot works with {path}.",
                "Stop it first, or give this one a folder of its own (GOBBET_DATA_DIR).",
            ) from None
        yield


@contextlib.contextmanager
def alone_with_copies(path: Path) -> Iterator[None]:
    """Wait until nobody else makes or changes copies of the database at ``path``.

    Held also by ``gobbet backup`` beside a running bot. A copy is thus finished before an erasure
    begins, which then reaches it, or begun after it. Raises ``OSError``.
    """
    with path.with_name(f"{path.name}.copies.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")
