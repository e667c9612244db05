"""Who coined a term, or found or proposed what a term means.

Requires the term as a plain noun (named things have their makers elsewhere) and one person.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.reading.marked import DESCRIBED, Found, Marked
from knowledge.facts.reading.terms import Reading
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_TERM = r"(?P<term>[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,3}?)"
_QUOTED = rf"[“\"']?{_TERM}[”\"']?"
_BY = rf"by (?:the )?{DESCRIBED}<who:person>(?!,? (?:and|&) (?:the )?(?:[a-z]+ )*⟦p)(?=[ ,.;]|$)"
_COINED = (
    rf"<who:person>(?:, [^,⟦]{{3,60}},)? (?:first )?(?P<verb>coined|introduced|popularized) the "
    rf"(?:term|phrase|word|expression|name) {_QUOTED}"
    r"(?=[,.;]|$| (?:in|to|for|as|when|at|after|by)\b)"
)
_WAS_COINED = (
    rf"(?:term|phrase|word|expression) {_QUOTED} (?:was|were) (?:first )?"
    rf"(?P<verb>coined|introduced|popularized|used)(?: (?:in|around) ⟦d\d+⟧)? {_BY}"
)
_WAS_FOUND = (
    rf"(?:^|[;,] (?:and |but )?)(?:[Tt]he )?{_TERM} was (?:first |originally )?"
    r"(?P<verb>discovered|proposed|developed|introduced|described|invented|formulated|isolated"
    rf"|explained|identified)(?: (?:in|around) ⟦d\d+⟧,?)? {_BY}"
)

_NAMED_AFTER = (
    rf"(?:^|[;,] )(?:[Tt]he )?{_TERM},? (?:(?:is|was) )?named (?:after|for|in honou?r of)"
    rf" (?:the )?{DESCRIBED}<who:person>(?=[ ,.;]|$)(?!,? and ⟦p)"
)


def statements(marked: Marked) -> Iterator[Statement]:
    """Who coined the terms of the sentence, and who found what they mean."""
    reading = Reading(marked.parsed)
    for wording in (_COINED, _WAS_COINED):
        for found in marked.find(wording):
            verb = "coined" if found.group("verb") == "used" else found.group("verb")
            yield from _made(found, reading, verb, "the term “{}”")
    for found in marked.find(_WAS_FOUND):
        has_article = found.within.text[: found.match.start("term")].lower().endswith("the ")
        if not found.group("term").endswith("s"):
            verb = found.group("verb")
            verb = "first described" if verb == "described" else verb  # others did since
            yield from _made(found, reading, verb, "the {}" if has_article else "{}")
    for found in marked.find(_NAMED_AFTER):
        yield from _namesake(found, reading)


def _namesake(found: Found, reading: Reading) -> Iterator[Statement]:
    term, who = reading.term(found.group("term").strip()), found.person("who")
    if term is not None and not term.is_name and who:
        yield Statement(
            "namesake",
            {"what": f"the {term.text}", "answer_kind": "person"},
            ("namesake", term.text.lower()),
            who,
            Expected("name", names=found.within.table.spellings(who)),
            found.within.citation,
        )


def _made(found: Found, reading: Reading, verb: str, work: str) -> Iterator[Statement]:
    term, who = reading.term(found.group("term").strip()), found.person("who")
    if term is None or term.is_name or not who:
        return
    made = work.format(term.text)
    yield Statement(
        "maker",
        {"verb": verb, "work": made, "answer_kind": "person"},
        ("maker", verb, made.lower()),
        who,
        Expected("name", names=found.within.table.spellings(who)),
        found.within.citation,
    )
