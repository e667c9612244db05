"""Sentences, words, their syntax and names, as the language pipeline sees them.

The pipeline runs in a child process: whoever calls `analyse` never imports spaCy.
It knows the language and nothing of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from knowledge.language import lemmas
from knowledge.language.child import Child, Rows
from knowledge.language.enduring import Enduring
from knowledge.language.listed import with_listed_names
from knowledge.language.recurring import with_recurring_names
from knowledge.language.schemes import universal
from knowledge.language.trimmed import with_trimmed_names

SHIPPED: Final = Path(__file__).parent / "model"
"""The pipeline of this project: small, CPU only, trained by ``train.py``."""

_BATCH_CHARACTERS: Final = 40_000
_MEMORY_MEBIBYTES: Final = 3_072
_MEMORY_MEBIBYTES_OF_OTHERS: Final = 16_384
"""Address space, of which little is used: pipelines with transformers reserve much."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, ``text == given[start:end]``.

    ``tag`` is a Penn Treebank tag, ``pos`` a universal one, ``dep`` a Universal Dependencies
    relation to the token ``head`` of the same sentence (the root is its own head, "root").
    ``entity`` is a label such as PERSON or "", ``entity_iob`` "B", "I" or "O".
    """

    text: str
    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    entity_iob: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence from its first token's start to its last one's end."""

    start: int
    end: int
    tokens: tuple[Token, ...] = field(repr=False)


def analyse(
    texts: Iterable[str],
    pipeline: str | None = None,
    progress: Callable[[int], None] | None = None,
    memory_mebibytes: int | None = None,
) -> Iterator[list[ParsedSentence]]:
    """The sentences of each text, in order, as they are ready.

    ``pipeline`` is the name of an installed spaCy pipeline or the path of one (default: the
    shipped one); ``progress`` is told how many texts are done. ``memory_mebibytes`` limits the
    child's address space (0: no limit; by default enough). A text that no child survives has no
    sentences, and the log says so. Raises `LanguageError` where the fault is not one text's.
    """
    if memory_mebibytes is None:
        memory_mebibytes = _MEMORY_MEBIBYTES_OF_OTHERS if pipeline else _MEMORY_MEBIBYTES
    done = 0
    with Enduring(partial(Child, pipeline or str(SHIPPED), memory_mebibytes)) as children:
        for batch in _batches(texts):
            for text, rows in zip(batch, children.read(batch), strict=True):
                yield _sentences(text, rows)
                done += 1
                if progress is not None:
                    progress(done)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    characters = 0
    for text in texts:
        batch.append(text)
        characters += len(text)
        if characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _sentences(text: str, sentences: Rows) -> list[ParsedSentence]:
    completed = [with_listed_names(with_trimmed_names(_tokens(text, rows))) for rows in sentences]
    return [
        ParsedSentence(tokens[0].start, tokens[-1].end, tokens)
        for tokens in with_recurring_names(completed)
    ]


def _tokens(text: str, rows: list[list[Any]]) -> tuple[Token, ...]:
    return universal(tuple(_token(text[row[0] : row[1]], *row) for row in rows))


def _token(text: str, start: int, end: int, lemma: str, tag: str, *fields: Any) -> Token:
    """The shipped pipeline gives no lemmas: a table and rules do, from its tags."""
    return Token(text, start, end, lemma or _lemmas().of(text, tag), tag, *fields)


@cache
def _lemmas() -> lemmas.Lemmas:
    return lemmas.load(SHIPPED / lemmas.LEMMAS)
