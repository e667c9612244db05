"""Typed facts from articles: one module a kind, then merging across articles.

Nothing here makes a question or decides what is asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.articles import sentences
from knowledge.facts import firsts, meetings, merging, offices, visits
from knowledge.facts.lines import lines
from knowledge.language.names import Names
from knowledge.models import Article, Fact

__all__ = ["extract", "names_of"]

_KINDS = (meetings, visits, offices, firsts)


def names_of(articles: Iterable[Article]) -> Names:
    """Who is who in the articles."""
    return Names.of(sentence.text for article in articles for sentence in sentences(article))


def extract(articles: Iterable[Article]) -> list[Fact]:
    """The facts that the articles state, merged; contradicting ones name each other."""
    articles = list(articles)
    names = names_of(articles)
    stated = [
        statement
        for article in articles
        for read in [lines(article, names)]
        for kind in _KINDS
        for statement in kind.statements(read)
    ]
    return merging.merged(stated)
