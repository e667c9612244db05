"""An article gets into a library whole: its file, its row, the open library."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.services.adding import MOST_WAITING, Added, Adding, Cancelled, Known, TooMany, safe_name
from bot.services.libraries import Libraries
from bot.services.making import Making
from bot.services.shelves import Shelf
from bot.store import additions, articles, libraries
from bot.store.additions import Addition, Wanted
from bot.store.database import Database
from knowledge import Article, Library
from knowledge.articles.document import silently

CLASS = -5


@dataclass(frozen=True)
class Chat:
    """A class with a library of its own, to which files are sent."""

    adding: Adding
    library: int

    async def wants(self, name: str) -> Addition:
        async def note(tx):
            wanted = Wanted("file", name, "")
            number = await additions.add(
                tx, wanted, library=self.library, chat=CLASS, thread=None, player=None
            )
            await additions.make_ready(tx, number, None)
            return await additions.load(tx, number)

        return await self.adding.database.write(note)

    async def cancels(self, addition: Addition) -> bool:
        return await self.adding.database.write(
            lambda tx: additions.cancel(tx, addition.id, chat=CLASS)
        )

    async def sends(self, name: str, content: bytes) -> Added | Known:
        addition = await self.wants(name)
        return await self.adding.add(addition, name, content, silently, 1.0)

    @property
    def files(self) -> dict[str, bytes]:
        folder = self.adding.libraries.shelf(self.library).folder
        return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
async def chat(tmp_path: Path, monkeypatch) -> AsyncIterator[Chat]:
    def read_here(name, content, report):
        return Article("talks", "Talks", content.decode())

    monkeypatch.setattr("bot.services.adding.read_apart", read_here)
    async with Database.open(tmp_path / "db.sqlite3") as database:
        opened = Libraries(database, tmp_path / "libraries", Library.of([]))
        making = Making(database, opened, Shelf(tmp_path / "host", tmp_path / "derived"))
        own = await database.write(lambda tx: libraries.found(tx, CLASS, "Class 9b"))
        yield Chat(Adding(database, opened, making), own.id)


async def test_the_very_same_file_is_known(chat):
    assert isinstance(await chat.sends("talks.md", b"They spoke."), Added)
    assert await chat.sends("other.md", b"They spoke.") == Known("Talks")
    assert chat.files == {"talks.md": b"They spoke."}


async def test_an_article_sent_again_under_its_name_takes_the_old_ones_place(chat):
    await chat.sends("talks.md", b"They spoke.")
    added = await chat.sends("talks.md", b"They spoke for hours.")
    assert added.has_replaced
    assert chat.files == {"talks.md": b"They spoke for hours."}


async def test_an_article_sent_again_under_another_name_leaves_one_file(chat):
    await chat.sends("talks.md", b"They spoke.")
    added = await chat.sends("talks.txt", b"They spoke for hours.")
    assert added.has_replaced
    assert chat.files == {"talks.txt": b"They spoke for hours."}


async def test_a_refusal_tells_which_limit_was_hit(chat, monkeypatch):
    async def want(tx):
        wanted = Wanted("file", "talks.md", "")
        return await chat.adding.want(
            tx, wanted, chat=CLASS, thread=None, player=None, name="Class 9b"
        )

    for _ in range(MOST_WAITING):
        await chat.adding.database.write(want)
    with pytest.raises(TooMany) as busy:
        await chat.adding.database.write(want)
    assert not busy.value.is_full
    monkeypatch.setattr("bot.services.adding.MOST_WAITING", MOST_WAITING + 1)
    monkeypatch.setattr("bot.services.adding.MOST_ARTICLES", 0)
    with pytest.raises(TooMany) as full:
        await chat.adding.database.write(want)
    assert full.value.is_full


async def test_what_was_cancelled_while_it_was_read_leaves_no_file(chat):
    addition = await chat.wants("talks.md")
    assert await chat.cancels(addition)
    with pytest.raises(Cancelled):
        await chat.adding.add(addition, "talks.md", b"They spoke.", silently, 1.0)
    assert not chat.adding.libraries.shelf(chat.library).folder.exists()


async def test_what_is_being_put_on_its_shelf_can_no_longer_be_cancelled(chat):
    addition = await chat.wants("talks.md")
    await chat.adding.add(addition, "talks.md", b"They spoke.", silently, 1.0)
    assert not await chat.cancels(addition)


async def test_an_article_is_removed_while_another_one_is_read(chat, monkeypatch):
    await chat.sends("talks.md", b"They spoke.")
    begun, go_on = threading.Event(), threading.Event()

    def read_slowly(name, content, report):
        begun.set()
        go_on.wait(10)
        return Article("book", "A book", content.decode())

    monkeypatch.setattr("bot.services.adding.read_apart", read_slowly)
    reading = asyncio.create_task(chat.sends("book.md", b"It is long."))
    await asyncio.to_thread(begun.wait, 10)
    (talks,) = await chat.adding.database.read(lambda tx: articles.of_library(tx, chat.library))
    try:
        async with asyncio.timeout(5):
            await chat.adding.remove(chat.library, talks)
    finally:
        go_on.set()
    assert isinstance(await reading, Added)
    assert chat.files == {"book.md": b"It is long."}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../a/Talks.PDF", "Talks.pdf"),
        ("talks.p\u202edf", "talks.p df"),
        ("talks.\x00\x1bpdf", "talks. pdf"),
        ("talks.md" + "x" * 300, "talks.mdxxxxxxx"),
        ("README.md", "read me.md"),
    ],
)
def test_a_safe_name_has_no_signs_that_mean_anything_to_a_file_system_or_a_terminal(name, safe):
    assert safe_name(name) == safe


async def test_what_was_cancelled_is_not_placed_when_another_is_added_at_once(chat):
    first = await chat.wants("talks.md")
    assert await chat.cancels(first)
    second = await chat.wants("more.md")
    assert second.id != first.id
    with pytest.raises(Cancelled):
        await chat.adding.add(first, "talks.md", b"They spoke.", silently, 1.0)
    assert isinstance(
        await chat.adding.add(second, "more.md", b"They wrote.", silently, 1.0), Added
    )
    assert chat.files == {"more.md": b"They wrote."}


async def test_what_arrives_in_a_library_that_is_erased_leaves_nothing(chat, monkeypatch):
    addition = await chat.wants("talks.md")
    database, shelf = chat.adding.database, chat.adding.libraries.shelf(chat.library)

    put = Shelf.put

    def put_late(self, *given):
        asyncio.run_coroutine_threadsafe(
            database.write(lambda tx: libraries.erase_of(tx, CLASS)), loop
        ).result(5)
        asyncio.run_coroutine_threadsafe(chat.adding.libraries.sweep(), loop).result(5)
        put(self, *given)

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(Shelf, "put", put_late)
    with pytest.raises(sqlite3.IntegrityError):
        await chat.adding.add(addition, "talks.md", b"They spoke.", silently, 1.0)
    assert shelf.folder.exists()
    task = asyncio.create_task(chat.adding.making.run())
    async with asyncio.timeout(20):
        while shelf.folder.parent.exists():
            await asyncio.sleep(0.01)
    task.cancel()
