"""What somebody asked to have erased leaves the copies of the database too."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.store.transaction import Work, commit_together

_log = logging.getLogger(__name__)


def erase_from_copies(database: Path, backups: Path, work: Work[None]) -> None:
    """Do the erasing ``work`` in every copy. One in which it can't be done is deleted.

    A backup keeps its age: what it holds is as old as before.
    """
    for copy in _copies(database, backups):
        made = copy.stat()
        try:
            _erase(copy, work)
        except sqlite3.Error as error:
            _log.warning("%s can't be rid of what was erased and is deleted: %s", copy, error)
            copy.unlink()
        else:
            os.utime(copy, (made.st_atime, made.st_mtime))


def _copies(database: Path, backups: Path) -> Iterator[Path]:
    yield from backups.glob("*.sqlite3")
    for name in (f"{database.name}.version-*", f"{database.name}.before-*"):
        yield from (file for file in database.parent.glob(name) if not file.name.endswith("-wal"))


def _erase(copy: Path, work: Work[None]) -> None:
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode = DELETE", "secure_delete = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        (outcome,) = commit_together(connection, [work]).outcomes
    if outcome.error:
        raise outcome.error
