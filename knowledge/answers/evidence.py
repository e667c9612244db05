"""How well a sentence answers a question: features that can be read, weights that were set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.answers.asked import Asked
from knowledge.answers.spans import KINDS_WITH_SPANS, Span, spans
from knowledge.models import Passage, Sentence
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import Match
from knowledge.search.tokens import terms

_COVERAGE, _BEFORE, _TWO_BEFORE, _TITLE = 10.0, 5.0, 2.0, 5.0
_PASSAGE, _BIGRAMS, _TYPED, _UNTYPED, _LOST_NAMES = 4.0, 2.0, 1.0, 1.0, 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence as an answer: its score against its rivals, and the share of the question it covers."""

    sentence: Sentence
    place: int
    score: float
    coverage: float
    spans: tuple[Span, ...]


def ranked(asked: Asked, catalogue: Catalogue, matches: Sequence[Match]) -> list[Evidence]:
    """Return the sentences of the matching passages, the best answer first."""
    best = max((match.score for match in matches), default=0.0)
    found = [
        evidence
        for match in matches
        for evidence in _of_passage(asked, catalogue, match, best if best > 0 else 1.0)
    ]
    return sorted(found, key=lambda evidence: -evidence.score)


def share(asked: Asked, covered: Iterable[str]) -> float:
    """Return the share of the question's weight that ``covered`` terms carry, 0 to 1."""
    total = sum(asked.weights.values())
    return sum(asked.weights.get(term, 0.0) for term in set(covered)) / total if total else 0.0


@lru_cache(maxsize=1 << 16)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _of_passage(
    asked: Asked, catalogue: Catalogue, match: Match, best: float
) -> Iterable[Evidence]:
    passage = catalogue.passage(match.place)
    title = {
        *_terms(catalogue.article(match.place).title),
        *_terms(catalogue.heading(match.place)),
    }
    within = [_terms(sentence.text) for sentence in passage.sentences]
    around = title.union(*within)
    common = _PASSAGE * match.score / best + _BIGRAMS * _bigrams(asked, within)
    common -= _LOST_NAMES * _lost_names(asked, around)
    for n, sentence in enumerate(passage.sentences):
        yield _judged(asked, sentence, match.place, common, _context(within, title, n))


def _context(
    within: Sequence[tuple[str, ...]], title: set[str], n: int
) -> tuple[set[str], set[str], set[str], set[str]]:
    """Return the terms of sentence ``n``, and what its forerunners and the title add to them."""
    here = set(within[n])
    before = set(within[n - 1]) - here if n > 0 else set()
    two_before = set(within[n - 2]) - here - before if n > 1 else set()
    return here, before, two_before, title - here - before - two_before


def _judged(
    asked: Asked,
    sentence: Sentence,
    place: int,
    common: float,
    context: tuple[set[str], set[str], set[str], set[str]],
) -> Evidence:
    weights = (_COVERAGE, _BEFORE, _TWO_BEFORE, _TITLE)
    covered = [share(asked, terms) for terms in context]
    score = common + sum(w * c for w, c in zip(weights, covered, strict=True))
    found = tuple(spans(sentence.text, asked.kind))
    if asked.kind in KINDS_WITH_SPANS:
        new = any(set(_terms(span.text)) - asked.weights.keys() for span in found)
        score += _TYPED if new else -_UNTYPED
    return Evidence(sentence, place, score, sum(covered), found)


def _bigrams(asked: Asked, within: Sequence[tuple[str, ...]]) -> float:
    wanted = asked.bigrams
    there = {pair for sentence in within for pair in pairwise(sentence)}
    return len(wanted & there) / len(wanted) if wanted else 0.0


def _lost_names(asked: Asked, around: set[str]) -> float:
    lost = [name for name in asked.names if not around.intersection(name)]
    return len(lost) / len(asked.names) if asked.names else 0.0


def passage_of(catalogue: Catalogue, evidence: Evidence) -> Passage:
    """Return the passage that the sentence stands in."""
    return catalogue.passage(evidence.place)
