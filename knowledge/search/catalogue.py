"""The library's passages by place: where each stands, its terms in the index, its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.articles.passages import with_headings
from knowledge.models import Article, Hit, Passage, Sentence
from knowledge.search.index import Index, Match
from knowledge.search.speller import Speller, forms
from knowledge.search.tokens import terms


@dataclass(frozen=True, slots=True)
class _Places:
    """For each passage its article and its sentences; for each sentence its offsets."""

    articles: NDArray[np.int32]
    sentences: NDArray[np.int32]  # of passage n: sentences[n] up to sentences[n + 1]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    headings: Sequence[str]


class Catalogue:
    """All passages of some articles, retrievable by terms. Passages are numbered by their place."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        texts: list[list[str]] = []
        self._places = _placed(self.articles, texts)
        self.index = Index.of(texts)
        self._forms = _forms(self.articles)
        self.speller = Speller(self._forms, self._spread)

    def __len__(self) -> int:
        return self.index.size

    def search(self, query: Iterable[str], limit: int) -> list[Match]:
        """Return the best passages (by place) that share a term with the query."""
        return self.index.search(query, limit)

    def article(self, place: int) -> Article:
        """Return the article that the passage stands in."""
        return self.articles[self._places.articles[place]]

    def heading(self, place: int) -> str:
        """Return the heading over the passage, "" where there is none."""
        return self._places.headings[place]

    def passage(self, place: int) -> Passage:
        """Return the passage at ``place``."""
        article, places = self.article(place), self._places
        span = slice(places.sentences[place], places.sentences[place + 1])
        sentences = tuple(
            Sentence(article.id, start, end, article.text[start:end])
            for start, end in zip(
                places.starts[span].tolist(), places.ends[span].tolist(), strict=True
            )
        )
        start, end = sentences[0].start, sentences[-1].end
        return Passage(article.id, start, end, article.text[start:end], sentences)

    def __contains__(self, term: str) -> bool:
        return term in self.index

    def rarity(self, term: str) -> float:
        """Return how much the term tells the passages apart."""
        return self.index.rarity(term)

    def is_name(self, word: str) -> bool:
        """Say whether the articles write ``word`` large wherever it stands."""
        bare = word.removesuffix("'s").removesuffix("’s")
        return bare.lower() not in self._forms and bare.capitalize() in self._forms

    def _spread(self, form: str) -> int:
        return sum(self.index.spread(term) for term in terms(form))

    def hit(self, match: Match) -> Hit:
        """Return a match as people see it."""
        passage = self.passage(match.place)
        return Hit(passage.article, passage.start, passage.end, passage.text, match.score)


def _forms(articles: Iterable[Article]) -> frozenset[str]:
    """Return the words of the articles; one that stands in small letters too only in those."""
    found: set[str] = set()
    for article in articles:
        found.update(forms(article.title))
        found.update(forms(article.text))
    return frozenset(form for form in found if form.islower() or form.lower() not in found)


def _placed(articles: Sequence[Article], texts: list[list[str]]) -> _Places:
    """Place the passages of the articles, and append the terms of each to ``texts``."""
    owners: list[int] = []
    firsts = [0]
    spans: list[tuple[int, int]] = []
    headings: list[str] = []
    for number, passage, heading in _passages(articles):
        owners.append(number)
        spans += ((sentence.start, sentence.end) for sentence in passage.sentences)
        firsts.append(len(spans))
        headings.append(heading)
        texts.append([*terms(articles[number].title), *terms(heading), *terms(passage.text)])
    bounds = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return _Places(
        np.array(owners, dtype=np.int32),
        np.array(firsts, dtype=np.int32),
        bounds[:, 0],
        bounds[:, 1],
        headings,
    )


def _passages(articles: Sequence[Article]) -> Iterator[tuple[int, Passage, str]]:
    for number, article in enumerate(articles):
        for passage, heading in with_headings(article):
            yield number, passage, heading
