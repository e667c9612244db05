"""Where each passage of a library stands, as flat arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge.articles.passages import with_headings
from knowledge.models import Article, Sentence
from knowledge.search.tokens import terms


@dataclass(frozen=True, slots=True)
class Places:
    """Of passage ``n`` its article, its heading and its sentences.

    Those are ``first[n]`` up to ``first[n + 1]``, as offsets into the clean text of the article.
    """

    articles: NDArray[np.integer]
    headings: NDArray[np.integer]
    first: NDArray[np.integer]
    starts: NDArray[np.integer]
    ends: NDArray[np.integer]
    first_term: NDArray[np.integer]
    terms: NDArray[np.integer]
    """Of sentence ``s`` its terms by number, ``first_term[s]`` up to ``first_term[s + 1]``."""

    names: Sequence[str]
    """The headings, each once."""

    def heading(self, place: int) -> str:
        """Return the heading over the passage, "" where there is none."""
        return self.names[int(self.headings[place])]

    def sentences(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield start and end of each sentence of the passage."""
        span = slice(self.first[place], self.first[place + 1])
        return zip(self.starts[span].tolist(), self.ends[span].tolist(), strict=True)

    def terms_of(self, place: int) -> Iterator[list[int]]:
        """Yield the numbers of the terms of each sentence of the passage."""
        bounds = self.first_term[self.first[place] : self.first[place + 1] + 1].tolist()
        for start, end in pairwise(bounds):
            yield self.terms[start:end].tolist()

    def followed_by(self, other: Places) -> Places:
        """Return these places with the ``other`` ones, numbered on, after them."""
        return Places(
            np.concatenate((self.articles, other.articles)),
            np.concatenate((self.headings, other.headings + np.int32(len(self.names)))),
            np.concatenate((self.first, other.first[1:] + self.first[-1])),
            np.concatenate((self.starts, other.starts)),
            np.concatenate((self.ends, other.ends)),
            np.concatenate((self.first_term, other.first_term[1:] + self.first_term[-1])),
            np.concatenate((self.terms, other.terms)),
            [*self.names, *other.names],
        )


class Placing:
    """Parts articles into passages, gives their terms one by one, and keeps where they stand."""

    def __init__(self, articles: Sequence[Article], first_number: int = 0) -> None:
        self._articles = articles
        self._first_number = first_number
        self._owners, self._headings = array("i"), array("i")
        self._first, self._starts, self._ends = array("i", [0]), array("i"), array("i")
        self._first_term, self._terms = array("q", [0]), array("i")
        self._names: dict[str, int] = {"": 0}
        self._numbers: dict[str, int] = {}

    def texts(self) -> Iterator[list[str]]:
        """Yield the terms of each passage: of its article's title, of its heading, its own."""
        for number, article in enumerate(self._articles, self._first_number):
            title = terms(article.title)
            for passage, heading in with_headings(article):
                self._owners.append(number)
                self._headings.append(self._names.setdefault(heading, len(self._names)))
                text = [*title, *terms(heading)]
                for sentence in passage.sentences:
                    text += self._placed(sentence)
                self._first.append(len(self._starts))
                yield text

    def _placed(self, sentence: Sentence) -> list[str]:
        """Keep where a sentence stands and what its terms are; return those."""
        numbers, found = self._numbers, terms(sentence.text)
        self._starts.append(sentence.start)
        self._ends.append(sentence.end)
        self._terms.extend([numbers.setdefault(term, len(numbers)) for term in found])
        self._first_term.append(len(self._terms))
        return found

    def places(self, vocabulary: Mapping[str, int]) -> Places:
        """Return where the passages given so far stand, terms numbered as in ``vocabulary``."""
        numbers = np.array([vocabulary[term] for term in self._numbers], dtype=np.int32)
        return Places(
            articles=np.array(self._owners, dtype=np.int32),
            headings=np.array(self._headings, dtype=np.int32),
            first=np.array(self._first, dtype=np.int32),
            starts=np.array(self._starts, dtype=np.int32),
            ends=np.array(self._ends, dtype=np.int32),
            first_term=np.array(self._first_term, dtype=np.int64),
            terms=numbers[np.array(self._terms, dtype=np.int32)],
            names=list(self._names),
        )
