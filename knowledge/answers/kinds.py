"""What kind of thing would answer a question, told from its words alone."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "person",
    "place",
    "organisation",
    "date",
    "duration",
    "count",
    "money",
    "office",
    "reason",
    "definition",
    "yes/no",
    "list",
    "other",
]

_PERSONS = (
    "person man woman boy girl actor actress author writer poet singer musician president king "
    "queen emperor scientist player official minister diplomat spokesman leader politician artist "
    "composer director explorer inventor philosopher general"
)
_PLACES = (
    "city country state county town place region continent district province island river "
    "location village street complex capital venue building stadium sea ocean planet area"
)
_BODIES = (
    "company organisation organization team university school party newspaper agency band group "
    "club college bank ministry department network broadcaster outlet church army"
)
_OFFICES = "office post position job role title rank profession occupation"
_AMOUNTS = (
    "number percentage percent proportion population amount distance height length size age rate "
    "score speed temperature weight capacity"
)
_TIMES = "year date day month century decade time"
_PAID = "costs? paid pays? earn(?:s|ed)? charged? spen[dt] sell sold worth donated? invest(?:ed)?"
_VERBS = "is was are were do does did has had makes made caused led happened"
_UNITS = "hours? minutes? days? weeks? months? years? decades? time"


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_BE = r"(?:['’]s|\s+(?:is|was|are|were))"
_WHICH = rf"^(?:what|which)\s+(?:(?!(?:{_any(_VERBS)})\b)\w+\s+)?"
_NAMED = (
    rf"^what{_BE}\s+the\s+(?:(?:first|last|full|official)\s+)?"
    r"names?\s+of\s+(?:the\s+|an?\s+)?(?:\w+\s+)?"
)
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("reason", r"^why\b|^how\s+come\b"),
    ("date", r"\bhow\s+long\s+ago\b"),
    ("duration", rf"\b(?:how|for\s+how)\s+(?:many|much)\s+{_any(_UNITS)}\b"),
    ("duration", r"\b(?:for\s+)?how\s+long\b|\bduration\b"),
    ("date", rf"^when\b|{_WHICH}{_any(_TIMES)}\b|\b(?:birthday|date\s+of)\b"),
    ("date", rf"^what{_BE}\s+the\s+(?:\w+\s+)?{_any(_TIMES)}\b"),
    ("money", rf"\bhow\s+much\s+money\b|\bhow\s+much\b.*\b{_any(_PAID)}\b"),
    ("money", rf"\bhow\s+much{_BE}\s|\b(?:price|salary|cost|revenue|net\s+worth)\b"),
    ("count", r"\bhow\s+(?:many|much|old|far|big|large|tall|high|deep|fast|often|wide|heavy)\b"),
    ("count", rf"{_WHICH}{_any(_AMOUNTS)}\b|^what{_BE}\s+the\s+(?:\w+\s+)?{_any(_AMOUNTS)}\b"),
    ("count", rf"^what{_BE}\s+the\s+(?:\w+\s+)?area\s+of\b"),
    ("office", rf"{_WHICH}{_any(_OFFICES)}\b|\b{_any(_OFFICES)}\s+(?:does|did|do)\b"),
    ("office", rf"^what{_BE}\s+.{{2,60}}['’]s\s+{_any(_OFFICES)}\b"),
    ("person", rf"^who(?:m|se|['’]s)?\b|{_WHICH}{_any(_PERSONS)}\b|{_NAMED}{_any(_PERSONS)}\b"),
    ("place", rf"^where\b|{_WHICH}{_any(_PLACES)}\b|{_NAMED}{_any(_PLACES)}\b"),
    ("place", rf"^what{_BE}\s+the\s+capital\b"),
    ("organisation", rf"{_WHICH}{_any(_BODIES)}\b|{_NAMED}{_any(_BODIES)}\b"),
    ("reason", r"^what\s+(?:caused|led|made|event)\b|\bfor\s+what\s+reason\b"),
    ("list", r"\b(?:name|list)\s+(?:the|all|two|three|four|some)\b"),
    ("list", r"^(?:what|which)\s+(?:\w+\s+)?\w+[^s\W]s\s+(?:are|were|did|have)\b"),
    ("yes/no", r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s"),
    ("definition", r"^(?:what|wat)(?:['’]?s|\s+is|\s+are|\s+was|\s+were|\s+does)\b"),
    ("definition", r"\b(?:define|definition\s+of|meaning\s+of)\b|\bmean\??$"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_ASKING = re.compile(r"\b(?:who(?:m|se)?|what|wat|which|when|where|why|how)\b", re.IGNORECASE)
_STRONG = frozenset({"what", "which", "how"})
_CLAUSE = re.compile(
    r"^\W*(?:when|where|while|after|before|since|if|although|though|as)\s+(?!did|was|were|is|are|do"
    r"|does|has|have|had|will|would|can|could)[^,]*,",
    re.IGNORECASE,
)
_BEFORE_ASKING = 3
"""Words that may stand before the one that asks: "In about which year …?"."""


def wanted(question: str) -> Kind:
    """Say what kind of thing would answer ``question``."""
    asking = _asking(question)
    for kind, pattern in _COMPILED:
        if pattern.search(asking):
            return kind
    return "other"


def _asking(question: str) -> str:
    """Return the question from the word that asks on: "He came home when?" asks "when?".

    A clause before the question ("When it rains, what …") asks nothing, nor does "who" in "people
    who": where a question begins otherwise, the last "what" or "which" asks.
    """
    clause = _CLAUSE.match(question)
    start = clause.end() if clause and _ASKING.search(question, clause.end()) else 0
    found = list(_ASKING.finditer(question, start))
    if not found:
        return question.lstrip(" \"'([¿-–—")
    first = found[0]
    before = len(question[start : first.start()].split())
    is_relative = before > 0 and first[0].lower() in {"who", "when", "where"}
    if before > _BEFORE_ASKING or is_relative:
        strong = [each for each in found if each[0].lower() in _STRONG]
        first = (strong or found)[-1]
    return question[first.start() :]
