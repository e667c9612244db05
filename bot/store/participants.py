"""The rows of those who play in a round."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.database import Transaction

_SILENT = 2
"""Who has let so many questions in a row pass is not waited for."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A player of a round: their team (0 without teams) and first question that counts."""

    player: int
    name: str
    team: int
    first_number: int


async def add(tx: Transaction, round_id: int, player: int, *, team: int, number: int) -> bool:
    """Let a player in from question ``number`` on; false when they are in already."""
    changed = await tx.run(
        """
        INSERT INTO participants (round_id, player_id, team, first_number)
        VALUES (:round, :player, :team, :number) ON CONFLICT DO NOTHING
        """,
        round=round_id,
        player=player,
        team=team,
        number=number,
    )
    return changed == 1


async def change_team(tx: Transaction, round_id: int, player: int, team: int) -> None:
    """Move a player to another team."""
    await tx.run(
        """
        UPDATE participants SET team = :team WHERE round_id = :round AND player_id = :player
        """,
        round=round_id,
        player=player,
        team=team,
    )


async def dissolve_teams(tx: Transaction, round_id: int, teams: int) -> None:
    """Spread the players over so many teams, in the order in which they stand; 0 for none."""
    await tx.run(
        """
        UPDATE participants
        SET team = iif(:teams, 1 + (SELECT count(*) FROM participants AS other
                                    WHERE other.round_id = :round
                                      AND other.player_id < participants.player_id)
                               % max(:teams, 1), 0)
        WHERE round_id = :round
        """,
        round=round_id,
        teams=teams,
    )


async def leave(tx: Transaction, round_id: int, player: int) -> None:
    """Let a player out again."""
    await tx.run(
        "DELETE FROM participants WHERE round_id = :round AND player_id = :player",
        round=round_id,
        player=player,
    )


async def answered(tx: Transaction, round_id: int, player: int, number: int) -> bool:
    """Note that a participant has answered; whether their answer was waited for."""
    waited = await tx.run(
        """
        UPDATE participants SET last_number = :number
        WHERE round_id = :round AND player_id = :player AND silent < :silent
        """,
        round=round_id,
        player=player,
        number=number,
        silent=_SILENT,
    )
    await tx.run(
        """
        UPDATE participants SET last_number = max(last_number, :number), silent = 0
        WHERE round_id = :round AND player_id = :player AND silent > 0
        """,
        round=round_id,
        player=player,
        number=number,
    )
    return waited == 1


async def close_question(tx: Transaction, round_id: int, number: int) -> None:
    """Count the silence of those who have not answered question ``number``."""
    await tx.run(
        """
        UPDATE participants SET silent = silent + 1
        WHERE round_id = :round AND last_number < :number AND first_number <= :number
        """,
        round=round_id,
        number=number,
    )


async def expected(tx: Transaction, round_id: int) -> int:
    """How many answers the next question waits for."""
    row = await tx.one(
        "SELECT count(*) AS n FROM participants WHERE round_id = :round AND silent < :silent",
        round=round_id,
        silent=_SILENT,
    )
    return row["n"] if row else 0


async def of_round(tx: Transaction, round_id: int) -> list[Participant]:
    """Everybody who plays, in the order of their names."""
    rows = await tx.all(
        """
        SELECT player_id, name, team, first_number
        FROM participants JOIN players USING (player_id)
        WHERE round_id = :round ORDER BY name COLLATE NOCASE, player_id
        """,
        round=round_id,
    )
    return [Participant(r["player_id"], r["name"], r["team"], r["first_number"]) for r in rows]


async def includes(tx: Transaction, round_id: int, player: int) -> bool:
    """Whether this player plays."""
    row = await tx.one(
        "SELECT 1 FROM participants WHERE round_id = :round AND player_id = :player",
        round=round_id,
        player=player,
    )
    return row is not None


async def team_sizes(tx: Transaction, round_id: int) -> dict[int, int]:
    """How many each team has."""
    rows = await tx.all(
        "SELECT team, count(*) AS n FROM participants WHERE round_id = :round GROUP BY team",
        round=round_id,
    )
    return {row["team"]: row["n"] for row in rows}
