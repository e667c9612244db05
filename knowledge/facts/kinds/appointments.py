"""Posts that somebody came into in a certain year: "was appointed professor of … at …".

Requires the year in the same clause and a post by its word; the year keeps later posts apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import Found, Marked
from knowledge.facts.statements import Statement
from knowledge.language.verbs import is_past
from knowledge.models import Expected

_POSTS = (
    "professor|director|president|head|minister|chairman|chairwoman|chair|governor|mayor|bishop"
    "|archbishop|ambassador|secretary|editor|commander|captain|coach|principal|dean|rector|chancellor"
    "|curator|conductor|general|judge|senator|treasurer|superintendent|manager|organist|librarian"
    "|chaplain|abbot|fellow|consul|commissioner|inspector|lecturer|leader|deputy|envoy|surgeon"
    "|physician|astronomer|engineer|architect|painter|tutor|instructor|chief|king|queen|emperor"
)
_POST = (
    r"(?P<post>(?:(?!(?:and|of|in|to|by|at|for|as)\b)[A-Za-z-]+ ){0,4}?"
    rf"(?:{_POSTS}|{_POSTS.title()})\b"
    r"(?: (?:of|at|for|in|to) (?:the )?(?:(?!in ⟦d)[^;.,⟦]|⟦[^pd]\d+⟧){2,60}?)?)"
    r"(?=[,.;]|$| (?:in|on|by|after|following|when|and|from|until|with|under|but|where|who) ?)"
)
_INTO = (
    r"<who:person>(?: was|,)(?: also| then| later| again)?"
    r" (?P<verb>appointed|elected|named|promoted)(?: as| to)? "
    rf"(?:the |an? )?{_POST}"
)
_BECAME = rf"<who:person>(?: also| then| later)? became (?:the |an? )?{_POST}"
_CONTEXT = re.compile(
    r"⟦p|\b(?:his|her|their|its|the (?:company|team|club|country|city|school))\b"
)
_AND = re.compile(r" and (?:the )?(⟦|[A-Za-z]+)")
_AFTER_A_POST = frozenset(
    {"in", "from", "on", "at", "by", "to", "later", "then", "soon", "also", "after", "afterwards"}
    | {"he", "she", "was", "had", "eventually", "subsequently"}
)
_BY_WHOM = re.compile(r" by (?:the )?[A-Z].*$")
_FEWEST_WORDS = 2


def statements(marked: Marked) -> Iterator[Statement]:
    """The posts that the sentence gives to a person."""
    for found in marked.find(_INTO):
        yield from _post(found, "appointment", found.group("verb"))
    for found in marked.find(_BECAME):
        yield from _post(found, "new_post", "")


def _post(found: Found, kind: str, verb: str) -> Iterator[Statement]:
    person, post = found.person("who"), _BY_WHOM.sub("", found.written("post"))
    is_another = post.split()[0] in {"him", "her", "them"}
    is_whole = len(post.split()) >= _FEWEST_WORDS and not post.endswith(" and") and not is_another
    is_clear = is_whole and not _CONTEXT.search(found.group("post"))
    if found.year and is_clear and not _is_half(found.after):
        yield Statement(
            kind,
            {"who": person, "verb": verb, "when": found.year, "answer_kind": "name"},
            (kind, person, verb, found.year),
            post,
            Expected("phrase", names=(post,)),
            found.within.citation,
        )


def _is_half(after: str) -> bool:
    """Whether the post goes on: "professor of chemical technology and analytical chemistry"."""
    found = _AND.match(after)
    return found is not None and found[1] not in _AFTER_A_POST and not is_past(found[1])
