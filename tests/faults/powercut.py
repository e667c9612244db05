"""A disk that forgets, when the power fails, what it was not told to keep.

Writes reach a file's durable image only when SQLite syncs the file. At a power cut each sector
written since then is kept or lost by chance, as with a drive that reorders its cache.
"""

from __future__ import annotations

import contextlib
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


class PowerFailed(Exception):  # noqa: N818 - it reads as the sentence it is
    """From now on the disk answers nothing."""


class Platter:
    """One file: what is durable, and the writes since the last sync, sector by sector."""

    def __init__(self) -> None:
        self.durable = bytearray()
        self.pending: list[tuple[int, bytes | None]] = []  # None: cut to this length

    def write(self, data: bytes, offset: int) -> None:
        for start in range(0, len(data), SECTOR):
            self.pending.append((offset + start, data[start : start + SECTOR]))

    def sync(self) -> None:
        for change in self.pending:
            self._keep(*change)
        self.pending.clear()

    def after_the_cut(self, chance: random.Random, share_kept: float) -> bytes:
        for change in self.pending:
            if chance.random() < share_kept:
                self._keep(*change)
        return bytes(self.durable)

    def _keep(self, offset: int, data: bytes | None) -> None:
        if data is None:
            del self.durable[offset:]
            return
        if len(self.durable) < offset:
            self.durable.extend(bytes(offset - len(self.durable)))
        self.durable[offset : offset + len(data)] = data


class Disk(apsw.VFS):
    """Loses power after ``writes_left`` further writes."""

    def __init__(self, name: str, writes_left: int) -> None:
        self.platters: defaultdict[str, Platter] = defaultdict(Platter)
        self.writes_left = writes_left
        self.name = name
        super().__init__(name, base="")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        path = name if isinstance(name, str) else name.filename()
        return File(self, self.platters[Path(path).name], name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802, FBT001 - SQLite's
        self.spend_a_write()
        self.platters.pop(Path(filename).name, None)
        super().xDelete(filename, syncdir)

    def spend_a_write(self) -> None:
        self.writes_left -= 1
        self.check_power()

    def check_power(self) -> None:
        if self.writes_left < 0:
            raise PowerFailed

    def left_behind(self, folder: Path, chance: random.Random, share_kept: float) -> None:
        """Write into ``folder`` what the files hold when the power is back."""
        for name, platter in self.platters.items():
            (folder / name).write_bytes(platter.after_the_cut(chance, share_kept))


class File(apsw.VFSFile):
    """An open file; what SQLite reads back is what it wrote, as long as there is power."""

    def __init__(self, disk: Disk, platter: Platter, name: Any, flags: list[int]) -> None:
        self._disk = disk
        self._platter = platter
        super().__init__("", name, flags)

    def excepthook(self, kind: type, error: BaseException, trace: Any) -> None:
        """What fails here reaches SQLite as an I/O error; nothing needs to be printed."""

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.spend_a_write()
        self._platter.write(data, offset)
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.spend_a_write()
        self._platter.pending.append((size, None))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.check_power()
        self._platter.sync()
        super().xSync(flags)


class Connection:
    """An apsw connection with as much of ``sqlite3``'s interface as the store's writer needs."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._apsw = apsw.Connection(str(path), vfs=disk.name)

    @property
    def in_transaction(self) -> bool:
        return bool(self._apsw.in_transaction)

    def execute(self, sql: str, values: Any = None) -> Cursor:
        return Cursor(self._apsw, self._apsw.execute(sql, values or None))

    def abandon(self) -> None:
        """Let go of the files without a word: nothing more is written."""
        with contextlib.suppress(apsw.Error, PowerFailed):
            self._apsw.close(True)


class Cursor:
    """The outcome of a statement."""

    def __init__(self, connection: apsw.Connection, cursor: Any) -> None:
        self._cursor = cursor
        self.rowcount = connection.changes()
        self.lastrowid = connection.last_insert_rowid()

    def fetchone(self) -> Any:
        return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        return list(self._cursor.fetchall())
