"""What somebody asked to have erased leaves the copies of the database too."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from pathlib import Path

from bot.store import backup
from bot.store.errors import DatabaseInUse, DatabaseNotWritable, explained
from bot.store.ownership import alone_with_copies
from bot.store.transaction import Work, commit_together

_log = logging.getLogger(__name__)


def erase_from_copies(database: Path, backups: Path, work: Work[None]) -> bool:
    """Do the erasing ``work`` in every copy; False if one can't be changed just now.

    One that is damaged, or so old that the work can't be done in it, is deleted. A backup keeps
    its age: what it holds is as old as before. Raises ``OSError``.
    """
    with alone_with_copies(database):
        backup.delete_unfinished(database, backups)
        busy = [c for c in backup.copies(database, backups) if not _is_rid(c, work)]
    return not busy


def _is_rid(copy: Path, work: Work[None]) -> bool:
    try:
        made = copy.stat()
        _erase(copy, work)
        os.utime(copy, (made.st_atime, made.st_mtime))
    except FileNotFoundError:
        return True  # deleted meanwhile, because of its age
    except OSError as error:
        _log.warning("%s can't be rid of what was erased just now: %s", copy, error)
        return False
    except sqlite3.Error as error:
        return _is_given_up(copy, error)
    return True


def _is_given_up(copy: Path, error: sqlite3.Error) -> bool:
    if not copy.exists():
        return True
    if isinstance(explained(error, copy), (DatabaseInUse, DatabaseNotWritable)):
        _log.warning("%s can't be rid of what was erased just now: %s", copy, error)
        return False
    _log.warning("%s can't be rid of what was erased and is deleted: %s", copy, error)
    copy.unlink(missing_ok=True)
    copy.with_name(f"{copy.name}-wal").unlink(missing_ok=True)
    return True


def _erase(copy: Path, work: Work[None]) -> None:
    address = f"{copy.absolute().as_uri()}?mode=rw"  # no new file where it was deleted meanwhile
    with contextlib.closing(
        sqlite3.connect(address, uri=True, isolation_level=None)
    ) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode = DELETE", "secure_delete = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        (outcome,) = commit_together(connection, [work]).outcomes
    if outcome.error:
        raise outcome.error
