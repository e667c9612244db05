"""What can be wrong with the database that a person can put right, each with its cure.

    StoreError
    ├── NewerDatabase         written by a later version of the bot
    ├── ForeignDatabase       a database of some other program
    ├── DamagedDatabase       not a database, or one with broken pages
    ├── DatabaseNotWritable   folder missing, no permission, read-only or full disk
    ├── DatabaseInUse         another process works with it
    └── DatabaseClosed        the bot is shutting down

Programming errors (a wrong statement, a broken constraint) stay raw ``sqlite3`` errors.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path


class StoreError(Exception):
    """The database can't be used as it is; ``cure`` says what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message = message
        self.cure = cure


class NewerDatabase(StoreError):  # noqa: N818 - it reads as the sentence it is
    """A later version of the bot has written this database."""


class ForeignDatabase(StoreError):  # noqa: N818 - it reads as the sentence it is
    """The file belongs to another program."""


class DamagedDatabase(StoreError):  # noqa: N818 - it reads as the sentence it is
    """The file is not a database, or some of its pages are broken."""


class DatabaseNotWritable(StoreError):  # noqa: N818 - it reads as the sentence it is
    """Nothing can be stored: the folder, its permissions or the disk forbid it."""


class DatabaseInUse(StoreError):  # noqa: N818 - it reads as the sentence it is
    """Another process works with this database."""


class DatabaseClosed(StoreError):  # noqa: N818 - it reads as the sentence it is
    """The database was closed before the work could be done."""

    def __init__(self) -> None:
        super().__init__("The database is closed.", "Nothing to do: the bot is shutting down.")


def explained(error: sqlite3.Error, path: Path) -> StoreError | None:
    """What ``error`` means to whoever hosts the bot; None when it is a bug of ours."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DamagedDatabase(
                f"{path} is not a sound database.",
                "Restore the latest backup (gobbet restore), or move the file away to begin anew.",
            )
        case sqlite3.SQLITE_FULL:
            return DatabaseNotWritable(
                f"The disk that holds {path} is full.", "Free some space and start again."
            )
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return DatabaseNotWritable(
                f"{path} can't be written.",
                "Let the bot's user write to the folder and to the files in it, "
                "or set GOBBET_DATA_DIR to a folder where it may.",
            )
        case sqlite3.SQLITE_IOERR:
            return DatabaseNotWritable(
                f"Reading or writing {path} failed ({error}).",
                "Check the disk, and keep the data on a local one: network drives lose locks.",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseInUse(
                f"Another process keeps {path} locked.",
                "End the other process (a second bot, an open database browser).",
            )
        case _:
            return None


def explained_read(error: sqlite3.Error, path: Path) -> StoreError | None:
    """What an error of a reading connection means; that it tried to write is a bug of ours."""
    tried_to_write = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY
    return None if tried_to_write else explained(error, path)
