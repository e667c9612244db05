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
    "score speed temperature weight area capacity"
)
_TIMES = "year date day month century decade time"
_UNITS = "hours? minutes? days? weeks? months? years? decades? time"


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_WHICH = r"\b(?:what|which)\s+(?:\w+\s+)?"
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("date", r"\bhow\s+long\s+ago\b"),
    ("duration", rf"\b(?:how|for\s+how)\s+(?:many|much)\s+{_any(_UNITS)}\b"),
    ("duration", r"\b(?:for\s+)?how\s+long\b|\bduration\b"),
    ("date", rf"\bwhen\b|{_WHICH}{_any(_TIMES)}\b|\b(?:birthday|date\s+of)\b"),
    ("money", r"\bhow\s+much\s+(?:money|does|do|did|is|was|would|will)\b"),
    ("money", r"\b(?:price|salary|cost|revenue|net\s+worth)\b"),
    ("count", r"\bhow\s+(?:many|much|old|far|big|large|tall|high|deep|fast|often|wide|heavy)\b"),
    ("count", rf"{_WHICH}{_any(_AMOUNTS)}\b|^what(?:'s|\s+is|\s+was)\s+the\s+{_any(_AMOUNTS)}\b"),
    ("office", rf"{_WHICH}{_any(_OFFICES)}\b|\b{_any(_OFFICES)}\s+(?:does|did|do)\b"),
    ("office", rf"\bwhat(?:'s|\s+is|\s+was)\s+.{{2,60}}['’]s\s+{_any(_OFFICES)}\b"),
    ("person", rf"\bwho(?:m|se|['’]s)?\b|\b(?:what|which)\s+{_any(_PERSONS)}\b"),
    ("place", rf"\bwhere\b|{_WHICH}{_any(_PLACES)}\b|^what(?:'s|\s+is)\s+the\s+capital\b"),
    ("organisation", rf"{_WHICH}{_any(_BODIES)}\b"),
    (
        "reason",
        r"\bwhy\b|\bwhat\s+(?:caused|led|made|event)\b|\bfor\s+what\s+reason\b|\bhow\s+come\b",
    ),
    ("list", r"\b(?:name|list)\s+(?:the|all|two|three|four|some)\b"),
    ("list", r"\b(?:what|which)\s+(?:\w+\s+)?\w+[^s\W]s\s+(?:are|were|did|have)\b"),
    ("yes/no", r"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s"),
    ("definition", r"^\W*(?:what|wat)(?:['’]?s|\s+is|\s+are|\s+was|\s+were|\s+does)\b"),
    ("definition", r"\b(?:define|definition\s+of|meaning\s+of)\b|\bmean\??$"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def wanted(question: str) -> Kind:
    """Say what kind of thing would answer ``question``."""
    for kind, pattern in _COMPILED:
        if pattern.search(question):
            return kind
    return "other"
