"""Who holds which office: "Chinese Foreign Minister X", "X is the foreign minister of China".

Requires the holder's full name and the country or body of the office; forbids former and
designated holders. A sentence that defines ("X is the …") outweighs a title used in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Line
from knowledge.facts.statements import Statement
from knowledge.language.names import Name
from knowledge.language.places import country, country_named, with_article
from knowledge.models import Expected

_STATE_OFFICES = (
    "president|vice president|prime minister|deputy prime minister|foreign minister"
    "|finance minister|defence minister|defense minister|interior minister|justice minister"
    "|health minister|chancellor|secretary of state|attorney general|king|queen|emperor"
    "|governor general"
)
_SAME_OFFICE = {
    "minister of foreign affairs": "foreign minister",
    "minister of finance": "finance minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "defense minister": "defence minister",
}
_OFFICE = rf"(?:{_STATE_OFFICES}|{'|'.join(_SAME_OFFICE)})"
_TITLE = re.compile(rf"^(?P<nation>.+?)\s(?P<office>{_OFFICE})$", re.IGNORECASE)
_DEFINES = re.compile(
    rf"^\s+is\s+(?:the\s+(?P<adjective>[A-Z][\w.]*(?:\s[A-Z]\w+)?)\s(?P<office1>{_OFFICE})"
    rf"|the\s+(?P<office2>{_OFFICE})\s+of\s+(?P<nation>(?:the\s)?[A-Z][\w.]*(?:\s[A-Z]\w+)?)"
    rf"|(?P<owner>[A-Z][\w.]*(?:\s[A-Z]\w+)?)['’]s\s(?P<office3>{_OFFICE}))\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:the\s)?(?P<body>[A-Z][\w'’&-]*"
    r"(?:\s(?:(?:of|for|and)\s(?:the\s)?)?(?!Monday|January|February)[A-Z][\w'’&-]*)*)"
)
_HEADS = re.compile(
    rf"^\s+is\s+(?:.{{0,60}}?\band\s)?the\s(?P<office>director|chairman|chairwoman|chair|head|"
    rf"president|chief executive|secretary general|managing director)\sof\s{_BODY}"
)
_SPOKESMAN = re.compile(
    r"(?P<body>(?:[A-Z][\w.’'-]*\s)+)(?:[a-z]+\s)?(?P<office>spokesman|spokeswoman|spokesperson)\s$"
)
_APPOSED_SPOKESMAN = re.compile(
    r"^,\s(?:the|a)\s(?P<office>spokesman|spokeswoman|spokesperson)\s(?:for|of)\s(?:the\s)?"
    r"(?P<body>[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]*)*)"
)
_NO_LONGER = re.compile(
    r"\b(?:former|ex|late|future|designate|elect|then|ousted|acting)[\s-]+$", re.IGNORECASE
)
_NO_BODIES = frozenset(
    {"His", "Her", "Its", "Their", "Our", "My", "The", "A", "An", "Another", "Then", "One"}
)
"""Capitalised because they open a sentence: "His spokesman" speaks for nobody named."""
_NEARBY = 12


def statements(lines: list[Line]) -> Iterator[Statement]:
    """Who holds which office by the sentences of one article."""
    for line in lines:
        for name in line.names:
            if name.kind == "person" and not _is_past(line, name):
                yield from _of_person(line, name)


def _is_past(line: Line, name: Name) -> bool:
    before = line.text[: name.start].removesuffix(f"{name.title} ")
    return _NO_LONGER.search(before[-_NEARBY:]) is not None


def _of_person(line: Line, name: Name) -> Iterator[Statement]:
    yield from _by_title(line, name)
    after, before = line.text[name.end :], line.text[: name.start]
    defined = _DEFINES.match(after)
    if defined:
        yield from _by_definition(line, name, defined)
    heads = _HEADS.match(after)
    if heads:
        yield _held(line, name, heads["office"], heads["body"].strip(), is_definition=True)
    spokesman = _SPOKESMAN.search(before) or _APPOSED_SPOKESMAN.match(after)
    body = _without_lead(spokesman["body"].strip()) if spokesman else ""
    if spokesman and body.split()[-1] not in _NO_BODIES:
        yield _held(line, name, spokesman["office"], body, is_definition=False)


def _by_title(line: Line, name: Name) -> Iterator[Statement]:
    match = _TITLE.match(name.title)
    nation = country(match["nation"].removesuffix("'s")) if match else None
    if match and nation:
        yield _held(line, name, match["office"], nation, is_definition=False)


def _by_definition(line: Line, name: Name, match: re.Match[str]) -> Iterator[Statement]:
    adjective = match["adjective"] or match["owner"]
    nation = country(adjective) if adjective else country_named(match["nation"])
    office = match["office1"] or match["office2"] or match["office3"]
    if nation:
        yield _held(line, name, office, nation, is_definition=True)


def _without_lead(body: str) -> str:
    return re.sub(r"^(?:The|A|But|And|In)\s", "", body)


def _held(line: Line, name: Name, office: str, of: str, *, is_definition: bool) -> Statement:
    plain = office.lower().replace("secretary of state", "Secretary of State")
    plain = _SAME_OFFICE.get(plain.lower(), plain)
    known = country_named(of)
    post = f"{plain} of {with_article(known)}" if known else f"{plain} of the {of}"
    return Statement(
        "office",
        {"office": plain, "of": of, "post": post},
        ("office", plain, of.partition(" of ")[0]),
        name.full,
        Expected("name", names=(name.full,)),
        line.citation,
        is_definition=is_definition,
    )
