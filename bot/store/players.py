"""The rows of people: who they are, and everything that is kept about one of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store import libraries
from bot.store.database import Transaction


@dataclass(frozen=True, slots=True)
class Player:
    """Anyone who answers. ``name`` is as Telegram gives it: any characters at all."""

    id: int
    name: str
    username: str | None = None


async def remember(tx: Transaction, player: Player, now: float) -> None:
    """Keep the player's present name."""
    await tx.run(
        """
        INSERT INTO players (player_id, name, username, first_seen)
        VALUES (:id, :name, :username, :now)
        ON CONFLICT (player_id) DO UPDATE SET name = :name, username = :username
        """,
        id=player.id,
        name=player.name,
        username=player.username,
        now=now,
    )


async def record(tx: Transaction, player_id: int) -> dict[str, list[dict[str, object]]]:
    """Every row that belongs to the player, by table, for people to read."""
    return {
        name: [dict(row) for row in await tx.all(sql, player=player_id)]
        for name, sql in _RECORD.items()
    }


async def erase(tx: Transaction, player_id: int) -> None:
    """Delete the player and, through the foreign keys, every answer and practice."""
    await tx.run("DELETE FROM asks WHERE player_id = :player", player=player_id)
    await libraries.erase_of(tx, player_id)
    await tx.run("DELETE FROM players WHERE player_id = :player", player=player_id)


_RECORD = {
    "player": """
        SELECT player_id, name, username, datetime(first_seen, 'unixepoch') AS first_seen_utc
        FROM players WHERE player_id = :player
    """,
    "answers": """
        SELECT json_extract(body, '$.stem') AS question,
               json_extract(body, '$.options[' || choice || ']') AS chosen,
               json_extract(body, '$.answer') AS right_answer,
               points, chat_id, datetime(answered_at, 'unixepoch') AS answered_at_utc
        FROM answers JOIN posts USING (post_id) JOIN questions USING (version)
        WHERE player_id = :player ORDER BY answered_at
    """,
    "quizzes": """
        SELECT json_array_length(state, '$.questions') AS questions,
               datetime(started_at, 'unixepoch') AS started_at_utc,
               datetime(ended_at, 'unixepoch') AS ended_at_utc
        FROM practices WHERE player_id = :player ORDER BY started_at
    """,
    "rounds_you_played": """
        SELECT title AS group_name, chat_id, team, first_number AS from_question,
               datetime(started_at, 'unixepoch') AS started_at_utc
        FROM participants JOIN rounds USING (round_id)
        WHERE player_id = :player ORDER BY started_at
    """,
    "rounds_you_ran": """
        SELECT title AS group_name, chat_id, datetime(started_at, 'unixepoch') AS started_at_utc
        FROM rounds WHERE instructor_id = :player ORDER BY started_at
    """,
    "groups_you_may_run_rounds_in": """
        SELECT chat_id FROM leaders WHERE player_id = :player
    """,
    "questions_you_doubted": """
        SELECT json_extract(body, '$.stem') AS question,
               datetime(flagged_at, 'unixepoch') AS doubted_at_utc
        FROM flags JOIN posts USING (post_id) JOIN questions USING (version)
        WHERE player_id = :player ORDER BY flagged_at
    """,
    "skill": """
        SELECT value AS estimated_skill, answers FROM skills WHERE player_id = :player
    """,
    "articles_you_added": """
        SELECT title, file_name, libraries.chat_id AS library_of_chat,
               datetime(added_at, 'unixepoch') AS added_at_utc
        FROM articles JOIN libraries USING (library_id)
        WHERE added_by = :player ORDER BY added_at
    """,
    "libraries_you_look_after": """
        SELECT name, chat_id FROM instructors JOIN libraries USING (library_id)
        WHERE player_id = :player
    """,
    "questions_you_reviewed": """
        SELECT json_extract(body, '$.stem') AS question, state, reason,
               datetime(decided_at, 'unixepoch') AS decided_at_utc
        FROM bank JOIN questions USING (version)
        WHERE decided_by = :player ORDER BY decided_at
    """,
    "questions_you_asked": """
        SELECT question, chat_id, datetime(asked_at, 'unixepoch') AS asked_at_utc
        FROM asks WHERE player_id = :player ORDER BY asked_at
    """,
}
