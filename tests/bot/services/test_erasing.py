"""What people erase leaves log, copies and folders: at once, later, and after a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.services import erasing as module
from bot.services import privacy
from bot.services.erasing import Erasing
from bot.services.libraries import Libraries
from bot.store import backup, erasures, libraries, players
from bot.store.database import Database
from bot.store.players import Player
from knowledge import Library

ANN, BEN = Player(1, "Anastasia-the-unmistakable"), Player(2, "Benedict-the-unmistakable")


@asynccontextmanager
async def at_home(folder: Path) -> AsyncIterator[Erasing]:
    """Erasing in a data folder, which may have been used before."""
    async with Database.open(folder / "gobbet.sqlite3") as database:
        opened = Libraries(database, folder / "libraries", Library.of([]))
        yield Erasing(database, opened, folder / "backups")


async def copied(erasing: Erasing) -> Path:
    """A backup that holds Ann and Ben."""
    for player in (ANN, BEN):
        await erasing.database.write(lambda tx, p=player: players.remember(tx, p, 1.0))
    return backup.back_up(erasing.database.path, erasing.backups, 1_000_000.0)


async def forget(erasing: Erasing, player: Player) -> None:
    await erasing.database.write(lambda tx: privacy.forget(tx, player.id))


async def is_settled(erasing: Erasing) -> bool:
    return not await erasing.database.read(erasures.players)


def names(folder: Path) -> set[str]:
    """Which of the two stand in any file of the folder."""
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return {player.name for player in (ANN, BEN) if player.name.encode() in kept}


async def test_an_erasure_that_was_cut_off_is_taken_up_at_the_next_start(tmp_path):
    async with at_home(tmp_path) as erasing:
        await copied(erasing)
        await forget(erasing, ANN)
    assert names(tmp_path) == {ANN.name, BEN.name}
    async with at_home(tmp_path) as erasing:
        running = asyncio.create_task(erasing.run())
        async with asyncio.timeout(10):
            while not await is_settled(erasing):
                await asyncio.sleep(0.01)
        running.cancel()
    assert names(tmp_path) == {BEN.name}


async def test_all_who_wait_are_erased_in_one_pass(tmp_path, monkeypatch):
    passes = []

    def counting(*given):
        passes.append(given)
        return erase(*given)

    erase = module.erase_from_copies
    monkeypatch.setattr(module, "erase_from_copies", counting)
    async with at_home(tmp_path) as erasing:
        await copied(erasing)
        await forget(erasing, ANN)
        await forget(erasing, BEN)
        assert await erasing.finish()
        assert await erasing.finish()
    assert names(tmp_path) == set()
    assert len(passes) == 1


@pytest.mark.parametrize("failing", [False, OSError(13, "Permission denied")])
async def test_copies_that_cannot_be_changed_are_tried_again(tmp_path, monkeypatch, failing):
    tries = []

    def in_use_at_first(*given):
        tries.append(given)
        if len(tries) > 1:
            return erase(*given)
        if failing:
            raise failing
        return False

    erase = module.erase_from_copies
    monkeypatch.setattr(module, "erase_from_copies", in_use_at_first)
    async with at_home(tmp_path) as erasing:
        copy = await copied(erasing)
        running = asyncio.create_task(erasing.run(patience=0.05))
        await forget(erasing, ANN)
        async with asyncio.timeout(10):
            while not await is_settled(erasing):
                await asyncio.sleep(0.01)
        running.cancel()
    assert copy.exists()
    assert len(tries) == 2
    assert names(tmp_path) == {BEN.name}


async def test_an_erased_players_own_library_goes_and_a_groups_stays(tmp_path):
    async with at_home(tmp_path) as erasing:
        await copied(erasing)
        own, groups = [
            (await erasing.database.write(lambda tx, c=chat: libraries.found(tx, c, "A"))).id
            for chat in (ANN.id, -5)
        ]
        for library in (own, groups):
            erasing.libraries.shelf(library).folder.mkdir(parents=True)
        await forget(erasing, ANN)
        assert await erasing.finish()
    assert [path.name for path in (tmp_path / "libraries").iterdir()] == [str(groups)]
