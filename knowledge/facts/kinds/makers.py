"""Who made, founded, found or named something: "X was founded by Y", "X is a novel by Y".

Requires the thing by name (or as the article's topic) and one maker by name; two makers of one
thing are left alone, since either alone would be half an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import DESCRIBED, Found, Marked
from knowledge.facts.reading.words import words
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import NATIONS_AND_PEOPLES
from knowledge.models import Expected

_PASSIVE = {verb: verb for verb in words("made")} | {
    "written": "wrote",
    "drawn": "drew",
    "sung": "sang",
    "described": "first described",  # a species, which others have described since
}
_WORKS = {
    "novel": "wrote",
    "novella": "wrote",
    "play": "wrote",
    "poem": "wrote",
    "book": "wrote",
    "essay": "wrote",
    "memoir": "wrote",
    "opera": "composed",
    "symphony": "composed",
    "ballet": "composed",
    "painting": "painted",
    "sculpture": "made",
    "album": "recorded",
    "song": "recorded",
    "single": "recorded",
}
_BY = (
    rf"by (?:the )?{DESCRIBED}<maker:name>(?!,? (?:and )?⟦)(?=[,.;]|$"
    r"| (?:and (?!(?:the )?(?:(?!by\b)[a-z-]+ ){0,4}⟦)|in|on|at|for|from|to|who|which|as|with"
    r"|during|after|while|but|because|when)\b)"
)
_INSIDE = r"(?:(?!\b(?:who|whose|where|based|starring|than)\b)[^;.⟦]|⟦d\d+⟧)"
_AGENT = (
    rf"<work:thing>(?:,| which)? (?:was|were|is) (?:\w+ly )?(?P<first>first )?"
    rf"(?P<verb>{'|'.join(_PASSIVE)})"
    rf"(?: and [a-z]+)?(?: (?:in|on|around) (?:the )?⟦[^p]\d+⟧(?:, ⟦[^p]\d+⟧)?){{0,2}} {_BY}"
)
_WORK_BY = (
    rf"<work:thing> (?:is|was) (?:an?|the) {_INSIDE}{{0,60}}?(?P<noun>{'|'.join(_WORKS)}) {_BY}"
)
_WORK_MADE_BY = (
    rf"<work:thing> (?:is|was) (?:an?|the) {_INSIDE}{{3,110}}?\b(?P<verb>{'|'.join(_PASSIVE)})"
    rf"(?: and [a-z]+)? {_BY}"
)
_WITHIN = re.compile(
    r"\b(?:in|on|at|off|near|of|from|by|beside|behind|with|to|for|outside|inside|opposite|above|below"
    r"|under|over|across|along|around|beyond|past|within|between) (?:the )?"
    r"(?:[^,;]*\b(?:called|named|known as) (?:the )?)?$"
)
"""In "The hall, on the quay, was built by X", what X built was not the quay."""
_MORE = re.compile(
    r"^,? (?:and|&) (?:the )?(?:[a-z-]+ ){0,4}⟦|^, ⟦|^[^.;]{0,60}\band (?:later )?by (?!\d)"
)
"""Another maker is named behind."""


def statements(marked: Marked) -> Iterator[Statement]:
    """The makers that the sentence gives to things."""
    for found in marked.find(_WORK_BY):
        yield from _made(found, _WORKS[found.group("noun")])
    for wording in (_AGENT, _WORK_MADE_BY):
        for found in marked.find(wording):
            verb = _PASSIVE[found.group("verb")]
            is_said = verb.startswith("first ")
            yield from _made(found, verb if is_said else f"{found.group('first')}{verb}")


def _made(found: Found, verb: str) -> Iterator[Statement]:
    maker, work = found.name("maker"), found.thing("work")
    if (
        _MORE.match(found.after)
        or not found.is_whole("work")
        or _WITHIN.search(found.before)
        or maker.kind in {"city", "state", "topic", "event"}
        or maker.text in NATIONS_AND_PEOPLES
    ):
        return
    is_person = maker.kind == "person"
    value = maker.full if is_person else maker.text
    names = found.within.table.spellings(value) if is_person else (value,)
    yield Statement(
        "maker",
        {
            "verb": verb,
            "work": work,
            "answer_kind": maker.kind if maker.kind in {"person", "country"} else "name",
        },
        ("maker", verb, work.lower()),
        value,
        Expected("name", names=names),
        found.within.citation,
    )
