"""Which words say what a person is, and to which field a calling belongs.

Knows words only; what is said of whom, the profiles know.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

_CALLINGS = Path(__file__).with_name("callings.tsv")
FICTION = "fiction"
"""The field of those who are made up."""


@lru_cache(maxsize=4096)  # asked of the same words for every person near them
def callings(text: str) -> frozenset[str]:
    """The callings that the text names, each by its usual word (``actress`` → ``actor``)."""
    usual = _usual()
    return frozenset(usual[found.lower()] for found in _pattern().findall(text))


def fields(of: frozenset[str]) -> frozenset[str]:
    """The fields to which the callings belong."""
    return frozenset(field for field, words in _rows() if words[0] in of)


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = _CALLINGS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return tuple((field, tuple(words.split("|"))) for field, words in rows)


@cache
def _usual() -> dict[str, str]:
    return {
        form.lower(): words[0] for _, words in _rows() for word in words for form in _forms(word)
    }


def _forms(word: str) -> tuple[str, ...]:
    return word, f"{word}s"


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_usual(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
