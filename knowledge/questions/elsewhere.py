"""What the library says elsewhere: an article's other sentences, and what its search finds.

Nothing is read before a rule asks for it: most libraries need only some of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from knowledge.articles import sentences
from knowledge.language.places import nations_in
from knowledge.language.wholes import times_in, times_inside
from knowledge.models import Article, Fact
from knowledge.search import terms, tokens
from knowledge.search.catalogue import Catalogue

_ONE_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
_BEARING = (
    r"Company|Co|Corporation|Corp|Inc|Ltd|Limited|plc|Motors|Group|Holdings|Industries|Works"
    r"|Airlines|Airways|Bank|Brothers|Sons|Telescope"
)
_BEFORE_A_WORD = re.compile(r"\b([A-Z][\w.’'-]+)[”\"’)]? (?=\w)")


class Said(NamedTuple):
    """A sentence of an article: where it begins, its words, its terms."""

    start: int
    text: str
    terms: frozenset[str]


class Elsewhere:
    """The articles as the rules of the gate look into them."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        """Take the articles; they are read where a rule looks."""
        self._articles = {article.id: article for article in articles}
        self._read: dict[str, tuple[Said, ...]] = {}
        self._counts: dict[str, Counter[str]] = {}
        self._said: dict[str, Mapping[str, Sequence[int]]] = {}
        self._countries: dict[str, Counter[str]] = {}

    def others(self, fact: Fact) -> Iterator[Said]:
        """The sentences of the fact's articles that are not cited for it."""
        cited = {(citation.article, citation.start) for citation in fact.citations}
        for article in dict.fromkeys(citation.article for citation in fact.citations):
            yield from (s for s in self._sentences(article) if (article, s.start) not in cited)

    def holds(self, article: str, words: str) -> bool:
        """Whether the words stand in the article, or in its title, as they are."""
        known = self._articles.get(article)
        return known is None or words in f"{known.title} {known.text}"

    def holds_inside(self, article: str, words: str) -> bool:
        """Whether the words stand in the article where no sentence begins."""
        known = self._articles.get(article)
        return known is not None and times_inside(words, known.text) > 0

    def count(self, article: str, word: str) -> int:
        """How often the word, or the words, stand in the article."""
        known = self._articles.get(article)
        if known is None:
            return 0
        if _ONE_WORD.fullmatch(word):
            return self._counted(known)[word]
        return times_in(word, known.text)

    def before(self, article: str, end: int) -> str:
        """What the article says up to a place in it, its title first."""
        known = self._articles.get(article)
        return f"{known.title}\n{known.text[:end]}" if known else ""

    def times_before(self, article: str, end: int, term: str) -> int:
        """How often an article, its title first, has said the term up to a place in it."""
        return bisect_left(self._places(article).get(term, ()), end)

    def first_sentence(self, article: str) -> str:
        """The article's first sentence."""
        return next((said.text for said in self._sentences(article)), "")

    def countries(self, article: str) -> Counter[str]:
        """How often the article names each country or its people."""
        if article not in self._countries:
            names = _CAPITALISED.findall(
                self._articles[article].text if article in self._articles else ""
            )
            self._countries[article] = Counter(
                nation for name in names for nation in nations_in(name)
            )
        return self._countries[article]

    def bears_the_name(self, article: str, family: str) -> bool:
        """Whether the article names a firm or a thing by a family name: "Holm Motor Company"."""
        known = self._articles.get(article)
        joint = r"(?:,? | (?:&|and) )"
        name = rf"\b{re.escape(family)}{joint}(?:[A-Z]\w* ){{0,2}}(?:{_BEARING})(?![\w-]| [A-Z])"
        return known is not None and re.search(name, f"{known.title}\n{known.text}") is not None

    def bearers(self, article: str, family: str) -> frozenset[str]:
        """The capitalised words that stand before a family name in the article."""
        known = self._articles.get(article)
        if known is None:
            return frozenset()
        text = f"{known.title}\n{known.text}"
        ends = (m for m in _BEFORE_A_WORD.finditer(text) if text.startswith(family, m.end()))
        behind = len(family)
        return frozenset(
            m[1] for m in ends if not text[m.end() + behind : m.end() + behind + 1].isalnum()
        )

    def found(self, query: str, limit: int) -> frozenset[str]:
        """The articles of the first ``limit`` passages that the library's search finds."""
        matches = self._catalogue.search(terms(query), limit)
        return frozenset(self._catalogue.article(match.place).id for match in matches)

    def _counted(self, article: Article) -> Counter[str]:
        if article.id not in self._counts:
            self._counts[article.id] = Counter(_ONE_WORD.findall(article.text))
        return self._counts[article.id]

    def _places(self, article: str) -> Mapping[str, Sequence[int]]:
        """Where in the article each of its terms stands, in order; in its title at -1."""
        if article not in self._said:
            places: dict[str, list[int]] = {}
            if known := self._articles.get(article):
                told = ((token.term, token.start) for token in tokens(known.text) if token.term)
                for term, place in chain(((term, -1) for term in terms(known.title)), told):
                    places.setdefault(term, []).append(place)
            self._said[article] = places
        return self._said[article]

    def _sentences(self, article: str) -> tuple[Said, ...]:
        if article not in self._read:
            found = sentences(self._articles[article]) if article in self._articles else ()
            read = (Said(s.start, s.text, frozenset(terms(s.text))) for s in found)
            self._read[article] = tuple(read)
        return self._read[article]

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue.of(self._articles.values())
