"""The rows of libraries: whose they are, which chat studies which, who may change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.store.database import Row, Transaction

HOST = 1
"""The library that the host keeps in a folder; every chat starts with it."""

Asks = Literal["sure", "approved"]
"""Which questions are asked: also unseen ones that are surely good, or approved ones only."""


@dataclass(frozen=True, slots=True)
class StoredLibrary:
    """A library; ``chat`` is the one that made it, None for the host's."""

    id: int
    name: str
    chat: int | None
    asks: Asks
    made_from: str

    @property
    def is_hosts(self) -> bool:
        """Whether it is the host's, which chats can study but not change."""
        return self.id == HOST


async def find(tx: Transaction, library: int) -> StoredLibrary | None:
    """A library by its id; None once it is erased."""
    row = await tx.one("SELECT * FROM libraries WHERE library_id = :id", id=library)
    return None if row is None else _library(row)


async def load(tx: Transaction, library: int) -> StoredLibrary:
    """A library that is there. Raises ``LookupError``."""
    found = await find(tx, library)
    if found is None:
        raise LookupError(f"there is no library {library}")
    return found


async def ids(tx: Transaction) -> list[int]:
    """All libraries."""
    return [row["library_id"] for row in await tx.all("SELECT library_id FROM libraries")]


async def of_chat(tx: Transaction, chat: int) -> StoredLibrary | None:
    """The library that a chat made for itself."""
    row = await tx.one("SELECT * FROM libraries WHERE chat_id = :chat", chat=chat)
    return None if row is None else _library(row)


async def found(tx: Transaction, chat: int, name: str) -> StoredLibrary:
    """The chat's own library, made where it has none."""
    await tx.run(
        """
        INSERT INTO libraries (name, chat_id) VALUES (:name, :chat)
        ON CONFLICT (chat_id) DO UPDATE SET name = :name
        """,
        name=name,
        chat=chat,
    )
    own = await of_chat(tx, chat)
    if own is None:
        raise LookupError(f"the library of chat {chat} was not made")
    return own


async def studied(tx: Transaction, chat: int) -> StoredLibrary:
    """The library that a chat studies: chosen, else its class's (in private), else the host's."""
    row = await tx.one(_STUDIED, chat=chat)
    return await load(tx, HOST) if row is None else _library(row)


async def study(tx: Transaction, chat: int, library: int) -> None:
    """Let a chat study a library from now on."""
    await tx.run(
        """
        INSERT INTO studies (chat_id, library_id) VALUES (:chat, :library)
        ON CONFLICT (chat_id) DO UPDATE SET library_id = :library
        """,
        chat=chat,
        library=library,
    )


async def follow_class(tx: Transaction, chat: int) -> None:
    """Let a private chat study what its student's class studies."""
    await tx.run("DELETE FROM studies WHERE chat_id = :chat", chat=chat)


async def has_chosen(tx: Transaction, chat: int) -> bool:
    """Whether the chat's library was chosen there, rather than followed."""
    return await tx.one("SELECT 1 FROM studies WHERE chat_id = :chat", chat=chat) is not None


async def instruct(tx: Transaction, library: int, player: int) -> None:
    """Let a player change the library."""
    await tx.run(
        """
        INSERT INTO instructors (library_id, player_id) VALUES (:library, :player)
        ON CONFLICT DO NOTHING
        """,
        library=library,
        player=player,
    )


async def is_instructor(tx: Transaction, library: int, player: int) -> bool:
    """Whether the player may change the library."""
    row = await tx.one(
        "SELECT 1 FROM instructors WHERE library_id = :library AND player_id = :player",
        library=library,
        player=player,
    )
    return row is not None


async def instructed_by(tx: Transaction, player: int) -> list[StoredLibrary]:
    """The libraries that a player may change, the newest first."""
    rows = await tx.all(
        """
        SELECT libraries.* FROM libraries JOIN instructors USING (library_id)
        WHERE player_id = :player ORDER BY library_id DESC
        """,
        player=player,
    )
    return [_library(row) for row in rows]


async def ask(tx: Transaction, library: int, asks: Asks) -> None:
    """Decide which of the library's questions are asked."""
    await tx.run("UPDATE libraries SET asks = :asks WHERE library_id = :id", id=library, asks=asks)


async def made_from(tx: Transaction, library: int, digest: str) -> None:
    """Note which articles and code the library's bank stems from."""
    await tx.run(
        "UPDATE libraries SET made_from = :digest WHERE library_id = :id",
        id=library,
        digest=digest,
    )


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: it keeps its library, and what it studies."""
    for table in ("libraries", "studies", "additions"):
        await tx.run(
            f"UPDATE OR IGNORE {table} SET chat_id = :new WHERE chat_id = :old",  # noqa: S608 - our own names
            old=old,
            new=new,
        )


async def erase_of(tx: Transaction, player: int) -> None:
    """Delete a player's own library; those of groups stay with the groups."""
    await tx.run("DELETE FROM libraries WHERE chat_id = :player", player=player)
    await tx.run("DELETE FROM studies WHERE chat_id = :player", player=player)


def _library(row: Row) -> StoredLibrary:
    return StoredLibrary(
        id=row["library_id"],
        name=row["name"],
        chat=row["chat_id"],
        asks=row["asks"],
        made_from=row["made_from"],
    )


# A student's class is the group where they answered or asked last.
_STUDIED = """
WITH class (chat_id) AS (
    SELECT chat_id FROM (
        SELECT chat_id, answered_at AS at FROM answers JOIN posts USING (post_id)
        WHERE player_id = :chat AND chat_id < 0
        UNION ALL
        SELECT chat_id, asked_at FROM asks WHERE player_id = :chat AND chat_id < 0
    ) ORDER BY at DESC LIMIT 1
)
SELECT libraries.* FROM studies JOIN libraries USING (library_id)
WHERE studies.chat_id IN (:chat, (SELECT chat_id FROM class))
ORDER BY studies.chat_id <> :chat LIMIT 1
"""
