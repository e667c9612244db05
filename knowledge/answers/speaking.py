"""Whether a sentence gives the words of somebody."""

from __future__ import annotations

import re

_SAID = (
    r"(?:said|says?|saying|told|tells?|telling|wrote|writing|pointed\s+out"
    r"|(?:add|stat|ask|argu|claim|demand|announc|explain|warn|urg|emphasi[sz]|stress|insist|call|not"
    r"|repl[iy]|express|declar|accus|blam|describ|hop|recommend|advis)(?:ed|ing|es|s))"
)
_WORD = r"[\w’'-]+"
_BY = re.compile(
    rf"(?P<before>{_WORD}(?:\s+{_WORD}){{0,2}})(?:,[^,]{{2,60}},|[^,.]{{0,40}},)?\s+"
    rf"(?:also\s+|then\s+|had\s+|has\s+)?{_SAID}\b"
)
_AFTER = re.compile(rf"\b{_SAID}\s+(?:\w+\s+){{0,4}}?(?P<after>(?:[A-Z]{_WORD}\s*){{1,3}})")
_PRONOUN = frozenset({"he", "she", "they"})
_QUOTED = re.compile(r"[\"“”‘«]")
_BY_PRONOUN = 0.5


def speaks(speaker: str, sentence: str) -> float:
    """Return how surely the sentence gives words of ``speaker``: 1 by name, 0 where nobody speaks.

    "He added that …" may be of anybody.
    """
    names = {name for match in _BY.finditer(sentence) for name in match["before"].split()}
    if _QUOTED.search(sentence):
        names |= {name for match in _AFTER.finditer(sentence) for name in match["after"].split()}
    named = {name.casefold().removesuffix("'s").removesuffix("’s") for name in names}
    if speaker.casefold() in named:
        return 1.0
    return _BY_PRONOUN if named & _PRONOUN else 0.0
