"""How answers become points. Nothing is ever taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.quiz.plan import Plan, Scoring

GRACE_SECONDS = 2.0
"""An answer within these earns everything: Telegram tells no time, and votes take a while."""

_FULL = {"accuracy": 1, "speed": 1000}
_STREAK_BONUS = {"accuracy": 1, "speed": 100}
_STREAK_FROM = 3


@dataclass(frozen=True, slots=True)
class Ballot:
    """A player's answer to question ``number``, ``seconds`` after it was posted.

    ``seconds`` is None where the time is not known, which is never held against the player.
    """

    player: int
    number: int
    is_right: bool
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What a player has: points, how many answers were right, how many there were."""

    points: int = 0
    right: int = 0
    answered: int = 0


def points(*, correct: bool) -> int:
    """One point for a right answer, none for a wrong one; nothing is ever taken away."""
    return int(correct)


def chosen_option(order: Sequence[int], shown: int) -> int:
    """The question's own index of the option that was shown at place ``shown``.

    ``order[i]`` is the index, in the question, of the option shown at place ``i``.
    """
    return order[shown]


def earned(ballot: Ballot, scoring: Scoring, limit: float) -> int:
    """The points for one answer to a question that was open for ``limit`` seconds.

    With ``speed`` a right answer earns from 1000 down to 500: ``1000 x (1 - b/2)``, where ``b``
    is the share of the time used up, in whole seconds after the grace period. A slow right answer
    is worth half, so two right answers always beat a fast one and a wrong one.
    """
    if not ballot.is_right:
        return 0
    full = _FULL[scoring]
    if scoring == "accuracy" or ballot.seconds is None:
        return full
    used = max(0, int(ballot.seconds - GRACE_SECONDS))
    share = min(1.0, used / max(1.0, limit - GRACE_SECONDS))
    return round(full * (1 - share / 2))


def tallies(plan: Plan, counted: Sequence[int], ballots: Iterable[Ballot]) -> dict[int, Tally]:
    """What each player has from the questions that count (their numbers, in order).

    With streaks, each right answer from the third in a row on earns a bonus: one point, or 100
    where speed counts. A missed question ends a streak; one that does not count leaves it alone.
    """
    by_player: defaultdict[int, dict[int, Ballot]] = defaultdict(dict)
    for ballot in ballots:
        by_player[ballot.player].setdefault(ballot.number, ballot)
    return {player: _tally(plan, counted, given) for player, given in by_player.items()}


def _tally(plan: Plan, counted: Sequence[int], given: dict[int, Ballot]) -> Tally:
    total, right, answered, streak = 0, 0, 0, 0
    for number in counted:
        ballot = given.get(number)
        is_right = ballot is not None and ballot.is_right
        streak = streak + 1 if is_right else 0
        right += is_right
        answered += ballot is not None
        if ballot is not None:
            total += earned(ballot, plan.scoring, plan.seconds)
        if plan.streaks and streak >= _STREAK_FROM:
            total += _STREAK_BONUS[plan.scoring]
    return Tally(total, right, answered)
