"""What the explanation of one question tells of another: said too early, it spoils the other.

Stems that tell of one another are `knowledge.questions.ordering`'s; these only matter in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.models import Question

_SHORTEST_WORD = 4
_ASKING = frozenset({"which", "what", "when", "where", "whom", "whose", "long", "many", "much"})


def spoils(told: Question, asked: Question) -> bool:
    """Whether who reads the explanation of ``told`` has read the answer to ``asked``."""
    key, shown = _words(asked.answer), _words(told.explanation)
    if not key or not key <= shown:
        return False
    if any(citation.quote in told.explanation for citation in asked.citations):
        return True
    subject = _words(asked.stem) - key - _ASKING
    return len(subject & shown) > len(subject) / 2


def spoil_each_other(one: Question, other: Question) -> bool:
    """Whether no order of the two is fair."""
    return spoils(one, other) and spoils(other, one)


def without_spoilers(ordered: Sequence[Question]) -> list[Question]:
    """The questions in this order, but each before those that spoil it, as far as can be."""
    spoiled = {
        each.id: {other.id for other in ordered if other is not each and spoils(each, other)}
        for each in ordered
    }
    waiting, row = list(ordered), []
    while waiting:
        to_come = {each.id for each in waiting}
        row.append(min(waiting, key=lambda each: len(spoiled[each.id] & to_come)))
        waiting.remove(row[-1])
    return row


def _words(text: str) -> frozenset[str]:
    """The words that carry meaning, roughly: long ones and numbers."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(word for word in words if len(word) >= _SHORTEST_WORD or word.isdecimal())
