"""Files come into a library's folder, checked first and never over another, and leave it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SettingsError
from bot.settings import PREFIX, SHIPPED_LIBRARY
from knowledge import Article
from knowledge.articles import read
from knowledge.errors import ArticleUnreadable, NameTaken


@dataclass(frozen=True, slots=True)
class Shelved:
    """What was added, and a sentence for each file that was not."""

    added: tuple[Article, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unshelved:
    """The ids that were removed, and a sentence for each that was not."""

    removed: tuple[str, ...]
    problems: tuple[str, ...]


def shelve(paths: Iterable[Path], folder: Path) -> Shelved:
    """Copy every readable article among ``paths`` into the library ``folder``, made if missing."""
    _refuse_shipped(folder, "add")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{folder} can't be made: {error.strerror}. Choose another.") from None
    added: list[Article] = []
    problems: list[str] = []
    for path in _files(paths):
        try:
            added.append(_copy(path, folder))
        except ArticleUnreadable as problem:
            problems.append(str(problem))
        except OSError as error:
            problems.append(f"{path.name} can't be copied: {error.strerror}.")
    return Shelved(tuple(added), tuple(problems))


def _copy(path: Path, folder: Path) -> Article:
    if path.stem.upper() == "README":
        raise ArticleUnreadable(
            f"{path.name} tells about a folder and is not read as an article.",
            "Give it another name if it is one.",
        )
    article = read(path)
    target = folder / path.name
    taken = next((other for other in folder.glob("*") if other.stem == path.stem), None)
    if taken is not None and taken.read_bytes() != path.read_bytes():
        raise NameTaken(path.name, taken.name)
    unfinished = folder / f".{path.name}.part"
    shutil.copyfile(path, unfinished)
    unfinished.replace(target)
    return article


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            files = (p for p in path.rglob("*") if p.is_file() and p.suffix)
            yield from sorted(p for p in files if p.stem.upper() != "README")
        else:
            yield path


def unshelve(names: Iterable[str], folder: Path) -> Unshelved:
    """Delete the articles with these ids, or file names, from the library ``folder``."""
    _refuse_shipped(folder, "remove")
    removed: list[str] = []
    problems: list[str] = []
    for name in names:
        found = [path for path in _files([folder]) if name in {path.name, path.stem}]
        if not found:
            cure = f"gobbet sources --library {folder} lists them."
            problems.append(f"There is no article {name} in {folder}. {cure}")
        for path in found:
            path.unlink(missing_ok=True)
            removed.append(path.stem)
    return Unshelved(tuple(removed), tuple(problems))


def _refuse_shipped(folder: Path, command: str) -> None:
    if folder.resolve() == SHIPPED_LIBRARY.resolve():
        raise SettingsError(
            "The shipped library is not changed. Keep articles in a folder of your own: "
            f"gobbet {command} --library articles FILE, then set {PREFIX}LIBRARY_DIR=articles"
        )
