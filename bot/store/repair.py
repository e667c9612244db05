"""Puts right what can be put right in a damaged or untidy database; a second run finds nothing.

Only the bot's own process may do this: it must not be running otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.store import inbox, outbox
from bot.store.database import Database, Transaction
from bot.store.errors import DamagedDatabase


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right, and how often."""

    words: str
    count: int


async def repair(path: Path, now: float) -> list[Repair]:
    """Repair the database at ``path``. Raises `DamagedDatabase` when only a backup helps."""
    async with Database.open(path) as database:
        repairs = await database.write(lambda tx: _mend(tx, now))
        await database.checkpoint()
    return [done for done in repairs if done.count]


async def _mend(tx: Transaction, now: float) -> list[Repair]:
    repairs = [
        Repair("indexes rebuilt", await _rebuild_indexes(tx)),
        Repair("rows that belonged to nothing deleted", await _delete_orphans(tx)),
        Repair("texts of finished messages erased", await _erase_finished(tx)),
        Repair("handled updates forgotten", await inbox.purge(tx, now)),
        Repair("finished messages forgotten", await outbox.purge(tx, now)),
    ]
    if await _complaints(tx):
        raise DamagedDatabase(
            "The database has damage that can't be repaired.",
            "Restore the latest backup: gobbet restore",
        )
    return repairs


async def _complaints(tx: Transaction) -> list[str]:
    return [row[0] for row in await tx.all("PRAGMA integrity_check") if row[0] != "ok"]


async def _rebuild_indexes(tx: Transaction) -> int:
    complaints = await _complaints(tx)
    if complaints:
        await tx.run("REINDEX")
    return len(complaints)


async def _delete_orphans(tx: Transaction) -> int:
    """Deleting one row can orphan another, so this goes on until there is none."""
    deleted = 0
    while orphans := await tx.all("PRAGMA foreign_key_check"):
        for orphan in {(row["table"], row["fkid"]) for row in orphans}:
            deleted += await _delete(tx, *orphan)
    return deleted


async def _erase_finished(tx: Transaction) -> int:
    handled = await tx.run("UPDATE inbox SET body = '' WHERE state = 'done' AND body <> ''")
    sent = await tx.run(
        """
        UPDATE outbox SET params = '', attachment = NULL
        WHERE finished_at IS NOT NULL AND (params <> '' OR attachment IS NOT NULL)
        """
    )
    return handled + sent


async def _delete(tx: Transaction, table: str, key: int) -> int:
    """Delete the rows of ``table`` whose foreign key number ``key`` points to nothing."""
    pairs = [row for row in await tx.all(f"PRAGMA foreign_key_list({table})") if row["id"] == key]
    parent = pairs[0]["table"]
    columns = await tx.all(f"PRAGMA table_info({parent})")
    own_key = [row["name"] for row in sorted(columns, key=lambda row: row["pk"]) if row["pk"]]
    targets = [row["to"] or own_key[place] for place, row in enumerate(pairs)]
    is_given = " AND ".join(f"{table}.{row['from']} IS NOT NULL" for row in pairs)
    is_met = " AND ".join(
        f"{parent}.{target} = {table}.{row['from']}"
        for row, target in zip(pairs, targets, strict=True)
    )
    return await tx.run(
        # All names come from the schema.
        f"DELETE FROM {table} WHERE {is_given} "  # noqa: S608
        f"AND NOT EXISTS (SELECT 1 FROM {parent} WHERE {is_met})"
    )
