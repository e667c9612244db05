"""What sets a named thing apart: its rank somewhere, its network, its model, its seat.

Requires the thing by name and, for a rank, what it is a rank among and where; ranks that are
said to be past, shared or somebody's opinion are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import DESCRIBED, END, Found, Marked
from knowledge.facts.statements import Statement
from knowledge.language.places import country_named, with_article
from knowledge.models import Expected

_ORDINAL = r"(?:(?:second|third|fourth|fifth|sixth)[- ])?"
_RANKED = (
    r"<part:thing>,? is (?:also )?(?:(?:[a-z]+ )?(?:a|an|the) [^;.⟦]{3,60}? and )?the "
    rf"(?P<rank>{_ORDINAL}"
    r"(?:most populous|largest|oldest|longest|highest|tallest|deepest|smallest))"
    rf" (?P<noun>[a-z]+(?: [a-z]+){{0,2}}) (?P<link>in|of) (?:the (?:state|province|country) of )?"
    rf"(?:the )?<whole:place>{END}"
)
_AIRED = (
    r"<part:thing>[^;.]{0,120}? (?:that |which |originally |first )*(?P<verb>aired|premiered)"
    rf"(?: ⟦d\d+⟧,?| on ⟦d\d+⟧,?| in ⟦d\d+⟧)? on (?:the )?<network:name>{END}"
)
_BASED = (
    r"<part:thing> (?:is|was) (?:an? [^;.]{3,100}?,? )?based (?:up)?on (?:the |an? )"
    rf"(?:⟦d\d+⟧ )?(?:[a-z-]+ )*?(?P<noun>novel|book|play|story|memoir|comic|poem)"
    rf"(?: of the same (?:name|title)| ⟦[^pd]\d+⟧)? by {DESCRIBED}<maker:person>{END}(?! and ⟦)"
)
_SEAT = rf"<part:thing>[^;.⟦]{{0,60}}? (?:is|are) headquartered in <whole:place>{END}"
_IN_A_REMARK = re.compile(r", [^,⟦]*\b(?:from|of|in|by|with|near|at|on|to|for|like)(?: the)? $")
"""Of "The Moe, fed by streams from ⟦…⟧, is the longest", the name before the verb is another."""
_BASES = {"aired": "air", "premiered": "premiere"}


def statements(marked: Marked) -> Iterator[Statement]:
    """The distinctions that the sentence gives to things."""
    for found in _whole(marked, _RANKED):
        yield from _rank(found)
    for found in _whole(marked, _AIRED):
        if found.name("part").kind == "topic":
            verb = _BASES[found.group("verb")]
            yield _statement(found, "channel", found.name("network").text, "name", verb=verb)
    for found in _whole(marked, _BASED):
        value = found.person("maker")
        yield _statement(found, "model", value, "person", noun=found.group("noun"))
    for found in _whole(marked, _SEAT):
        if found.name("whole").kind == "city":
            yield _statement(found, "seat", found.name("whole").text, "city")


def _whole(marked: Marked, wording: str) -> Iterator[Found]:
    found = (found for found in marked.find(wording) if found.is_whole("part"))
    return (each for each in found if not _IN_A_REMARK.search(each.before))


def _rank(found: Found) -> Iterator[Statement]:
    whole = found.name("whole").text
    named = with_article(whole) if country_named(whole) else found.thing("whole")
    told = {"rank": found.group("rank"), "noun": found.group("noun")}
    where = f"{found.group('link')} {named}"
    is_plural = re.search(r"s\b", told["noun"].split()[-1][-1:]) is not None
    if not is_plural:
        yield Statement(
            "superlative",
            {**told, "where": where, "answer_kind": "name"},
            ("superlative", *told.values(), where.lower()),
            found.name("part").text,
            Expected("name", names=(found.name("part").text,)),
            found.within.citation,
        )


def _statement(found: Found, kind: str, value: str, answer_kind: str, **told: str) -> Statement:
    part = found.thing("part")
    names = found.within.table.spellings(value) if answer_kind == "person" else (value,)
    return Statement(
        kind,
        {"part": part, "answer_kind": answer_kind, **told},
        (kind, part.lower(), *told.values()),
        value,
        Expected("name", names=names),
        found.within.citation,
    )
