"""Lists of words that tell something about a sentence, from the table beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("words.tsv")


def words(name: str) -> frozenset[str]:
    """The list of that name, in lower case. Raises KeyError when there is none."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return {name: frozenset(row.split()) for name, row in rows}
