"""What speaks for a sentence as an answer, and how much: the weights were set by hand.

Coverage by the sentence and its surroundings decides; the passage's own score and the shape of
the wanted answer tip the balance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from knowledge.answers.asked import Asked
from knowledge.answers.kin import kin

_PREFIX = 5
"""Letters that "marriage" and "married" share."""

_NAME_SHARE = 1 / 3
_FORM = re.compile(r"\w+")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should"
    r"|must|\w\w\w+ed|said|made|took|became|began|won|met|told|gave|held|led|wrote|came|went|saw"
    r"|says?|means?|contains?|includes?|makes?|takes?|gives?|consists?|refers?|lives?|leads?"
    r"|remains?|begins?|occurs?|provides?|wants?|needs?|seeks?|serves?|stands?|becomes?|flies|fly)\b"
)
_LONG = 20
"""Words of which one is a verb, if only one that isn't listed."""

_PRONOUN = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b")


class Features(NamedTuple):
    """What speaks for a sentence; shares lie between 0 and 1 and count by the terms' weights."""

    coverage: float = 0.0  # share of the question in the sentence
    forms: float = 0.0  # the same, as typed
    local: float = 0.0  # the same, with rarity among the rivals
    before: float = 0.0  # share that only the sentence before has
    two_before: float = 0.0
    title: float = 0.0  # share that only title or heading has
    passage: float = 0.0  # score of the passage, of the best one's
    article: float = 0.0  # share that the article's retrieved passages have
    bigrams: float = 0.0  # share of the question's word pairs that the passage has
    prefixes: float = 0.0  # share found only in words alike ("marriage", "married"; "job", "post")
    fit: float = 0.0  # whether the sentence holds a value of the wanted shape
    near: float = 0.0  # how strongly the question's words in the sentence point to that value
    alike: float = 0.0  # the same within the sentence
    joined: float = 0.0  # how near words that the question joins stand to each other
    sort: float = 0.0  # share of what the question says the answer is: "which river"
    stated: float = 0.0  # a fact that answers is read from the sentence
    names: float = 0.0  # share of the question's names that the passage lacks
    strangers: float = 0.0  # share of the names that neither the sentence nor what leads to it has
    topic: float = 0.0  # the title stands whole in the question
    lead: float = 0.0  # the first sentences of an article that the question is about
    verbless: float = 0.0  # a caption or a fragment, by its form
    pronoun: float = 0.0  # the sentence goes on about what was named before


WEIGHTS = Features(
    coverage=4.5,
    forms=2,
    local=3.5,
    before=5,
    two_before=1,
    title=7,
    passage=4,
    article=3,
    bigrams=3,
    prefixes=5,
    fit=1,
    near=3,
    alike=6,
    joined=3,
    sort=1,
    stated=4,
    names=-1,
    strangers=-2,
    topic=2,
    lead=6,
    verbless=-2,
    pronoun=1,
)


def score(features: Features) -> float:
    """Return the weighted sum."""
    return float(sum(map(mul, WEIGHTS, features)))


def share(asked: Asked, covered: AbstractSet[str]) -> float:
    """Return the share of the question's weight that the ``covered`` terms carry."""
    if not covered or not asked.total:
        return 0.0
    return sum([w for term, w in asked.weights.items() if term in covered]) / asked.total


def typed_alike(asked: Asked, text: str) -> float:
    """Return the share of the question whose words stand in ``text`` as they were typed."""
    typed, there = asked.forms, _forms(text)
    total = sum(typed.values())
    return sum([w for form, w in typed.items() if form in there]) / total if total else 0.0


def bigrams(asked: Asked, sequences: Iterable[Sequence[str]]) -> float:
    """Return the share of the question's pairs of words that stand together somewhere."""
    if not asked.bigrams:
        return 0.0
    there = {pair for sequence in sequences for pair in pairwise(sequence)}
    return len(asked.bigrams & there) / len(asked.bigrams)


def joined(asked: Asked, sequence: Sequence[str]) -> float:
    """Return how near the question's neighbouring words stand in the sentence, 0 to 1."""
    places: dict[str, list[int]] = {}
    for n, term in enumerate(sequence):
        if term in asked.weights:
            places.setdefault(term, []).append(n)
    near = whole = 0.0
    for one, other in asked.bigrams:
        weight = asked.weights[one] + asked.weights[other]
        whole += weight
        if one != other and one in places and other in places:
            near += weight / min(abs(n - m) for n in places[one] for m in places[other])
    return near / whole if whole else 0.0


def of_sort(asked: Asked, sequence: Sequence[str]) -> float:
    """Return the share of the words for the sort of answer that stand in the sentence."""
    there = asked.sort.intersection(sequence) | kin(asked.sort, frozenset(sequence))
    return len(there) / len(asked.sort) if asked.sort else 0.0


def alike(missing: AbstractSet[str], around: AbstractSet[str]) -> frozenset[str]:
    """Return the ``missing`` terms that begin like one ``around``, or say about the same."""
    long = [term for term in missing if len(term) >= _PREFIX]
    beginnings = {term[:_PREFIX] for term in around} if long else set()
    return kin(missing, around).union(term for term in long if term[:_PREFIX] in beginnings)


def lost_names(asked: Asked, around: AbstractSet[str]) -> float:
    """Return the share of the question's names of which ``around`` has less than a third."""
    if not asked.names:
        return 0.0
    return sum(not _has_name(asked, name, around) for name in asked.names) / len(asked.names)


def is_verbless(text: str) -> bool:
    """Say whether a sentence is a caption or a fragment, by the verbs that it lacks."""
    return _VERB.search(text) is None and text.count(" ") < _LONG


def goes_on(text: str) -> bool:
    """Say whether a sentence is about what was named before it."""
    return _PRONOUN.match(text) is not None


@lru_cache(maxsize=1 << 16)
def _forms(text: str) -> frozenset[str]:
    return frozenset(_FORM.findall(text.lower()))


def _has_name(asked: Asked, name: Sequence[str], around: AbstractSet[str]) -> bool:
    whole = sum(asked.weights.get(term, 0.0) for term in name)
    there = sum(asked.weights.get(term, 0.0) for term in name if term in around)
    return there >= _NAME_SHARE * whole
