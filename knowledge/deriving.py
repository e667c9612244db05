"""A program that reads articles and prints the facts and questions made from them.

``python -m knowledge.deriving``: one line of articles comes in, one object goes out. Where not all
can be made nothing does, and its status tells. It ends when its input does, so that nothing goes
on for somebody who is gone.
"""

from __future__ import annotations

import logging
import os
import resource
import sys
from threading import Thread
from typing import BinaryIO

from knowledge import derived
from knowledge.errors import KnowledgeError
from knowledge.library import Library

_NICENESS = 10
_MEMORY_MEBIBYTES = 4_096
"""Address space, several times what a large library takes: a hostile article ends here."""

_log = logging.getLogger(__name__)


def main() -> None:
    """Make facts and questions of the articles that come in."""
    os.nice(_NICENESS)
    _limit_memory()
    logging.basicConfig(format="deriving: %(message)s")
    articles = derived.from_input(sys.stdin.buffer.readline())
    Thread(target=_end_with, args=(sys.stdin.buffer,), daemon=True).start()
    os._exit(_status(Library.of(articles)))  # waiting for the input would hold the interpreter up


def _status(library: Library) -> int:
    """Print what the library yields; a failure is logged instead, and its status is not 0."""
    try:
        sys.stdout.buffer.write(derived.as_output(library.make()))
        sys.stdout.buffer.flush()
    except KnowledgeError as error:
        _log.error("%s", error)
    except Exception:  # noqa: BLE001 - whatever it is, the status tells
        _log.exception("Facts and questions can't be made.")
    else:
        return 0
    return 1


def _limit_memory() -> None:
    """The hard limit stays: the language pipeline's child sets its own."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MEMORY_MEBIBYTES << 20
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _end_with(stream: BinaryIO) -> None:
    stream.read()
    os._exit(1)


if __name__ == "__main__":
    main()
