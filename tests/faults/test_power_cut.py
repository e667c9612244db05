"""The power fails at random while answers are committed."""

from __future__ import annotations

import logging
import random
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest

from bot.store import connection as settings
from bot.store import inbox, migrations, outbox
from bot.store.database import Database, Transaction
from bot.store.inbox import Received
from bot.store.outbox import Outgoing
from bot.store.transaction import commit_together
from tests.faults.powercut import Connection, Disk, PowerFailed

_log = logging.getLogger(__name__)
MOST_WRITES = 6000  # several checkpoints
ANSWERS = "CREATE TABLE answers_in_order (number INTEGER PRIMARY KEY) STRICT"


@dataclass
class Cut:
    """What was confirmed before the power failed, and what is there afterwards."""

    confirmed: int
    survivors: list[int]
    integrity: str


def answering(number: int):
    async def work(tx: Transaction) -> None:
        await inbox.store(tx, [Received(number, "{}" * 40, 5, 6)], 0.0)
        await inbox.mark_done(tx, number)
        await tx.insert("INSERT INTO answers_in_order VALUES (:number)", number=number)
        await outbox.enqueue(tx, [Outgoing(5, "sendMessage", {"text": "x" * 200})], 0.0)

    return work


def commit_until_the_power_fails(connection: Connection, chance: random.Random) -> int:
    """Commit answers in groups, as the writer does; how many were confirmed."""
    confirmed = 0
    try:
        while True:
            size = chance.randint(1, 6)
            group = [answering(confirmed + 1 + place) for place in range(size)]
            batch = commit_together(connection, group)
            assert not any(outcome.error for outcome in batch.outcomes)
            confirmed += size
    except (apsw.Error, PowerFailed):
        return confirmed


def prepare(path: Path, disk: Disk, pragmas: tuple[str, ...]) -> Connection:
    connection = Connection(path, disk)
    for pragma in (*settings._EVERY_CONNECTION, *pragmas):
        connection.execute(pragma).fetchall()
    migrations.migrate(connection, path)
    connection.execute(ANSWERS)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return connection


async def cut(folder: Path, seed: int, pragmas: tuple[str, ...]) -> Cut:
    chance = random.Random(seed)
    before, after = folder / f"{seed}-before", folder / f"{seed}-after"
    before.mkdir()
    after.mkdir()
    disk = Disk(f"disk-{seed}", writes_left=1_000_000)
    connection = prepare(before / "gobbet.sqlite3", disk, pragmas)
    disk.writes_left = chance.randint(1, MOST_WRITES)
    confirmed = commit_until_the_power_fails(connection, chance)
    disk.left_behind(after, chance, share_kept=chance.choice([0.0, 0.5, 0.9]))
    connection.abandon()
    disk.unregister()
    return await what_is_left(after / "gobbet.sqlite3", confirmed)


async def what_is_left(path: Path, confirmed: int) -> Cut:
    async with Database.open(path) as database:
        numbers = await database.read(lambda tx: tx.all("SELECT number FROM answers_in_order"))
        (integrity,) = await database.read(lambda tx: tx.all("PRAGMA integrity_check"))
    return Cut(confirmed, [row["number"] for row in numbers], integrity[0])


@pytest.mark.timeout(1200)
async def test_when_the_power_fails_no_confirmed_answer_is_lost(tmp_path, cuts, seed, caplog):
    caplog.set_level(logging.INFO)
    confirmed = 0
    for number in range(cuts):
        found = await cut(tmp_path, seed + number, settings._WRITING_CONNECTION)

        assert found.integrity == "ok"
        assert len(found.survivors) >= found.confirmed, f"lost with --seed {seed + number}"
        assert found.survivors == list(range(1, len(found.survivors) + 1)), "there are holes"
        confirmed += found.confirmed
    assert confirmed > cuts, "the power failed before anything happened"
    _log.info("%d power cuts, %d answers confirmed before them, none lost", cuts, confirmed)


async def test_the_simulated_disk_does_forget_what_was_not_synced(tmp_path, seed):
    careless = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL")
    found = [await cut(tmp_path, seed + number, careless) for number in range(3)]

    assert any(len(each.survivors) < each.confirmed for each in found)
