"""Which text has which term how often: the counts behind the index, as flat arrays."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Postings:
    """Of term ``n`` the texts ``texts[starts[n]:starts[n + 1]]``, in order, and its case in each.

    A case is how often a term stands in a text of how many terms. There are few of them, so that
    a posting needs only the number of its own.
    """

    vocabulary: Mapping[str, int]
    starts: NDArray[np.integer]
    texts: NDArray[np.integer]
    cases: NDArray[np.integer]
    frequencies: NDArray[np.integer]
    """How often the term stands there, of each case."""

    sizes: NDArray[np.integer]
    """How long the text is, of each case."""

    lengths: NDArray[np.integer]

    @property
    def spread(self) -> NDArray[np.integer]:
        """In how many texts each term stands."""
        return np.diff(self.starts)

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> Postings:
        """Count the terms of ``texts``."""
        vocabulary: dict[str, int] = {}
        known: dict[tuple[int, int], int] = {}
        terms, cases, counts, lengths = array("i"), array("i"), array("i"), array("i")
        for text in texts:
            count, length = Counter(text), len(text)
            terms.extend([vocabulary.setdefault(term, len(vocabulary)) for term in count])
            cases.extend([known.setdefault((each, length), len(known)) for each in count.values()])
            counts.append(len(count))
            lengths.append(length)
        numbers = np.frombuffer(terms, np.int32) if terms else np.empty(0, np.int32)
        places = np.repeat(np.arange(len(counts), dtype=np.min_scalar_type(len(counts))), counts)
        order = np.argsort(numbers, kind="stable")
        spread = np.bincount(numbers, minlength=len(vocabulary))
        pairs = np.array(list(known), dtype=np.int32).reshape(-1, 2)
        return cls(
            vocabulary,
            _starts(spread),
            places[order],
            np.array(cases, dtype=np.min_scalar_type(len(known)))[order],
            pairs[:, 0].copy(),
            pairs[:, 1].copy(),
            np.array(lengths, dtype=np.int32),
        )

    def extended(self, texts: Iterable[Sequence[str]]) -> Postings:
        """Return these postings with ``texts`` added after the others; only those are counted."""
        added = Postings.of(texts)
        vocabulary = dict(self.vocabulary)
        numbers = [vocabulary.setdefault(term, len(vocabulary)) for term in added.vocabulary]
        spread = np.zeros(len(vocabulary), np.int64)
        spread[: len(self.vocabulary)] = self.spread
        ends = _starts(spread)[1:]
        order, at = _by_column(added, np.array(numbers, np.int64), ends)
        spread += np.bincount(numbers, weights=added.spread, minlength=len(vocabulary)).astype(int)
        return Postings(
            vocabulary,
            _starts(spread),
            self._texts_with(added, order, at),
            self._cases_with(added, order, at),
            np.concatenate((self.frequencies, added.frequencies)),
            np.concatenate((self.sizes, added.sizes)),
            np.concatenate((self.lengths, added.lengths)),
        )

    def _texts_with(
        self, added: Postings, order: NDArray[np.int64], at: NDArray[np.int64]
    ) -> NDArray[np.integer]:
        """Return the texts of all postings; the added ones are numbered on."""
        before = len(self.lengths)
        kind = np.min_scalar_type(before + len(added.lengths))
        return np.insert(self.texts.astype(kind), at, added.texts[order].astype(kind) + before)

    def _cases_with(
        self, added: Postings, order: NDArray[np.int64], at: NDArray[np.int64]
    ) -> NDArray[np.integer]:
        """Return the cases of all postings; those of the added ones are numbered on."""
        before = len(self.frequencies)
        kind = np.min_scalar_type(before + len(added.frequencies))
        return np.insert(self.cases.astype(kind), at, added.cases[order].astype(kind) + before)


def _by_column(
    added: Postings, numbers: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the order of the added postings by column, and where in the old ones each goes."""
    columns = np.repeat(numbers, added.spread)
    order = np.argsort(columns, kind="stable")
    return order, ends[columns[order]]


def _starts(spread: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(spread, dtype=np.int64)))
