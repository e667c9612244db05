"""How sure it is that the articles answer a question, as a probability.

What counts is how full the best passage is of the question's terms, how far it stands before
those of other articles, and how much there was to go by: short questions match by accident, and
in a large library more does. The weights were set by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import exp, log

from knowledge.answers.asked import Asked
from knowledge.answers.evidence import Evidence
from knowledge.answers.features import Features, share
from knowledge.answers.fit import LACKING, MEASURED
from knowledge.answers.kin import kin_of
from knowledge.search.catalogue import Catalogue
from knowledge.search.tokens import terms

_SATURATION, _ARTICLE, _MARGIN, _LENGTH, _SCORE = 10.0, 2.0, 0.2, 1.5, 0.075
_WEIGHTS = {
    "forms": 1.5,
    "bigrams": 1.5,
    "joined": 0.5,
    "topic": 1.5,
    "lead": 2.0,
    "near": 1.0,
    "prefixes": 2.5,
    "alike": 2.0,
    "strangers": -1.0,
    "stated": 3.0,
}
_SPOKEN = 1.0
_UNKNOWN = -5.0
_UNKNOWN_BORNE = 1 / 3
_NO_DATE = -1.5
_UNKNOWN_SORT = -1.0
_NOTHING_SAID = -1.0
_CARRIED = 1.5
_LEFT_WHERE_LACKING = 0.3
_EVENTS = frozenset(terms("born die marry"))
"""What happens to everybody, and stands in a library's sentences about whomever: a day in the life
of somebody who is named answers "When was she born?" only where it says so."""
_YEARS_OF_A_LIFE = re.compile(
    r"[\w)] \([^()]*(?:\b(?:born|died|c\.|b\.|d\.)[^()]*\d{3,4}|\d{3,4}[^()]*(?:[-–]|\d{3,4}))"
)
"""Brackets such as "(4 May 1901 – 2 June 1980)" and "(born 1970)"."""
_ANOTHER_TIME = re.compile(r"(?<=\w )(?:before|after|when|until|while)\b.*")
_NOTHING_OF_THE_NAMED = -5.5
_MARGIN_LIMIT = 6.0
_EVEN_OF_ONE = 7.1
_EVEN_BY_SIZE = 0.57
"""Of n passages, a sum of ``_EVEN_OF_ONE + _EVEN_BY_SIZE * ln n`` is as likely right as not."""


def confidence(asked: Asked, catalogue: Catalogue, evidence: Sequence[Evidence]) -> float:
    """Return the probability that the best sentence of ``evidence`` answers, 0 to 1.

    A question that names somebody of whom the library knows less than half the name has none.
    """
    if not evidence or _names_a_stranger(asked, catalogue):
        return 0.0
    even = _EVEN_OF_ONE + _EVEN_BY_SIZE * log(len(catalogue))
    sure = 1 / (1 + exp(even - strength(asked, catalogue, evidence)))
    lacks_figure = asked.kind in MEASURED and evidence[0].features.fit <= LACKING
    is_lacking = lacks_figure or _tells_no_such_event(asked, evidence[0])
    return sure * _LEFT_WHERE_LACKING if is_lacking else sure


def _tells_no_such_event(asked: Asked, best: Evidence) -> bool:
    """Say whether a birth, death or marriage is asked for, and the best sentence tells of none."""
    events = _EVENTS & {*terms(_ANOTHER_TIME.sub("", asked.text))}
    told = {*terms(best.sentence.text)}
    is_told = all(event in told or not kin_of(event).isdisjoint(told) for event in events)
    return not (is_told or best.features.stated or _YEARS_OF_A_LIFE.search(best.sentence.text))


def strength(asked: Asked, catalogue: Catalogue, evidence: Sequence[Evidence]) -> float:
    """Return the sum behind the probability: what speaks for the best sentence and against it."""
    best = evidence[0]
    return (
        _SATURATION * best.saturation
        + _SCORE * best.score
        + _SPOKEN * (bool(asked.speaker) and best.features.fit > 0)
        + _MARGIN * _margin(evidence)
        + _ARTICLE * _share_of_article(evidence)
        + _LENGTH * log(1 + sum(term in catalogue for term in asked.weights))
        + _weighed(best.features)
        + _UNKNOWN * max(_unknown(asked, catalogue) - _UNKNOWN_BORNE, 0.0)
        + _NO_DATE * (best.features.fit <= LACKING)
        + _UNKNOWN_SORT * (bool(asked.sort) and not _known(asked.sort, catalogue))
        + _NOTHING_SAID * (best.covered <= best.features.title)
        + _CARRIED * best.features.pronoun * best.features.before
        + _NOTHING_OF_THE_NAMED * _asks_the_unknown(asked, catalogue)
    )


def _weighed(features: Features) -> float:
    values = features._asdict()
    return sum(weight * float(values[name]) for name, weight in _WEIGHTS.items())


def _names_a_stranger(asked: Asked, catalogue: Catalogue) -> bool:
    return any(2 * sum(term in catalogue for term in name) <= len(name) for name in asked.names)


def _asks_the_unknown(asked: Asked, catalogue: Catalogue) -> bool:
    """Say whether all that is asked of those who are named is foreign to the library."""
    return bool(asked.names) and bool(asked.focus) and not _known(asked.focus, catalogue)


def _unknown(asked: Asked, catalogue: Catalogue) -> float:
    return 1 - share(asked, _known(asked.weights, catalogue))


def _known(terms: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """Return the terms that the library has, or has a word for that says about the same."""
    return frozenset(t for t in terms if t in catalogue or any(k in catalogue for k in kin_of(t)))


def _margin(evidence: Sequence[Evidence]) -> float:
    """Return how far the best sentence stands before the best of any other article."""
    best = evidence[0]
    others = (e.score for e in evidence if e.sentence.article != best.sentence.article)
    return min(best.score - max(others, default=0.0), _MARGIN_LIMIT)


def _share_of_article(evidence: Sequence[Evidence]) -> float:
    """Return the share of the passages read that stand in the best sentence's article."""
    places = {each.place: each.sentence.article for each in evidence}
    return list(places.values()).count(evidence[0].sentence.article) / len(places)
