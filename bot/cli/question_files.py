"""Questions of the host's library as files: out of the bank where there is one, and into it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SettingsError
from bot.settings import Settings
from bot.store import bank, beside, libraries
from bot.store.database import Transaction
from bot.store.libraries import HOST
from knowledge import Library
from knowledge.models import Question
from knowledge.questions.exchange import Exported, Problem, export, page, read


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import gave: how many questions are new, how many others changed, what failed."""

    added: int
    changed: int
    problems: tuple[Problem, ...]


def askable(settings: Settings, library: Library, *, is_hosts: bool) -> list[Question]:
    """What may be asked: as instructors left it, or, before the bot ever ran, as it is made."""
    if not is_hosts or not settings.database_path.is_file():
        return library.questions()
    kept, is_made = asyncio.run(beside.read(settings.database_path, _kept))
    return kept if is_made else [*kept, *library.questions()]


async def _kept(tx: Transaction) -> tuple[list[Question], bool]:
    """What the bank holds, and whether what is made from the articles is among it."""
    made_from = (await libraries.load(tx, HOST)).made_from
    return await bank.askable(tx, HOST), bool(made_from)


def write(
    name: str, target: Path, library: Library, questions: list[Question], made_at: float
) -> Exported:
    """Write the questions to a file in a format. Raises ``UnknownExchange``, `SettingsError`."""
    exported = export(name, questions, library.articles, made_at=made_at)
    _write(target, exported.content)
    return exported


def write_page(target: Path, library: Library, questions: list[Question]) -> None:
    """Write one page for reading or printing. Raises `SettingsError`."""
    _write(target, page.write(questions, library.articles).encode())


def take(settings: Settings, name: str, source: Path, *, approved: bool, now: float) -> Taken:
    """Put the questions of a file into the host's bank; one that is there already is changed.

    Raises ``UnknownExchange``, ``QuestionsUnreadable``, `SettingsError` and ``StoreError``.
    """
    try:
        content = source.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"{source} can't be read ({error.strerror}). Check its name and permissions."
        ) from None
    imported = read(name, content)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    added = asyncio.run(
        beside.write(
            settings.database_path,
            lambda tx: _put(tx, imported.questions, approved=approved, now=now),
        )
    )
    return Taken(added, len(imported.questions) - added, imported.problems)


async def _put(
    tx: Transaction, questions: tuple[Question, ...], *, approved: bool, now: float
) -> int:
    """Keep the questions; how many are new."""
    known = {entry.question.id: entry.id for entry in await bank.of_library(tx, HOST)}
    added = 0
    for question in questions:
        entry = known.get(question.id)
        if entry is None:
            added += 1
            entry = known[question.id] = await bank.add(tx, HOST, question, by_hand=True)
        else:
            await bank.rewrite(tx, entry, question)
        if approved:
            await bank.decide(tx, entry, "approved", reason="", player=None, now=now)
    return added


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as error:
        raise SettingsError(
            f"{target} can't be written ({error.strerror}). Name a file in a folder of yours."
        ) from None
