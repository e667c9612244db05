"""What several sentences say to one question: who agrees, who differs, and who speaks of something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.answers.asked import Asked
from knowledge.answers.choosing import short_answer
from knowledge.answers.evidence import Evidence
from knowledge.answers.fit import MEASURED
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
    """A sentence that tells the answer, and its own wording of it where a piece answers by itself."""

    evidence: Evidence
    value: str | None


def tellings(asked: Asked, evidence: Sequence[Evidence], limit: int) -> list[Telling]:
    """Return the best sentence, then those that say it too or otherwise, at most ``limit``."""
    best = Telling(evidence[0], short_answer(asked, evidence[0].sentence.text))
    found = [best]
    for each in _worth_telling(asked, evidence):
        if len(found) == limit:
            break
        telling = Telling(each, short_answer(asked, each.sentence.text))
        if not _repeats(each, found) and _is_about_the_same(asked, best, telling):
            found.append(telling)
    return found


def summary(found: Sequence[Telling], names: Sequence[str]) -> str | None:
    """Return the short answer: one value, or each that differs with the ``names`` of its sources."""
    groups: list[tuple[list[str], list[str]]] = []
    for telling, name in zip(found, names, strict=True):
        if telling.value is None:
            continue
        values, sources = next((g for g in groups if _agree(g[0][0], telling.value)), ([], []))
        if not values:
            groups.append((values, sources))
        values.append(telling.value)
        sources.append(name)
    if not groups:
        return None
    if len(groups) == 1 or _measure(groups[0][0][0]) is None:
        return _wording(groups[0][0])
    groups.sort(key=lambda group: -len(group[1]))
    return ", ".join(f"{_wording(values)} ({'; '.join(names)})" for values, names in groups)


def _wording(values: Sequence[str]) -> str:
    """Return the value as it stands by itself: "six hours", not the "six-hour" of a meeting."""
    return max(values, key=lambda value: ("-" not in value, values.count(value)))


def _worth_telling(asked: Asked, evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield other articles' sentences that are as good, then what else supports the answer."""
    best, rest = evidence[0], evidence[1:]
    near = [each for each in rest if _is_as_good(best, each) or _says_the_same(asked, best, each)]
    elsewhere = [each for each in near if each.sentence.article != best.sentence.article]
    told = {best.sentence.article}
    for each in elsewhere:
        if each.sentence.article not in told:
            told.add(each.sentence.article)
            yield each
    if asked.kind not in MEASURED:
        yield from (each for each in rest if each.score > _SUPPORTING * best.score)


def _is_as_good(best: Evidence, other: Evidence) -> bool:
    return (
        other.score > _AS_GOOD * best.score
        and other.covered > _AS_FULL * best.covered
        and other.features.strangers <= best.features.strangers
        and other.features.fit >= min(best.features.fit, 1.0)
    )


def _says_the_same(asked: Asked, best: Evidence, other: Evidence) -> bool:
    """Say whether a weaker sentence gives the same value and names all whom the best one names."""
    if asked.kind not in MEASURED or other.features.strangers > best.features.strangers:
        return False
    one = short_answer(asked, best.sentence.text)
    two = short_answer(asked, other.sentence.text)
    return one is not None and two is not None and _agree(one, two)


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
