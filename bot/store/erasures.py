"""The rows of what was erased: it is to leave the copies and the folders too, restart or not."""

from __future__ import annotations

from collections.abc import Iterable

from bot.store.database import Transaction


async def note(tx: Transaction, player: int) -> None:
    """The player was erased here; the copies still hold them."""
    await tx.run("INSERT OR IGNORE INTO erasures (player_id) VALUES (:player)", player=player)


async def players(tx: Transaction) -> list[int]:
    """Whom the copies may still hold."""
    return [row["player_id"] for row in await tx.all("SELECT player_id FROM erasures")]


async def settle(tx: Transaction, gone: Iterable[int]) -> None:
    """No copy holds these players any more."""
    for player in gone:
        await tx.run("DELETE FROM erasures WHERE player_id = :player", player=player)


async def libraries(tx: Transaction) -> set[int]:
    """The libraries that are no more, ever: their numbers are not given again."""
    return {row["library_id"] for row in await tx.all("SELECT library_id FROM erased_libraries")}
