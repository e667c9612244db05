import sqlite3
from itertools import count
from pathlib import Path

import pytest

from bot.store import examination
from bot.store.backup import back_up
from bot.store.database import Database
from bot.store.examination import examine, file_system, free_space, sqlite_release, sync_time
from bot.store.repair import repair

MOUNTS = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:40 / /srv rw,relatime shared:1 - nfs4 server:/export rw
41 40 0:41 / /srv/my\\040data rw,relatime - xfs /dev/vdb rw
42 27 0:42 / /media rw,relatime - fuse.sshfs me@there:/ rw
"""


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    path = tmp_path / "gobbet.sqlite3"
    async with Database.open(path):
        pass
    return path


@pytest.mark.parametrize(
    ("version", "is_good", "is_careful"),
    [
        ((3, 34, 1), False, False),
        ((3, 40, 1), True, True),
        ((3, 44, 5), True, True),
        ((3, 44, 6), True, False),
        ((3, 50, 7), True, False),
        ((3, 51, 2), True, True),
        ((3, 51, 3), True, False),
        ((4, 0, 0), True, False),
    ],
)
def test_the_release_of_sqlite_is_judged(version, is_good, is_careful):
    seen = sqlite_release(version)

    assert seen.is_good == is_good
    assert ("only the bot writes" in seen.words) == is_careful


@pytest.mark.parametrize(
    ("folder", "is_good", "kind"),
    [
        ("/var/lib/gobbet", True, "ext4"),
        ("/srv/gobbet", False, "nfs4"),
        ("/srv/my data/gobbet", True, "xfs"),
        ("/media/usb", False, "fuse.sshfs"),
    ],
)
def test_network_drives_are_recognised(folder, is_good, kind):
    seen = file_system(Path(folder), MOUNTS)

    assert seen.is_good == is_good
    assert kind in seen.words


def test_this_machines_own_disk_is_recognised(tmp_path):
    assert file_system(tmp_path).is_good


def test_a_disk_that_is_nearly_full_is_noticed(tmp_path):
    assert free_space(tmp_path).is_good
    assert not free_space(tmp_path, lambda _: 150_000_000).is_good


def test_a_slow_disk_is_noticed(tmp_path):
    slow = (number * 0.2 for number in count())

    assert not sync_time(tmp_path, lambda: next(slow)).is_good


async def test_a_sound_place_is_found_sound(path, tmp_path):
    back_up(path, tmp_path / "backups", 0.0)
    seen = await examine(path, tmp_path / "backups", path.stat().st_mtime)
    known_to_vary = {"disk", "disk speed"}

    assert [
        each.words for each in seen if not each.is_good and each.name not in known_to_vary
    ] == []


async def test_a_missing_database_is_named(tmp_path):
    seen = await examination.soundness(tmp_path / "gobbet.sqlite3")

    assert not seen.is_good
    assert "GOBBET_DATA_DIR" in seen.words


async def test_a_damaged_database_is_seen(path):
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 5] = bytes(8192)
    path.write_bytes(content)

    assert not (await examination.soundness(path)).is_good


async def test_the_database_can_be_examined_while_the_bot_runs(path):
    async with Database.open(path):
        assert (await examination.soundness(path)).is_good


def test_an_old_backup_is_noticed(tmp_path):
    path, backups = tmp_path / "gobbet.sqlite3", tmp_path / "backups"
    backups.mkdir()
    copy = backups / "gobbet-2026-01-01T00-00-00.sqlite3"
    path.touch()
    copy.touch()
    now = copy.stat().st_mtime
    day = 86_400

    assert examination.backup_age(path, backups, now + day).is_good
    assert not examination.backup_age(path, backups, now + 3 * day).is_good


def test_no_backup_is_fine_on_the_first_day_only(tmp_path):
    path = tmp_path / "gobbet.sqlite3"
    path.touch()
    now = path.stat().st_ctime

    assert examination.backup_age(path, tmp_path / "backups", now + 60).is_good
    assert not examination.backup_age(path, tmp_path / "backups", now + 90_000).is_good


def vandalise(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


async def test_a_sound_database_needs_no_repair(path):
    assert await repair(path, 0.0) == []


async def test_a_second_repair_finds_nothing(path):
    vandalise(
        path,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO answers VALUES (99, 98, 0, 1, 0.0)",
        "INSERT INTO answers VALUES (97, 98, 0, 1, 0.0)",
        "INSERT INTO inbox (update_id, body, state, received_at) VALUES (1, 'x', 'done', 9e9)",
        "INSERT INTO outbox (chat_id, is_paced, method, params, purpose, state, queued_at,"
        " finished_at) VALUES (1, 1, 'sendMessage', '{}', '', 'sent', 0, 9e9)",
    )
    assert not (await examination.soundness(path)).is_good

    found = {done.words: done.count for done in await repair(path, 0.0)}

    assert found == {
        "rows that belonged to nothing deleted": 2,
        "texts of finished messages erased": 2,
    }
    assert await repair(path, 0.0) == []
    assert (await examination.soundness(path)).is_good


async def test_an_index_that_lost_entries_is_rebuilt(path):
    vandalise(
        path,
        "INSERT INTO inbox (update_id, body, received_at) VALUES (1, 'x', 1)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, '<> ''done''', '= ''done''')"
        " WHERE name = 'inbox_unfinished'",
    )
    assert not (await examination.soundness(path)).is_good

    assert [done.words for done in await repair(path, 0.0)] == ["indexes rebuilt"]
    assert (await examination.soundness(path)).is_good


async def test_libraries_that_a_restored_database_does_not_know_are_told_of(path, tmp_path):
    assert examination.set_aside(path) == []
    (tmp_path / "libraries.aside" / "7").mkdir(parents=True)
    (seen,) = [each for each in await examine(path, tmp_path, 0.0) if each.name == "libraries"]

    assert seen.is_good
    assert "1 that the database does not know" in seen.words
