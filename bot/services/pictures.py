"""Pictures, drawn in a child process: the libraries for it are large and hold the interpreter.

The child is `bot.services.drawing`, started by path. It gets a JSON object and answers with a PNG.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path

_PROGRAM = Path(__file__).with_name("drawing.py")
_LIMIT_SECONDS = 30.0
_PNG = b"\x89PNG"


class NotDrawn(Exception):  # noqa: N818 - it reads as the sentence it is
    """The child process failed or took too long; the argument says why."""


async def code(link: str) -> bytes:
    """A QR code with this text, as a PNG. Raises `NotDrawn`."""
    return await _drawn({"picture": "code", "link": link})


async def chart(values: Mapping[str, object]) -> bytes:
    """The report's chart as a PNG, from the fields of `drawing.Chart`. Raises `NotDrawn`."""
    return await _drawn({"picture": "chart", **values})


async def _drawn(order: Mapping[str, object]) -> bytes:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # the folder of the program is no place to import from
        str(_PROGRAM),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(_LIMIT_SECONDS):
            picture, complaint = await child.communicate(json.dumps(order).encode())
    except TimeoutError:
        child.kill()
        await child.wait()
        raise NotDrawn(f"it took longer than {_LIMIT_SECONDS:.0f} s") from None
    if not picture.startswith(_PNG):
        raise NotDrawn(complaint.decode(errors="replace").strip()[-500:])
    return picture
