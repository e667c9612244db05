"""Which of the candidates that passed are asked: one a fact, few of a sort, none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.surroundings import said

_PLACES = frozenset({"city", "country", "state", "region", "place"})
_ASKED_APART = frozenset({"person", "date", "number"})
_REPEATED = 80.0
_MOST = {"untitled": 2, "abbreviation": 1}
"""How many an article may have of what is soon too much: asked without its title, for letters."""


def one_each(passed: Iterable[Candidate]) -> list[Candidate]:
    """The best candidate of each fact; of each clause one who, one where, one when, one what."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in passed:
        fact = candidate.fact
        place = (fact.citations[0].article, fact.citations[0].start)
        key = (*place, _asks(candidate)) if fact.kind in CLAUSAL else (fact.id,)
        known = best.get(key)
        if known is None or _rank(candidate) < _rank(known):
            best[key] = candidate
    return _varied(best.values())


def _asks(candidate: Candidate) -> str:
    """What of its clause a candidate asks for: two that ask for the same are one too many."""
    kind = candidate.answer_kind
    return "place" if kind in _PLACES else kind if kind in _ASKED_APART else "thing"


def _varied(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, few of an article that are asked without its title or for letters' sake.

    Of two that repeat each other the better one stays.
    """
    seen: Counter[tuple[str, str, bool]] = Counter()
    kept: list[Candidate] = []
    answers: dict[str, list[Candidate]] = {}
    for candidate in sorted(candidates, key=_rank):
        alike = answers.setdefault(candidate.answer, [])
        if any(_repeats(candidate, other) for other in alike):
            continue
        place = _scarce(candidate)
        seen[place] += 1
        if not place[1] or seen[place] <= _MOST[place[1]]:
            kept.append(candidate)
            alike.append(candidate)
    return kept


def _scarce(candidate: Candidate) -> tuple[str, str, bool]:
    """The article, the sort (empty where many may be asked) and whether it was doubted unread."""
    is_short = candidate.fact.kind == "abbreviation"
    sort = "abbreviation" if is_short else "" if candidate.title else "untitled"
    return candidate.fact.citations[0].article, sort, bool(candidate.doubted_by)


def _repeats(candidate: Candidate, other: Candidate) -> bool:
    """Whether two with the same answer ask nearly the same of one article."""
    kinds = {candidate.fact.kind, other.fact.kind}
    if not kinds & CLAUSAL:
        return False
    if kinds - CLAUSAL and {*candidate.fact.citations} & {*other.fact.citations}:
        return True
    same_article = candidate.fact.citations[0].article == other.fact.citations[0].article
    alike = fuzz.token_set_ratio(said(candidate.fact), said(other.fact))
    return same_article and alike >= _REPEATED


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, bool, float]:
    """Undoubted first, of the narrower kinds, with a title, not turned round, and by worth."""
    kind, is_doubted = candidate.fact.kind, bool(candidate.doubted_by)
    is_turned = kind in {"gap", "list", "clause"}
    return is_doubted, kind in CLAUSAL, candidate.title == "", is_turned, -candidate.worth
