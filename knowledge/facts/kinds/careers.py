"""Turns of a life: prizes won, countries moved to, offices held, predecessors and successors.

Requires a person, and a year wherever the same may have happened twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.facts.reading.marked import DESCRIBED, END, Found, Marked
from knowledge.facts.reading.whereabouts import asked_as
from knowledge.facts.reading.words import words
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_AWARD = (
    r"<who:person>(?: also| later)? (?:won|received|was awarded|was given|earned|accepted) "
    r"(?:the |an? )?(?P<award>(?:⟦[^pd]\d+⟧ )?⟦[^pd]\d+⟧(?: (?:in|for|of) (?:the )?⟦[^pd]\d+⟧)?)"
    r"(?=[,.;]|$| (?:in|for|from|and|at|by|on|with)\b)"
)
_AWARDS = re.compile(r"\b(?:Prize|Medal|Cross|Order|Fellowship|Heart)\b")
_MOVED = (
    r"<who:person>(?:[^;.⟦]{0,40})? (?P<verb>emigrated|immigrated|moved|fled|migrated) "
    rf"(?:[a-z ]{{0,30}} )?to (?:the )?<where:place>{END}"
)
_SERVED = (
    r"<who:person>(?: also| then| later)? served as (?:an? |the )?(?P<post>[^;.,]{4,70}?),? "
    r"from <start:date> (?:to|until|through) <end:date>"
)
_SERVED_IN = (
    r"<who:person>(?: also| then| later)? served as (?:an? |the )?(?P<post>[^;.,]{4,70}?),? "
    r"in <start:date>(?=[,.;]| and\b|$)"
)
_JOINED = rf"<who:person>(?: also| then| later)? joined the <body:thing>{END}"
_BODIES = words("bodies")
_PUBLISHED = (
    r"<who:person>(?: also| then| later)? "
    r"(?P<verb>published|wrote|released|composed|directed|painted)"
    r" (?:his|her|⟦p\d+⟧'s|the|an?) (?:(?!(?:and|of|in|to|by|at|for|as)\b)[a-z-]+ ){0,3}?"
    r"(?P<noun>novel|book|album|film|play|poem|opera|symphony|essay|memoir|ballet|single|song),? "
    rf"<work:thing>{END}"
)
_BASE_OF = {
    "emigrated": "emigrate",
    "immigrated": "immigrate",
    "moved": "move",
    "fled": "flee",
    "migrated": "migrate",
    "succeeded": "succeed",
    "replaced": "replace",
    "published": "publish",
    "wrote": "write",
    "released": "release",
    "composed": "compose",
    "directed": "direct",
    "painted": "paint",
}
_POST = r"(?: as (?:the )?(?P<post>[^;.,]{4,60}?))?"
_SUCCEEDED_BY = (
    rf"<who:person> was (?:succeeded|replaced){_POST} by {DESCRIBED}<whom:somebody>{END}"
)
_SUCCEEDED = (
    rf"<who:person> (?P<verb>succeeded|replaced) {DESCRIBED}<whom:somebody> as (?:the )?"
    r"(?P<post>[^;.,]{4,60}?)(?=[,.;]|$| (?:in|on|after|and|when|from)\b)"
)
_VAGUE_POST = re.compile(
    r"^(?:a|an|one|his|her|their|it)\b|⟦p|\b[a-z]+'s\b|\b(?:member|trustee)\b"
)


def statements(marked: Marked) -> Iterator[Statement]:
    """The turns that the sentence tells of."""
    for wording, read in _READERS:
        for found in marked.find(wording):
            yield from read(found)


def _award(found: Found) -> Iterator[Statement]:
    award = found.written("award")
    is_whole = " " in award  # "the Medal", of which there are many
    if found.year and is_whole and _AWARDS.search(award):
        yield _statement(found, "award", award, "name", when=f"in {found.year}")


def _work(found: Found) -> Iterator[Statement]:
    if found.year and found.is_whole("work"):
        told = {"verb": _BASE_OF[found.group("verb")], "asked": found.group("noun")}
        title = found.name("work").text
        yield _statement(found, "work", title, "name", when=f"in {found.year}", **told)


def _office(found: Found) -> Iterator[Statement]:
    start, is_long = found.date("start").spoken, "end" in found.match.groupdict()
    when = f"from {start} to {found.date('end').spoken}" if is_long else f"in {start}"
    if not _VAGUE_POST.search(found.group("post")):
        yield _statement(found, "office_held", found.written("post"), "name", when=when)


def _move(found: Found) -> Iterator[Statement]:
    where, year = found.name("where"), found.year
    kind = asked_as(where)
    if kind and year:
        verb = _BASE_OF[found.group("verb")]
        yield _statement(found, "move", where.text, kind, when=year, verb=verb, asked=kind)


def _joining(found: Found) -> Iterator[Statement]:
    """An army, party or company that says what it is by its last word."""
    body = found.name("body").text
    noun = body.split()[-1].lower()
    if found.year and noun in _BODIES and found.is_whole("body"):
        yield _statement(
            found, "joining", body, f"which {noun}", when=f"in {found.year}", asked=noun
        )


def _successor(found: Found) -> Iterator[Statement]:
    post = found.written("post")
    told = f" as {post}" if post else ""
    yield _statement(found, "successor", found.person("whom"), "person", post=told)


def _predecessor(found: Found) -> Iterator[Statement]:
    post, verb = f" as {found.written('post')}", _BASE_OF[found.group("verb")]
    yield _statement(found, "predecessor", found.person("whom"), "person", post=post, verb=verb)


def _statement(found: Found, kind: str, value: str, answer_kind: str, **told: str) -> Statement:
    person = found.person("who")
    names = found.within.table.spellings(value) if answer_kind == "person" else (value,)
    return Statement(
        kind,
        {"who": person, "answer_kind": answer_kind, **told},
        (kind, person, *(told[key] for key in ("when", "post", "verb", "asked") if key in told)),
        value,
        Expected("name", names=names),
        found.within.citation,
    )


_READERS: tuple[tuple[str, Callable[[Found], Iterator[Statement]]], ...] = (
    (_AWARD, _award),
    (_MOVED, _move),
    (_SERVED, _office),
    (_SERVED_IN, _office),
    (_JOINED, _joining),
    (_PUBLISHED, _work),
    (_SUCCEEDED_BY, _successor),
    (_SUCCEEDED, _predecessor),
)
