"""Typed facts from articles: one module a kind, then merging across articles.

Nothing here makes a question or decides what is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from knowledge.articles import sentences
from knowledge.facts import merging
from knowledge.facts.kinds import (
    agents,
    appointments,
    births,
    careers,
    causes,
    coinages,
    deaths,
    decades,
    deeds,
    definitions,
    delays,
    distinctions,
    districts,
    features,
    firsts,
    functions,
    gaps,
    kinship,
    lists,
    lives,
    makers,
    measures,
    meetings,
    namings,
    offices,
    parts,
    roles,
    sayings,
    scenes,
    schooling,
    sequences,
    sorts,
    times,
    turned,
    visits,
)
from knowledge.facts.reading.clauses import clauses
from knowledge.facts.reading.lines import Line, lines, without_footnotes
from knowledge.facts.reading.marked import Marked
from knowledge.facts.reading.parsed import parsed
from knowledge.facts.reading.titles import introduced_as, person_of
from knowledge.facts.statements import Statement
from knowledge.language.kinds import voted
from knowledge.language.names import Names
from knowledge.language.pipeline import ParsedSentence, analyse
from knowledge.language.trees import labelled
from knowledge.models import Article, Fact

__all__ = ["extract", "names_of", "without_footnotes"]

Parser = Callable[[Iterable[str]], Iterable[list[ParsedSentence]]]
"""Gives the parsed sentences of each text, in order."""

_BY_WORDS = (
    meetings,
    visits,
    delays,
    sequences,
    districts,
    offices,
    firsts,
    lives,
)
"""Kinds of facts that the small grammars find without a parse."""

_BY_CLAUSE = (
    deeds,
    agents,
    sayings,
    roles,
    times,
    decades,
    scenes,
    gaps,
    lists,
    measures,
    causes,
    turned,
)
"""Kinds of facts that are read off the clauses of a parsed sentence."""

_BY_PATTERN = (
    births,
    deaths,
    kinship,
    schooling,
    appointments,
    careers,
    makers,
    distinctions,
    namings,
    parts,
    definitions,
    functions,
    coinages,
    features,
    sorts,
)
"""Kinds of facts that patterns of words find between the names of a sentence."""


def names_of(articles: Iterable[Article], trees: Iterable[Sequence[ParsedSentence]] = ()) -> Names:
    """Who is who in the articles; their parses, where given, help to tell."""
    articles = list(articles)
    labels = chain.from_iterable(
        labelled(each, article.text) for article, each in zip(articles, trees, strict=False)
    )
    texts = (sentence.text for article in articles for sentence in sentences(article))
    lives = [(person, introduced_as(each)) for each in articles if (person := person_of(each))]
    whole = {person: longer for person, longer in lives if longer not in {"", person}}
    return Names.of(texts, voted(labels), [person for person, _ in lives], whole)


def extract(articles: Iterable[Article], parser: Parser = analyse) -> list[Fact]:
    """The facts that the articles state, merged; contradicting ones name each other.

    A ``parser`` that gives no sentences leaves the kinds that need no parse. Raises
    ``LanguageError`` where the language pipeline cannot run.
    """
    articles = list(articles)
    trees = list(parser(without_footnotes(article.text) for article in articles))
    names = names_of(articles, trees)
    stated: list[Statement] = []
    for article, parses in zip(articles, trees, strict=True):
        read = lines(article, names)
        stated += [each for kind in _BY_WORDS for each in kind.statements(read)]
        stated += _of_clauses(read, parses, names)
    return merging.merged(stated)


def _of_clauses(
    read: Iterable[Line], trees: Sequence[ParsedSentence], names: Names
) -> Iterator[Statement]:
    for sentence in parsed(read, trees, names):
        marked = Marked.of(sentence, names)
        for pattern_kind in _BY_PATTERN:
            yield from pattern_kind.statements(marked)
        for clause in clauses(sentence):
            for kind in _BY_CLAUSE:
                yield from kind.statements(clause, names)
