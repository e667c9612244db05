import asyncio
import sqlite3
import stat
from pathlib import Path

import pytest

from bot.store.database import Database, Transaction
from bot.store.errors import (
    DamagedDatabase,
    DatabaseClosed,
    DatabaseInUse,
    DatabaseNotWritable,
    ForeignDatabase,
    NewerDatabase,
)
from bot.store.ownership import is_owned

ADD = "INSERT INTO bots (bot_id) VALUES (:id)"


async def bots(tx: Transaction) -> list[int]:
    return [row["bot_id"] for row in await tx.all("SELECT bot_id FROM bots ORDER BY bot_id")]


def add(bot_id: int):
    async def work(tx: Transaction) -> int:
        return await tx.insert(ADD, id=bot_id)

    return work


def fail_after_adding(bot_id: int):
    async def work(tx: Transaction) -> None:
        await tx.insert(ADD, id=bot_id)
        raise LookupError("a bug")

    return work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gobbet.sqlite3"


@pytest.fixture
async def database(path: Path):
    async with Database.open(path) as opened:
        yield opened


async def test_what_was_written_is_there_after_a_restart(path: Path):
    async with Database.open(path) as database:
        await database.write(add(1))

    async with Database.open(path) as database:
        assert await database.read(bots) == [1]


async def test_a_work_that_fails_is_undone_alone(database: Database):
    results = await asyncio.gather(
        database.write(add(1)),
        database.write(fail_after_adding(2)),
        database.write(add(3)),
        return_exceptions=True,
    )

    assert [results[0], results[2]] == [1, 3]
    assert isinstance(results[1], LookupError)
    assert await database.read(bots) == [1, 3]


async def test_works_that_wait_at_the_same_time_share_commits(database: Database):
    before = database.commit_times.count
    await asyncio.gather(*[database.write(add(number)) for number in range(1000)])

    assert database.commit_times.count - before < 20
    assert list(range(1000)) == await database.read(bots)


async def test_a_write_whose_caller_is_cancelled_is_done_whole(database: Database):
    writing = asyncio.create_task(database.write(add(1)))
    await asyncio.sleep(0)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    await database.write(add(2))

    assert await database.read(bots) == [1, 2]


async def test_a_failure_that_nobody_waits_for_any_more_is_logged(database: Database, caplog):
    writing = asyncio.create_task(database.write(fail_after_adding(1)))
    await asyncio.sleep(0)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await database.write(add(2))

    assert "after its caller had gone" in caplog.text


async def test_a_transaction_may_not_wait_for_anything_else(database: Database):
    async def slow(tx: Transaction) -> None:
        await tx.insert(ADD, id=1)
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="its own statements only"):
        await database.write(slow)
    assert await database.read(bots) == []


async def test_reads_cannot_write(database: Database):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(add(1))


async def test_a_read_sees_one_state_from_beginning_to_end(database: Database):
    async def twice(tx: Transaction) -> tuple[list[int], list[int]]:
        first = await bots(tx)
        asyncio.run_coroutine_threadsafe(database.write(add(7)), loop).result(5)
        return first, await bots(tx)

    loop = asyncio.get_running_loop()

    assert await database.read(twice) == ([], [])
    assert await database.read(bots) == [7]


async def test_listeners_hear_of_what_is_on_disk_and_of_nothing_else(database: Database):
    heard: list[set[int]] = []
    database.on_commit("birth", lambda subjects: heard.append(set(subjects)))

    async def announce(tx: Transaction) -> None:
        tx.announce("birth", 5)
        tx.announce("death", 6)

    async def announce_in_vain(tx: Transaction) -> None:
        tx.announce("birth", 9)
        raise LookupError

    await asyncio.gather(
        database.write(announce), database.write(announce_in_vain), return_exceptions=True
    )

    assert [{5}] == heard


async def test_a_listener_that_fails_hangs_no_write_and_no_other_listener(
    database: Database, caplog
):
    heard: list[set[int]] = []

    def fail(_: frozenset[int]) -> None:
        raise RuntimeError("it is shutting down")

    async def announce(tx: Transaction) -> int:
        tx.announce("birth", 5)
        return 7

    database.on_commit("birth", fail)
    database.on_commit("birth", lambda subjects: heard.append(set(subjects)))
    async with asyncio.timeout(5):
        assert await database.write(announce) == 7
        assert await database.write(announce) == 7
    assert heard == [{5}, {5}]
    assert "A listener for 'birth' failed" in caplog.text


async def test_what_waits_when_the_database_closes_is_still_written(path: Path):
    async with Database.open(path) as database:
        writing = [asyncio.create_task(database.write(add(number))) for number in range(600)]
        await asyncio.sleep(0)
    await asyncio.gather(*writing)

    async with Database.open(path) as database:
        assert list(range(600)) == await database.read(bots)


async def test_a_closed_database_says_so(path: Path):
    async with Database.open(path) as database:
        pass

    with pytest.raises(DatabaseClosed):
        await database.write(add(1))


async def test_being_cancelled_while_closing_leaves_a_sound_file(path: Path):
    async def live() -> None:
        async with Database.open(path) as database:
            await asyncio.gather(*[database.write(add(number)) for number in range(5000)])

    living = asyncio.create_task(live())
    await asyncio.sleep(0.05)
    living.cancel()
    await asyncio.gather(living, return_exceptions=True)

    async with Database.open(path) as database:
        (check,) = await database.read(lambda tx: tx.all("PRAGMA integrity_check"))
    assert check[0] == "ok"


async def test_what_is_deleted_is_in_no_file_after_a_checkpoint(path: Path):
    name = "Xanthippe of Nowhere"

    async def remember(tx: Transaction) -> None:
        await tx.insert(
            "INSERT INTO inbox (update_id, body, received_at) VALUES (1, :body, 0)", body=name
        )

    async with Database.open(path) as database:
        await database.write(remember)
        await database.write(lambda tx: tx.run("DELETE FROM inbox"))
        await database.checkpoint()
        kept = b"".join(file.read_bytes() for file in path.parent.iterdir())

    assert name.encode() not in kept


async def test_emptying_the_log_waits_for_a_reader_and_nobody_waits_for_it(
    database: Database, path: Path
):
    await database.write(add(1))
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM bots").fetchall()
    await database.write(add(2))
    emptying = asyncio.create_task(database.checkpoint())
    async with asyncio.timeout(0.9):
        await database.write(add(3))
    assert not emptying.done()

    reader.close()
    assert await emptying
    assert path.with_name(f"{path.name}-wal").stat().st_size == 0


async def test_the_durability_settings_are_in_force(database: Database):
    async def pragmas(tx: Transaction) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return [(await tx.one(f"PRAGMA {name}"))[0] for name in names]

    full = 2
    assert ["wal", full, 1, 1] == await database.write(pragmas)


async def test_a_second_process_is_told_that_the_folder_is_taken(path: Path):
    async with Database.open(path):
        with pytest.raises(DatabaseInUse, match="Another process"):
            async with Database.open(path):
                pass


async def test_whether_a_bot_works_with_a_database_can_be_seen(path: Path):
    assert not is_owned(path)
    async with Database.open(path):
        assert is_owned(path)
    assert not is_owned(path)


async def test_a_newer_database_is_left_alone(path: Path):
    async with Database.open(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()

    with pytest.raises(NewerDatabase, match="Install the newer version"):
        async with Database.open(path):
            pass


async def test_the_database_of_another_program_is_left_alone(path: Path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    connection.close()

    with pytest.raises(ForeignDatabase, match="another program"):
        async with Database.open(path):
            pass


async def test_a_file_that_is_no_database_is_explained(path: Path):
    path.write_text("Dear diary, " * 1000)

    with pytest.raises(DamagedDatabase, match="gobbet restore"):
        async with Database.open(path):
            pass


async def test_a_missing_folder_is_explained(tmp_path: Path):
    with pytest.raises(DatabaseNotWritable, match="GOBBET_DATA_DIR"):
        async with Database.open(tmp_path / "nowhere" / "gobbet.sqlite3"):
            pass


@pytest.mark.skipif(Path.home() == Path("/root"), reason="nothing is forbidden to root")
async def test_a_file_that_may_not_be_written_is_explained(path: Path):
    async with Database.open(path):
        pass
    path.chmod(stat.S_IRUSR)

    with pytest.raises(DatabaseNotWritable, match="can't be written"):
        async with Database.open(path):
            pass


async def test_a_full_disk_is_explained_and_loses_nothing_before_it(database: Database):
    await database.write(add(1))
    await database.write(lambda tx: tx.run("PRAGMA max_page_count = 1"))

    async def fill(tx: Transaction) -> None:
        for number in range(2, 20_000):
            await tx.insert(ADD, id=number)

    results = await asyncio.gather(
        database.write(fill), database.write(add(0)), return_exceptions=True
    )

    assert isinstance(results[0], DatabaseNotWritable)
    assert set(await database.read(bots)) <= {0, 1}
