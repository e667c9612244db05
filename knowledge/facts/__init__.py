"""Typed facts from articles: one module a kind, then merging across articles.

Nothing here makes a question or decides what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from knowledge.articles import sentences
from knowledge.facts import merging
from knowledge.facts.kinds import (
    agents,
    appointments,
    births,
    careers,
    coinages,
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
    times,
    turned,
    visits,
)
from knowledge.facts.reading.clauses import clauses
from knowledge.facts.reading.lines import Line, lines, without_footnotes
from knowledge.facts.reading.marked import Marked
from knowledge.facts.reading.parsed import parsed
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import TITLES
from knowledge.language.kinds import voted
from knowledge.language.mentions import mentions
from knowledge.language.names import Names
from knowledge.language.pipeline import ParsedSentence, analyse
from knowledge.language.places import place_kind
from knowledge.language.trees import labelled
from knowledge.models import Article, Fact

__all__ = ["extract", "names_of", "without_footnotes"]

_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_YEARS = re.compile(r",? \(?(?:c\. ?)?\d{3,4}(?:[–-]\d{2,4})?\)?$")
_INVERTED = re.compile(r"^([A-Z][\w'’-]+), ((?:[A-Z][\w.'’-]* ?){1,4})$")
"""Titles as dictionaries of lives write them: "Bell, Gertrude Margaret Lowthian (1868–1926)"."""
_FEWEST_PRONOUNS = 3
_FEWEST_PRONOUNS_FOR_ONE_WORD = 8

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

_BY_CLAUSE = (deeds, agents, sayings, roles, times, decades, scenes, gaps, measures, turned)
"""Kinds of facts that are read off the clauses of a parsed sentence."""

_BY_PATTERN = (
    births,
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
)
"""Kinds of facts that patterns of words find between the names of a sentence."""


def names_of(articles: Iterable[Article], trees: Iterable[Sequence[ParsedSentence]] = ()) -> Names:
    """Who is who in the articles; their parses, where given, help to tell."""
    articles = list(articles)
    labels = chain.from_iterable(
        labelled(each, article.text) for article, each in zip(articles, trees, strict=False)
    )
    texts = (sentence.text for article in articles for sentence in sentences(article))
    return Names.of(texts, voted(labels), filter(None, map(_biography, articles)))


def _biography(article: Article) -> str:
    """The article's title when it is a name and the text speaks of "him" or "her"."""
    title = _uninverted(_YEARS.sub("", article.title.strip()))
    is_name = re.fullmatch(r"(?:[^\W\d_][\w.'’-]*(?: |$)){1,4}", title) is not None
    fewest = _FEWEST_PRONOUNS if " " in title else _FEWEST_PRONOUNS_FOR_ONE_WORD
    is_somebody = len(_HE_OR_SHE.findall(article.text)) >= fewest
    first, _, last = title.partition(" ")
    is_named_in_full = re.search(
        rf"\b(?!{re.escape(first)}\b)[A-Z]\w+ {re.escape(last)}\b", article.text
    )
    has_office = first in TITLES and is_named_in_full is not None
    family = title.rpartition(" ")[2]
    is_used = len(re.findall(rf"\b{re.escape(family)}\b", article.text)) > 1
    is_one_name = [mention.text for mention in mentions(title)] == [title]
    return title if is_name and is_one_name and is_used and is_somebody and not has_office else ""


def _uninverted(title: str) -> str:
    """``Gertrude Bell`` for ``Bell, Gertrude``; ``Springfield, Ohio`` stays."""
    found = _INVERTED.match(title)
    return f"{found[2]} {found[1]}" if found and not place_kind(found[2]) else title


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
