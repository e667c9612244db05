"""Gathers what a library holds around its questions, once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from knowledge.articles import sentences
from knowledge.language.dates import dates
from knowledge.language.names import Names
from knowledge.models import Article, Fact
from knowledge.questions.elsewhere import Elsewhere
from knowledge.questions.options.people import is_surely_person
from knowledge.questions.options.profiles import profiles, years_in
from knowledge.questions.surroundings import Surroundings, long_words, neighbours


def surroundings(facts: Sequence[Fact], articles: Sequence[Article], names: Names) -> Surroundings:
    """What the facts and the articles say beside each question made from them."""
    told = {a.id: [(s.text, names.find(s.text)) for s in sentences(a)] for a in articles}
    found = {article: [n for _, there in each for n in there] for article, each in told.items()}
    each = [name for found_there in found.values() for name in found_there]
    titles = [article.title for article in articles]
    persons = frozenset(
        name.full for name in each if name.kind == "person" and is_surely_person(name, titles)
    )
    named_in = {article: frozenset(n.full for n in there) for article, there in found.items()}
    lives = (fact for fact in facts if fact.kind in {"birth", "death"})
    return Surroundings(
        facts,
        names,
        dates=_days(told, articles),
        published={article.id: article.published for article in articles},
        by_word=_by((word, fact) for fact in facts for word in long_words(fact)),
        disbelieved=_disbelieved(facts),
        persons=persons,
        named_in=named_in,
        near=neighbours(named_in, persons),
        people=profiles(chain.from_iterable(told.values())),
        dated={a: [text for text, _ in each if years_in(text)] for a, each in told.items()},
        lives=_by((citation.article, fact) for fact in lives for citation in fact.citations),
        elsewhere=Elsewhere(articles),
    )


def _days(
    told: Mapping[str, Sequence[tuple[str, object]]], articles: Iterable[Article]
) -> list[str]:
    """The days, months and years that the articles name, the most frequent first."""
    codes = (d.code for a in articles for text, _ in told[a.id] for d in dates(text, a.published))
    return [code for code, _ in Counter(codes).most_common()]


def _disbelieved(facts: Iterable[Fact]) -> frozenset[tuple[str, int]]:
    """The sentences that say of an office what the library does not believe."""
    return frozenset(
        (citation.article, citation.start)
        for fact in facts
        if fact.kind == "office" and fact.conflicts and fact.confidence < 1 / 2
        for citation in fact.citations
    )


def _by(pairs: Iterable[tuple[str, Fact]]) -> dict[str, list[Fact]]:
    """The facts under each key."""
    found: dict[str, list[Fact]] = {}
    for key, fact in pairs:
        found.setdefault(key, []).append(fact)
    return found
