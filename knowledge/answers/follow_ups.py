"""A follow-up ("and Wang Yi?", "how long?") made whole with the question before it."""

from __future__ import annotations

import re

from knowledge.answers.asked import Asked, Lexicon, read
from knowledge.search.tokens import terms

_OPENING = re.compile(
    r"^\W*(?:and|but|so|ok(?:ay)?|what\s+about|how\s+about|and\s+what\s+about|then)\b[\s,]*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|that|this|those|these|there|then)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\b(?:who(?:m|se)?|what|which|when|where|why|how)\b|^\W*(?:is|are|was|were|did|does|do|has|have|can)\b",
    re.IGNORECASE,
)
_SHORT = 4
"""Words of a question that lives from the one before: "how long?", "who said that?"."""


def resolved(follow_up: str, before: str, lexicon: Lexicon) -> str:
    """Return ``follow_up`` as a question of its own, given the question ``before`` it.

    A name without a question takes the place of the name of its kind in the question before; a
    question without a name takes the names of the question before. Anything else stays as it is.
    """
    earlier, later = read(before, lexicon), read(follow_up, lexicon)
    bare = _OPENING.sub("", follow_up).strip()
    opened = bare != follow_up.strip()
    if not _QUESTION.search(bare):
        return _with_name(earlier, bare) if opened or later.names else follow_up
    if later.names or not earlier.names or not _needs_more(bare, later):
        return follow_up
    return _with_topic(bare, earlier)


def _needs_more(text: str, later: Asked) -> bool:
    """Say whether a question points back, or is too short to be asked of nothing."""
    return _PRONOUN.search(text) is not None or len(later.tokens) <= _SHORT


def _with_name(earlier: Asked, name: str) -> str:
    """Put ``name`` where the last name of the question before stood, at its end where none did."""
    name = name.rstrip("?!. ")
    start, end = _last_name(earlier) or (len(earlier.text.rstrip("?!. ")),) * 2
    gap = "" if start < end else " "
    return earlier.text[:start] + gap + name + (earlier.text[end:] or "?")


def _with_topic(text: str, earlier: Asked) -> str:
    """Append what the question before was about: its words but those that asked."""
    said = set(terms(text))
    topic = [t.word for t in earlier.tokens if t.term in earlier.weights and t.term not in said]
    plain = _PRONOUN.sub("", text).rstrip("?!. ")
    return f"{' '.join((*plain.split(), *topic))}?"


def _last_name(asked: Asked) -> tuple[int, int] | None:
    if not asked.names:
        return None
    last = set(asked.names[-1])
    places = [token for token in asked.tokens if token.term in last]
    return places[0].start, places[-1].end
