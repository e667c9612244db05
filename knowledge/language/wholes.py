"""Where words stand whole in a text, without a pattern compiled for each of them.

Compiling takes longer than looking: an article is asked for hundreds of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_INSIDE: Final = re.compile(r"[a-z,;] ")


def starts(words: str, text: str) -> Iterator[int]:
    """Where the words begin in the text with no letter or digit right before them."""
    start = text.find(words)
    while start >= 0:
        if not _is_of_a_word(text[start - 1 : start]):
            yield start
        start = text.find(words, start + 1)


def places(words: str, text: str) -> Iterator[int]:
    """Where the words begin in the text with no letter or digit right before or behind them."""
    for start in starts(words, text):
        end = start + len(words)
        if not _is_of_a_word(text[end : end + 1]):
            yield start


def beside(words: str, text: str) -> Iterator[tuple[str, str]]:
    """What the text says before and behind each place where the words stand whole."""
    return ((text[:at], text[at + len(words) :]) for at in places(words, text))


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand whole in the text."""
    return any(True for _ in places(words, text))


def times_in(words: str, text: str) -> int:
    """How often the words stand whole in the text."""
    return sum(1 for _ in places(words, text))


def times_inside(word: str, text: str) -> int:
    """How often the text writes the word so inside a sentence: behind a small letter or comma."""
    before = (text[max(at - 2, 0) : at] for at in places(word, text))
    return sum(_INSIDE.fullmatch(each) is not None for each in before)


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"
