import asyncio
import sqlite3
import stat
from pathlib import Path

import pytest

from bot.store import backup, outbox
from bot.store.database import Database
from bot.store.errors import DamagedDatabase, DatabaseInUse, DatabaseNotWritable, ForeignDatabase
from bot.store.outbox import Outgoing

NOON = 1_780_000_000.0
ADD = "INSERT INTO bots (bot_id) VALUES (:id)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "gobbet.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
async def database(path: Path):
    path.parent.mkdir()
    async with Database.open(path) as opened:
        await opened.write(lambda tx: tx.insert(ADD, id=1))
        yield opened


def bots(path: Path) -> list[int]:
    connection = sqlite3.connect(path)
    try:
        return [row[0] for row in connection.execute("SELECT bot_id FROM bots ORDER BY bot_id")]
    finally:
        connection.close()


async def test_a_copy_holds_what_is_still_in_the_log(database, path, folder):
    copy = backup.back_up(path, folder, NOON)

    assert bots(copy) == [1]
    assert copy.name == "gobbet-2026-05-28T20-26-40.sqlite3"
    assert list(folder.iterdir()) == [copy]


async def test_a_copy_made_while_the_bot_writes_shows_one_moment(database, path, folder):
    async def write_on() -> None:
        for number in range(2, 4000):
            await database.write(lambda tx, number=number: tx.insert(ADD, id=number))

    writing = asyncio.create_task(write_on())
    copies = []
    for second in range(5):
        await asyncio.sleep(0.05)
        copies.append(await asyncio.to_thread(backup.back_up, path, folder, NOON + second))
    writing.cancel()

    sizes = [len(bots(copy)) for copy in copies]
    assert [bots(copy) for copy in copies] == [list(range(1, size + 1)) for size in sizes]
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0]


async def test_nobody_else_may_read_a_copy(database, path, folder):
    copy = backup.back_up(path, folder, NOON)

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


async def test_a_broken_copy_is_recognised(database, path, folder):
    copy = backup.back_up(path, folder, NOON)
    content = bytearray(copy.read_bytes())
    content[5000:9000] = bytes(4000)
    copy.write_bytes(content)

    with pytest.raises(DamagedDatabase, match="another backup|sound"):
        backup.verify(copy)


def test_a_file_of_another_program_is_no_copy(tmp_path):
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    connection.close()

    with pytest.raises(ForeignDatabase):
        backup.verify(other)


def test_an_empty_file_is_no_copy(tmp_path):
    (tmp_path / "empty.sqlite3").touch()

    with pytest.raises(DamagedDatabase):
        backup.verify(tmp_path / "empty.sqlite3")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DatabaseNotWritable, match="There is no file"):
        backup.verify(tmp_path / "nothing.sqlite3")


async def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(path, folder):
    path.parent.mkdir()
    async with Database.open(path) as database:
        await database.write(lambda tx: tx.insert(ADD, id=1))
        copy = backup.back_up(path, folder, NOON)
        await database.write(lambda tx: tx.insert(ADD, id=2))

    kept = backup.restore(copy, path, NOON + 60)

    assert bots(path) == [1]
    assert bots(kept) == [1, 2]
    async with Database.open(path) as database:
        await database.write(lambda tx: tx.insert(ADD, id=3))
    assert bots(path) == [1, 3]


async def test_a_backup_can_be_restored_where_nothing_is(database, path, folder, tmp_path):
    copy = backup.back_up(path, folder, NOON)
    elsewhere = tmp_path / "new" / "gobbet.sqlite3"

    assert backup.restore(copy, elsewhere, NOON) is None
    assert bots(elsewhere) == [1]


async def test_nothing_is_restored_while_the_bot_runs(database, path, folder):
    copy = backup.back_up(path, folder, NOON)

    with pytest.raises(DatabaseInUse, match="Stop it first"):
        backup.restore(copy, path, NOON)


async def test_a_damaged_database_is_kept_with_its_log_when_another_takes_its_place(path, folder):
    path.parent.mkdir()
    async with Database.open(path):
        copy = backup.back_up(path, folder, NOON)
    path.write_bytes(b"rubbish" * 1000)
    path.with_name("gobbet.sqlite3-wal").write_bytes(b"log")

    kept = backup.restore(copy, path, NOON)

    assert kept.read_bytes() == b"rubbish" * 1000
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"log"
    assert bots(path) == []


async def test_messages_that_waited_in_a_backup_are_not_sent_again(path, folder):
    path.parent.mkdir()
    async with Database.open(path) as database:
        message = Outgoing(5, "sendMessage", {"text": "sent since"}, "post:1")
        await database.write(lambda tx: outbox.enqueue(tx, [message], 0.0))
        copy = backup.back_up(path, folder, NOON)
    backup.restore(copy, path, NOON)

    async with Database.open(path) as database:
        assert await database.read(outbox.lanes) == []
        assert [call.purpose for call in await database.read(outbox.interrupted)] == ["post:1"]


async def test_the_newest_backup_is_found_and_old_ones_are_deleted(database, path, folder):
    assert backup.newest(folder) is None

    copies = [backup.back_up(path, folder, NOON + day * 86_400) for day in range(4)]

    assert backup.newest(folder)[0] == copies[-1]
    assert backup.prune(folder, keep=3) == 1
    assert sorted(folder.iterdir()) == copies[1:]


async def test_a_folder_that_cannot_be_made_is_explained(database, path, tmp_path):
    (tmp_path / "backups").write_text("a file in its place")

    with pytest.raises(DatabaseNotWritable, match="choose another folder"):
        backup.back_up(path, tmp_path / "backups", NOON)
