"""How well each sentence of the best passages answers a question: features and their weights.

The weights were set by hand: coverage by the sentence and its surroundings decides, the passage's
own score and the shape of the wanted answer tip the balance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from operator import mul
from typing import NamedTuple

from knowledge.answers.asked import Asked
from knowledge.answers.choosing import nearness
from knowledge.answers.fit import fit
from knowledge.models import Sentence
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import K1, B, Match
from knowledge.search.tokens import terms

_LOOKED_INTO = 20
_ANY_ARTICLE = 0.3
_PREFIX = 5
_NAME_SHARE = 1 / 3
_FORM = re.compile(r"\w+")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should"
    r"|must|\w\w\w+ed|said|made|took|became|began|won|met|told|gave|held|led|wrote|came|went|saw"
    r"|says?|means?|contains?|includes?|makes?|takes?|gives?|consists?|refers?|lives?|leads?"
    r"|remains?|begins?|occurs?|provides?|wants?|needs?|seeks?|serves?|stands?|becomes?|flies|fly)\b"
)
_PRONOUN = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b")


class Features(NamedTuple):
    """What speaks for a sentence; shares lie between 0 and 1 and count by the terms' weights."""

    coverage: float  # share of the question in the sentence
    forms: float  # the same, as typed
    local: float  # the same, with rarity among the rivals
    before: float  # share that only the sentence before has
    two_before: float
    title: float  # share that only title or heading has
    passage: float  # score of the passage, of the best one's
    article: float  # share that the article's retrieved passages have
    bigrams: float  # share of the question's word pairs that the passage has
    prefixes: float  # share found only in words that begin alike ("marriage", "married")
    fit: float  # whether the sentence holds a value of the wanted shape
    near: float  # how strongly the question's words in the sentence point to that value
    stated: float  # a fact that answers is read from the sentence
    names: float  # share of the question's names that the passage lacks
    strangers: float  # share of the names that neither the sentence nor what leads to it has
    focus: float  # share of what is asked of the names that the sentence and its surroundings have
    topic: float  # the title stands whole in the question
    lead: float  # the first sentences of an article that the question is about
    verbless: float  # a caption or a fragment, by its form
    pronoun: float  # the sentence goes on about what was named before


WEIGHTS = Features(
    coverage=4,
    forms=1.5,
    local=3,
    before=5,
    two_before=2,
    title=6,
    passage=4,
    article=3,
    bigrams=2,
    prefixes=7,
    fit=1.5,
    near=2,
    stated=4,
    names=-1,
    strangers=-2,
    focus=0,
    topic=2,
    lead=4,
    verbless=-2,
    pronoun=0.5,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence as an answer, with what speaks for it. ``place`` is its passage's."""

    sentence: Sentence
    place: int
    features: Features
    score: float
    saturation: float
    """How full the passage is of the question's terms: BM25 of what it could be, 0 to 1."""

    @property
    def covered(self) -> float:
        """The share of the question that the sentence and what leads to it cover."""
        features = self.features
        return features.coverage + features.before + features.two_before + features.title


def ranked(
    asked: Asked,
    catalogue: Catalogue,
    matches: Sequence[Match],
    stated: AbstractSet[tuple[str, int]] = frozenset(),
) -> list[Evidence]:
    """Return the sentences of the matching passages, the best answer first.

    ``stated`` are sentences, by article and start, from which a fact that answers is known.
    """
    readings = [_read(catalogue, match) for match in matches]
    rivals = _Rivals.among(asked, readings, catalogue.index.average_length, stated)
    found = [evidence for reading in readings for evidence in _judged(asked, rivals, reading)]
    found.sort(key=_by_score)
    near = sorted((_looked_into(asked, each) for each in found[:_LOOKED_INTO]), key=_by_score)
    return near + found[_LOOKED_INTO:]


def _by_score(evidence: Evidence) -> float:
    return -evidence.score


def _looked_into(asked: Asked, evidence: Evidence) -> Evidence:
    """Add what takes longer to see: whether the sentence holds a value of the wanted shape."""
    text = evidence.sentence.text
    features = evidence.features._replace(fit=fit(asked, text), near=nearness(asked, text))
    return replace(evidence, features=features, score=sum(map(mul, WEIGHTS, features)))


def share(asked: Asked, covered: AbstractSet[str]) -> float:
    """Return the share of the question's weight that the ``covered`` terms carry."""
    total = asked.total
    return sum(w for term, w in asked.weights.items() if term in covered) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _Reading:
    """A passage with the terms of its sentences and of what stands over it."""

    match: Match
    sentences: tuple[Sentence, ...]
    sequences: tuple[tuple[str, ...], ...]
    sets: tuple[frozenset[str], ...]
    over: frozenset[str]
    title: frozenset[str]

    @property
    def around(self) -> frozenset[str]:
        return self.over.union(*self.sets)


@dataclass(frozen=True, slots=True)
class _Rivals:
    """What is known only when all passages are read."""

    best: float
    length: float
    local: Mapping[str, float]
    articles: Mapping[str, frozenset[str]]
    stated: AbstractSet[tuple[str, int]]

    @classmethod
    def among(
        cls,
        asked: Asked,
        readings: Sequence[_Reading],
        length: float,
        stated: AbstractSet[tuple[str, int]],
    ) -> _Rivals:
        best = max((reading.match.score for reading in readings), default=0.0)
        articles: dict[str, frozenset[str]] = {}
        for reading in readings:
            known = articles.get(reading.sentences[0].article, frozenset())
            articles[reading.sentences[0].article] = known | reading.around
        return cls(best if best > 0 else 1.0, length, _local(asked, readings), articles, stated)


def _local(asked: Asked, readings: Sequence[_Reading]) -> dict[str, float]:
    """Return each term's share of the question by its rarity among the rival sentences."""
    sets = [each for reading in readings for each in reading.sets]
    counts = {term: sum(term in each for each in sets) for term in asked.weights}
    weights = {
        term: weight * log(1 + (len(sets) - counts[term] + 0.5) / (counts[term] + 0.5))
        for term, weight in _levelled(asked).items()
    }
    total = sum(weights.values())
    return {term: weight / total for term, weight in weights.items()} if total else weights


def _levelled(asked: Asked) -> dict[str, float]:
    """Return 1 for each term, less for those that count less in any question."""
    top = max(asked.weights.values(), default=1.0)
    return {term: 0.5 + 0.5 * weight / top for term, weight in asked.weights.items()}


@lru_cache(maxsize=1 << 16)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


@lru_cache(maxsize=1 << 16)
def _forms(text: str) -> frozenset[str]:
    return frozenset(_FORM.findall(text.lower()))


def _read(catalogue: Catalogue, match: Match) -> _Reading:
    passage = catalogue.passage(match.place)
    sequences = tuple(_terms(sentence.text) for sentence in passage.sentences)
    title = frozenset(_terms(catalogue.article(match.place).title))
    return _Reading(
        match,
        passage.sentences,
        sequences,
        tuple(map(frozenset, sequences)),
        title.union(_terms(catalogue.heading(match.place))),
        title,
    )


def _judged(asked: Asked, rivals: _Rivals, reading: _Reading) -> Iterator[Evidence]:
    around = reading.around
    article = share(asked, rivals.articles[reading.sentences[0].article])
    passage = reading.match.score / rivals.best
    saturation = _saturation(asked, reading, rivals.length)
    bigrams = _bigrams(asked, reading.sequences)
    alike = _begun_alike(asked.weights.keys() - around, around)
    prefixes = share(asked, alike)
    names = lost_names(asked, around)
    topic = float(bool(reading.title) and reading.title <= asked.weights.keys())
    about = share(asked, reading.title)
    for n, sentence in enumerate(reading.sentences):
        here, before, two_before, title = _added(reading, n)
        features = Features(
            coverage=share(asked, here),
            forms=_typed_alike(asked, sentence.text),
            local=sum(weight for term, weight in rivals.local.items() if term in here),
            before=share(asked, before),
            two_before=share(asked, two_before),
            title=share(asked, title),
            passage=passage,
            article=article,
            bigrams=bigrams,
            prefixes=prefixes,
            fit=0.0,
            near=0.0,
            stated=float((sentence.article, sentence.start) in rivals.stated),
            names=names,
            strangers=lost_names(asked, here | before | two_before | title),
            focus=_focussed(asked, here | before | two_before | title | alike),
            topic=topic,
            lead=(about + _ANY_ARTICLE) / (1 + n + (3 if reading.sentences[0].start > 0 else 0)),
            verbless=float(_VERB.search(sentence.text) is None),
            pronoun=float(_PRONOUN.match(sentence.text) is not None),
        )
        score = sum(map(mul, WEIGHTS, features))
        yield Evidence(sentence, reading.match.place, features, score, saturation)


def _added(
    reading: _Reading, n: int
) -> tuple[AbstractSet[str], AbstractSet[str], AbstractSet[str], AbstractSet[str]]:
    """Return the terms of sentence ``n``, and what each of its surroundings adds to them."""
    here = reading.sets[n]
    before = reading.sets[n - 1] - here if n > 0 else frozenset[str]()
    two_before = reading.sets[n - 2] - here - before if n > 1 else frozenset[str]()
    return here, before, two_before, reading.over - here - before - two_before


def _saturation(asked: Asked, reading: _Reading, usual_length: float) -> float:
    counts = Counter(chain(reading.over, *reading.sequences))
    slack = K1 * (1 - B + B * counts.total() / usual_length)
    full = sum(w * counts[t] / (counts[t] + slack) for t, w in asked.weights.items())
    return full / asked.total if asked.total else 0.0


def _typed_alike(asked: Asked, text: str) -> float:
    forms, there = asked.forms, _forms(text)
    total = sum(forms.values())
    return sum(w for form, w in forms.items() if form in there) / total if total else 0.0


def _bigrams(asked: Asked, sequences: Iterable[Sequence[str]]) -> float:
    if not asked.bigrams:
        return 0.0
    there = {pair for sequence in sequences for pair in pairwise(sequence)}
    return len(asked.bigrams & there) / len(asked.bigrams)


def _focussed(asked: Asked, around: AbstractSet[str]) -> float:
    total = sum(asked.focus.values())
    there = sum(weight for term, weight in asked.focus.items() if term in around)
    return there / total if total else 1.0


def _begun_alike(missing: AbstractSet[str], around: AbstractSet[str]) -> frozenset[str]:
    long = [term for term in missing if len(term) >= _PREFIX]
    if not long:
        return frozenset()
    beginnings = {term[:_PREFIX] for term in around}
    return frozenset(term for term in long if term[:_PREFIX] in beginnings)


def lost_names(asked: Asked, around: AbstractSet[str]) -> float:
    """Return the share of the question's names of which ``around`` has less than a third."""
    if not asked.names:
        return 0.0
    lost = sum(not _has_name(asked, name, around) for name in asked.names)
    return lost / len(asked.names)


def _has_name(asked: Asked, name: Sequence[str], around: AbstractSet[str]) -> bool:
    whole = sum(asked.weights.get(term, 0.0) for term in name)
    there = sum(asked.weights.get(term, 0.0) for term in name if term in around)
    return there >= _NAME_SHARE * whole
