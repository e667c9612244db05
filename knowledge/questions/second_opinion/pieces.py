"""A question cut into the pieces of words that the model knows: WordPiece, caseless, unaccented.

Schuster & Nakajima 2012, as in BERT. The library that does it brings a client for downloads.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path
from typing import Final, Self

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
_SAID_ALREADY = "…"
_SHORTEST_RUN = 3
"""Pieces in a row that stem and sentence share: these are read once, in the stem."""
_MOST: Final = {"stem": 64, "answer": 16, "title": 16, "sentence": 72}
"""Pieces that are read of each part; what comes later seldom tells more."""
_LONGEST: Final = 100
"""Letters: a longer word is unknown, as in BERT."""
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_(?!_)")


@dataclass(frozen=True)
class Pieces:
    """The vocabulary: each piece with its number; a piece inside a word begins with ``##``."""

    numbers: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def read(cls, path: Path) -> Self:
        """A file with one piece on each line."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def of(self, stem: str, answer: str, title: str, sentence: str) -> tuple[list[int], list[int]]:
        """The numbers, and 0 for each piece of what is asked, 1 for each of the source."""
        begin, end = self.numbers[BEGIN], self.numbers[END]
        question = self._part("stem", stem)
        beyond = self._beyond(question, self._part("sentence", sentence))
        asked = [begin, *question, end, *self._part("answer", answer), end]
        told = [*self._part("title", title), end, *beyond, end]
        return [*asked, *told], [0] * len(asked) + [1] * len(told)

    def _beyond(self, question: Sequence[int], sentence: Sequence[int]) -> Iterator[int]:
        """The sentence, one mark for each run of pieces that the question has as well."""
        at = 0
        runs = SequenceMatcher(None, question, sentence, autojunk=False).get_matching_blocks()
        for run in (run for run in runs if run.size >= _SHORTEST_RUN):
            yield from sentence[at : run.b]
            yield self.numbers[_SAID_ALREADY]
            at = run.b + run.size
        yield from sentence[at:]

    def _part(self, part: str, text: str) -> list[int]:
        found = (number for word in words(text) for number in self._word(word))
        return list(islice(found, _MOST[part]))

    def _word(self, word: str) -> tuple[int, ...]:
        if word not in self._known:
            self._known[word] = tuple(self._cut(word))
        return self._known[word]

    def _cut(self, word: str) -> list[int]:
        """The longest piece first; a word with a part that no piece fits is unknown whole."""
        if len(word) > _LONGEST:
            return [self.numbers[UNKNOWN]]
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            tries = ((end, prefix + word[start:end]) for end in range(len(word), start, -1))
            fitting = next(((end, p) for end, p in tries if p in self.numbers), None)
            if fitting is None:
                return [self.numbers[UNKNOWN]]
            start, piece = fitting
            found.append(self.numbers[piece])
        return found


def words(text: str) -> Iterator[str]:
    """The words and marks of a text, in lower case and without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    plain = "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")
    return (match[0] for match in _TOKEN.finditer(plain))
