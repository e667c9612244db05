"""The bot's one file of data: one writer that commits in groups, and reads beside it.

Knows durability and concurrency; the meaning of rows lives in the modules beside it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite

from bot.store import connection, migrations
from bot.store.errors import DatabaseClosed, explained, explained_read
from bot.store.ownership import owned
from bot.store.transaction import (
    Batch,
    Row,
    Transaction,
    Work,
    commit_together,
    read_together,
)

__all__ = ["CommitTimes", "Database", "Row", "Transaction", "Work"]

T = TypeVar("T")
P = ParamSpec("P")
Listener = Callable[[frozenset[int]], None]

_log = logging.getLogger(__name__)
_MOST_IN_A_GROUP = 256
_MOST_ATTEMPTS = 30
_LITTLE_PATIENCE = 50  # milliseconds
_CLOSE = object()


@dataclass(slots=True)
class CommitTimes:
    """How long commits took, in seconds."""

    count: int = 0
    works: int = 0
    total: float = 0.0
    longest: float = 0.0
    last: float = 0.0

    def add(self, seconds: float, works: int) -> None:
        """Note one commit of a group of works."""
        self.count += 1
        self.works += works
        self.total += seconds
        self.last = seconds
        self.longest = max(self.longest, seconds)


class Database:
    """Reads and durable writes; made by `Database.open`."""

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection
    ) -> None:
        self.path = path
        self.commit_times = CommitTimes()
        self._writer = writer
        self._reader = reader
        self._waiting: asyncio.Queue[Any] = asyncio.Queue()
        self._listeners: dict[str, list[Listener]] = defaultdict(list)
        self._closed = False

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator[Database]:
        """The database in the file ``path``, made or brought up to date as needed.

        Raises a `StoreError` with its cure when the file cannot be used.
        """
        with _explaining(path), owned(path):
            async with connection.writing(path) as writer:
                await on_thread(writer, migrations.migrate, path)
                async with connection.reading(path) as reader:
                    database = cls(path, writer, reader)
                    committing = asyncio.create_task(database._commit_until_closed())
                    try:
                        yield database
                    finally:
                        database._closed = True
                        database._waiting.put_nowait(_CLOSE)
                        await _uninterrupted(committing)

    async def write(self, work: Work[T]) -> T:
        """Do ``work`` in one transaction; returns when it is on disk, and raises what it raises.

        Trouble with the disk or the file is raised as a `StoreError` with its cure.
        Works that wait at the same time share a commit; one that fails is undone alone.
        Cancelling the caller changes nothing about the work, which is done whole.
        """
        if self._closed:
            raise DatabaseClosed
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((work, done))
        return await done

    async def read(self, work: Work[T]) -> T:
        """Do ``work``, which only reads, on one unchanging state of the database."""
        try:
            return await on_thread(self._reader, read_together, work)
        except sqlite3.Error as error:
            raise (explained_read(error, self.path) or error) from error

    def on_commit(self, topic: str, listener: Listener) -> None:
        """Call ``listener`` with the subjects announced for ``topic``, after each commit.

        What it raises is logged: nobody's write waits for it, or fails with it.
        """
        self._listeners[topic].append(listener)

    async def checkpoint(self) -> bool:
        """Move the log into the file and empty it, so that what was deleted is gone for good.

        Waits for readers, such as a backup, without keeping writers waiting; False when a reader
        did not end within half a minute.
        """
        for _ in range(_MOST_ATTEMPTS):
            if await on_thread(self._writer, _emptied):
                return True
            await asyncio.sleep(1)
        return False

    async def _commit_until_closed(self) -> None:
        while True:
            group = [await self._waiting.get()]
            while len(group) < _MOST_IN_A_GROUP and not self._waiting.empty():
                group.append(self._waiting.get_nowait())
            pairs = [entry for entry in group if entry is not _CLOSE]
            if pairs:
                await self._commit(pairs)
            if _CLOSE in group:
                return

    async def _commit(self, pairs: list[tuple[Work[Any], asyncio.Future[Any]]]) -> None:
        began = time.perf_counter()
        try:
            batch = await on_thread(self._writer, commit_together, [work for work, _ in pairs])
        except Exception as error:  # noqa: BLE001 - goes to each who asked
            for _, done in pairs:
                self._settle(done, error=error)
            return
        self.commit_times.add(time.perf_counter() - began, len(pairs))
        for (_, done), outcome in zip(pairs, batch.outcomes, strict=True):
            self._settle(done, result=outcome.result, error=outcome.error)
        self._announce(batch)

    def _settle(
        self,
        done: asyncio.Future[Any],
        *,
        result: object = None,
        error: BaseException | None = None,
    ) -> None:
        if isinstance(error, sqlite3.Error):
            error = explained(error, self.path) or error
        if done.cancelled():
            if error:
                _log.error("A write failed after its caller had gone.", exc_info=error)
        elif error:
            done.set_exception(error)
        else:
            done.set_result(result)

    def _announce(self, batch: Batch) -> None:
        subjects: defaultdict[str, set[int]] = defaultdict(set)
        for topic, subject in batch.announced:
            subjects[topic].add(subject)
        for topic, found in subjects.items():
            for listener in self._listeners[topic]:
                try:
                    listener(frozenset(found))
                except Exception:  # noqa: BLE001 - one listener stops no others, and no writes
                    _log.exception("A listener for %r failed; the write stands.", topic)


async def _uninterrupted(task: asyncio.Task[None]) -> None:
    """Wait for ``task`` even when we are cancelled meanwhile: the file must be closed whole."""
    interruption: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            interruption = error
    if interruption:
        raise interruption
    task.result()


async def on_thread(
    connection: aiosqlite.Connection,
    function: Callable[Concatenate[sqlite3.Connection, P], T],
    *arguments: P.args,
    **named: P.kwargs,
) -> T:
    """Run a function on the connection's own thread, as one step."""
    # aiosqlite offers this for single statements only; a step a statement halves the throughput
    # and lets another coroutine's statements, or a cancellation, come between two of ours.
    raw = connection._conn  # noqa: SLF001
    result: T = await connection._execute(  # type: ignore[no-untyped-call]  # noqa: SLF001
        function, raw, *arguments, **named
    )
    return result


def _emptied(connection: sqlite3.Connection) -> bool:
    """Whether the log could be emptied just now."""
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {_LITTLE_PATIENCE}")
    try:
        (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
    return not is_busy


@contextlib.contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if meaning := explained(error, path):
            raise meaning from error
        raise
