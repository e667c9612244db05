"""One bot works with a data folder at a time: a second one is told so and leaves."""

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


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")
