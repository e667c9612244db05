"""Teams: who goes where, and what a team has. The score is the mean, so size is no advantage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

NAMES = ("Red", "Blue", "Green", "Yellow")
SIGNS = ("🔴", "🔵", "🟢", "🟡")


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """A team's place (ties share one), its number from 1, mean points and members."""

    place: int
    team: int
    mean: Fraction
    members: int


def smallest_team(sizes: Mapping[int, int], teams: int) -> int:
    """Where somebody goes who has not chosen: the team with the fewest members."""
    return min(range(1, teams + 1), key=lambda team: (sizes.get(team, 0), team))


def team_standings(scores: Iterable[tuple[int, int]], teams: int) -> list[TeamStanding]:
    """The teams by mean points, best first, from (team, points) of every member who played."""
    points: dict[int, list[int]] = {team: [] for team in range(1, teams + 1)}
    for team, earned in scores:
        if team in points:
            points[team].append(earned)
    means = {team: Fraction(sum(won), max(1, len(won))) for team, won in points.items()}
    ordered = sorted(means, key=lambda team: (-means[team], team))
    return [
        TeamStanding(
            place=1 + sum(other > means[team] for other in means.values()),
            team=team,
            mean=means[team],
            members=len(points[team]),
        )
        for team in ordered
    ]
