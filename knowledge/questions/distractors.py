"""Wrong options: of the key's kind, plausible, from the library first, and never true.

A value is never offered when any fact of the library gives it to the same thing, nor when it
lies so near the key that a careful reader could defend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from knowledge.language.dates import PartialDate, from_code
from knowledge.language.gazetteers import CAPITALS
from knowledge.language.names import Names
from knowledge.language.numbers import cardinal, in_words
from knowledge.language.places import capital_of, country_named, neighbours, place_kind
from knowledge.language.quantities import phrase
from knowledge.models import Expected, Fact
from knowledge.questions.candidates import Candidate

WANTED = 3
_FAR = 1.45
"""Wrong quantities differ from all that the sources say by at least this factor."""
_PLAUSIBLE = 4.0
"""… and by no more than this one."""
_WHOLE = 100
_LONG_WORD = 5
_YEARS_NEARBY = 12
_FACTORS = (2.0, 0.5, 1.5, 3.0, 1 / 3, 2.5, 4.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the library offers as wrong options: its facts, names, places and days."""

    facts: Sequence[Fact]
    names: Names
    places: Mapping[str, int]
    dates: Sequence[str]
    published: Mapping[str, date | None]
    by_word: Mapping[str, Sequence[Fact]]

    def rivals(self, fact: Fact) -> Sequence[Fact]:
        """Other facts of the kind that share the rarest word of what this one says."""
        lists = [self.by_word.get(word, ()) for word in long_words(fact)]
        shortest = min(lists, key=len, default=())
        return [other for other in shortest if other.kind == fact.kind and other.id != fact.id]

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
    if candidate.answer_kind == "number":
        maker = _numbers
    elif candidate.answer_kind in {"term", "named thing"}:
        maker = _terms
    elif candidate.answer_kind.startswith(("named ", "which ")):
        maker = _namesakes
    if maker is None:
        return ()
    taken = around.true_values(candidate.fact) | {candidate.answer}
    fair = (option for option in maker(candidate, around) if option not in taken)
    return tuple(dict.fromkeys(fair))[:WANTED]


def said(fact: Fact) -> str:
    """What a fact says, without its answer."""
    return " ".join(
        text for role, text in fact.arguments.items() if role not in {"asked", "answer_kind"}
    )


def long_words(fact: Fact) -> set[str]:
    """The words by which facts that say nearly the same find each other."""
    return {word for word in re.findall(r"\w+", said(fact).lower()) if len(word) >= _LONG_WORD}


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


def _numbers(candidate: Candidate, _: Surroundings) -> Iterator[str]:
    """Other numbers of the key's size, as exact and written as it is."""
    key = cardinal(candidate.answer) or 0.0
    kept = [key]
    is_share = "_____%" in candidate.stem or "_____ percent" in candidate.stem
    for factor in (1.5, 0.6, 2.2, 0.4, 3.0):
        value = _as_exact(key * factor, candidate.answer)
        if is_share and value > _WHOLE:
            continue
        if value > 0 and all(abs(value - other) >= max(1, 0.25 * other) for other in kept):
            kept.append(value)
            yield _written(value, candidate.answer)


def _written(value: int, like: str) -> str:
    """The number in the key's own manner: digits, grouped digits, words, with a capital."""
    if like[0].isdigit():
        return f"{value:,}" if "," in like else str(value)
    words = in_words(value)
    return words.capitalize() if like[0].isupper() else words


def _as_exact(value: float, like: str) -> int:
    """The value rounded as the key is: 12,000 to thousands, 163 to units."""
    digits = like.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0
    zeros = min(zeros, max(len(str(int(value))) - 1, 0))
    return int(round(value / 10**zeros) * 10**zeros)


def _terms(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other terms that the library defines, in the same number."""
    is_plural = candidate.answer.endswith("s")
    for fact in around.facts:
        alike = (
            fact.kind == "definition" and fact.arguments["answer_kind"] == candidate.answer_kind
        )
        if alike and fact.value.endswith("s") == is_plural:
            yield fact.value


def _namesakes(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other names of the library that end in the same telling word."""
    last = candidate.answer.split()[-1]
    first = candidate.answer.split()[0]
    for name in around.places:
        alike = " " in name and (
            name.split()[-1] == last or (" of " in name and name.split()[0] == first)
        )
        if alike and name not in candidate.stem:
            yield name


def _dates(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    key = from_code(candidate.fact.expected.date if candidate.fact.expected else "")
    own = [from_code(code) for code in around.dates]
    alike = [found for found in own if _same_precision(found, key) and _is_close(found, key)]
    if candidate.fact.kind in {"birth", "death"}:
        alike = []
    for found in chain(alike, _shifted(key)):
        if not found.agrees_with(key):
            yield found.spoken


def _same_precision(found: PartialDate, key: PartialDate) -> bool:
    return [bool(part) for part in (found.year, found.month, found.day)] == [
        bool(part) for part in (key.year, key.month, key.day)
    ]


def _is_close(found: PartialDate, key: PartialDate) -> bool:
    return abs(found.year - key.year) <= (0 if key.day else 1 if key.month else _YEARS_NEARBY)


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
