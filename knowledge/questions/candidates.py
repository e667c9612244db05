"""A question before the gate: what would be asked about one fact, and why it was refused."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.models import Fact

CLAUSAL = frozenset(
    {"gap", "list", "event_time", "event_decade", "event_place", "deed", "role", "saying"}
    | {"clause", "measure", "cause", "purpose"}
)
"""Kinds of facts that are read off clauses: of one sentence several say the same."""

_TYPED = frozenset(
    {"person", "city", "country", "state", "term", "date", "number", "quantity"}
    | {"name", "venue", "reason", "list"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stem with its answer and wrong options, made from one fact in one form.

    ``answer_kind`` tells what the options are (``quantity``, ``date``, ``person``, ``place``, …).
    Without ``distractors`` it is asked without options, to be typed.
    ``refused_by`` names the rules that refuse it; ``doubted_by`` those that make it a draft.
    ``worth`` is how likely a teacher is to take it unchanged, where that was weighed.
    """

    fact: Fact
    form: str
    stem: str
    answer: str
    answer_kind: str
    distractors: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    title: str = ""
    refused_by: tuple[str, ...] = ()
    doubted_by: tuple[str, ...] = ()
    worth: float = 1.0

    @property
    def can_be_typed(self) -> bool:
        """Whether the answer has one spelling or value that can be asked for without options."""
        return self.answer_kind in _TYPED or self.answer_kind.startswith(("named ", "which "))
