"""What several sentences say to one question: who agrees, who differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.answers.asked import Asked
from knowledge.answers.evidence import Evidence
from knowledge.answers.fit import MEASURED
from knowledge.answers.short.choosing import short_answer
from knowledge.language.quantities import Quantity, quantities
from knowledge.language.units import unit
from knowledge.search.tokens import terms

_AS_GOOD = 0.75
_AS_FULL = 0.8
_SUPPORTING = 0.6
_SAME_WORDS = 0.8
_SAME_THING = 2.0
"""Values further apart than this factor don't measure the same thing."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells the answer, and the piece of it that answers by itself."""

    evidence: Evidence
    value: str | None


def tellings(asked: Asked, evidence: Sequence[Evidence], limit: int) -> list[Telling]:
    """Return the best sentence, then those that say it too or otherwise, at most ``limit``."""
    found = [Telling(evidence[0], short_answer(asked, evidence[0].sentence.text))]
    steps = (_as_good, _agreeing) if asked.kind in MEASURED else (_as_good, _supporting)
    for step in steps:
        for each in step(found, evidence):
            if len(found) == limit:
                return found
            telling = Telling(each, short_answer(asked, each.sentence.text))
            if not _repeats(each, found) and _is_about_the_same(asked, found[0], telling):
                found.append(telling)
    return found


def summary(found: Sequence[Telling], names: Sequence[str]) -> str | None:
    """Return the short answer: one value, or each that differs with its sources."""
    if found[0].value is None:
        return None
    groups: list[tuple[list[str], list[str]]] = []
    for telling, name in zip(found, names, strict=True):
        if telling.value is None:
            continue
        values, sources = next((g for g in groups if _agree(g[0][0], telling.value)), ([], []))
        if not values:
            groups.append((values, sources))
        values.append(telling.value)
        sources.append(name)
    if len(groups) == 1 or _measure(groups[0][0][0]) is None:
        return _wording(groups[0][0])
    groups.sort(key=lambda group: -len(group[1]))
    return ", ".join(f"{_wording(values)} ({'; '.join(names)})" for values, names in groups)


def _wording(values: Sequence[str]) -> str:
    """Return the value as it stands by itself: "six hours", not the "six-hour" of a meeting."""
    return max(values, key=lambda value: ("-" not in value, values.count(value)))


def _as_good(found: Sequence[Telling], evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the sentences of other articles that answer about as well, one an article."""
    best = found[0].evidence
    told = {best.sentence.article}
    for each in evidence:
        if each.sentence.article not in told and _is_as_good(best, each):
            told.add(each.sentence.article)
            yield each


def _agreeing(found: Sequence[Telling], evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the sentences of articles not yet told that hold a value told already."""
    values = [telling.value for telling in found if telling.value is not None]
    told = {telling.evidence.sentence.article for telling in found}
    best = found[0].evidence
    for each in evidence:
        near = each.features.strangers <= best.features.strangers and each.features.fit > 0
        if near and each.sentence.article not in told and _holds_one_of(values, each):
            told.add(each.sentence.article)
            yield each


def _supporting(found: Sequence[Telling], evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield what else comes near the best sentence, whatever its article."""
    best = found[0].evidence
    return (each for each in evidence[1:] if each.score > _SUPPORTING * best.score)


def _holds_one_of(values: Sequence[str], evidence: Evidence) -> bool:
    held = [quantity.text for quantity in quantities(evidence.sentence.text)]
    return any(_agree(value, other) for value in values for other in held)


def _is_as_good(best: Evidence, other: Evidence) -> bool:
    return (
        other.score > _AS_GOOD * best.score
        and other.covered > _AS_FULL * best.covered
        and other.features.strangers <= best.features.strangers
        and other.features.fit >= min(best.features.fit, 1.0)
    )


def _repeats(each: Evidence, found: Sequence[Telling]) -> bool:
    words = set(terms(each.sentence.text))
    for telling in found:
        others = set(terms(telling.evidence.sentence.text))
        if len(words & others) >= _SAME_WORDS * len(words | others):
            return True
    return False


def _is_about_the_same(asked: Asked, best: Telling, other: Telling) -> bool:
    if asked.kind not in MEASURED:
        return True
    if best.value is None or other.value is None:
        return best.value is other.value
    first, second = _measure(best.value), _measure(other.value)
    if first is None or second is None:
        return best.value == other.value
    low, high = sorted((_size(first), _size(second)))
    return first.dimension == second.dimension and high <= _SAME_THING * low


def _agree(first: str, second: str) -> bool:
    one, other = _measure(first), _measure(second)
    if one is None or other is None:
        return first.casefold() == second.casefold()
    same = (one.low, one.high) == (other.low, other.high) or _size(one) == _size(other)
    return same and _is_bound(one) == _is_bound(other)


def _is_bound(quantity: Quantity) -> bool:
    """Say whether the value is only a limit: "more than five hours" is not "five hours"."""
    return quantity.qualifier not in {"", "about", "almost"}


def _measure(value: str) -> Quantity | None:
    return next(iter(quantities(value)), None)


def _size(quantity: Quantity) -> float:
    known = unit(quantity.unit)
    middle = (quantity.low + quantity.high) / 2
    return middle * known.size if known else middle
