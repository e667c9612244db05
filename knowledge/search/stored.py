"""A catalogue on disk: flat arrays that processes map into memory and share, swapped as a whole.

Whole numbers, none below 0, take no more bytes than the largest of their array needs.

Each state of a library has a folder of its own, named by what it was made from; it is written
under another name and renamed, so that a reader finds all of it or nothing. None of it is the only
copy of anything.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

_ARRAYS = "{}.npy"
_WORDS = "{}.txt"


def save(folder: Path, arrays: Mapping[str, NDArray[Any]], words: Mapping[str, list[str]]) -> None:
    """Write arrays and lists of words as ``folder``, whole or not at all; an older one stays."""
    if folder.exists():
        return
    unfinished = folder.with_name(f".{folder.name}.{uuid4().hex}")
    unfinished.mkdir(parents=True)
    try:
        for name, array in arrays.items():
            np.save(unfinished / _ARRAYS.format(name), _narrow(array))
        for name, each in words.items():
            (unfinished / _WORDS.format(name)).write_text("\n".join(each), encoding="utf-8")
        (unfinished / "contents.json").write_text(json.dumps([*arrays, *words]))
        unfinished.rename(folder)
    except OSError:
        if not folder.exists():  # another process was not quicker: the disk is full or read-only
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def load(
    folder: Path,
) -> tuple[dict[str, NDArray[Any]], dict[str, list[str]]] | None:
    """Map what was saved as ``folder``; None where it isn't there whole."""
    try:
        contents = json.loads((folder / "contents.json").read_text())
        arrays = {
            name: np.load(folder / _ARRAYS.format(name), mmap_mode="r").view(np.ndarray)
            for name in contents
            if (folder / _ARRAYS.format(name)).exists()
        }
        words = {
            name: _split((folder / _WORDS.format(name)).read_text(encoding="utf-8"))
            for name in contents
            if name not in arrays
        }
    except (OSError, ValueError):
        return None
    return arrays, words


def forget_others(folder: Path) -> None:
    """Remove the states beside ``folder``; a process that maps one keeps it until it ends."""
    for other in folder.parent.iterdir():
        if other != folder and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)
    os.utime(folder)


def _narrow(array: NDArray[Any]) -> NDArray[Any]:
    return array.astype(np.min_scalar_type(int(array.max()))) if array.size else array


def _split(text: str) -> list[str]:
    return text.split("\n") if text else []
