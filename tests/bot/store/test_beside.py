import sqlite3
from pathlib import Path

import pytest

from bot.store import beside, inbox
from bot.store.database import Database, Transaction
from bot.store.errors import DatabaseInUse, DatabaseNotWritable, NewerDatabase
from bot.store.inbox import Received


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gobbet.sqlite3"


@pytest.fixture
def safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "resets_log_safely", lambda: True)


@pytest.fixture
def unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "resets_log_safely", lambda: False)


async def store(tx: Transaction) -> int:
    return await inbox.store(tx, [Received(7, "{}")], 0.0)


async def numbers(tx: Transaction) -> list[int]:
    return [row.update_id for row in await inbox.waiting(tx, after=0, limit=9)]


async def fail(tx: Transaction) -> None:
    await store(tx)
    raise LookupError("a bug")


async def test_what_the_running_bot_has_committed_is_seen(path):
    async with Database.open(path) as database:
        await database.write(store)

        assert await beside.read(path, numbers) == [7]


async def test_nothing_can_be_read_where_nothing_is(path):
    with pytest.raises(DatabaseNotWritable, match="There is no database"):
        await beside.read(path, numbers)
    assert not path.exists()


async def test_a_newer_database_is_not_read(path):
    async with Database.open(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()

    with pytest.raises(NewerDatabase):
        await beside.read(path, numbers)


async def test_reading_changes_nothing(path):
    async with Database.open(path):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await beside.read(path, store)


async def test_without_a_running_bot_a_write_is_made(path, unsafe):
    await beside.write(path, store)

    assert await beside.read(path, numbers) == [7]


async def test_beside_a_running_bot_an_old_sqlite_may_not_write(path, unsafe):
    async with Database.open(path) as database:
        with pytest.raises(DatabaseInUse, match="Stop the bot"):
            await beside.write(path, store)

        assert await database.read(numbers) == []


async def test_beside_a_running_bot_a_mended_sqlite_writes(path, safe):
    async with Database.open(path) as database:
        assert await beside.write(path, store) == 1
        assert await database.read(numbers) == [7]
        await database.write(lambda tx: inbox.mark_done(tx, 7))


async def test_a_write_that_fails_is_undone(path, safe):
    async with Database.open(path) as database:
        with pytest.raises(LookupError):
            await beside.write(path, fail)

        assert await database.read(numbers) == []
