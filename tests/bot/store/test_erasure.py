from pathlib import Path

from bot.services import privacy
from bot.store import backup, players
from bot.store.database import Database
from bot.store.erasure import erase_from_copies
from bot.store.players import Player

NAME = "Anastasia-the-unmistakable"


async def test_an_erased_player_is_in_no_copy_and_the_others_still_are(tmp_path: Path):
    path, backups = tmp_path / "gobbet.sqlite3", tmp_path / "backups"
    async with Database.open(path) as database:
        for number, name in ((1, NAME), (2, "Ben")):
            player = Player(number, name)
            await database.write(lambda tx, p=player: players.remember(tx, p, 1.0))
        copy = backup.back_up(path, backups, 1_000_000.0)
        made = copy.stat().st_mtime
        erase_from_copies(path, backups, lambda tx: privacy.forget(tx, 1))
    assert NAME.encode() not in copy.read_bytes()
    assert b"Ben" in copy.read_bytes()
    assert copy.stat().st_mtime == made
    assert [file.name for file in backups.iterdir()] == [copy.name]
    backup.verify(copy)


def test_a_copy_that_cannot_be_read_is_deleted(tmp_path: Path):
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / "gobbet-broken.sqlite3").write_bytes(b"no database" * 100)
    erase_from_copies(tmp_path / "gobbet.sqlite3", backups, lambda tx: privacy.forget(tx, 1))
    assert list(backups.iterdir()) == []
