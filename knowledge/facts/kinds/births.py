"""Where and when somebody was born and died, of what, at what age, and where the grave is.

Requires a known person as the one who was born or died; what follows "where", "who" or a
semicolon belongs to something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import END, Found, Marked, first
from knowledge.facts.reading.whereabouts import asked_as
from knowledge.facts.statements import Statement
from knowledge.language.dates import PartialDate
from knowledge.language.names import Name
from knowledge.language.numbers import cardinal
from knowledge.language.places import place_kind
from knowledge.models import Expected

_BORN = r"<who:person>(?:,| was) born\b(?: and (?:raised|brought up|grew up))?"
_BORN_LATER = (
    r"<who:person> (?:is|was) an? (?:(?!\b(?:who|whose)\b)[^;.⟦]|⟦[^p]\d+⟧){0,80}? born\b"
)
_BORN_FIRST = r"^Born (?P<tail>[^⟦;]*(?:⟦[^p]\d+⟧[^⟦;]*){1,5}?), <who:person>"
_DIED = r"<who:person>(?: later| also)? died\b"
_DIED_AT_LAST = (
    r"^(?:[^;⟦]|⟦[^p]\d+⟧)*?<who:person> (?:(?!\b(?:who|whose|whom|that|which|where|when|while)\b"
    r"|\b(?:his|her|their)\b)(?:[^;⟦]|⟦[^p]\d+⟧)){1,160}?,? (?:and|but) (?:later |then )?died\b"
)
"""The end of what is told of the only one whom the sentence names."""
_BURIED = rf"<who:person> (?:was|is) (?:buried|interred) (?:in|at) (?:the )?<where:thing>{END}"
_TAIL_ENDS = re.compile(
    r";|\b(?:where|who|whose|which|when|while|but|because|although|as|to|and)\b"
    r"|, (?:the|his|her)\b|[.](?=\s|$)"
)
_BUILDINGS = (
    "House|Hall|Palace|Castle|Manor|Lodge|Hospital|Clinic|Prison|Gate|Street|Road|Square|Mill|Farm"
    "|Cottage|Villa|Priory|Sanatorium|Asylum"
)
_BUILDING = re.compile(
    rf"\b(?:{_BUILDINGS})$|^(?:Villa|Casa|Château|Schloss|Palazzo|Palais|Hotel|Hôtel|Haus|Maison)\b"
)
"""Who died in a house died in its town; where somebody was born, the house is told of itself."""
_ENDS = rf"(?:{END}|(?=\s*$| (?:into|to|of|[a-z]+ (?:years|months|weeks|days) later)\b))"
_PARTS = "district|quarter|suburb|neighbou?rhood|section|parish|area"
_IN_A_TOWN = (
    rf"(?:the (?:⟦[^d]\d+⟧ (?:{_PARTS}) of |(?:[a-z]+ )?(?:city|town|village) of ))?"
    rf"<found:spot>{_ENDS}"
)
"""Nobody is born in a person: a town was taken for one who is called like it."""
_PLACE = (
    r"^(?:(?!\b(?:in|at) (?:the )?(?:[a-z ]+ of )?"
    r"(?:[A-Z][^,⟦]*|⟦[^d]\d+⟧(?: [a-z]+ [A-Z⟦][^,]*)?),"
    rf"|\b(?:in|at) [A-Z](?:(?!\b(?:{_BUILDINGS})\b)[^,⟦])* in ⟦).)*?"
    rf"\b(?:in|at) {_IN_A_TOWN}"
)
"""The first place: where one stands before it that was not read, this is only what it lies in."""
_TOWN_OF_IT = rf"(?:,| in|, in) {_IN_A_TOWN}"
_BESIDE = re.compile(r"\b(?:near|outside|north|south|east|west)(?:-\w+)? ")
_OR = re.compile(r"⟧ or (?:(?:in|at) )?⟦[^d]")
"""Beside a town nobody is born in it, and of two towns in one only."""
_DAY = r"<found:date>"
_HEDGED = re.compile(r"\b(?:after|before|by|until|about|around|circa|c\.|ca\.|between) ⟦d")
_PERHAPS = re.compile(
    r"\b(?:probably|possibly|perhaps|apparently|presumably|reportedly|allegedly|supposedly"
    r"|it is (?:said|thought|believed)|said to|thought to|believed to|may have|either)\b"
)
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


def statements(marked: Marked) -> Iterator[Statement]:
    """What the sentence says of a person's birth, death and grave."""
    for wording in (_BORN, _BORN_LATER):
        for found in marked.find(wording):
            yield from _birth(found, _tail(found.after))
    for found in marked.find(_BORN_FIRST):
        yield from _birth(found, found.group("tail"))
    for found in (*marked.find(_DIED), *marked.find(_DIED_AT_LAST)):
        tail = _tail(found.after)
        yield from _when(found, tail, "death")
        yield from _where(found, tail, "death_place")
        yield from _cause(found, tail)
        yield from _age(found, tail)
    for found in marked.find(_BURIED):
        yield _statement(found, "grave", found.thing("where"), ("grave",))


def _tail(after: str) -> str:
    return _TAIL_ENDS.split(after)[0]


def _birth(found: Found, tail: str) -> Iterator[Statement]:
    yield from _when(found, tail, "birth")
    yield from _where(found, tail, "birth_place")


def _when(found: Found, tail: str, kind: str) -> Iterator[Statement]:
    day = None if _HEDGED.search(tail) else first(found.within, _DAY, tail)
    if isinstance(day, PartialDate) and day.year:
        person, year = found.person("who"), f"{day.year:04d}"
        yield Statement(
            kind,
            {"who": person},
            (kind, person),
            year,
            Expected("date", date=year),
            found.within.citation,
        )


def _where(found: Found, tail: str, kind: str) -> Iterator[Statement]:
    place = None if _OR.search(tail) else first(found.within, _PLACE, tail)
    if isinstance(place, Name):
        before = _before(found, place, tail)
        if _BESIDE.search(before) or _PERHAPS.search(before):
            return
    if isinstance(place, Name) and _BUILDING.search(place.text) and not place_kind(place.text):
        alone = place if kind == "birth_place" else None
        place = first(found.within, _town_of(found, place), tail) or alone
    if isinstance(place, Name):
        sort = asked_as(place)
        asked, answer_kind = (f"In which {sort}", sort) if sort else ("Where", "name")
        yield _statement(found, kind, place.text, (kind,), asked=asked, answer_kind=answer_kind)


def _before(found: Found, place: Name, tail: str) -> str:
    """What stands before a place in the tail."""
    return tail.partition(f"{found.within.names.index(place)}⟧")[0]


def _town_of(found: Found, building: Name) -> str:
    """What finds the town that a building is told to stand in."""
    return rf"⟦\w{found.within.names.index(building)}⟧{_TOWN_OF_IT}"


def _cause(found: Found, tail: str) -> Iterator[Statement]:
    cause = _CAUSE.search(tail)
    if cause and "⟦" not in cause[0] and not _PERHAPS.search(tail[: cause.start()]):
        yield _statement(found, "death_cause", cause[1], ("death_cause",), answer_kind="name")


def _age(found: Found, tail: str) -> Iterator[Statement]:
    age = _AGE.search(tail)
    years = cardinal(age[1].replace("-", " ")) if age else None
    if age and years and years < _OLDEST:
        person = found.person("who")
        yield Statement(
            "death_age",
            {"who": person, "answer_kind": "number"},
            ("death_age", person),
            age[1],
            Expected("quantity", years, years, "year"),
            found.within.citation,
        )


def _statement(
    found: Found, kind: str, value: str, about: tuple[str, ...], **told: str
) -> Statement:
    person = found.person("who")
    return Statement(
        kind,
        {"answer_kind": "name", "who": person, **told},
        (*about, person),
        value,
        Expected("name", names=(value,)),
        found.within.citation,
    )
