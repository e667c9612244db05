"""Reading a stranger's file apart: in a child process with limits, that leaves nothing behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePath
from threading import Event, Thread, Timer
from typing import IO, Any

from pydantic import TypeAdapter

from knowledge.apart import environment
from knowledge.articles.document import Progress, Report, silently
from knowledge.errors import ArticleTooLarge, ArticleUnreadable, ReadingCancelled, TooMuchWork
from knowledge.models import Article

_ARTICLE = TypeAdapter(Article)
_PROGRESS = TypeAdapter(Progress)
_WATCH_SECONDS = 0.2
_FAREWELL_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: bytes in and out, memory, processor time, time in all."""

    file_bytes: int = 50_000_000
    text_bytes: int = 40_000_000
    memory_mebibytes: int = 512
    cpu_seconds: int = 120
    seconds: float = 180.0


DEFAULT_LIMITS = Limits()


def read_apart(
    name: str,
    content: bytes,
    *,
    article_id: str = "",
    report: Report = silently,
    cancel: Event | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """Return the article in ``content``, read by a child process that may do nothing else.

    ``name`` tells the format and stands in sentences; the id is its stem unless given. ``report``
    hears of progress; whatever it raises ends the reading, as ``cancel`` does when it is set from
    another thread. Raises ``ArticleUnreadable``.
    """
    if len(content) > limits.file_bytes:
        raise ArticleTooLarge(name, len(content), limits.file_bytes)
    order = {"name": name, "stem": article_id or PurePath(name).stem, **_allowed(limits)}
    with _child(limits, cancel or Event()) as process:
        letter = json.dumps(order).encode() + b"\n" + content
        Thread(target=_feed, args=(process.stdin, letter), daemon=True).start()
        for kind, value in _messages(process.stdout, limits.text_bytes):
            if kind == "progress":
                report(_PROGRESS.validate_python(value))
            elif kind == "refused":
                raise ArticleUnreadable(*map(str, value))
            elif kind == "article":
                return _ARTICLE.validate_python(value)
        reason = _reason(process)
    if cancel and cancel.is_set():
        raise ReadingCancelled(name)
    raise TooMuchWork(name, reason)


def _reason(process: subprocess.Popen[bytes]) -> str:
    """Say in words why the child ended, or talks on, without an answer."""
    try:
        status = process.wait(_FAREWELL_SECONDS)
    except subprocess.TimeoutExpired:
        return "its text is longer than any article's"
    if status in {-signal.SIGKILL, -signal.SIGXCPU}:
        return "it took too much time"
    return f"its reader broke down (status {status})"


def _allowed(limits: Limits) -> dict[str, int]:
    return {"memory_mebibytes": limits.memory_mebibytes, "cpu_seconds": limits.cpu_seconds}


@contextmanager
def _child(limits: Limits, cancel: Event) -> Iterator[subprocess.Popen[bytes]]:
    """Run the worker, without this process's environment; it is gone when the block is left."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "knowledge.articles.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=environment(),
    )
    over = Event()
    timer = Timer(limits.seconds, process.kill)
    for thread in (timer, Thread(target=_watch, args=(process, cancel, over), daemon=True)):
        thread.start()
    try:
        yield process
    finally:
        over.set()
        timer.cancel()
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError, ValueError):  # the thread that feeds it may be closing it too
                if stream:
                    stream.close()


def _watch(process: subprocess.Popen[bytes], cancel: Event, over: Event) -> None:
    """End the process soon after ``cancel`` is set; be gone when all is ``over``."""
    while not over.wait(_WATCH_SECONDS):
        if cancel.is_set():
            process.kill()
            return


def _feed(stream: IO[bytes] | None, content: bytes) -> None:
    """Hand the file over; a child that ends before it has read all is told of by its silence."""
    with suppress(OSError, ValueError):
        if stream:
            stream.write(content)
            stream.close()


def _messages(stream: IO[bytes] | None, limit: int) -> Iterator[tuple[str, Any]]:
    """Yield what the child tells, no more than ``limit`` bytes of it."""
    while stream and limit > 0:
        line = stream.readline(limit)
        limit -= len(line)
        if not line.endswith(b"\n"):
            return
        with suppress(ValueError):
            yield from json.loads(line).items()
