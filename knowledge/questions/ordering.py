"""How questions stand beside one another: what they share, which is easier, what tells of which.

Which of them are asked, and how often each was, a quiz knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.models import Question

_EASY_FIRST = (
    "office",
    "meeting_place",
    "event_place",
    "deed",
    "role",
    "gap",
    "list",
    "saying",
    "definition",
    "meeting_duration",
    "visit_duration",
    "first_in",
    "delay",
)
"""Kinds whose answers are recognised more readily than recalled stand before dates."""

_SHORTEST_WORD = 4


def gives_away(one: Question, other: Question) -> bool:
    """Whether reading one of the two questions shows the answer to the other."""
    return _shows(one, other) or _shows(other, one)


def marks(question: Question) -> Sequence[str]:
    """What a varied quiz does not repeat: the question's kind, its article, its answer."""
    article = question.citations[0].article if question.citations else question.title
    return f"kind {question.kind}", f"article {article}", f"answer {question.answer}"


def ease(question: Question) -> int:
    """The place of the question's kind among all: the smaller, the easier."""
    return _EASY_FIRST.index(question.kind) if question.kind in _EASY_FIRST else len(_EASY_FIRST)


def _shows(shown: Question, asked: Question) -> bool:
    """Whether the sentence asked about is shown with its answer by another question."""
    if shown.citations and shown.citations[:1] == asked.citations[:1]:
        return True
    told = _words(shown.stem)
    key = {word for word in _words(asked.answer) if len(word) >= _SHORTEST_WORD}
    same_subject = len(told & _words(asked.stem)) > len(_words(asked.stem)) / 2
    return bool(key) and key <= told and same_subject


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
