"""What a place or a report has: its nearest airport, its highest point, a nickname, a journal.

Requires the name asked for, alone: of two airports, either would be half an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import Found, Marked
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_FEATURE = (
    r"^(?:The|<of:thing>'s) (?P<what>(?:nearest|closest|highest|largest|biggest|oldest|longest"
    r"|tallest|deepest|busiest|official|national)(?: [a-z]+){1,2}?)"
    r"(?P<where> (?:in|of|on|to) (?:(?:the )?⟦[^pd]\d+⟧|the [a-z]+))?,? is (?:the )?<name:thing>"
    r"(?=,? (?:which|at|with|near|built|founded|opened|on|in)\b|, \d|[.;]|$)"
)
_JOURNAL = (
    r"\b(?P<work>study|research|paper|findings|results)\b[^.;⟦]{0,60}?"
    r"\bpublished\b[^.;⟦]{0,40}? in (?:the )?(?:[a-z-]+ ){0,2}journal (?:of )?<journal:name>"
)
_NICKNAME = re.compile(
    r"^(?P<what>(?:The )?[A-Z][\w-]+(?: [A-Z][\w-]+)?|The (?:city|town|island|state)) is"
    r" (?:also |often )?(?:known as|called|nicknamed|dubbed) (?:the )?"
    r"[“\"](?:[Tt]he )?(?P<name>[A-Z][^”\",.]{3,40})[”\"]"
)
_PLURAL = frozenset({"findings", "results"})


def statements(marked: Marked) -> Iterator[Statement]:
    """The features that the sentence names."""
    for found in marked.find(_FEATURE):
        yield from _feature(found)
    for found in marked.find(_JOURNAL):
        work = found.group("work")
        asked = f"{'were' if work in _PLURAL else 'was'} the {work}"
        yield _statement(marked, "journal", found.name("journal").text, asked)
    match = _NICKNAME.match(marked.plain)
    if match and _is_topic(marked, match["what"]):
        what = match["what"]
        named = what[0].lower() + what[1:] if what.startswith("The ") else what
        yield _statement(marked, "nickname", match["name"].strip(), named)


def _feature(found: Found) -> Iterator[Statement]:
    """Asked with its place, or as the article's own."""
    what, where = found.group("what"), found.written("where")
    of = found.thing("of") if found.group("of") else ""
    asked = f"{of}'s {what}" if of else f"the {what}"
    name = found.name("name")
    if name.kind != "person" and not what.endswith("s"):
        yield _statement(found.within, "feature", name.text, f"{asked} {where}".strip())


def _is_topic(marked: Marked, what: str) -> bool:
    """Whether the thing is the article's own, by its title or as "the city"."""
    title = marked.parsed.line.article.title
    return what.removeprefix("The ") in title or what[4:] in {"city", "town", "island", "state"}


def _statement(marked: Marked, kind: str, value: str, asked: str) -> Statement:
    return Statement(
        kind,
        {"asked": asked, "answer_kind": "name"},
        (kind, asked.lower(), marked.citation.article),
        value,
        Expected("name", names=(value,)),
        marked.citation,
    )
