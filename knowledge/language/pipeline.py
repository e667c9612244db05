"""Sentences, words, their syntax and names, as the language pipeline sees them.

The pipeline runs in a child process: whoever calls `analyse` never imports spaCy.
It knows the language and nothing of facts.

    LanguageError (a KnowledgeError: a sentence and its cure)
    ├── SpacyMissing      the library is not installed
    ├── PipelineMissing   no pipeline of that name or path
    └── AnalysisStopped   the child ended before its answer: too much memory or time
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Final, Self

from knowledge.errors import KnowledgeError
from knowledge.language import lemmas
from knowledge.language.listed import with_listed_names
from knowledge.language.recurring import with_recurring_names
from knowledge.language.schemes import universal
from knowledge.language.trimmed import with_trimmed_names

_FOLDER: Final = Path(__file__).parent
_WORKER: Final = _FOLDER / "worker.py"
SHIPPED: Final = _FOLDER / "model"
"""The pipeline of this project: small, CPU only, trained by ``train.py``."""

_BATCH_CHARACTERS: Final = 40_000
_MEMORY_MEBIBYTES: Final = 3_072
_MEMORY_MEBIBYTES_OF_OTHERS: Final = 16_384
"""Address space, of which little is used: pipelines with transformers reserve much."""


class LanguageError(KnowledgeError):  # errors are sentences here
    """The texts could not be analysed."""


class SpacyMissing(LanguageError):  # noqa: N818  # errors are sentences here
    """spaCy is not installed beside this program."""


class PipelineMissing(LanguageError):  # noqa: N818  # errors are sentences here
    """No pipeline of this name is installed, and there is none at this path."""


class AnalysisStopped(LanguageError):  # noqa: N818  # errors are sentences here
    """The child process ended before it had answered."""


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
    child's address space (0: no limit; by default enough). Raises `LanguageError`.
    """
    if memory_mebibytes is None:
        memory_mebibytes = _MEMORY_MEBIBYTES_OF_OTHERS if pipeline else _MEMORY_MEBIBYTES
    done = 0
    with _Child(pipeline or str(SHIPPED), memory_mebibytes) as child:
        child.wait_until_ready()
        for batch in _batches(texts):
            child.send(batch)
            for text in batch:
                yield _sentences(text, child.receive())
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


def _sentences(text: str, sentences: list[list[list[Any]]]) -> list[ParsedSentence]:
    completed = [with_listed_names(with_trimmed_names(_tokens(text, rows))) for rows in sentences]
    return [
        ParsedSentence(tokens[0].start, tokens[-1].end, tokens)
        for tokens in with_recurring_names(completed)
    ]


def _tokens(text: str, rows: list[list[Any]]) -> tuple[Token, ...]:
    tokens = universal(tuple(Token(text[row[0] : row[1]], *row) for row in rows))
    return tuple(_with_lemma(token) for token in tokens)


def _with_lemma(token: Token) -> Token:
    """The shipped pipeline gives no lemmas: a table and rules do, from its tags."""
    if token.lemma:
        return token
    return replace(token, lemma=lemmas.load(SHIPPED / lemmas.LEMMAS).of(token.text, token.tag))


class _Child:
    """The worker process: started and asked, and ended with its ``with`` block."""

    def __init__(self, pipeline: str, memory_mebibytes: int) -> None:
        self._pipeline = pipeline
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed by __exit__
        self._process = subprocess.Popen(  # noqa: S603  # our own file under our own interpreter
            # -P: modules beside the worker must not shadow the standard library's
            [sys.executable, "-P", str(_WORKER), pipeline, str(memory_mebibytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
            env={"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", **os.environ},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        self._process.kill()
        self._process.wait()

    def wait_until_ready(self) -> None:
        """The pipeline is loaded; raises `LanguageError` when it cannot be."""
        hello = self.receive()
        if "failed" in hello:
            raise self._failed(hello["failed"], hello["detail"])

    def send(self, texts: list[str]) -> None:
        """Hand over a batch; its answers are to be received before the next."""
        assert self._process.stdin is not None  # noqa: S101  # Popen was asked for a pipe
        try:
            self._process.stdin.write(json.dumps(texts) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._stopped() from None

    def receive(self) -> Any:
        """The next answer; raises `AnalysisStopped` when there will be none."""
        assert self._process.stdout is not None  # noqa: S101  # Popen was asked for a pipe
        line = self._process.stdout.readline()
        if not line:
            raise self._stopped()
        return json.loads(line)

    def _failed(self, kind: str, detail: str) -> LanguageError:
        if kind == "spacy":
            return SpacyMissing(
                f"The language pipeline needs spaCy, which cannot be imported ({detail}).",
                "Install it: pip install spacy",
            )
        if kind == "pipeline":
            return PipelineMissing(
                f"The language pipeline {self._pipeline!r} cannot be loaded ({detail}).",
                "Install it (python -m spacy download NAME), correct its name, "
                "or leave the setting empty to use the one that is shipped.",
            )
        return AnalysisStopped(
            f"The language pipeline {self._pipeline!r} did not start ({detail}).",
            "Give it more memory, or install spaCy anew.",
        )

    def _stopped(self) -> AnalysisStopped:
        code = self._process.wait()
        self._errors.seek(0)
        last = self._errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        return AnalysisStopped(
            f"The language pipeline ended before its answer (exit status {code}"
            f"{': ' + last if last else ''}).",
            "Analyse shorter articles, or give it more memory.",
        )
