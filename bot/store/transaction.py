"""A transaction as the rest of the bot sees it, and how several are committed together.

A work is an ``async`` function of a `Transaction`. It runs from its first line to its last on the
database's own thread, without a pause: a thread switch for each statement would cost more than
the statements, and nothing slow can stand between BEGIN and COMMIT. So it may wait for its
transaction only, and must leave the event loop's objects alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
Row = sqlite3.Row


class Transaction:
    """Statements that take effect together or not at all. Parameters are named."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._announced: list[tuple[str, int]] = []

    async def run(self, sql: str, /, **values: object) -> int:
        """Execute a statement; the number of rows it changed."""
        return self._connection.execute(sql, values).rowcount

    async def insert(self, sql: str, /, **values: object) -> int:
        """Execute an INSERT; the id of the new row."""
        return self._connection.execute(sql, values).lastrowid or 0

    async def one(self, sql: str, /, **values: object) -> Row | None:
        """The first row of a query, if it has any."""
        row: Row | None = self._connection.execute(sql, values).fetchone()
        return row

    async def all(self, sql: str, /, **values: object) -> list[Row]:
        """All rows of a query."""
        return self._connection.execute(sql, values).fetchall()

    def announce(self, topic: str, subject: int = 0) -> None:
        """Tell those who listen for ``topic`` (`Database.on_commit`) once this is on disk."""
        self._announced.append((topic, subject))


Work = Callable[[Transaction], Awaitable[T]]


@dataclass(slots=True)
class Outcome:
    """What became of one work."""

    result: Any = None
    error: BaseException | None = None


@dataclass(slots=True)
class Batch:
    """What became of works that were committed together, and what they announced."""

    outcomes: list[Outcome] = field(default_factory=list)
    announced: set[tuple[str, int]] = field(default_factory=set)


def commit_together(connection: sqlite3.Connection, works: Sequence[Work[Any]]) -> Batch:
    """Run each work in a savepoint of its own, then make all that succeeded durable at once.

    A work that fails is undone alone. An error that is raised from here has undone all of them.
    """
    batch = Batch()
    connection.execute("BEGIN IMMEDIATE")
    try:
        for work in works:
            batch.outcomes.append(_attempt(connection, work, batch.announced))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return batch


def read_together(connection: sqlite3.Connection, work: Work[T]) -> T:
    """Run ``work`` on one unchanging state of the database."""
    connection.execute("BEGIN")
    try:
        return _finished(work, Transaction(connection))
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _attempt(
    connection: sqlite3.Connection, work: Work[Any], announced: set[tuple[str, int]]
) -> Outcome:
    transaction = Transaction(connection)
    connection.execute("SAVEPOINT work")
    try:
        outcome = Outcome(result=_finished(work, transaction))
    except Exception as error:
        if not connection.in_transaction:  # a full disk makes SQLite roll back everything
            raise
        connection.execute("ROLLBACK TO work")
        outcome = Outcome(error=error)
    else:
        announced.update(transaction._announced)  # noqa: SLF001 - the other half of this module
    connection.execute("RELEASE work")
    return outcome


def _finished(work: Work[T], transaction: Transaction) -> T:
    steps = work(transaction).__await__()
    try:
        next(steps)
    except StopIteration as stop:
        result: T = stop.value
        return result
    if hasattr(steps, "close"):
        steps.close()
    raise RuntimeError("A transaction may wait for its own statements only; do the rest before.")
