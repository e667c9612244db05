"""Restoring an older database, and being killed in the middle of an erasure, lose no articles."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.playground import people
from bot.playground.classroom import ANN
from bot.playground.server import Playground, serve
from bot.services import privacy
from bot.store import backup, players
from bot.store.database import Database
from bot.store.players import Player
from tests.dialogues.documents import HARBOUR, word
from tests.faults.program import rows, started

PROGRAM = Path(__file__).with_name("class_bot.py")


def said(playground: Playground, words: str) -> bool:
    messages = playground.world.chats[ANN.id].messages.values()
    return any(words in message.text for message in messages)


async def until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.05)


@pytest.mark.timeout(180)
async def test_a_restored_older_database_costs_no_articles_that_were_sent_since(tmp_path):
    database, backups = tmp_path / "gobbet.sqlite3", tmp_path / "backups"
    async with serve() as playground:
        people.say(playground.world, ANN, ANN.id, "/start")
        async with started(PROGRAM, playground, tmp_path):
            older = backup.back_up(database, backups, 1_000_000.0)
            people.upload(playground.world, ANN, ANN.id, "harbour.docx", word("H", HARBOUR))
            await until(lambda: said(playground, "✓ I have read"))
            newer = backup.back_up(database, backups, 1_000_060.0)
        ((library,),) = rows(newer, "SELECT library_id FROM libraries WHERE library_id > 1")
        here = tmp_path / "libraries" / str(library) / "articles" / "harbour.docx"
        kept = tmp_path / "libraries.aside" / str(library) / "articles" / "harbour.docx"
        assert here.exists()
        for copy, place in ((older, kept), (newer, here)):
            backup.restore(copy, database, 1_780_000_000.0)
            async with started(PROGRAM, playground, tmp_path):
                assert place.exists()
        assert not kept.exists()


@pytest.mark.timeout(180)
async def test_an_erasure_cut_off_by_a_kill_reaches_the_copies_after_the_next_start(tmp_path):
    path, name = tmp_path / "gobbet.sqlite3", "Anastasia-the-unmistakable"
    async with Database.open(path) as database:  # nobody who ends an erasure is at work here
        await database.write(lambda tx: players.remember(tx, Player(ANN.id, name), 1.0))
        copy = backup.back_up(path, tmp_path / "backups", 1_000_000.0)
        await database.write(lambda tx: privacy.forget(tx, ANN.id))
    assert name.encode() in copy.read_bytes()
    async with serve() as playground, started(PROGRAM, playground, tmp_path):
        await until(lambda: not rows(path, "SELECT 1 FROM erasures"))
    assert name.encode() not in copy.read_bytes()
    backup.verify(copy)
