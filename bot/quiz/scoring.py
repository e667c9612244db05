"""How an answer to a question becomes points."""

from __future__ import annotations

from collections.abc import Sequence


def points(*, correct: bool) -> int:
    """One point for a right answer, none for a wrong one; nothing is ever taken away."""
    return int(correct)


def chosen_option(order: Sequence[int], shown: int) -> int:
    """The question's own index of the option that was shown at place ``shown``.

    ``order[i]`` is the index, in the question, of the option shown at place ``i``.
    """
    return order[shown]
