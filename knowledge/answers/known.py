"""Facts that are there already: which sentences state what a question asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.answers.asked import Asked
from knowledge.answers.kinds import Kind
from knowledge.models import Fact
from knowledge.search.tokens import terms

_ENDINGS: dict[str, Kind] = {
    "duration": "duration",
    "date": "date",
    "time": "date",
    "place": "place",
    "venue": "place",
    "cause": "reason",
    "before": "person",
}
_OFFICE = "office"


class KnownFacts:
    """Facts by the terms of the names that they are about."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_term: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            for term in {term for value in _about(fact).values() for term in terms(value)}:
                self._by_term[term].append(fact)

    def stated(self, asked: Asked) -> frozenset[tuple[str, int]]:
        """Return the sentences, by article and start, that state a fact asked for."""
        facts = {fact.id: fact for term in asked.weights for fact in self._by_term.get(term, ())}
        return frozenset(
            (citation.article, citation.start)
            for fact in facts.values()
            if _answers(asked, fact)
            for citation in fact.citations
        )


def _about(fact: Fact) -> Mapping[str, str]:
    """Return the names and roles that a fact is about; an office is about its holder too."""
    if fact.kind == _OFFICE:
        return {**fact.arguments, "holder": fact.value}
    return fact.arguments if _wanted(fact) else {}


def _wanted(fact: Fact) -> Kind | None:
    """Return the kind of question that the fact's value answers."""
    return "person" if fact.kind == _OFFICE else _ENDINGS.get(fact.kind.rpartition("_")[2])


def _answers(asked: Asked, fact: Fact) -> bool:
    there = {term for value in _about(fact).values() for term in terms(value)}
    if not asked.names or any(there.isdisjoint(name) for name in asked.names):
        return False
    if fact.kind == _OFFICE:
        return _asks_for_office(asked, fact, there)
    return asked.kind == _wanted(fact) and _speaks_of_the_deed(asked, fact)


def _asks_for_office(asked: Asked, fact: Fact, there: set[str]) -> bool:
    holder = set(terms(fact.value))
    if asked.kind == "office" or asked.asks_who_somebody_is:
        return any(not holder.isdisjoint(name) for name in asked.names)
    return asked.asks_who_holds and there >= asked.weights.keys()


def _speaks_of_the_deed(asked: Asked, fact: Fact) -> bool:
    """Say whether what is asked of those named stands in the fact's kind or sentences."""
    said = {*terms(fact.kind.replace("_", " ")), *_terms_of(fact)}
    return not asked.focus or not said.isdisjoint(asked.focus)


def _terms_of(fact: Fact) -> Sequence[str]:
    return [term for citation in fact.citations for term in terms(citation.quote)]
