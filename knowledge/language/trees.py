"""A parsed sentence as a tree: children, subtrees, and parts of it written out as text.

Knows Universal Dependencies and spacing; knows nothing of facts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.language.finite import with_finite_root
from knowledge.language.pipeline import ParsedSentence, Token

_NUMERAL_WITH_ITS_STOP = re.compile(r"([^\W\d_]{2,} [IVX]{1,4})\.(?=$|\?)")
"""What ended the source's sentence behind "Elizabeth I" is no part of her name."""
_SPACE_BEFORE_MARK = re.compile(r"\s+([,.;:!?]|['’]s\b)")
_MARKS_IN_A_ROW = re.compile(r"([,;:])(?:\s*[,;:])+")
_LOOSE_EDGE = " ,;:–—-"


@dataclass(frozen=True)
class Tree:
    """One sentence; words are named by their index. Offsets count from the sentence's start."""

    tokens: tuple[Token, ...]
    start: int = 0
    _cache: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, sentence: ParsedSentence) -> Tree:
        """The tree of a parsed sentence, its main verb finite where only the tagger denied it."""
        return cls(with_finite_root(sentence.tokens), sentence.start)

    @cached_property
    def root(self) -> int:
        """The index of the root."""
        return next(i for i, token in enumerate(self.tokens) if token.head == i)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found[token.head].append(index)
        return tuple(map(tuple, found))

    def children(self, head: int, *relations: str) -> list[int]:
        """The dependents of a word, left to right; with relations given, only those."""
        below = self._children[head]
        if not relations:
            return list(below)
        return [i for i in below if self.tokens[i].dep in relations]

    def child(self, head: int, *relations: str) -> int | None:
        """The first dependent with one of the relations (at least one is given), or None."""
        return next((i for i in self._children[head] if self.tokens[i].dep in relations), None)

    def subtree(self, head: int) -> tuple[int, ...]:
        """The word and everything below it, in order."""
        if head not in self._cache:
            below = [i for child in self._children[head] for i in self.subtree(child)]
            self._cache[head] = tuple(sorted([head, *below]))
        return self._cache[head]

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The words between round or square brackets, and the brackets."""
        out: set[int] = set()
        opened: int | None = None
        for index, word in enumerate(self._words):
            if word in {"(", "["}:
                opened = index
            elif word in {")", "]"} and opened is not None:
                out.update(range(opened, index + 1))
                opened = None
        return frozenset(out)

    def dep(self, index: int) -> str:
        """The relation of a word to its head."""
        return self.tokens[index].dep

    def word(self, index: int) -> str:
        """The word in lower case."""
        return self._words[index]

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(token.text.lower() for token in self.tokens)

    def text(self, indices: Iterable[int], instead: Mapping[int, str] | None = None) -> str:
        """The words written out with their own spacing; ``instead`` replaces single words."""
        instead = instead or {}
        pieces: list[str] = []
        previous = None
        for index in sorted(indices):
            token = self.tokens[index]
            if previous is not None and (index != previous + 1 or self._has_space(previous)):
                pieces.append(" ")
            pieces.append(instead.get(index, token.text))
            previous = index
        return tidy("".join(pieces))

    def _has_space(self, index: int) -> bool:
        return self.tokens[index].end < self.tokens[index + 1].start

    def is_contiguous(self, indices: Collection[int]) -> bool:
        """Whether the words stand side by side."""
        return not indices or max(indices) - min(indices) + 1 == len(indices)


def labelled(sentences: Iterable[ParsedSentence], text: str) -> Iterator[tuple[str, str]]:
    """The names that the pipeline labelled in the text, each with its label."""
    for sentence in sentences:
        start, end, label = -1, 0, ""
        for token in (*sentence.tokens, None):
            inside = token is not None and token.entity_iob == "I"
            if start >= 0 and not inside:
                yield text[start:end], label
                start = -1
            if token is not None and token.entity_iob == "B":
                start, label = token.start, token.entity
            end = token.end if token is not None else 0


def tidy(text: str) -> str:
    """The text without the spaces and marks that cut-out parts leave behind."""
    text = _SPACE_BEFORE_MARK.sub(r"\1", " ".join(text.split()))
    text = _NUMERAL_WITH_ITS_STOP.sub(r"\1", text)
    return _MARKS_IN_A_ROW.sub(r"\1", text).strip(_LOOSE_EDGE)
