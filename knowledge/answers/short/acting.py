"""Who acts in a sentence, and upon whom, by where they stand to the verb that a question asks."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.answers.asked import Asked
from knowledge.answers.kin import kin_of
from knowledge.answers.short.spans import Span
from knowledge.search.tokens import Token, tokens

_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$")
_BY = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,4}$")
_WHO_OBJECT = re.compile(r"\bwho(?:m)?\s+(?:did|does|do|had|has|have|will|would)\b", re.IGNORECASE)
_PART = re.compile(r"[,;:.]\s|\b(?:but|while|and\s+the)\b")
_NEAR = 40
_AGENT, _SUBJECT, _OBJECT, _ACTED_UPON = 0.8, 0.4, 0.4, -0.1


def role_in_deed(asked: Asked, sentence: str, span: Span) -> float:
    """Judge a name by the question's verb: who did it stands before, to whom it was done behind.

    "It was built by Berg" turns that round.
    """
    upon = _WHO_OBJECT.search(asked.text) is not None
    if not upon and not asked.asks_who_did:
        return 0.0
    deed = deed_in(asked, sentence)
    if deed is None:
        return 0.1 * (span.start == 0 and not upon)
    is_passive = _PASSIVE.search(sentence, max(deed.start - 20, 0), deed.start) is not None
    is_agent = _BY.search(sentence, max(span.start - _NEAR, 0), span.start) is not None
    if upon:
        return _OBJECT if span.start > deed.start and not is_agent else _ACTED_UPON
    if is_passive or is_agent:
        follows = span.start - deed.end > 0 and not _PART.search(sentence, deed.end, span.start)
        return _AGENT if is_agent and follows else 0.0
    return _SUBJECT if span.end <= deed.start else 0.0


@lru_cache(maxsize=1 << 10)
def deed_in(asked: Asked, sentence: str) -> Token | None:
    """Return the word of the sentence for what was done: the question's verb, or its kin."""
    verb = _verb(asked)
    if not verb:
        return None
    likely = kin_of(verb) | {verb}
    return next((word for word in tokens(sentence) if word.term in likely), None)


def _verb(asked: Asked) -> str:
    """Return the first of the question's terms, or the first behind a name where "did" asks."""
    found = [token.term for token in asked.tokens if token.term in asked.weights]
    if asked.asks_who_did:
        return found[0] if found else ""
    return next((term for term in found if term in asked.focus), "")
