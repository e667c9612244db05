"""The rows of articles in chats' libraries: who added which file. The files are the truth."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.database import Row, Transaction

_ONE = "SELECT * FROM articles WHERE library_id = :library AND"


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A file of a library; ``article`` is the article's id, ``digest`` that of the file.

    ``id`` is the row's, 0 while there is none.
    """

    article: str
    file_name: str
    title: str
    digest: str
    id: int = 0


async def put(
    tx: Transaction, library: int, stored: StoredArticle, *, player: int | None, now: float
) -> None:
    """Note an article that was added; one with the same id is replaced."""
    await tx.run(
        """
        INSERT INTO articles
            (library_id, article, file_name, title, digest, added_by, added_at)
        VALUES (:library, :article, :file_name, :title, :digest, :player, :now)
        ON CONFLICT (library_id, article) DO UPDATE
        SET file_name = :file_name, title = :title, digest = :digest,
            added_by = :player, added_at = :now
        """,
        library=library,
        article=stored.article,
        file_name=stored.file_name,
        title=stored.title,
        digest=stored.digest,
        player=player,
        now=now,
    )


async def remove(tx: Transaction, library: int, article: str) -> None:
    """Forget an article."""
    await tx.run(
        "DELETE FROM articles WHERE library_id = :library AND article = :article",
        library=library,
        article=article,
    )


async def load(tx: Transaction, library: int, article: str) -> StoredArticle | None:
    """An article by its id."""
    return _found(await tx.one(f"{_ONE} article = :article", library=library, article=article))


async def by_id(tx: Transaction, library: int, article_id: int) -> StoredArticle | None:
    """An article of this library by its row."""
    return _found(await tx.one(f"{_ONE} article_id = :id", library=library, id=article_id))


async def with_digest(tx: Transaction, library: int, digest: str) -> StoredArticle | None:
    """The article that was made from a file with these bytes."""
    return _found(await tx.one(f"{_ONE} digest = :digest", library=library, digest=digest))


async def of_library(tx: Transaction, library: int) -> list[StoredArticle]:
    """All articles of a library, the newest first."""
    rows = await tx.all(
        "SELECT * FROM articles WHERE library_id = :library ORDER BY added_at DESC, article",
        library=library,
    )
    return [_article(row) for row in rows]


def _found(row: Row | None) -> StoredArticle | None:
    return None if row is None else _article(row)


def _article(row: Row) -> StoredArticle:
    return StoredArticle(
        row["article"], row["file_name"], row["title"], row["digest"], row["article_id"]
    )
