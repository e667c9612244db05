"""Copies of the database: made while the bot runs, opened before they count, put back."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.store import migrations
from bot.store.errors import DamagedDatabase, DatabaseNotWritable, explained
from bot.store.ownership import alone_with_copies, owned
from knowledge.derived import sync

_PATTERN = "gobbet-*.sqlite3"
_UNCHECKED = ".unchecked"
_ASIDE = ".aside"
_ONLY_FOR_US = 0o600


def back_up(path: Path, folder: Path, now: float) -> Path:
    """Copy the database at ``path`` into ``folder``, whole and checked; the new file.

    Safe at any time: the copy shows one moment. A plain copy of the file would miss what is still
    in its log.
    """
    with _explaining(folder):
        folder.mkdir(parents=True, exist_ok=True)
        copy = folder / f"gobbet-{_stamp(now)}.sqlite3"
        unchecked = copy.with_suffix(_UNCHECKED)
        with alone_with_copies(path):
            _delete_unchecked(folder)
            _copy_into(path, unchecked)
            verify(unchecked)
            unchecked.replace(copy)
            sync(folder)
    return copy


def verify(copy: Path) -> int:
    """Open a copy and look at every page of it; the schema version it has.

    Raises `DamagedDatabase`, `ForeignDatabase` or `NewerDatabase`.
    """
    if not copy.is_file():
        raise DatabaseNotWritable(f"There is no file {copy}.", "Name one that gobbet backup made.")
    with contextlib.closing(_opened(copy)) as connection, _explaining(copy):
        version = migrations.version_of(connection, copy, len(migrations.shipped()))
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if verdict != "ok" or orphans or not version:
        raise DamagedDatabase(
            f"{copy} is not a sound copy of the bot's database.", "Use another backup."
        )
    return version


def restore(copy: Path, path: Path, now: float) -> Path | None:
    """Put a copy in the place of the database; where that was kept, if there was one.

    The bot must not be running (`DatabaseInUse`).
    """
    verify(copy)
    with _explaining(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with owned(path):
            fresh = _fresh(path)
            shutil.copyfile(copy, fresh)
            _go_on_from(fresh, now)
            _close_to_others(fresh)
            kept = _put_away(path, now)
            fresh.replace(path)
            sync(path.parent)
    return kept


def newest(folder: Path) -> tuple[Path, float] | None:
    """The latest backup in a folder and when it was made (seconds since 1970)."""
    for copy in sorted(folder.glob(_PATTERN), reverse=True):
        with contextlib.suppress(FileNotFoundError):  # deleted meanwhile
            return copy, copy.stat().st_mtime
    return None


def prune(folder: Path, keep: int) -> int:
    """Delete all but the latest ``keep`` backups; how many were deleted."""
    old = sorted(folder.glob(_PATTERN))[:-keep]
    for copy in old:
        copy.unlink(missing_ok=True)
    return len(old)


def copies(path: Path, folder: Path) -> list[Path]:
    """Every copy that is kept: backups in their folder, and those beside the database."""
    return [*folder.glob("*.sqlite3"), *(f for f in _beside(path) if not f.name.endswith("-wal"))]


def delete_unfinished(path: Path, folder: Path) -> None:
    """Delete what is left of copies that were not finished because the process was killed."""
    _delete_unchecked(folder)
    for file in path.parent.glob(f"{_fresh(path).name}*"):
        file.unlink(missing_ok=True)


def aside(folder: Path) -> Path:
    """Where that of ``folder`` is put which the database does not know, as after a restore."""
    return folder.with_name(f"{folder.name}{_ASIDE}")


def set_aside(path: Path) -> list[Path]:
    """What was put there, beside the database at ``path``."""
    return sorted(path.parent.glob(f"*{_ASIDE}/*"))


def forget_leftovers(path: Path, now: float, days: float) -> int:
    """Delete what migrations and restores kept beside the database longer than that ago.

    Such files still hold what people have asked to be erased since.
    """
    kept = [*_beside(path), *set_aside(path)]
    old = [file for file in kept if now - file.stat().st_mtime > days * 86_400]
    for file in old:
        if file.is_dir():
            shutil.rmtree(file)
        else:
            file.unlink(missing_ok=True)
    return len(old)


def _delete_unchecked(folder: Path) -> None:
    for file in folder.glob(f"*{_UNCHECKED}*"):
        file.unlink(missing_ok=True)


def _beside(path: Path) -> list[Path]:
    return [
        *path.parent.glob(f"{path.name}.version-*"),
        *path.parent.glob(f"{path.name}.before-*"),
    ]


def _fresh(path: Path) -> Path:
    return path.with_suffix(".restoring")


def _copy_into(path: Path, copy: Path) -> None:
    with contextlib.closing(_opened(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    _close_to_others(copy)


def _put_away(path: Path, now: float) -> Path | None:
    """Move the database away as it is, its log beside it, so that a restore can be undone."""
    if not path.exists():
        return None
    kept = path.with_name(f"{path.name}.before-{_stamp(now)}")
    path.replace(kept)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        log.replace(kept.with_name(f"{kept.name}-wal"))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return kept


def _go_on_from(copy: Path, now: float) -> None:
    """Allow for what has most likely happened since the copy was made.

    Messages that waited have been sent: as if the bot had stopped while sending them, they are
    declared uncertain at its start. Numbers have been given: those to come begin beyond them, at
    the seconds since 1970, which rows do not outrun.
    """
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE outbox SET state = 'sending' WHERE state = 'pending'")
        connection.execute(_NUMBERED)
        connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?)", (int(now),))


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _close_to_others(file: Path) -> None:
    file.chmod(_ONLY_FOR_US)
    sync(file)


def _stamp(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H-%M-%S")


@contextlib.contextmanager
def _explaining(place: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise (explained(error, place) or error) from error
    except OSError as error:
        raise DatabaseNotWritable(
            f"{place} can't be written ({error.strerror}).",
            "Let the bot's user write there, free some space, or choose another folder.",
        ) from error


# A table has a row here once it has had one itself.
_NUMBERED = """
INSERT INTO sqlite_sequence (name, seq)
SELECT name, 0 FROM sqlite_schema
WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'
  AND name NOT IN (SELECT name FROM sqlite_sequence)
"""
