"""``gobbet check``: everything the bot depends on is looked at, each thing with its cure."""

from __future__ import annotations

import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

from rich.markup import escape

from bot.app import prepare_folder
from bot.errors import CannotRun
from bot.settings import PREFIX, Settings, unknown_names
from bot.store import repair as mending
from bot.store.examination import examine
from bot.store.ownership import is_owned
from bot.telegram.line import Line, ServerUnreachable
from bot.telegram.outcomes import TokenRefused
from bot.telegram.plurals import counted
from bot.telegram.probe import Standing, standing
from knowledge import Library
from knowledge.errors import KnowledgeError

_MOST_SKEW_SECONDS = 30


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
        *[finding async for finding in _telegram(settings)],
        *[finding async for finding in _database(settings)],
        *_library(settings),
    ]


async def repair(settings: Settings) -> list[str]:
    """Mend the database; what was mended, a sentence each. A second time there is nothing."""
    prepare_folder(settings.data_dir)
    repairs = await mending.repair(settings.database_path, time.time())
    return [f"{done.words}: {done.count}" for done in repairs] or ["There was nothing to mend."]


def _settings() -> Finding:
    unknown = unknown_names()
    if unknown:
        words = f"{', '.join(unknown)} means nothing here; look at the spelling."
        return Finding("settings", ok=False, words=words)
    return Finding("settings", ok=True, words="all names are known")


async def _telegram(settings: Settings) -> AsyncIterator[Finding]:
    is_running = is_owned(settings.database_path)
    try:
        found = await _asked(settings, is_running=is_running)
    except (CannotRun, ServerUnreachable, TokenRefused) as error:
        yield Finding("token", ok=False, words=str(error))
        return
    yield Finding("token", ok=True, words=f"Telegram knows this bot as @{found.username}")
    for name, trouble, fine in _standing(found):
        yield Finding(name, ok=not trouble, words=trouble or fine)


async def _asked(settings: Settings, *, is_running: bool) -> Standing:
    line = Line.to(settings.api_url, settings.token())
    try:
        return await standing(line, is_running=is_running)
    finally:
        await line.close()


def _standing(found: Standing) -> Iterator[tuple[str, str, str]]:
    rival = "Another process fetches updates with this token. End it, or use another bot."
    yield "poller", rival if found.has_rival else "", "nobody else fetches this bot's updates"
    left = "A webhook keeps updates away; gobbet run removes it."
    yield "webhook", left if found.webhook else "", "none is set"
    hears = "everything" if found.reads_everything else "only what it needs"
    yield "groups", "", f"there the bot hears {hears} (privacy mode)"
    if found.clock_skew is not None:
        seconds = abs(found.clock_skew)
        late = f"This machine's clock is {seconds:.0f} s off. Let it be set by the network (NTP)."
        yield "clock", late if seconds > _MOST_SKEW_SECONDS else "", "agrees with Telegram's"


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    path = settings.database_path
    try:
        prepare_folder(settings.data_dir)
        with tempfile.NamedTemporaryFile(dir=settings.data_dir):
            pass
    except (CannotRun, OSError) as error:
        cure = f"Let the bot's user write to {settings.data_dir}, or set {PREFIX}DATA_DIR."
        words = str(error) if isinstance(error, CannotRun) else f"{error.strerror}. {cure}"
        yield Finding("data folder", ok=False, words=words)
        return
    if not path.exists():
        yield Finding("database", ok=True, words=f"{path} is made at the first start")
        return
    for seen in await examine(path, settings.backup_dir, time.time()):
        yield Finding(seen.name, seen.is_good, seen.words)


def _library(settings: Settings) -> Iterator[Finding]:
    try:
        library = Library.open(settings.library_dir)
    except KnowledgeError as error:
        yield Finding("library", ok=False, words=str(error))
        return
    for problem in library.problems:
        yield Finding("article", ok=False, words=problem)
    words = f"{settings.library_dir}: {counted(len(library.articles), 'article')}"
    yield Finding("library", ok=True, words=words)
