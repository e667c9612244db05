"""Brings a database to the version that this code expects; knows no table but SQLite's own.

Each ``migrations/NNNN_name.sql`` is applied once, in one transaction with the version number it
sets (``PRAGMA user_version``): a step that fails leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.store.errors import ForeignDatabase, NewerDatabase

APPLICATION_ID = 0x676F6262
"""``gobb`` in ASCII: marks the file as ours, for `file` and for ourselves."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: the statements that lead from ``version - 1`` to ``version``."""

    version: int
    name: str
    sql: str


def shipped() -> tuple[Migration, ...]:
    """The steps that come with this version of the bot, in order."""
    return in_folder(files("bot.store") / "migrations")


def in_folder(folder: Traversable) -> tuple[Migration, ...]:
    """The steps in a folder; their numbers must run from 1 without a gap."""
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    steps = tuple(
        Migration(int(name[:4]), name[5:-4], (folder / name).read_text("utf-8")) for name in found
    )
    if [step.version for step in steps] != list(range(1, len(steps) + 1)):
        raise ValueError(f"The migrations do not count 1, 2, 3, …: {', '.join(found)}")
    return steps


def migrate(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Migration] | None = None
) -> int:
    """Apply what is missing; how many steps that were. A database with data is copied before.

    The connection must be in autocommit mode (``isolation_level=None``).
    Raises `NewerDatabase` and `ForeignDatabase`, and leaves such a file as it was.
    """
    steps = shipped() if steps is None else steps
    version = version_of(connection, path, newest=len(steps))
    missing = steps[version:]
    if version and missing:
        _keep_copy(connection, path.with_name(f"{path.name}.version-{version}"))
    with _unguarded(connection):
        for step in missing:
            _apply(connection, step)
    return len(missing)


def version_of(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """The version of the database, which must be ours and not from the future."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if mark != APPLICATION_ID and (mark or version or tables):
        raise ForeignDatabase(
            f"{path} is a database of another program.",
            "Set GOBBET_DATA_DIR to a folder of the bot's own.",
        )
    if version > newest:
        raise NewerDatabase(
            f"{path} has schema version {version}; this version of the bot knows {newest}.",
            "Install the newer version of the bot, or restore a backup made by this one.",
        )
    return int(version)


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, one by one; comments stay with the statement they precede."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if any(line.strip() and not line.strip().startswith("--") for line in pending.splitlines()):
        raise ValueError(f"A migration ends in the middle of a statement: {pending.strip()[:80]}")


@contextlib.contextmanager
def _unguarded(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a table be made anew: dropping the old one would take along the rows that refer to it.

    What a step leaves is checked in its transaction; inside one, SQLite can't be told this.
    """
    (is_guarded,) = connection.execute("PRAGMA foreign_keys").fetchone()
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA foreign_keys = {is_guarded}")


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    # executescript() would commit first and leave half a step behind when one statement fails.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(step.sql):
            connection.execute(statement)
        _refuse_orphans(connection, step)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _refuse_orphans(connection: sqlite3.Connection, step: Migration) -> None:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise sqlite3.IntegrityError(
            f"Migration {step.version} ({step.name}) leaves {len(orphans)} rows without parent."
        )


def _keep_copy(connection: sqlite3.Connection, copy: Path) -> None:
    copy.unlink(missing_ok=True)  # of an earlier attempt that did not get further
    connection.execute("VACUUM INTO ?", (str(copy),))
