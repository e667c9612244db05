"""``gobbet check``: settings, token, database and library are looked at, each with its cure."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from rich.markup import escape

from bot.app import name_of_bot, prepare_folder
from bot.errors import SettingsError
from bot.settings import Settings, unknown_names
from bot.store.database import Database
from bot.store.errors import DatabaseInUse, StoreError
from bot.telegram.line import ServerUnreachable
from knowledge import Library
from knowledge.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is as it should be, and in words what was seen."""

    name: str
    ok: bool
    words: str

    @property
    def line(self) -> str:
        """The finding for a terminal."""
        mark = "[green]✓[/]" if self.ok else "[red]✗[/]"
        return f"{mark} {self.name}: {escape(self.words)}"

    @property
    def shape(self) -> dict[str, Any]:
        """The finding as JSON."""
        return {"name": self.name, "ok": self.ok, "words": self.words}


async def run(settings: Settings) -> list[Finding]:
    """Look at everything; one broken thing does not hide the others."""
    return [
        _settings(),
        await _token(settings),
        await _database(settings),
        *[finding async for finding in _library(settings)],
    ]


def _settings() -> Finding:
    unknown = unknown_names()
    if unknown:
        words = f"{', '.join(unknown)} means nothing here; look at the spelling."
        return Finding("settings", ok=False, words=words)
    return Finding("settings", ok=True, words="all names are known")


async def _token(settings: Settings) -> Finding:
    try:
        name = await name_of_bot(settings)
    except (SettingsError, ServerUnreachable) as error:
        return Finding("token", ok=False, words=str(error))
    return Finding("token", ok=True, words=f"Telegram knows this bot as {name}")


async def _database(settings: Settings) -> Finding:
    path = settings.database_path
    try:
        prepare_folder(settings.data_dir)
        async with Database.open(path) as database:
            found = await database.read(lambda tx: tx.one("PRAGMA quick_check"))
    except DatabaseInUse:
        return Finding("database", ok=True, words=f"{path} is in use: the bot is running")
    except (SettingsError, StoreError, sqlite3.Error) as error:
        return Finding("database", ok=False, words=str(error))
    sound = found is not None and found[0] == "ok"
    words = f"is sound (SQLite {sqlite3.sqlite_version})" if sound else "is damaged"
    return Finding("database", sound, f"{path} {words}")


async def _library(settings: Settings) -> AsyncIterator[Finding]:
    try:
        library = Library.open(settings.library_dir)
    except KnowledgeError as error:
        yield Finding("library", ok=False, words=str(error))
        return
    for problem in library.problems:
        yield Finding("article", ok=False, words=problem)
    words = f"{settings.library_dir}: {len(library.articles)} articles"
    yield Finding("library", ok=True, words=words)
