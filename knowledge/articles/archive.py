"""Zip files opened with suspicion: Word and EPUB files are such, and zip bombs pretend to be."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from knowledge.errors import Damaged, Inflated, Locked

ENTRIES_LIMIT = 10_000
BYTES_LIMIT = 100_000_000
"""Inflated, all entries together; the text of a thousand-page book is a fiftieth of it."""
RATIO_LIMIT = 100
RATIO_FROM = 1_000_000
"""Small entries of blanks shrink well and harm nobody: the ratio counts from this size on."""

_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """A zip file, never unpacked to disk. Raises ``Damaged``, ``Inflated``, ``Locked``."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._left = BYTES_LIMIT
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _FAULTS:
            raise Damaged(name, "its parts can't be told apart") from None
        self._check(self._zip.infolist())

    def __contains__(self, path: str) -> bool:
        return path in self._zip.NameToInfo

    def names(self) -> list[str]:
        """The paths of all entries."""
        return self._zip.namelist()

    def entry(self, path: str) -> bytes:
        """Return one entry inflated; what really comes out counts, not what the file promises."""
        try:
            with self._zip.open(path) as stream:
                content = stream.read(self._left + 1)
        except KeyError:
            raise Damaged(self._name, f"its part {path[:80]} is missing") from None
        except _FAULTS:
            raise Damaged(self._name, f"its part {path[:80]} can't be unpacked") from None
        self._left -= len(content)
        if self._left < 0:
            raise Inflated(self._name)
        return content

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        too_much = sum(entry.file_size for entry in entries) > BYTES_LIMIT
        if too_much or len(entries) > ENTRIES_LIMIT or any(map(_is_inflated, entries)):
            raise Inflated(self._name)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Locked(self._name)


def _is_inflated(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(RATIO_FROM, RATIO_LIMIT * entry.compress_size)
