"""When and where somebody died, of what, at what age, and where the grave is.

Requires a known person as the one who died.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.facts.reading.marked import END, Found, Marked
from knowledge.facts.reading.occasions import (
    is_building,
    is_perhaps,
    place_in,
    tail_of,
    town_of,
    year_in,
)
from knowledge.facts.reading.whereabouts import asked_of
from knowledge.facts.statements import Statement
from knowledge.language.numbers import cardinal
from knowledge.models import Expected

_DIED = r"<who:person>(?: later| also)? died\b"
_SOMEBODY_ELSE = (
    r"\b(?:who|whose|whom|that|which|where|when|while|his|her|their)\b"
    r"|\b(?:and|but|,) (?:the|an?|one|both|they|it)\b"
)
_DIED_AT_LAST = (
    rf"^(?:[^;⟦]|⟦[^p]\d+⟧)*?<who:person> (?:(?!{_SOMEBODY_ELSE})(?:[^;⟦]|⟦[^p]\d+⟧)){{1,160}}?"
    r",? (?:and|but) (?:later |then )?died\b"
)
"""The end of what is told of the only one whom the sentence names."""
_BURIED = rf"<who:person> (?:was|is) (?:buried|interred) (?:in|at) (?:the )?<where:thing>{END}"
_AGE = re.compile(r"\b(?:aged|at (?:the )?age(?: of)?) (\d{1,3}|[a-z]+(?:-[a-z]+)?)\b")
_CAUSE = re.compile(
    r"\b(?:of|from) (?:an? |complications (?:of|from) |the )?"
    r"((?:(?!(?:and|or|the|his|her|in)\b)[a-z-]+ ){0,2}?"
    r"(?:cancer|tuberculosis|pneumonia|cholera|malaria|typhoid|typhus|smallpox|influenza|dysentery"
    r"|leuka?emia|diabetes|AIDS|cirrhosis|sepsis|stroke|h(?:a)?emorrhage|plague|syphilis|gangrene"
    r"|peritonitis|meningitis|consumption|apoplexy|overdose|tumou?r|starvation|exhaustion|scurvy"
    r"|(?:heart|kidney|liver|renal|respiratory) (?:attack|failure|disease)|[a-z]+ fever|fever"
    r"|[A-Z]\w+'s disease|wounds|injuries|poisoning|suicide|asphyxiation|drowning))(?=[ ,.]|$)"
)
_OLDEST = 110
_A_NAME = {"answer_kind": "name"}


def statements(marked: Marked) -> Iterator[Statement]:
    """What the sentence says of a person's death and grave."""
    for found in (*marked.find(_DIED), *marked.find(_DIED_AT_LAST)):
        tail = tail_of(found)
        yield from _when(found, tail)
        yield from _where(found, tail)
        yield from _cause(found, tail)
        yield from _age(found, tail)
    for found in marked.find(_BURIED):
        yield _statement(found, "grave", found.thing("where"), _A_NAME)


def _when(found: Found, tail: str) -> Iterator[Statement]:
    if year := year_in(found, tail):
        yield _statement(found, "death", year, {}, Expected("date", date=year))


def _where(found: Found, tail: str) -> Iterator[Statement]:
    place = place_in(found, tail)
    if place and is_building(place):
        # who died in a house died in its town
        place = town_of(found, place, tail)
    if place:
        yield _statement(found, "death_place", place.text, asked_of(place))


def _cause(found: Found, tail: str) -> Iterator[Statement]:
    cause = _CAUSE.search(tail)
    if cause is None or f"{cause[1]} and " in found.within.text:
        return  # "of pneumonia and heart disease"
    if "⟦" not in cause[0] and not is_perhaps(tail[: cause.start()]):
        yield _statement(found, "death_cause", cause[1], _A_NAME)


def _age(found: Found, tail: str) -> Iterator[Statement]:
    age = _AGE.search(tail)
    if age and is_perhaps(tail[: age.start()]):
        return
    years = cardinal(age[1].replace("-", " ")) if age else None
    if age and years and years < _OLDEST:
        expected = Expected("quantity", years, years, "year")
        yield _statement(found, "death_age", age[1], {"answer_kind": "number"}, expected)


def _statement(
    found: Found,
    kind: str,
    value: str,
    told: Mapping[str, str],
    expected: Expected | None = None,
) -> Statement:
    person = found.person("who")
    return Statement(
        kind,
        {"who": person, **told},
        (kind, person),
        value,
        expected or Expected("name", names=(value,)),
        found.within.citation,
    )
