from pathlib import Path

import pytest

from bot.store import inbox
from bot.store.backup import newest
from bot.store.database import Database
from bot.store.housekeeping import tidy
from bot.store.inbox import Received

DAY = 86_400.0


@pytest.fixture
async def database(tmp_path: Path):
    async with Database.open(tmp_path / "gobbet.sqlite3") as opened:
        yield opened


async def test_handled_updates_are_forgotten_after_two_days(database, tmp_path):
    await database.write(lambda tx: inbox.store(tx, [Received(1, "{}")], 0.0))
    await database.write(lambda tx: inbox.mark_done(tx, 1))
    await tidy(database, tmp_path / "backups", 2 * DAY + 1)

    assert await database.read(lambda tx: tx.all("SELECT * FROM inbox")) == []


async def test_a_backup_is_made_once_a_day_and_a_week_of_them_is_kept(database, tmp_path):
    folder = tmp_path / "backups"
    await tidy(database, folder, DAY)
    first, made_at = newest(folder)
    await tidy(database, folder, made_at + DAY / 2)
    assert newest(folder)[0] == first

    for day in range(1, 10):
        await tidy(database, folder, made_at + day * DAY)
    assert len(list(folder.iterdir())) == 7


async def test_a_folder_that_takes_no_backup_is_reported_and_stops_nothing(
    database, tmp_path, caplog
):
    (tmp_path / "backups").write_text("a file in its place")
    await tidy(database, tmp_path / "backups", DAY)

    assert "choose another folder" in caplog.text


async def test_what_may_not_be_deleted_is_reported_and_stops_nothing(
    database, tmp_path, caplog, monkeypatch
):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("bot.store.backup.prune", forbidden)
    kept = tmp_path / "gobbet.sqlite3.version-1"
    kept.touch()
    await tidy(database, tmp_path / "backups", kept.stat().st_mtime + 8 * DAY)

    assert "Permission denied" in caplog.text
    assert not kept.exists()


async def test_what_migrations_and_restores_kept_is_deleted_after_a_week(database, tmp_path):
    kept = [
        tmp_path / "gobbet.sqlite3.version-1",
        tmp_path / "gobbet.sqlite3.before-2026-01-01T00-00-00",
    ]
    for file in kept:
        file.touch()
    kept.append(tmp_path / "libraries.aside" / "7")
    (kept[-1] / "articles").mkdir(parents=True)
    made_at = kept[0].stat().st_mtime

    await tidy(database, tmp_path / "backups", made_at + 6 * DAY)
    assert all(file.exists() for file in kept)
    await tidy(database, tmp_path / "backups", made_at + 7.1 * DAY)
    assert not any(file.exists() for file in kept)
    assert (tmp_path / "gobbet.sqlite3").exists()
