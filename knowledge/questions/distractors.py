"""Wrong options: of the key's kind, plausible, from the library first, and never true.

A value is never offered when any fact of the library gives it to the same thing, nor when it
may be the key under another name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from rapidfuzz import fuzz

from knowledge.language.gazetteers import CAPITALS
from knowledge.language.kinds import sex_of
from knowledge.language.places import (
    capital_of,
    cities_near,
    country_named,
    neighbours,
    place_kind,
)
from knowledge.questions import measures
from knowledge.questions.candidates import Candidate
from knowledge.questions.people import colleagues
from knowledge.questions.surroundings import Surroundings

Maker = Callable[[Candidate, Surroundings], Iterator[str]]
"""Gives wrong options for a kind of answer, the fairest first."""

_SAME_SPELLING = 85.0
_PARTS_OF_THE_KINGDOM = {"England", "Scotland", "Wales", "Northern Ireland"}
_COUNTRY_FOLLOWS = re.compile(r"_____, [A-Z]")
_ALIKE = Path(__file__).with_name("alike.tsv")


def distractors(candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    """Up to three wrong options for the candidate's answer; none is true by any fact."""
    maker = _maker(candidate.answer_kind)
    if maker is None:
        return ()
    taken = around.true_values(candidate.fact) | {candidate.answer}
    is_name = candidate.answer_kind not in {"quantity", "date", "number"}
    kept: list[str] = []
    for option in maker(candidate, around):
        offered = (candidate.answer, *kept)
        alike = is_name and any(are_alike(option, other) for other in offered)
        if option not in taken and option not in kept and not alike:
            kept.append(option)
    return tuple(kept[: measures.WANTED])


def are_alike(one: str, other: str) -> bool:
    """Whether two names may mean the same: one holds the other, or is spelt nearly like it."""
    words, others = set(_words(one)), set(_words(other))
    if country_named(one) and country_named(one) == country_named(other):
        return True
    whole = {country_named(one), country_named(other)}
    is_nested = "United Kingdom" in whole and bool({one, other} & _PARTS_OF_THE_KINGDOM)
    is_within = words <= others or others <= words
    return is_nested or is_within or fuzz.ratio(one, other) >= _SAME_SPELLING


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.lower())


def _persons(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Persons of articles about the same things, the most mentioned first, and known colleagues.

    Colleagues come first where the stem itself names the calling; nobody whom the stem names.
    """
    near = (around.named_near(candidate.fact) & around.persons).intersection(around.names.persons)
    by_mention = sorted(near, key=lambda name: (-around.names.persons[name], name))
    wanted = _sex_shown(candidate.stem)
    fitting = colleagues(candidate.answer, candidate.stem)
    quotes = " ".join(citation.quote for citation in candidate.fact.citations)
    for name in (*fitting, *by_mention, *colleagues(candidate.answer, quotes)):
        is_named = bool(set(_words(name)) & set(_words(candidate.stem)))
        if not is_named and {wanted, sex_of(name)} != {"f", "m"}:
            yield name


def _sex_shown(stem: str) -> str:
    """The sex that a pronoun of the stem gives to who is asked for, or nothing."""
    words = set(_words(stem))
    women, men = words & {"she", "her", "herself"}, words & {"he", "his", "himself"}
    return "" if bool(women) == bool(men) else "f" if women else "m"


def _cities(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Towns of articles about the same things, then those near the key, then near capitals."""
    own = _near_places(candidate, around, "city")
    home = capital_of(candidate.answer) or ""
    capitals = {country: capital for capital, country in CAPITALS.items()}
    near = (capitals[country] for country in neighbours(home) if country in capitals)
    listed = cities_near(candidate.answer)
    for place in chain(own, listed, near):
        country = capital_of(place)
        elsewhere = _COUNTRY_FOLLOWS.search(candidate.stem) and country and country != home
        if place not in candidate.stem and not elsewhere:
            yield place


def _countries(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    places = _near_places(candidate, around, "country")
    own = [country for place in places if (country := country_named(place))]
    near = neighbours(country_named(candidate.answer) or "")
    named = (name for name in chain(own, near) if place_kind(name) == "country")
    yield from (name for name in named if name not in candidate.stem)


def _near_places(candidate: Candidate, around: Surroundings, kind: str) -> list[str]:
    """Places of the kind in articles about the same things, the most mentioned first."""
    near = around.named_near(candidate.fact)
    return [place for place in around.places if place in near and place_kind(place) == kind]


def _states(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    near = neighbours(candidate.answer)
    own = (place for place in around.places if place in near)
    yield from (name for name in chain(own, near) if name not in candidate.stem)


def _terms(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other terms that the same articles define, in the same number."""
    is_plural = candidate.answer.endswith("s")
    articles = {citation.article for citation in candidate.fact.citations}
    for fact in around.facts:
        alike = (
            fact.kind == "definition" and fact.arguments["answer_kind"] == candidate.answer_kind
        )
        is_near = any(citation.article in articles for citation in fact.citations)
        if alike and is_near and fact.value.endswith("s") == is_plural:
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


def _alike(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """The library's namesakes, then well-known things of the same kind."""
    group = next((names for names in _groups() if candidate.answer in names), ())
    yield from _namesakes(candidate, around)
    yield from (name for name in group if name not in candidate.stem)


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    lines = _ALIKE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")[1].split("|")) for line in lines if line[0] != "#")


def _maker(answer_kind: str) -> Maker | None:
    if answer_kind.startswith(("named ", "which ")):
        return _alike
    return _MAKERS.get(answer_kind)


_MAKERS: dict[str, Maker] = {
    "quantity": measures.quantities,
    "number": measures.numbers,
    "date": measures.dates,
    "person": _persons,
    "city": _cities,
    "country": _countries,
    "state": _states,
    "term": _terms,
    "named thing": _alike,
}
