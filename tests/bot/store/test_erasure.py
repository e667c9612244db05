"""What was erased leaves every copy of the database; a copy that is merely busy is kept."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.services import privacy
from bot.store import backup, migrations, players
from bot.store.database import Database
from bot.store.erasure import erase_from_copies
from bot.store.ownership import alone_with_copies
from bot.store.players import Player

NAME = "Anastasia-the-unmistakable"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gobbet.sqlite3"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
async def copy(path: Path, backups: Path) -> Path:
    """A backup that holds two players."""
    async with Database.open(path) as database:
        for number, name in ((1, NAME), (2, "Ben")):
            player = Player(number, name)
            await database.write(lambda tx, p=player: players.remember(tx, p, 1.0))
    return backup.back_up(path, backups, 1_000_000.0)


async def erase_ann(tx) -> None:
    await privacy.erase(tx, 1)


def test_an_erased_player_is_in_no_copy_and_the_others_still_are(path, backups, copy):
    made = copy.stat().st_mtime
    assert erase_from_copies(path, backups, erase_ann)
    assert NAME.encode() not in copy.read_bytes()
    assert b"Ben" in copy.read_bytes()
    assert copy.stat().st_mtime == made
    assert [file.name for file in backups.iterdir()] == [copy.name]
    backup.verify(copy)


def test_a_copy_that_cannot_be_read_is_deleted(path, backups):
    backups.mkdir()
    (backups / "gobbet-broken.sqlite3").write_bytes(b"no database" * 100)
    assert erase_from_copies(path, backups, erase_ann)
    assert list(backups.iterdir()) == []


def test_a_copy_that_is_in_use_is_kept_and_rid_of_the_player_later(
    path, backups, copy, monkeypatch
):
    connect = sqlite3.connect
    monkeypatch.setattr(
        "bot.store.erasure.sqlite3.connect", lambda *a, **how: connect(*a, timeout=0.1, **how)
    )
    with closing(connect(copy, isolation_level=None)) as reader:
        reader.execute("BEGIN IMMEDIATE")
        assert not erase_from_copies(path, backups, erase_ann)
        assert NAME.encode() in copy.read_bytes()
    assert erase_from_copies(path, backups, erase_ann)
    assert NAME.encode() not in copy.read_bytes()
    backup.verify(copy)


def test_a_copy_that_is_deleted_meanwhile_stops_nothing(path, backups, copy, monkeypatch):
    monkeypatch.setattr(backup, "copies", lambda *_: [backups / "gone.sqlite3", copy])
    assert erase_from_copies(path, backups, erase_ann)
    assert NAME.encode() not in copy.read_bytes()
    assert list(backups.iterdir()) == [copy]


def test_a_copy_of_a_former_version_is_rid_of_the_player_too(path, backups):
    former = path.with_name(f"{path.name}.version-4")
    with closing(sqlite3.connect(former, isolation_level=None)) as connection:
        migrations.migrate(connection, former, migrations.shipped()[:4])
        connection.execute(
            "INSERT INTO players (player_id, name, first_seen) VALUES (1, ?, 0)", (NAME,)
        )
    assert erase_from_copies(path, backups, erase_ann)
    assert former.exists()
    assert NAME.encode() not in former.read_bytes()


def test_what_is_left_of_a_copy_that_was_not_finished_is_deleted(path, backups, copy):
    (backups / "gobbet-2026-01-01.unchecked").write_bytes(NAME.encode())
    path.with_suffix(".restoring").write_bytes(NAME.encode())
    erase_from_copies(path, backups, erase_ann)
    assert [file.name for file in backups.iterdir()] == [copy.name]
    assert not path.with_suffix(".restoring").exists()


async def test_an_erasure_waits_for_the_backup_under_way_and_reaches_it(path, backups, copy):
    with alone_with_copies(path):
        erasing = asyncio.create_task(
            asyncio.to_thread(erase_from_copies, path, backups, erase_ann)
        )
        _, waiting = await asyncio.wait([erasing], timeout=0.2)
        assert waiting
        copy.with_suffix(".unchecked").write_bytes(copy.read_bytes())
        later = backups / "gobbet-later.sqlite3"
        copy.with_suffix(".unchecked").replace(later)
    assert await erasing
    assert NAME.encode() not in later.read_bytes()


async def test_a_backup_waits_for_the_erasure_under_way(path, backups, copy):
    with alone_with_copies(path):
        backing_up = asyncio.create_task(
            asyncio.to_thread(backup.back_up, path, backups, 2_000_000.0)
        )
        _, waiting = await asyncio.wait([backing_up], timeout=0.2)
        assert waiting
        assert list(backups.iterdir()) == [copy]
    assert (await backing_up).exists()
