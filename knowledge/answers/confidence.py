"""How sure it is that the articles answer a question, as a probability.

What counts is how full the best passage is of the question's terms, how far it stands before
those of other articles, and how much there was to go by: short questions match by accident.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from knowledge.answers.asked import Asked
from knowledge.answers.evidence import Evidence, Features

_SATURATION, _ARTICLE, _MARGIN, _LENGTH = 12.0, 2.0, 0.2, 1.0
_WEIGHTS = {"bigrams": 1.5, "topic": 1.0, "lead": 2.0, "fit": 0.3, "prefixes": 3.0, "strangers": -1.0}
_MARGIN_LIMIT = 6.0
_EVEN = 8.0
"""The sum at which an answer is as likely right as not."""


def confidence(asked: Asked, evidence: Sequence[Evidence]) -> float:
    """Return the probability that the best sentence of ``evidence`` answers, 0 to 1."""
    if not evidence:
        return 0.0
    return 1 / (1 + exp(_EVEN - strength(asked, evidence)))


def strength(asked: Asked, evidence: Sequence[Evidence]) -> float:
    """Return the sum behind the probability: what speaks for the best sentence."""
    best = evidence[0]
    return (
        _SATURATION * best.saturation
        + _MARGIN * _margin(evidence)
        + _ARTICLE * _share_of_article(evidence)
        + _LENGTH * log(1 + len(asked.weights))
        + _weighed(best.features)
    )


def _weighed(features: Features) -> float:
    return sum(weight * getattr(features, name) for name, weight in _WEIGHTS.items())


def _margin(evidence: Sequence[Evidence]) -> float:
    """Return how far the best sentence stands before the best of any other article."""
    best = evidence[0]
    others = (e.score for e in evidence if e.sentence.article != best.sentence.article)
    return min(best.score - max(others, default=0.0), _MARGIN_LIMIT)


def _share_of_article(evidence: Sequence[Evidence]) -> float:
    """Return the share of the passages read that stand in the best sentence's article."""
    places = {each.place: each.sentence.article for each in evidence}
    return list(places.values()).count(evidence[0].sentence.article) / len(places)
