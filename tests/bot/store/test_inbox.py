from pathlib import Path

import pytest

from bot.store import inbox
from bot.store.database import Database, Transaction
from bot.store.inbox import Depth, Parked, Received, Waiting

ANN, GROUP = 5, -7


@pytest.fixture
async def database(tmp_path: Path):
    async with Database.open(tmp_path / "gobbet.sqlite3") as opened:
        yield opened


async def store(database: Database, *updates: Received, now: float = 100.0) -> int:
    return await database.write(lambda tx: inbox.store(tx, updates, now))


async def waiting(database: Database, after: int = 0) -> list[int]:
    rows = await database.read(lambda tx: inbox.waiting(tx, after=after, limit=100))
    return [row.update_id for row in rows]


async def done(database: Database, update_id: int) -> bool:
    return await database.write(lambda tx: inbox.mark_done(tx, update_id))


async def park(database: Database, update_id: int, error: str = "it broke") -> None:
    await database.write(lambda tx: inbox.park(tx, update_id, error))


async def test_what_was_stored_waits_with_everything_that_came(database):
    assert await store(database, Received(9, '{"a": 1}', GROUP, ANN)) == 1

    (found,) = await database.read(lambda tx: inbox.waiting(tx, after=0, limit=10))
    assert found == Waiting(1, 9, GROUP, ANN, '{"a": 1}', 100.0)


async def test_a_repeat_is_not_stored(database):
    await store(database, Received(9, "{}"), Received(10, "{}"))
    await done(database, 9)

    assert await store(database, Received(9, "{}"), Received(10, "{}"), Received(11, "{}")) == 1
    assert await waiting(database) == [10, 11]


async def test_the_order_is_that_of_arrival_because_numbers_may_begin_anew(database):
    await store(database, Received(900, "{}"))
    await store(database, Received(3, "{}"))

    assert await waiting(database) == [900, 3]
    assert await waiting(database, after=1) == [3]


async def test_an_update_is_marked_done_once(database):
    await store(database, Received(9, "{}"))

    assert await done(database, 9)
    assert not await done(database, 9)
    assert not await done(database, 12345)
    assert await waiting(database) == []


async def test_a_parked_update_keeps_its_error_and_waits_no_more(database):
    await store(database, Received(9, "{}", GROUP, ANN), Received(10, "{}"))
    await park(database, 9)

    assert await waiting(database) == [10]
    assert await database.read(inbox.parked) == [Parked(9, GROUP, ANN, "it broke", 100.0)]


async def test_an_update_that_was_done_cannot_be_parked(database):
    await store(database, Received(9, "{}"))
    await done(database, 9)
    await park(database, 9)

    assert await database.read(inbox.parked) == []


async def test_parked_updates_are_retried_all_or_by_number(database):
    await store(database, *[Received(number, "{}") for number in (1, 2, 3)])
    for number in (1, 2, 3):
        await park(database, number)

    assert await database.write(lambda tx: inbox.retry(tx, [2, 77])) == 1
    assert await waiting(database) == [2]
    assert await database.write(inbox.retry) == 2
    assert await waiting(database) == [1, 2, 3]


async def test_the_depth_counts_what_is_unfinished_and_since_when(database):
    assert await database.read(inbox.depth) == Depth(0, 0, None)

    await store(database, Received(1, "{}"), now=50)
    await store(database, Received(2, "{}"), Received(3, "{}"), now=60)
    await done(database, 1)
    await park(database, 3)
    assert await database.read(inbox.depth) == Depth(waiting=1, parked=1, oldest_at=60)


async def test_handled_updates_are_forgotten_after_two_days_and_others_never(database):
    await store(database, *[Received(number, "{}") for number in (1, 2, 3)], now=0)
    await done(database, 1)
    await park(database, 2)
    day = 24 * 3600

    assert await database.write(lambda tx: inbox.purge(tx, 2 * day)) == 0
    assert await database.write(lambda tx: inbox.purge(tx, 2 * day + 1)) == 1
    assert await waiting(database) == [3]
    assert len(await database.read(inbox.parked)) == 1


async def test_a_forgotten_player_is_nowhere_in_the_inbox_but_repeats_are_still_known(database):
    await store(database, *[Received(number, '"Ann"', ANN, ANN) for number in (1, 2, 3)])
    await done(database, 1)
    await park(database, 2)
    await database.write(lambda tx: inbox.forget(tx, ANN))

    async def everything(tx: Transaction) -> list[tuple]:
        return [tuple(row) for row in await tx.all("SELECT update_id, chat_id, body FROM inbox")]

    assert await database.read(everything) == [(1, None, "")]
    assert await store(database, Received(1, '"Ann"', ANN, ANN)) == 0
