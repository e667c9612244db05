"""The sentences of the best passages, judged as answers to a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from knowledge.answers import features
from knowledge.answers.asked import Asked
from knowledge.answers.features import Features, share
from knowledge.answers.fit import fit
from knowledge.answers.readings import Reading, Rivals, read, rivals
from knowledge.answers.short.choosing import nearness
from knowledge.models import Sentence
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import Match

_LOOKED_INTO = 14
"""Sentences whose values are looked at; the others stand too far behind."""

_ANY_ARTICLE = 0.3
"""How much an article's first sentence counts when the question isn't about its title."""

_LATER_PASSAGE = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence as an answer, with what speaks for it. ``place`` is its passage's."""

    sentence: Sentence
    place: int
    features: Features
    score: float
    terms: tuple[str, ...]
    saturation: float
    """How full the passage is of the question's terms: BM25 of what it could be, 0 to 1."""

    @property
    def covered(self) -> float:
        """The share of the question that the sentence and what leads to it cover."""
        found = self.features
        return found.coverage + found.alike + found.before + found.two_before + found.title


def ranked(
    asked: Asked,
    catalogue: Catalogue,
    matches: Sequence[Match],
    stated: AbstractSet[tuple[str, int]] = frozenset(),
) -> list[Evidence]:
    """Return the sentences of the matching passages, the best answer first.

    ``stated`` are sentences, by article and start, from which a fact that answers is known.
    """
    readings = [read(catalogue, match) for match in matches]
    among = rivals(asked, readings, catalogue.index.average_length, stated)
    found = [evidence for reading in readings for evidence in _judged(asked, among, reading)]
    found.sort(key=_by_score)
    near = sorted((_looked_into(asked, each) for each in found[:_LOOKED_INTO]), key=_by_score)
    return near + found[_LOOKED_INTO:]


def _by_score(evidence: Evidence) -> float:
    return -evidence.score


def _looked_into(asked: Asked, evidence: Evidence) -> Evidence:
    """Add what takes longer to see: whether the sentence holds a value of the wanted shape."""
    text = evidence.sentence.text
    missing = asked.weights.keys() - set(evidence.terms)
    seen = evidence.features._replace(
        fit=fit(asked, text),
        near=nearness(asked, text),
        alike=share(asked, features.alike(missing, frozenset(evidence.terms))),
        joined=features.joined(asked, evidence.terms),
        sort=features.of_sort(asked, evidence.terms),
    )
    return replace(evidence, features=seen, score=features.score(seen))


def _judged(asked: Asked, among: Rivals, reading: Reading) -> Iterator[Evidence]:
    saturation = reading.saturation(asked, among.length)
    common = _of_passage(asked, among, reading)
    about = share(asked, reading.title) + _ANY_ARTICLE
    late = 1 if reading.opens_article else 1 + _LATER_PASSAGE
    every = zip(reading.sentences, reading.sequences, reading.added(asked), strict=True)
    for n, (sentence, terms, added) in enumerate(every):
        found = common._replace(
            coverage=share(asked, added.here),
            forms=features.typed_alike(asked, sentence.text),
            local=sum(among.local[term] for term in added.here),
            before=share(asked, added.before),
            two_before=share(asked, added.two_before),
            title=share(asked, added.over),
            stated=float((sentence.article, sentence.start) in among.stated),
            strangers=features.lost_names(asked, frozenset().union(*added)),
            lead=about / (late + n),
            verbless=float(features.is_verbless(sentence.text)),
            pronoun=float(features.goes_on(sentence.text)),
        )
        yield Evidence(
            sentence, reading.match.place, found, features.score(found), terms, saturation
        )


def _of_passage(asked: Asked, among: Rivals, reading: Reading) -> Features:
    """Return the features that all sentences of a passage share, the others at 0."""
    found = features.alike(asked.weights.keys() - reading.around, reading.around)
    return Features(
        passage=reading.match.score / among.best,
        article=share(asked, among.articles[reading.article]),
        bigrams=features.bigrams(asked, reading.sequences),
        prefixes=share(asked, found),
        names=features.lost_names(asked, reading.around),
        topic=float(bool(reading.title) and reading.title <= asked.weights.keys()),
    )
