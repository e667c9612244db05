"""The process that runs the language pipeline, started, asked and ended; what can go wrong there.

LanguageError (a KnowledgeError: a sentence and its cure)
├── SpacyMissing      the library is not installed
├── PipelineMissing   no pipeline of that name or path
└── AnalysisStopped   the child ended before its answer: too much memory or time
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final, Self

from knowledge.apart import environment
from knowledge.errors import KnowledgeError

_WORKER: Final = Path(__file__).parent / "worker.py"

Rows = list[list[list[Any]]]
"""Of a text: its sentences, their tokens, and the fields of each in the worker's order."""


class LanguageError(KnowledgeError):  # errors are sentences here
    """The texts could not be analysed."""


class SpacyMissing(LanguageError):  # noqa: N818  # errors are sentences here
    """spaCy is not installed beside this program."""


class PipelineMissing(LanguageError):  # noqa: N818  # errors are sentences here
    """No pipeline of this name is installed, and there is none at this path."""


class AnalysisStopped(LanguageError):  # noqa: N818  # errors are sentences here
    """The child process ended before it had answered."""


class Child:
    """The worker process, ready to be asked; it inherits no secret and ends with `close`."""

    def __init__(self, pipeline: str, memory_mebibytes: int) -> None:
        """Load ``pipeline``. Raises `LanguageError` when it cannot be."""
        self._pipeline = pipeline
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed by close
        self._process = subprocess.Popen(  # noqa: S603  # our own file under our own interpreter
            # -P: modules beside the worker must not shadow the standard library's
            [sys.executable, "-P", str(_WORKER), pipeline, str(memory_mebibytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
            env=environment(),
        )
        try:
            self._check(self._receive())
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it is at."""
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        self._process.kill()
        self._process.wait()

    def ask(self, texts: list[str]) -> Iterator[Rows]:
        """Yield what it reads in each of the texts, in order. Raises `AnalysisStopped`."""
        assert self._process.stdin is not None  # noqa: S101  # Popen was asked for a pipe
        try:
            self._process.stdin.write(json.dumps(texts) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._stopped() from None
        for _ in texts:
            yield self._receive()

    def _receive(self) -> Any:
        assert self._process.stdout is not None  # noqa: S101  # Popen was asked for a pipe
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            raise self._stopped()
        return json.loads(line)

    def _check(self, hello: dict[str, str]) -> None:
        if "failed" in hello:
            raise self._failed(hello["failed"], hello["detail"])

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
