"""Looks into the database from a second process, beside a bot that is running or not.

Reading is always possible. A write beside a running bot is refused on a SQLite that may damage
the log when one process writes while another resets it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TypeVar

from bot.store import connection, migrations
from bot.store.database import Database, on_thread
from bot.store.errors import DatabaseInUse, DatabaseNotWritable, explained_read
from bot.store.transaction import Work, commit_together, read_together

T = TypeVar("T")

_RESET_IS_SAFE = (3, 51, 3)
_RESET_IS_SAFE_TOO = ((3, 44, 6), (3, 50, 7))  # later fixes of older releases


def resets_log_safely(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite has the fix of https://sqlite.org/wal.html#walresetbug."""
    mended = any(version[:2] == fix[:2] and version >= fix for fix in _RESET_IS_SAFE_TOO)
    return mended or version >= _RESET_IS_SAFE


async def read(path: Path, work: Work[T]) -> T:
    """Do ``work``, which only reads. Raises a `StoreError` when there is nothing to read."""
    if not path.is_file():  # noqa: ASYNC240 - as quick as what follows
        raise DatabaseNotWritable(
            f"There is no database at {path}.",
            "Set GOBBET_DATA_DIR to the bot's folder; gobbet run makes the database.",
        )
    try:
        async with connection.reading(path) as reader:
            await on_thread(reader, migrations.version_of, path, len(migrations.shipped()))
            return await on_thread(reader, read_together, work)
    except sqlite3.Error as error:
        raise (explained_read(error, path) or error) from error


async def write(path: Path, work: Work[T]) -> T:
    """Do ``work`` in one transaction, also while the bot is running where that is safe."""
    try:
        async with Database.open(path) as database:
            return await database.write(work)
    except DatabaseInUse as taken:
        if not resets_log_safely():
            raise DatabaseInUse(
                f"The bot is running, and SQLite {sqlite3.sqlite_version} is not safe with two "
                "processes that write.",
                "Stop the bot, do this again and start it.",
            ) from taken
    async with connection.writing(path) as writer:
        await on_thread(writer, _leave_the_log_alone)
        (outcome,) = (await on_thread(writer, commit_together, [work])).outcomes
    if outcome.error:
        raise outcome.error
    result: T = outcome.result
    return result


def _leave_the_log_alone(writer: sqlite3.Connection) -> None:
    writer.execute("PRAGMA wal_autocheckpoint = 0")
