"""Articles are added whole or not at all: killed on the way, on a full disk, by two at once."""

from __future__ import annotations

import asyncio
import errno
import os
import random
import sqlite3
from pathlib import Path

import pytest

from bot.playground import people
from bot.playground.classroom import ANN
from bot.playground.server import Playground, serve
from bot.services.adding import Added, Adding, Known
from bot.services.libraries import Libraries
from bot.services.making import Making
from bot.services.shelves import Shelf
from bot.store import additions, articles, libraries
from bot.store.additions import Wanted
from bot.store.database import Database
from bot.store.players import Player, remember
from knowledge import Library, derived
from knowledge.articles.document import silently
from tests.dialogues.documents import HARBOUR, LIGHTHOUSE, pdf, word
from tests.faults.program import started

PROGRAM = Path(__file__).with_name("class_bot.py")
ROOT = PROGRAM.parents[2]
CLASS = -5
IDA, EVA = Player(1, "Ida"), Player(2, "Eva")


def said(playground: Playground, words: str) -> int:
    chat = playground.world.chats[ANN.id]
    return sum(words in message.text for message in chat.messages.values())


@pytest.mark.timeout(300)
async def test_killed_while_it_adds_the_bot_takes_the_article_up_again(tmp_path, kills, seed):
    chance = random.Random(seed)
    book = pdf("A book", LIGHTHOUSE, pages=60)
    async with serve() as playground:
        people.say(playground.world, ANN, ANN.id, "/start")
        people.upload(playground.world, ANN, ANN.id, "book.pdf", book)
        for _ in range(kills):
            async with started(PROGRAM, playground, tmp_path):
                await asyncio.sleep(chance.uniform(0, 1.5))
        async with started(PROGRAM, playground, tmp_path), asyncio.timeout(120):
            while not said(playground, "✓ I have read") + said(playground, "I have that already"):
                await asyncio.sleep(0.1)
    with sqlite3.connect(tmp_path / "gobbet.sqlite3") as database:
        assert database.execute("SELECT file_name FROM articles").fetchall() == [("book.pdf",)]
        assert not database.execute("SELECT * FROM additions").fetchall()
    database.close()
    (folder,) = (tmp_path / "libraries").glob("*/articles")
    assert [path.name for path in folder.iterdir() if not path.name.startswith(".")] == [
        "book.pdf"
    ]


@pytest.fixture
async def adding(tmp_path):
    async with Database.open(tmp_path / "db.sqlite3") as database:
        for player in (IDA, EVA):
            await database.write(lambda tx, who=player: remember(tx, who, 1.0))
        opened = Libraries(database, tmp_path / "libraries", Library.of([]))
        making = Making(database, opened, Shelf(tmp_path / "host", tmp_path / "derived"))
        yield Adding(database, opened, making)


async def wanted(adding: Adding, player: Player, name: str) -> additions.Addition:
    async def work(tx):
        number = await adding.want(
            tx, Wanted("file", name, "id"), chat=CLASS, thread=None, player=player, name="Class"
        )
        await additions.make_ready(tx, number, None)
        return await additions.load(tx, number)

    return await adding.database.write(work)


async def test_a_full_disk_leaves_the_library_as_it_was(adding, monkeypatch, tmp_path):
    first = await wanted(adding, IDA, "harbour.docx")
    await adding.add(first, "harbour.docx", word("The harbour", HARBOUR), silently, 1.0)

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    second = await wanted(adding, IDA, "lighthouse.pdf")
    monkeypatch.setattr(derived.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        await adding.add(
            second, "lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE), silently, 2.0
        )
    monkeypatch.undo()
    assert [a.title for a in (await adding.libraries.of(CLASS)).articles] == ["The harbour"]
    assert [a.title for a in (await adding.libraries.renewed(second.library)).articles] == [
        "The harbour"
    ]
    assert not list(tmp_path.rglob("*.part"))
    again = await adding.add(
        second, "lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE), silently, 3.0
    )
    assert isinstance(again, Added)


async def test_two_instructors_add_at_once_and_both_articles_are_there(adding):
    one, two = await wanted(adding, IDA, "harbour.docx"), await wanted(adding, EVA, "light.pdf")
    assert one.library == two.library
    await asyncio.gather(
        adding.add(one, "harbour.docx", word("The harbour", HARBOUR), silently, 1.0),
        adding.add(two, "light.pdf", pdf("The lighthouse", LIGHTHOUSE), silently, 1.0),
    )
    titles = {article.title for article in (await adding.libraries.of(CLASS)).articles}
    assert titles == {"The harbour", "The lighthouse"}
    for player in (IDA, EVA):
        assert await adding.database.read(
            lambda tx, who=player: libraries.is_instructor(tx, one.library, who.id)
        )


async def test_two_instructors_who_add_the_same_file_add_it_once(adding):
    file = word("The harbour", HARBOUR)
    one, two = await wanted(adding, IDA, "harbour.docx"), await wanted(adding, EVA, "copy.docx")
    found = await asyncio.gather(
        adding.add(one, "harbour.docx", file, silently, 1.0),
        adding.add(two, "copy.docx", file, silently, 1.0),
    )
    assert {type(each) for each in found} == {Added, Known}
    rows = await adding.database.read(lambda tx: articles.of_library(tx, one.library))
    assert len(rows) == 1


async def test_others_are_answered_while_an_article_is_read(adding):
    first = await wanted(adding, IDA, "harbour.docx")
    await adding.add(first, "harbour.docx", word("The harbour", HARBOUR), silently, 1.0)
    second = await wanted(adding, IDA, "book.pdf")
    task = asyncio.create_task(
        adding.add(second, "book.pdf", pdf("A book", LIGHTHOUSE, pages=60), silently, 2.0)
    )
    answered = 0
    while not task.done():
        library = await adding.libraries.of(CLASS)
        assert await asyncio.to_thread(library.search, "harbour")
        answered += 1
    await task
    assert answered > 3
