"""A library's passages by place: their terms, where they stand, how words are spelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from knowledge.models import Article, Hit, Passage, Sentence
from knowledge.search import stored
from knowledge.search.index import Index, Match
from knowledge.search.places import Places, Placing
from knowledge.search.postings import Postings
from knowledge.search.speller import Speller, forms
from knowledge.search.tokens import terms


class Catalogue:
    """All passages of some articles, retrievable by terms and known by their place."""

    def __init__(
        self, articles: Sequence[Article], places: Places, index: Index, words: frozenset[str]
    ) -> None:
        self.articles = tuple(articles)
        self.index = index
        self._places = places
        self._words = words
        self._terms = list(index.postings.vocabulary)
        self.speller = Speller(words, self._spread)

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Catalogue:
        """Read and index ``articles``."""
        articles = tuple(articles)
        placing = Placing(articles)
        index = Index.of(placing.texts())
        places = placing.places(index.postings.vocabulary)
        return cls(articles, places, index, _words(articles))

    def extended(self, articles: Iterable[Article]) -> Catalogue:
        """Return a catalogue with ``articles`` after the others, which are not read again."""
        added = tuple(articles)
        placing = Placing(added, len(self.articles))
        index = self.index.extended(placing.texts())
        places = self._places.followed_by(placing.places(index.postings.vocabulary))
        words = _in_small_letters(self._words | _words(added))
        return Catalogue((*self.articles, *added), places, index, words)

    @classmethod
    def load(cls, folder: Path, articles: Iterable[Article]) -> Catalogue | None:
        """Map the catalogue that was saved of the same articles; None where there is none."""
        found = stored.load(folder)
        if found is None:
            return None
        arrays, words = found
        numbers = {term: number for number, term in enumerate(words["vocabulary"])}
        postings = Postings(vocabulary=numbers, **{name: arrays[name] for name in _POSTINGS})
        placed = {field: arrays[name] for name, field in _PLACES.items()}
        places = Places(**placed, names=words["headings"] or [""])
        index = Index(postings)
        return cls(tuple(articles), places, index, frozenset(words["words"]))

    def save(self, folder: Path) -> None:
        """Write what ``load`` maps. Raises ``OSError`` where the disk doesn't take it."""
        postings = self.index.postings
        arrays = {name: getattr(postings, name) for name in _POSTINGS}
        arrays |= {name: getattr(self._places, field) for name, field in _PLACES.items()}
        words = {
            "vocabulary": list(postings.vocabulary),
            "headings": list(self._places.names),
            "words": sorted(self._words),
        }
        stored.save(folder, arrays, words)

    def __len__(self) -> int:
        return self.index.size

    def __contains__(self, term: str) -> bool:
        return term in self.index

    def rarity(self, term: str) -> float:
        """Return how much the term tells the passages apart."""
        return self.index.rarity(term)

    def is_name(self, word: str) -> bool:
        """Say whether the articles write ``word`` large wherever it stands."""
        bare = word.removesuffix("'s").removesuffix("’s")
        return bare.lower() not in self._words and bare.capitalize() in self._words

    def search(self, query: Iterable[str], limit: int) -> list[Match]:
        """Return the best passages (by place) that share a term with the query."""
        return self.index.search(query, limit)

    def article(self, place: int) -> Article:
        """Return the article that the passage stands in."""
        return self.articles[int(self._places.articles[place])]

    def heading(self, place: int) -> str:
        """Return the heading over the passage, "" where there is none."""
        return self._places.heading(place)

    def passage(self, place: int) -> Passage:
        """Return the passage at ``place``."""
        article = self.article(place)
        sentences = tuple(
            Sentence(article.id, start, end, article.text[start:end])
            for start, end in self._places.sentences(place)
        )
        start, end = sentences[0].start, sentences[-1].end
        return Passage(article.id, start, end, article.text[start:end], sentences)

    def sequences(self, place: int) -> tuple[tuple[str, ...], ...]:
        """Return the terms of each sentence of the passage, in order."""
        terms = self._terms
        return tuple(
            tuple([terms[number] for number in numbers])
            for numbers in self._places.terms_of(place)
        )

    def hit(self, match: Match) -> Hit:
        """Return a match as people see it."""
        passage = self.passage(match.place)
        return Hit(passage.article, passage.start, passage.end, passage.text, match.score)

    def _spread(self, word: str) -> int:
        return sum(self.index.spread(term) for term in terms(word))


_POSTINGS = ("starts", "texts", "cases", "frequencies", "sizes", "lengths")
_PLACES = {
    "place_articles": "articles",
    "place_headings": "headings",
    "place_first": "first",
    "sentence_starts": "starts",
    "sentence_ends": "ends",
    "sentence_first_term": "first_term",
    "sentence_terms": "terms",
}
"""Names of files, and the fields of ``Places`` that they hold."""


def _words(articles: Iterable[Article]) -> frozenset[str]:
    found: set[str] = set()
    for article in articles:
        found.update(forms(article.title))
        found.update(forms(article.text))
    return _in_small_letters(found)


def _in_small_letters(words: Iterable[str]) -> frozenset[str]:
    """Keep a word that stands in small letters somewhere only in those: the others are names."""
    known = frozenset(words)
    return frozenset(word for word in known if word.islower() or word.lower() not in known)
