"""How a connection to the database is set up: what is durable, what is checked, who may write."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import aiosqlite

_BUSY_MILLISECONDS = 10_000
_MANY_STATEMENTS = 512

_EVERY_CONNECTION = (
    f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",  # nothing of ours in the system's temporary folder
    "PRAGMA trusted_schema = OFF",
)
_WRITING_CONNECTION = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # NORMAL loses confirmed answers when the power fails
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
)


def writing(path: Path) -> AbstractAsyncContextManager[aiosqlite.Connection]:
    """The one connection that writes; it also moves the log into the file (checkpoints)."""
    return _prepared(f"{path.absolute().as_uri()}?mode=rwc", _WRITING_CONNECTION)


def reading(path: Path) -> AbstractAsyncContextManager[aiosqlite.Connection]:
    """A connection that cannot write.

    Being read-only it cannot checkpoint either, which keeps SQLite before 3.51.3 away from its
    damage when two connections reset the log at once (https://sqlite.org/wal.html#walresetbug).
    """
    return _prepared(f"{path.absolute().as_uri()}?mode=ro", ())


@asynccontextmanager
async def _prepared(uri: str, pragmas: tuple[str, ...]) -> AsyncIterator[aiosqlite.Connection]:
    connection = aiosqlite.Connection(lambda: _connected(uri, pragmas), iter_chunk_size=64)
    try:
        await connection
    except BaseException:
        # aiosqlite tells its thread to end but does not wait; it must not outlive the loop.
        await asyncio.to_thread(connection._thread.join)  # noqa: SLF001
        raise
    try:
        yield connection
    finally:
        await connection.close()


def _connected(uri: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, cached_statements=_MANY_STATEMENTS
    )
    try:
        connection.row_factory = sqlite3.Row
        for pragma in (*_EVERY_CONNECTION, *pragmas):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection
