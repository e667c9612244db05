"""Whether answers are kept in a trustworthy place: the SQLite, the disk, the file, the copies.

Each question is answered with an observation; a bad one carries its cure.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.store import backup, beside
from bot.store.errors import StoreError
from bot.store.transaction import Transaction

_NETWORKED = ("nfs", "cifs", "smb", "ncp", "afs", "ceph", "gluster", "lustre", "davfs", "sshfs")
_LEAST_FREE_BYTES = 200_000_000
_SLOW_SYNC_SECONDS = 0.1
_DAY = 24 * 3600
_OLDEST_BACKUP_DAYS = 2
_OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables


@dataclass(frozen=True, slots=True)
class Observation:
    """What was looked at, whether it is as it should be, and in words what was seen."""

    name: str
    is_good: bool
    words: str


async def examine(path: Path, backups: Path, now: float) -> list[Observation]:
    """Look at everything that the database at ``path`` depends on; slow disks take a second."""
    folder = path.parent
    return [
        sqlite_release(),
        file_system(folder),
        free_space(folder),
        sync_time(folder),
        await soundness(path),
        backup_age(path, backups, now),
        *set_aside(path),
    ]


def sqlite_release(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> Observation:
    """Which SQLite this is, and what is known against it."""
    name = ".".join(map(str, version))
    if version < _OLDEST_SQLITE:
        words = f"{name} is too old. Use a Python whose SQLite is 3.37 or newer."
        return Observation("SQLite", is_good=False, words=words)
    if beside.resets_log_safely(version):
        return Observation("SQLite", is_good=True, words=name)
    words = (
        f"{name}; its fault when two processes write (before 3.51.3) can't strike, because only "
        "the bot writes. Don't add a replicator such as Litestream to it."
    )
    return Observation("SQLite", is_good=True, words=words)


def file_system(folder: Path, mounts: str | None = None) -> Observation:
    """Whether the folder lies on a local file system; ``mounts`` is Linux's mountinfo."""
    kind = _kind_of_file_system(folder, mounts)
    if kind is None:
        return Observation("file system", is_good=True, words="not known on this system")
    if any(part in kind for part in _NETWORKED):
        words = f"{kind} is a network drive, where locks get lost. Keep the data on a local disk."
        return Observation("file system", is_good=False, words=words)
    return Observation("file system", is_good=True, words=kind)


def free_space(
    folder: Path, free_bytes: Callable[[Path], int] = lambda at: shutil.disk_usage(at).free
) -> Observation:
    """Whether there is room for the database and a copy of it."""
    free = free_bytes(folder)
    needed = max(_LEAST_FREE_BYTES, 2 * sum(f.stat().st_size for f in folder.glob("*.sqlite3*")))
    words = f"{free / 1e9:.1f} GB are free in {folder}"
    if free < needed:
        words += f"; free some, the bot wants {needed / 1e9:.1f} GB"
    return Observation("disk", is_good=free >= needed, words=words)


def sync_time(folder: Path, clock: Callable[[], float] = time.perf_counter) -> Observation:
    """How long the disk takes to promise that something is kept; every answer waits for that."""
    times = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(7):
            began = clock()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            times.append(clock() - began)
    seconds = statistics.median(times)
    words = f"keeps what is written within {seconds * 1000:.1f} ms"
    if seconds > _SLOW_SYNC_SECONDS:
        words += ", which makes answers slow; use a faster disk"
    return Observation("disk speed", is_good=seconds <= _SLOW_SYNC_SECONDS, words=words)


async def soundness(path: Path) -> Observation:
    """Whether each page, index and reference of the database is as it should be."""
    try:
        problems = await beside.read(path, _problems)
    except StoreError as error:
        return Observation("database", is_good=False, words=str(error))
    if problems:
        words = f"{path}: {'; '.join(problems)}. Stop the bot and run: gobbet check --repair"
        return Observation("database", is_good=False, words=words)
    return Observation("database", is_good=True, words=f"{path} is sound")


def backup_age(path: Path, backups: Path, now: float) -> Observation:
    """Whether there is a recent copy, once there is something to copy."""
    found = backup.newest(backups)
    if found is None:
        is_new = not path.exists() or now - path.stat().st_ctime < _DAY
        words = f"none in {backups} yet. Make one with: gobbet backup"
        return Observation("backup", is_good=is_new, words=words)
    copy, made_at = found
    days = max(0.0, now - made_at) / _DAY
    words = f"{copy.name}, {days:.1f} days old"
    if days > _OLDEST_BACKUP_DAYS:
        words += ". Make a new one with: gobbet backup"
    return Observation("backup", is_good=days <= _OLDEST_BACKUP_DAYS, words=words)


def set_aside(path: Path) -> list[Observation]:
    """What a restored database does not know, if there is such a thing."""
    found = backup.set_aside(path)
    words = (
        f"{len(found)} that the database does not know, in {{}} for a week. To have them back: "
    )
    words += "stop the bot, restore the newer database, start it"
    return [
        Observation("libraries", is_good=True, words=words.format(folder))
        for folder in {place.parent for place in found}
    ]


async def _problems(tx: Transaction) -> list[str]:
    broken = [row[0] for row in await tx.all("PRAGMA integrity_check(5)") if row[0] != "ok"]
    orphans = await tx.all("PRAGMA foreign_key_check")
    return broken + ([f"{len(orphans)} rows belong to nothing"] if orphans else [])


def _kind_of_file_system(folder: Path, mounts: str | None) -> str | None:
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text("utf-8")
        except OSError:
            return None
    place, kind = "", None
    for line in mounts.splitlines():
        at, _, rest = line.partition(" - ")
        point = at.split()[4].replace("\\040", " ")
        if folder.absolute().is_relative_to(point) and len(point) >= len(place):
            place, kind = point, rest.split()[0]
    return kind
