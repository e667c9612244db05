"""How a term is asked for by what it means, as a statement.

A term is asked for as one; a thing with a name by what it alone is or does.
"""

from __future__ import annotations

import re

from knowledge.facts.reading import descriptions
from knowledge.facts.reading.marked import Marked
from knowledge.facts.reading.terms import Term
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import NATIONS_AND_PEOPLES
from knowledge.models import Expected

_ARTICLE = re.compile(r"^(?:the|an?) ")
_DOER = re.compile(
    r"^(?P<noun>[\w-]+(?: [\w-]+){0,3}(?<! in)(?<! by)(?<! of)(?<! to)(?<! at)(?<! for))"
    r" (?:that|which|who) (?P<does>(?!(?:is|are|was|were|can)\b)(?:\w+s|\w+ed|[a-z]+) .+)$"
)
_FOREMOST = re.compile(
    r"^the (?:[\w-]+ and )?(?:second[- ]|third[- ])?"
    r"(?:\w{3,}est|most [\w-]+|only|first|last|outer\w*|inner\w*)\b"
)
_SCOPE = re.compile(r"(?<!first)(?<!last)(?<!only) (?:in|of|on|among|within|at|that|to) ")
"""Among what something is the first or the largest."""
_COUNTED = re.compile(r"(?:two|three|four|five|six|seven|eight) ")
_HEAD_ENDS = re.compile(
    r" (?:that|which|who|in|of|by|at|for|to|from|than|with|where|when|between|through|used|found"
    r"|located|made|composed|consisting|connected)\b"
)
"""What follows the noun that says what kind of thing is described."""


def noun(description: str) -> str:
    """The noun that says what kind of thing is described, with what stands before it."""
    return _HEAD_ENDS.split(bare(description))[0]


def bare(description: str) -> str:
    """The description without its article."""
    return _ARTICLE.sub("", description)


def tells_which(description: str, term: Term) -> bool:
    """Whether the words mean one thing: "an alliance among …" is no description of a name."""
    if _FOREMOST.match(description):
        return _SCOPE.search(description) is not None
    last = noun(description).split()[-1]
    if last.istitle() and last.removesuffix("s") not in NATIONS_AND_PEOPLES:
        return False  # "next door is the Palace Hotel"
    is_single = description.startswith("the ") and _DOER.match(bare(description)) is not None
    return is_single or not term.is_name


def asked(description: str, term: Term, verb: str = "is") -> str:
    """The question for the term that the words mean."""
    doer = _DOER.match(bare(description))
    if _FOREMOST.match(description):
        return f"What {verb} {description}?"
    if doer and (term.is_name or _COUNTED.match(bare(description))):
        return f"Which {doer['noun']} {doer['does']}?"
    return f"What is the term for {description}?"


def statement(marked: Marked, term: Term, question: str, description: str) -> Statement:
    """What the sentence says that the term means; "which fracture" may say "fracture"."""
    kind, last = "named thing" if term.is_name else "term", term.text.split()[-1]
    if re.search(rf"\b{re.escape(last)}\b", question, re.IGNORECASE):
        kind = f"which {last.lower()}"
    fact = "definition" if term.is_name else "meaning"
    return Statement(
        fact,
        {"question": question, "answer_kind": kind, "noun": noun(description).split()[-1].lower()},
        (fact, question.lower()),
        term.text,
        Expected("name", names=(term.text,)),
        marked.citation,
        doubts=descriptions.doubts(description),
    )
