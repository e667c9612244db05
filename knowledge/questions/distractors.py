"""Wrong options: of the key's kind, plausible, from the library first, and never true.

A value is never offered when any fact of the library gives it to the same thing, nor when it
lies so near the key that a careful reader could defend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from knowledge.language.dates import PartialDate, from_code
from knowledge.language.gazetteers import CAPITALS
from knowledge.language.names import Names
from knowledge.language.places import capital_of, country_named, neighbours, place_kind
from knowledge.language.quantities import phrase
from knowledge.models import Expected, Fact
from knowledge.questions.candidates import Candidate

WANTED = 3
_FAR = 1.45
"""Wrong quantities differ from all that the sources say by at least this factor."""
_PLAUSIBLE = 4.0
"""… and by no more than this one."""
_FACTORS = (2.0, 0.5, 1.5, 3.0, 1 / 3, 2.5, 4.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the library offers as wrong options: its facts, names, places and days."""

    facts: Sequence[Fact]
    names: Names
    places: Mapping[str, int]
    dates: Sequence[str]
    published: Mapping[str, date | None]

    def true_values(self, fact: Fact) -> set[str]:
        """Every value that any fact of the kind gives to the same thing, right or wrong."""
        same = (other for other in self.facts if _same_subject(other, fact))
        return {value for other in same for value in _values(other)}


def distractors(candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    """Up to three wrong options for the candidate's answer; none is true by any fact."""
    makers = {
        "quantity": _quantities,
        "date": _dates,
        "person": _persons,
        "city": _cities,
        "country": _countries,
        "state": _states,
    }
    maker = makers.get(candidate.answer_kind)
    if maker is None:
        return ()
    taken = around.true_values(candidate.fact) | {candidate.answer}
    fair = (option for option in maker(candidate, around) if option not in taken)
    return tuple(dict.fromkeys(fair))[:WANTED]


def _same_subject(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind:
        return False
    return sorted(one.arguments.values()) == sorted(other.arguments.values())


def _values(fact: Fact) -> set[str]:
    return {fact.value, *(fact.expected.names if fact.expected else ())}


def _quantities(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    expected = candidate.fact.expected
    if expected is None:
        return
    hedge = candidate.fact.qualifier
    for value in _amounts(candidate, expected, around):
        yield phrase(value, value, expected.unit, hedge)


def _amounts(candidate: Candidate, expected: Expected, around: Surroundings) -> Iterator[float]:
    """Values of the library in the same unit, then round multiples; far from one another too."""
    own = [
        fact.expected.low
        for fact in around.facts
        if fact.expected
        and fact.kind == candidate.fact.kind
        and fact.expected.unit == expected.unit
    ]
    kept = [expected.low, expected.high]
    for value in chain(own, (_rounded(expected.high * factor) for factor in _FACTORS)):
        if value > 0 and _is_apart(value, kept) and _is_plausible(value, expected):
            kept.append(value)
            yield value


def _is_apart(value: float, others: Iterable[float]) -> bool:
    return all(max(value, other) >= _FAR * min(value, other) for other in others)


def _is_plausible(value: float, expected: Expected) -> bool:
    return expected.low / _PLAUSIBLE <= value <= expected.high * _PLAUSIBLE


def _rounded(value: float) -> float:
    """As round as people say it: whole below twenty, then in fives, tens, hundreds."""
    step = 1
    while value / step >= 20:  # noqa: PLR2004 - two figures are enough
        step *= 10 if value / step >= 100 else 5 if step == 1 else 2  # noqa: PLR2004 - as above
    return float(round(value / step) * step)


def _dates(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    key = from_code(candidate.fact.expected.date if candidate.fact.expected else "")
    own = [from_code(code) for code in around.dates]
    alike = [found for found in own if _same_precision(found, key) and _is_close(found, key)]
    for found in chain(alike, _shifted(key)):
        if not found.agrees_with(key):
            yield found.spoken


def _same_precision(found: PartialDate, key: PartialDate) -> bool:
    return [bool(part) for part in (found.year, found.month, found.day)] == [
        bool(part) for part in (key.year, key.month, key.day)
    ]


def _is_close(found: PartialDate, key: PartialDate) -> bool:
    return abs(found.year - key.year) <= (0 if key.day else 1 if key.month else 40)


def _shifted(key: PartialDate) -> Iterator[PartialDate]:
    """The key's day, month or year moved by a little, to both sides."""
    for offset in (1, -1, 2, -2, 3, 4):
        if key.day:
            moved = date(key.year or 2001, key.month, key.day) + timedelta(days=offset)
            yield PartialDate(key.year and moved.year, moved.month, moved.day)
        elif key.month:
            months = key.year * 12 + key.month - 1 + offset
            yield PartialDate(key.year and months // 12, months % 12 + 1)
        else:
            yield PartialDate(key.year + 3 * offset)


def _persons(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other persons of the library, the most mentioned first; never one whom the stem names."""
    by_mention = sorted(around.names.persons, key=lambda name: -around.names.persons[name])
    for name in by_mention:
        shown = {name, around.names.display(name)}
        if not any(form in candidate.stem for form in shown):
            yield name


def _cities(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Towns of the library, then capitals of the countries near the key's."""
    own = [place for place in around.places if place_kind(place) == "city"]
    home = capital_of(candidate.answer) or ""
    capitals = {country: capital for capital, country in CAPITALS.items()}
    near = (capitals[country] for country in neighbours(home))
    yield from (place for place in chain(own, near) if place not in candidate.stem)


def _countries(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    own = [country for place in around.places if (country := country_named(place))]
    near = neighbours(country_named(candidate.answer) or "")
    named = (name for name in chain(own, near) if place_kind(name) == "country")
    yield from (name for name in named if name not in candidate.stem)


def _states(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    near = neighbours(candidate.answer)
    own = (place for place in around.places if place in near)
    yield from (name for name in chain(own, near) if name not in candidate.stem)
