"""What an item of another system becomes: a checked draft question, whose id stays the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from knowledge.models import Expected, Question
from knowledge.questions.exchange.texts import one_line, plain

KIND = "imported"
OPTIONS_LEAST, OPTIONS_LIMIT = 2, 26
TEXT_LIMIT = 5_000
NUMBER_LIMIT = 1e15
"""Beyond it floats are no longer exact."""


class Rejected(Exception):  # noqa: N818 - it ends a sentence about one item
    """One item can't become a question; ``str`` of it says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One item that was not taken: the line of the file where it begins, and why."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"Line {self.line:,}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Imported:
    """The questions that a file gave, in its order, and a problem for each item that it didn't."""

    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What every format says about a question beside its answers."""

    stem: str
    title: str = ""
    explanation: str = ""
    id: str = ""


def choice(item: Item, options: Sequence[str], key: int) -> Question:
    """Return a question with options. Raises ``Rejected``."""
    clean = tuple(map(plain, options))
    if len(clean) < OPTIONS_LEAST:
        raise Rejected("it has fewer than two options.")
    if len(clean) > OPTIONS_LIMIT:
        raise Rejected(f"it has {len(clean)} options; {OPTIONS_LIMIT} are the most.")
    if not all(clean) or len({option.casefold() for option in clean}) < len(clean):
        raise Rejected("two of its options are the same, or one is empty.")
    if not 0 <= key < len(clean):
        raise Rejected("none of its options is marked as right.")
    return _draft(item, options=clean, key=key, answer=clean[key])


def typed(item: Item, answers: Sequence[str]) -> Question:
    """Return a question answered in words; the first answer is shown. Raises ``Rejected``."""
    clean = tuple(dict.fromkeys(filter(None, map(plain, answers))))
    if not clean:
        raise Rejected("it has no right answer.")
    return _draft(item, answer=clean[0], accept=clean[1:])


def numeric(item: Item, low: float, high: float) -> Question:
    """Return a question answered by a number from ``low`` to ``high``. Raises ``Rejected``."""
    if not -NUMBER_LIMIT < low <= high < NUMBER_LIMIT:
        raise Rejected("its number makes no sense.")
    shown = f"{low:.15g}" if low == high else f"{low:.15g} to {high:.15g}"
    expected = Expected("quantity", low=low, high=high)
    return replace(_draft(item, answer=shown), expected=expected)


def _draft(
    item: Item,
    *,
    answer: str,
    options: tuple[str, ...] = (),
    key: int = 0,
    accept: tuple[str, ...] = (),
) -> Question:
    stem = plain(item.stem)
    if not stem:
        raise Rejected("it asks nothing.")
    if max(map(len, (stem, item.explanation, answer, *options, *accept))) > TEXT_LIMIT:
        raise Rejected(f"one of its texts is longer than {TEXT_LIMIT:,} characters.")
    return Question(
        id=one_line(item.id) or _identity(stem, answer, *options),
        kind=KIND,
        tier="draft",
        title=one_line(item.title),
        stem=stem,
        options=options,
        key=key,
        answer=answer,
        accept=accept,
        explanation=plain(item.explanation),
        citations=(),
    )


def _identity(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()
