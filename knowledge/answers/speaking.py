"""Whether a sentence gives the words of somebody."""

from __future__ import annotations

import re

_SAID = (
    r"(?:said|says?|saying|told|tells?|telling|wrote|writing|pointed\s+out"
    r"|(?:add|stat|ask|argu|claim|demand|announc|explain|warn|urg|emphasi[sz]|stress|insist|call|not"
    r"|repl[iy]|express|declar|accus|blam|describ|hop|recommend|advis)(?:ed|ing|es|s))"
)
_BY = re.compile(
    rf"(?P<before>[\w’'-]+)(?:,[^,]{{2,60}},|[^,.]{{0,40}},)?\s+(?:also\s+|then\s+|had\s+|has\s+)?{_SAID}\b"
)
_AFTER = re.compile(rf"\b{_SAID}\s+(?:\w+\s+){{0,4}}?(?P<after>[A-Z][\w’'-]*)")
_PRONOUN = frozenset({"He", "She", "he", "she", "They", "they"})
_QUOTED = re.compile(r"[\"“”‘«]")
_BY_PRONOUN = 0.5


def speaks(speaker: str, sentence: str) -> float:
    """Return how surely the sentence tells what ``speaker`` said: 1 by name, 0 where nobody speaks.

    "He added that …" may be of anybody.
    """
    names = {match["before"] for match in _BY.finditer(sentence)}
    if _QUOTED.search(sentence):
        names |= {match["after"] for match in _AFTER.finditer(sentence)}
    if speaker.casefold() in {name.casefold() for name in names}:
        return 1.0
    return _BY_PRONOUN if names & _PRONOUN else 0.0
