"""A program that reads articles and prints the facts and questions made from them.

``python -m knowledge.deriving``: one line of articles comes in, one object goes out. It ends when
its input does, so that nothing goes on for somebody who is gone.
"""

from __future__ import annotations

import os
import sys
from threading import Thread
from typing import BinaryIO

from knowledge import derived
from knowledge.library import Library

_NICENESS = 10


def main() -> None:
    """Make facts and questions of the articles that come in."""
    os.nice(_NICENESS)
    articles = derived.from_input(sys.stdin.buffer.readline())
    Thread(target=_end_with, args=(sys.stdin.buffer,), daemon=True).start()
    sys.stdout.buffer.write(derived.as_output(Library.of(articles).make()))
    sys.stdout.buffer.flush()
    os._exit(0)  # the thread that waits for the input would hold the interpreter up


def _end_with(stream: BinaryIO) -> None:
    stream.read()
    os._exit(1)


if __name__ == "__main__":
    main()
