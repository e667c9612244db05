"""Who leads: players in order of points; ties are ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """What one player has: points, and how many questions were answered for them.

    In a round also how many were ``right`` of those ``played`` (asked while they were in).
    """

    player: int
    name: str
    points: int
    answered: int
    right: int = 0
    played: int = 0
    team: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """A score and its place; players with the same points share a place (1, 2, 2, 4)."""

    place: int
    score: Score


def standings(scores: Iterable[Score]) -> list[Standing]:
    """The board, best first; among equals those with fewer answers, then by name, stand above."""
    ordered = sorted(scores, key=lambda s: (-s.points, s.answered, s.name.casefold(), s.player))
    board: list[Standing] = []
    for number, score in enumerate(ordered, start=1):
        tied = board and board[-1].score.points == score.points
        board.append(Standing(board[-1].place if tied else number, score))
    return board
