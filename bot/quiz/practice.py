"""Practice: one player, a row of questions, one at a time. Pure: no clock, no chance, no store.

asking ──answered──▶ asking … ──answered──▶ over
   └────────────────stopped────────────────▶ over
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Result:
    """How a practice ended: what was right, what was missed, what was never reached."""

    right: tuple[str, ...]
    missed: tuple[str, ...]
    total: int

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return len(self.right) + len(self.missed)


@dataclass(frozen=True, slots=True)
class Practice:
    """Question ids in the order of asking, and what was answered so far."""

    questions: tuple[str, ...]
    verdicts: tuple[bool, ...] = ()
    stopped: bool = False

    @classmethod
    def of(cls, questions: Sequence[str]) -> Practice:
        """A practice that has not asked anything yet; it needs at least one question."""
        if not questions:
            raise ValueError("a practice needs a question")
        return cls(tuple(questions))

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be asked."""
        return self.stopped or len(self.verdicts) == len(self.questions)

    @property
    def current(self) -> str | None:
        """The question that waits for its answer."""
        return None if self.is_over else self.questions[len(self.verdicts)]

    @property
    def number(self) -> int:
        """The current question's number, from 1."""
        return min(len(self.verdicts) + 1, len(self.questions))

    def answered(self, question: str, *, correct: bool) -> Practice:
        """The practice after an answer; an answer to any other question changes nothing."""
        if question != self.current:
            return self
        return replace(self, verdicts=(*self.verdicts, correct))

    def postponed(self) -> Practice:
        """The practice with its current question asked last."""
        done = len(self.verdicts)
        rest = self.questions[done:]
        return replace(self, questions=(*self.questions[:done], *rest[1:], *rest[:1]))

    def stop(self) -> Practice:
        """The practice ended before its last question."""
        return self if self.is_over else replace(self, stopped=True)

    @property
    def result(self) -> Result:
        """What has been answered so far, right and wrong."""
        pairs = list(zip(self.questions, self.verdicts, strict=False))
        return Result(
            right=tuple(question for question, correct in pairs if correct),
            missed=tuple(question for question, correct in pairs if not correct),
            total=len(self.questions),
        )
