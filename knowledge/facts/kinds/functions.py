"""What technical things do: "X connects A to B", "X is caused by A", "X occurs when …".

Requires a technical term as the subject, a verb that tells a lasting function, and an object
that says enough; only the present tense, which states what holds in general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.descriptions import cut, describes, opened, segments
from knowledge.facts.reading.marked import Marked
from knowledge.facts.reading.terms import Reading, Term
from knowledge.facts.reading.wordings import ARTICLE, TERM
from knowledge.facts.reading.words import words
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_BASES = words("functions")
_SINGULAR = {base: f"{base}s" for base in sorted(_BASES)} | {
    "carry": "carries",
    "attach": "attaches",
    "process": "processes",
    "supply": "supplies",
}
_FORMS = _SINGULAR | {form: form for form in _SINGULAR.values()}
"""Each form of a verb in the present, and the one that "What" asks with."""
_NEEDS = {
    "serves": "as",
    "acts": "as",
    "occurs": "when",
    "results": "when",
    "arises": "when",
    "happens": "when",
}
_REMARK = r"(?:, [^,]{3,80},|,? \([^)]*\))?"
_ACTIVE = re.compile(
    rf"^{ARTICLE}{TERM}{_REMARK} (?P<verb>{'|'.join(sorted(_FORMS, key=len, reverse=True))})"
    r" (?P<rest>.+)$"
)
_PASSIVE = re.compile(
    rf"^{ARTICLE}{TERM}{_REMARK} (?:is|are) (?P<rest>(?:(?:usually|often|mainly) )?(?:caused by"
    r"|used to|responsible for|characteri[sz]ed by|measured in|produced by|secreted by"
    r"|located (?:in|between|behind|above|below|at)) .+)$"
)
_REMARK_BEHIND = re.compile(r", .*$")
_SECOND_VERB = re.compile(r" and (?=(\w+(?:s|es|ed)\b))")
_BROKEN = re.compile(r"\b(?:about|to|of|in|for|with|by|on|and|or|the|an?)$")
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_FEWEST_WORDS = 3


def statements(marked: Marked) -> Iterator[Statement]:
    """The functions that the sentence states."""
    reading = Reading(marked.parsed)
    for text in segments(opened(marked.plain), reading):
        match = _PASSIVE.match(text) or _ACTIVE.match(text)
        term = reading.term(match["term"]) if match else None
        said = _said(reading, match) if match else ""
        if term is not None and reading.is_technical(term) and _is_said(said, term):
            yield _statement(marked, term, said)


def _said(reading: Reading, match: re.Match[str]) -> str:
    """What is said of the term, as it continues "What"; nothing where the verb is none."""
    verb, rest = match.groupdict().get("verb"), _shortened(reading, match["rest"])
    if verb is None:
        return f"is {rest}"
    form = _FORMS[verb]
    is_verb = reading.tags(verb) & {"VBZ", "VBP"}
    is_complete = form not in _NEEDS or rest.startswith(f"{_NEEDS[form]} ")
    return f"{form} {rest}" if is_verb and is_complete else ""


def _is_said(said: str, term: Term) -> bool:
    is_long_enough = len(said.split()) >= _FEWEST_WORDS
    return is_long_enough and describes(said, term) and not _BROKEN.search(said)


def _shortened(reading: Reading, rest: str) -> str:
    """What is said up to the first comma, or to an "and" with a verb of its own."""
    rest = _REMARK_BEHIND.sub("", cut(rest))
    found = _SECOND_VERB.search(rest)
    goes_on = found is not None and reading.tags(found[1]) & _FINITE
    return rest[: found.start()] if found and goes_on else rest


def _statement(marked: Marked, term: Term, said: str) -> Statement:
    asks = "Which view" if said.startswith("holds that ") else "What"
    return Statement(
        "function",
        {"question": f"{asks} {said}?", "answer_kind": "term"},
        ("function", said.lower()),
        term.text,
        Expected("name", names=(term.text,)),
        marked.citation,
    )
