"""The child process that reads a stranger's file: an order and its bytes come in on stdin.

Lines of JSON on stdout: ``progress`` any number of times, then ``article`` or ``refused``.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from dataclasses import asdict
from datetime import date
from typing import IO, Any

from knowledge.articles.confinement import confine
from knowledge.articles.formats import format_of
from knowledge.articles.making import made, prepare
from knowledge.errors import ArticleUnreadable, Damaged, TooMuchWork
from knowledge.models import Article


def main() -> None:
    """Read stdin to its end and answer. Its first line is the order, the rest is the file."""
    answers = _private_stdout()
    logging.disable()
    order = json.loads(sys.stdin.buffer.readline())
    name, stem = str(order["name"]), str(order["stem"])
    content = sys.stdin.buffer.read()

    def tell(**message: Any) -> None:
        answers.write(json.dumps(message, default=date.isoformat) + "\n")
        answers.flush()

    try:
        prepare(format_of(name, content))
        confine(int(order["memory_mebibytes"]), int(order["cpu_seconds"]))
        article = _article(name, stem, content, lambda done: tell(progress=asdict(done)))
    except ArticleUnreadable as problem:
        tell(refused=[problem.sentence, problem.cure])
    else:
        tell(article=asdict(article))


def _article(name: str, stem: str, content: bytes, report: Any) -> Article:
    try:
        return made(name, stem, content, report)
    except ArticleUnreadable:
        raise
    except MemoryError:
        raise TooMuchWork(name, "it took too much memory") from None
    except RecursionError:
        raise Damaged(name, "it is nested too deeply") from None
    except Exception as error:  # noqa: BLE001 - whatever a broken file brings about is its fault
        raise Damaged(name, f"its reader gave up ({type(error).__name__})") from None


def _private_stdout() -> IO[str]:
    """Return the real stdout for answers alone; whatever a library prints goes to stderr."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
