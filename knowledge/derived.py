"""Facts and questions as a file: what they were made from, how they are written and read.

Such a file is never the only copy of anything: it can be thrown away and made again. Each fact
and each question is a line, so that reading many of them lets other threads run in between.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from knowledge.models import Article, Fact, Question

ROOT = Path(__file__).parent
_STEM_LENGTH = 40
_CODE = frozenset({".py", ".tsv", ".txt", ".cfg", ".json", ".onnx"})


@dataclass(frozen=True, slots=True)
class Made:
    """What articles yielded: facts merged across them, and questions, drafts included."""

    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]


_FACT = TypeAdapter(Fact)
_QUESTION = TypeAdapter(Question)
_IS_FACT, _IS_QUESTION, _END = b"f", b"q", b"."
_ARTICLES = TypeAdapter(tuple[Article, ...])


@cache
def recipe(part: str = "") -> str:
    """Return the digest of the code and lists in this package, or in a ``part`` of it."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / part).rglob("*")):
        if path.suffix in _CODE and path.is_file():
            digest.update(path.relative_to(ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def origin(articles: Iterable[Article]) -> str:
    """Return the digest of these articles and of the code: what was made from both stays valid."""
    digest = hashlib.sha256(recipe().encode())
    for article in sorted(articles, key=lambda each: each.id):
        digest.update(_ARTICLES.dump_json((article,)))
    return digest.hexdigest()[:32]


def load(path: Path) -> Made | None:
    """Return what was stored at ``path``; None where nothing (readable) is."""
    try:
        return from_output(path.read_bytes())
    except (OSError, ValueError):
        return None


def save(path: Path, made: Made) -> None:
    """Store at ``path``, whole or not at all."""
    replace(path, as_output(made), is_truth=False)


def replace(path: Path, content: bytes, *, is_truth: bool = True) -> None:
    """Write a file whole or not at all, also where the disk is full or the process is killed.

    What is no truth, but can be made again, is not waited for until it is on the disk. Of several
    who write the same file at once, one wins.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.stem[:_STEM_LENGTH]}-{secrets.token_hex(8)}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            if is_truth:
                os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    if is_truth:
        sync(path.parent)


def sync(place: Path) -> None:
    """Wait until a file, or a folder's names, are on the disk; before, a new one may be lost."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def as_input(articles: Iterable[Article]) -> bytes:
    """Return the articles on one line, as ``knowledge.deriving`` reads them."""
    return _ARTICLES.dump_json(tuple(articles)) + b"\n"


def from_input(line: bytes) -> tuple[Article, ...]:
    """Return the articles on that line."""
    return _ARTICLES.validate_json(line)


def as_output(made: Made) -> bytes:
    """Return what was made, as ``knowledge.deriving`` prints it."""
    facts = (_IS_FACT + _FACT.dump_json(each) for each in made.facts)
    questions = (_IS_QUESTION + _QUESTION.dump_json(each) for each in made.questions)
    return b"\n".join((*facts, *questions, _END))


def from_output(output: bytes) -> Made:
    """Return what was printed. Raises ``ValueError`` where it is not whole."""
    *lines, end = output.split(b"\n")
    if end != _END:
        raise ValueError("what was made is not whole")
    facts = [_FACT.validate_json(each[1:]) for each in lines if each[:1] == _IS_FACT]
    questions = [_QUESTION.validate_json(each[1:]) for each in lines if each[:1] == _IS_QUESTION]
    return Made(tuple(facts), tuple(questions))
