"""Libraries are opened once, from what was read before, and swapped when they change."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services import shelves
from bot.services.libraries import Libraries
from bot.services.making import Making
from bot.services.shelves import Shelf
from bot.store import bank, libraries
from bot.store.database import Database
from bot.store.libraries import HOST
from knowledge import Article, Library, derived
from knowledge.articles import read
from knowledge.derived import Made

TALKS = "Ida Berg met Ann Chu in Oslo on 3 May 2021. They spoke for two hours about fish.\n"
CLASS = -5


def put(shelf: Shelf, name: str, text: str) -> None:
    content = text.encode()
    shelf.put(name, content, Article(name.split(".", maxsplit=1)[0], name, text))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "db.sqlite3") as database:
        yield database


@pytest.fixture
def opened(database: Database, tmp_path: Path) -> Libraries:
    host = Library.of([Article("host", "Host", "The host says hello.")])
    return Libraries(database, tmp_path / "libraries", host)


async def own(database: Database) -> int:
    async def work(tx):
        own = await libraries.found(tx, CLASS, "Class 9b")
        await libraries.study(tx, CLASS, own.id)
        return own.id

    return await database.write(work)


async def test_a_chat_is_given_what_it_studies(database, opened):
    assert [a.id for a in (await opened.of(CLASS)).articles] == ["host"]
    library = await own(database)
    assert (await opened.of(CLASS)).articles == ()
    put(opened.shelf(library), "talks.md", TALKS)
    assert (await opened.of(CLASS)).articles == ()
    await opened.renewed(library)
    assert [a.id for a in (await opened.of(CLASS)).articles] == ["talks"]


async def test_many_who_wait_for_a_library_wait_for_one_opening(database, opened):
    library = await own(database)
    found = await asyncio.gather(*(opened.opened(library) for _ in range(5)))
    assert len(set(map(id, found))) == 1


async def erase_own(database: Database) -> None:
    await database.write(lambda tx: libraries.erase_of(tx, CLASS))


async def test_the_files_of_erased_libraries_are_deleted(database, opened):
    library = await own(database)
    put(opened.shelf(library), "talks.md", TALKS)
    await opened.sweep()
    assert opened.shelf(library).folder.is_dir()
    await erase_own(database)
    await opened.sweep()
    assert not opened.shelf(library).folder.parent.exists()


async def test_a_library_founded_after_an_erasure_holds_nothing_of_the_erased_one(
    database, opened
):
    erased = await own(database)
    put(opened.shelf(erased), "talks.md", TALKS)
    assert (await opened.opened(erased)).articles
    await erase_own(database)
    new = await own(database)
    assert new != erased
    assert (await opened.of(CLASS)).articles == ()
    put(opened.shelf(new), "more.md", TALKS)
    await opened.sweep()
    assert [path.name for path in opened.shelf(new).folder.iterdir()] == ["more.md"]
    assert not opened.shelf(erased).folder.exists()


async def test_folders_that_no_library_has_are_kept_aside_and_come_back_with_it(
    database, opened, tmp_path, caplog
):
    library = await own(database)
    for number in (library, library + 1):
        put(opened.shelf(number), "talks.md", TALKS)
    await opened.sort_out(1_000.0)
    kept = tmp_path / "libraries.aside" / str(library + 1)
    assert (kept / "articles" / "talks.md").read_text() == TALKS
    assert kept.stat().st_mtime == 1_000.0
    assert "it is kept in" in caplog.text
    assert [path.name for path in (tmp_path / "libraries").iterdir()] == [str(library)]
    await database.write(lambda tx: libraries.found(tx, CLASS - 1, "Class 9c"))
    await opened.sort_out(2_000.0)
    assert (opened.shelf(library + 1).folder / "talks.md").exists()
    assert list((tmp_path / "libraries.aside").iterdir()) == []


async def test_what_is_erased_while_it_is_made_leaves_nothing(
    database, opened, tmp_path, monkeypatch, caplog
):
    library = await own(database)
    put(opened.shelf(library), "talks.md", TALKS)

    async def slowly(_):
        await erase_own(database)
        await opened.sweep()
        assert not opened.shelf(library).folder.exists()
        return Made((), ())

    monkeypatch.setattr("bot.services.making.made_apart", slowly)
    making = Making(database, opened, Shelf(tmp_path / "host", tmp_path / "derived"))
    with pytest.raises(LookupError):
        await making.bring_up_to_date(library)
    assert list((tmp_path / "libraries").iterdir()) == []


def test_a_file_is_read_once_and_again_when_it_changed(tmp_path, monkeypatch):
    seen = []

    def noting(path, **how):
        seen.append(path.name)
        return read(path, **how)

    monkeypatch.setattr(shelves, "read", noting)
    shelf = Shelf(tmp_path / "articles", tmp_path / "derived")
    shelf.folder.mkdir()
    (shelf.folder / "talks.md").write_text(TALKS)
    (shelf.folder / "more.md").write_text(TALKS.replace("Oslo", "Bergen"))
    for _ in range(2):
        assert len(shelf.open().articles) == 2
    assert sorted(seen) == ["more.md", "talks.md"]
    (shelf.folder / "talks.md").write_text(TALKS.replace("two", "three"))
    assert "three hours" in shelf.open().article("talks").text
    assert sorted(seen) == ["more.md", "talks.md", "talks.md"]
    assert len(list((shelf.derived / "articles").iterdir())) == 2


def test_spoilt_derived_data_is_made_again(tmp_path):
    shelf = Shelf(tmp_path / "articles", tmp_path / "derived")
    shelf.folder.mkdir()
    (shelf.folder / "talks.md").write_text(TALKS)
    first = shelf.open().articles
    for path in (shelf.derived / "articles").iterdir():
        path.write_bytes(b"spoilt")
    assert shelf.open().articles == first


def test_a_folder_that_derived_data_cannot_go_to_is_read_all_the_same(tmp_path):
    (tmp_path / "derived").write_text("a file stands where the folder should")
    shelf = Shelf(tmp_path / "articles", tmp_path / "derived")
    shelf.folder.mkdir()
    (shelf.folder / "talks.md").write_text(TALKS)
    assert len(shelf.open().articles) == 1


async def test_questions_are_made_apart_kept_and_put_into_the_bank(
    database, opened, tmp_path, monkeypatch
):
    library = await own(database)
    put(opened.shelf(library), "talks.md", TALKS)
    making = Making(database, opened, Shelf(tmp_path / "host", tmp_path / "derived"))
    await making.bring_up_to_date(library)
    found = await opened.opened(library)
    entries = await database.read(lambda tx: bank.of_library(tx, library))
    assert {e.question.id for e in entries} == {q.id for q in found.questions(drafts=True)}
    again = await opened.renewed(library)
    monkeypatch.setattr("bot.services.making.made_apart", None)  # it is not made again
    await making.bring_up_to_date(library)
    assert again.make() == found.make()


async def test_a_child_that_dies_stops_nothing(database, opened, tmp_path, monkeypatch, caplog):
    async def dying(_):
        raise ValueError("it died")

    monkeypatch.setattr("bot.services.making.made_apart", dying)
    making = Making(database, opened, Shelf(tmp_path / "host", tmp_path / "derived"))
    with caplog.at_level(logging.ERROR):
        task = asyncio.create_task(making.run())
        while "can't be made" not in caplog.text:
            await asyncio.sleep(0.01)
    assert not task.done()
    task.cancel()
    stored = await database.read(lambda tx: libraries.load(tx, HOST))
    assert stored.made_from == ""


async def test_a_library_that_changes_while_it_is_made_is_made_once_more(
    database, opened, tmp_path, monkeypatch
):
    library = await own(database)
    begun, go_on, origins = asyncio.Event(), asyncio.Event(), []

    async def slowly(articles):
        origins.append(derived.origin(articles))
        begun.set()
        await go_on.wait()
        return Made((), ())

    monkeypatch.setattr("bot.services.making.made_apart", slowly)
    making = Making(database, opened, Shelf(tmp_path / "host", tmp_path / "derived"))
    await database.write(lambda tx: libraries.made_from(tx, HOST, "nothing is to be made of it"))
    (await opened.opened(HOST)).know(Made((), ()))
    put(opened.shelf(library), "talks.md", TALKS)
    await opened.renewed(library)
    task = asyncio.create_task(making.run())
    await begun.wait()
    put(opened.shelf(library), "more.md", TALKS.replace("Oslo", "Bergen"))
    await opened.renewed(library)
    making.want(library)
    go_on.set()
    newest = derived.origin((await opened.opened(library)).articles)
    while (await database.read(lambda tx: libraries.load(tx, library))).made_from != newest:
        await asyncio.sleep(0.01)
    task.cancel()
    assert len(origins) == 2


async def test_an_opening_that_failed_is_tried_again(database, opened, monkeypatch):
    library = await own(database)

    def fail(_):
        raise PermissionError("for a moment")

    with monkeypatch.context() as patched:
        patched.setattr(Shelf, "open", fail)
        with pytest.raises(PermissionError):
            await opened.of(CLASS)
    put(opened.shelf(library), "talks.md", TALKS)
    assert [a.id for a in (await opened.of(CLASS)).articles] == ["talks"]
